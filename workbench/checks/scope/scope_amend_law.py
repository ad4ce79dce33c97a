"""SCOPE-AMEND-LAW."""

import re
from collections.abc import Iterator

from workbench.checks.basis.effective_rank import likely_rank
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.checks.scope.scope_js_cancel import CANCELLED, cancelled
from workbench.checks.scope.scope_prelim import preliminary
from workbench.records import Certainty, Citation, Finding, Rank, RuleKind, Severity
from workbench.records.tidy import fold

#: The reviewer's own mark.
AGAINST_REFORM = re.compile(r"不符合(?:全面深化)?改革(?:要求|方向|精神)?")
PROPOSED = re.compile(
    r"(?:修改|修订|废止|删除|取消|修)[^。；]{0,24}(?:法|条例|规定|办法|细则|条)[^。；]{0,16}|修法|立法建议"
)
ADVICE = re.compile(r"建议|拟|提请|提出|修法|商请|已报")


def scope_amend_law(item: Item, context: Context) -> Iterator[Finding]:
    """事项像是不符合改革要求，但有法律、行政法规、部门规章依据，备注没有修法建议。

    What: the matter is a preliminary review, is cancelled in Jiangsu, or is marked by the reviewer as against the
        reform; a law, an administrative regulation or a ministry's rule carries it, and the remark proposes no
        amendment. Whether it is against the reform is for the reviewer to say.
    Why: 附件1 1.4 「对于不符合全面深化改革要求，但有法律、行政法规、部门规章依据的事项，要提出修法的建议。」
    Example: 初审事项，依据为一部行政法规，备注为空.
    Remedy: 备注写明建议修改的法规和条款.
    """
    if item.row is None or item.row.remarks is None or proposes(item.row.remarks):
        return
    reason = suspect(item, context)
    carrier = next((each for each in item.citations if carries(each)), None)
    if reason and carrier:
        article = next((basis_of(item)[slice(*each.span)].strip() for each in carrier.articles if each.article), "")
        yield RULE.finding(
            f"该事项{reason}，请判断是否符合改革要求；不符合的，因有{rank_name(carrier)}依据，"
            f"请在备注中提出修改《{carrier.title}》{article}的建议（附件1 1.4）。",
            field="remarks",
            excerpt=item.row.remarks,
            span=(0, len(item.row.remarks)) if item.row.remarks.strip() else None,
        )


def proposes(remarks: str) -> bool:
    """Whether a remark proposes that a law be amended."""
    told = fold(remarks)
    return bool(PROPOSED.search(told) and ADVICE.search(told))


def suspect(item: Item, context: Context) -> str:
    """What gives a reason to ask, in words; blank where nothing does."""
    if item.row and AGAINST_REFORM.search(fold(item.row.remarks or "")):
        return "已标注为不符合改革要求"
    if item.row and preliminary(item.row):
        return "为初审（转报）事项"
    return "江苏省已对应取消" if cancelled(item, context.lists.get(CANCELLED, ())) else ""


def carries(citation: Citation) -> bool:
    """Whether a document is a law, an administrative regulation or a ministry's rule."""
    rank = likely_rank(citation)
    if rank is Rank.RULE:
        return citation.rule_kind is RuleKind.MINISTRY
    return rank in (Rank.LAW, Rank.ADMINISTRATIVE_REGULATION)


def rank_name(citation: Citation) -> str:
    """The rank as the clause names it."""
    rank = likely_rank(citation)
    return RuleKind.MINISTRY if rank is Rank.RULE else str(rank)


RULE = Rule(
    code="SCOPE-AMEND-LAW",
    name="应提出修法建议",
    clause="附件1 1.4",
    quote="对于不符合全面深化改革要求，但有法律、行政法规、部门规章依据的事项，要提出修法的建议。",
    scopes=("row",),
    certainty=Certainty.HUMAN,
    severity=Severity.HINT,
    check=scope_amend_law,
    verdict="propose_law_amendment",
)
