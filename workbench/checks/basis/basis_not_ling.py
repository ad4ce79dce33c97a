"""BASIS-NOT-LING."""

import re
from collections.abc import Iterator

from workbench.checks.basis.effective_rank import label_rank, proven_rank
from workbench.checks.basis.quoted import header
from workbench.checks.basis.relabel import relabel
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Citation, Finding, Rank, RankFrom, Severity

DECISION = re.compile(r"决定|通知|意见|批复")
CONGRESS = re.compile(r"人民代表大会|人大")
ORDER = re.compile(
    r"令\s*(?:[〔\[（(]?\s*\d{4}\s*[〕\]）)]?\s*年?\s*)?第?\s*[\d〇零一二三四五六七八九十百千]+\s*号|号令"
)


def basis_not_ling(item: Item, context: Context) -> Iterator[Finding]:
    """未采用“令”形式的政府决定没有标为规范性文件。

    What: a decision, notice, opinion or reply bears a document number and no order, and its label is another
        than 规范性文件. Decisions of congresses are none of the government's.
    Why: 附件1 3.3.5.6 「未采用“##令”形式的政府决定，位阶标注为“规范性文件”。」
    Example: 【行政法规】《国务院关于取消一批行政审批项目的决定》（国发〔2014〕5号）
    Remedy: 【规范性文件】《国务院关于取消一批行政审批项目的决定》（国发〔2014〕5号）
    """
    del context
    basis = basis_of(item)
    for index, citation in enumerate(item.citations):
        label = label_rank(citation)
        if label in (None, Rank.NORMATIVE_DOCUMENT) or not _is_numbered_decision(citation, header(basis, citation)):
            continue
        yield relabel(
            RULE,
            item,
            index,
            f"《{citation.title}》未采用“令”的形式，位阶应标注“规范性文件”，现为“{label}”（附件1 3.3.5.6）。"
            "请改正标注。",
            Rank.NORMATIVE_DOCUMENT,
        )


def _is_numbered_decision(citation: Citation, printed: str) -> bool:
    """Whether the document is a government's decision under a document number."""
    is_document = citation.evidence_from is RankFrom.NUMBER and proven_rank(citation) is Rank.NORMATIVE_DOCUMENT
    if not is_document or not DECISION.search(citation.title):
        return False
    return not ORDER.search(printed) and not CONGRESS.search(citation.title + printed)


RULE = Rule(
    code="BASIS-NOT-LING",
    name="政府决定未标规范性文件",
    clause="附件1 3.3.5.6",
    quote="未采用“##令”形式的政府决定，位阶标注为“规范性文件”。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_not_ling,
)
