"""BASIS-LABEL."""

from collections.abc import Iterator

from workbench.checks.basis.effective_rank import LABELS, proven_rank, sure_rank
from workbench.checks.basis.on_citation import on_citation
from workbench.checks.basis.relabel import relabel
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of, shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Citation, Finding, Rank, Severity
from workbench.records.tidy import fold


def basis_label(item: Item, context: Context) -> Iterator[Finding]:
    """法规文件名称前没有标明位阶。

    What: no label stands before a title; a label that is a variant of the six (部门规章, 国务院文件) is a hint.
    Why: 附件1 3.3.5.5 「名称前应当分别用“法律”、“行政法规”、“地方性法规”、“规章”、“规范性文件”“标准规范”标明位阶。」
    Example: 《中华人民共和国渔业法》（1986年1月20日主席令第三十四号）
    Remedy: 【法律】《中华人民共和国渔业法》（1986年1月20日主席令第三十四号）
    """
    del context
    for index, citation in enumerate(item.citations):
        if citation.label is None:
            yield _missing(item, index, citation)
        elif fold(citation.label) not in LABELS:
            yield _variant(item, index, citation)


def _missing(item: Item, index: int, citation: Citation) -> Finding:
    """The finding on a title without a label."""
    rank = sure_rank(citation)
    should = f"应标注“{rank}”" if rank in LABELS.values() else "应在六种位阶中标注一种"
    start = citation.title_span[0]
    basis = basis_of(item)
    start -= basis[start - 1 : start] == "《"
    return on_citation(
        RULE,
        item,
        index,
        f"《{shorten(citation.title)}》前未标明位阶（附件1 3.3.5.5），{should}，写作“【位阶】《…》”。",
        correction=f"{basis[:start]}【{rank}】{basis[start:]}" if rank in LABELS.values() else None,
    )


def _variant(item: Item, index: int, citation: Citation) -> Finding:
    """The hint on a label that is none of the six."""
    rank = proven_rank(citation) or _meant(citation.label or "")
    should = f"应为“{rank}”" if rank else "请改为六种位阶之一"
    return relabel(
        RULE,
        item,
        index,
        f"《{shorten(citation.title)}》的位阶标注“{citation.label}”不是规定的六种之一（附件1 3.3.5.5），{should}。",
        rank,
        severity=Severity.HINT,
    )


def _meant(label: str) -> Rank | None:
    """The rank whose name a variant ends with."""
    return next((rank for name, rank in LABELS.items() if fold(label).endswith(name)), None)


RULE = Rule(
    code="BASIS-LABEL",
    name="未标明位阶",
    clause="附件1 3.3.5.5",
    quote="名称前应当分别用“法律”、“行政法规”、“地方性法规”、“规章”、“规范性文件”“标准规范”标明位阶。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_label,
)
