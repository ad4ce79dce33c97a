"""BASIS-LABEL-MATCH."""

from collections.abc import Iterator

from workbench.checks.basis.effective_rank import label_rank, proven_rank
from workbench.checks.basis.relabel import relabel
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Citation, Finding, Rank, RankFrom, Severity

EVIDENCE = {
    RankFrom.ORDER: "令号",
    RankFrom.NUMBER: "文号",
    RankFrom.SESSION: "通过的届次会次",
    RankFrom.INDEX: "法规库",
    RankFrom.TITLE: "名称",
}


def basis_label_match(item: Item, context: Context) -> Iterator[Finding]:
    """标注的位阶与法规文件不符。

    What: one of the six labels stands before a title whose order, number, session or unmistakable title prove
        another rank. Nothing is said where there is no proof. A document of the Party is for a person to judge: no label is
        its own.
    Why: 附件1 3.3.5.5 「分别用“法律”、“行政法规”、“地方性法规”、“规章”、“规范性文件”“标准规范”标明位阶」
    Example: 【行政法规】《辽宁省河道管理条例》
    Remedy: 【地方性法规】《辽宁省河道管理条例》
    """
    del context
    for index, citation in enumerate(item.citations):
        label, proven = label_rank(citation), proven_rank(citation)
        if label is None or proven is None or label is proven:
            continue
        if proven is Rank.PARTY_DOCUMENT:
            yield relabel(RULE, item, index, _unlisted(citation, label), None, severity=Severity.DOUBT)
            continue
        yield relabel(
            RULE,
            item,
            index,
            f"《{citation.title}》标注为“{label}”，按{_evidence(citation)}应为“{proven}”（附件1 3.3.5.5）。"
            "请改正标注。",
            proven,
        )


def _unlisted(citation: Citation, label: Rank) -> str:
    """A document of the Party: none of the six labels is its own."""
    return (
        f"《{citation.title}》标注为“{label}”，按{_evidence(citation)}为党内文件，附件1 3.3.5.5 的六类标注中没有，"
        "请审核组确认标注，或改引同一内容的法规、政府文件。"
    )


def _evidence(citation: Citation) -> str:
    """What proves the rank, in words."""
    return EVIDENCE.get(citation.evidence_from or RankFrom.TITLE, "名称")


RULE = Rule(
    code="BASIS-LABEL-MATCH",
    name="位阶标注不符",
    clause="附件1 3.3.5.5",
    quote="分别用“法律”、“行政法规”、“地方性法规”、“规章”、“规范性文件”“标准规范”标明位阶",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_label_match,
)
