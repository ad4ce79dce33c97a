"""BASIS-PERMIT-TEMP."""

from collections.abc import Iterator
from datetime import date

from workbench.checks.basis.dates import HANDBOOK_ISSUED, submission_date
from workbench.checks.basis.effective_rank import sure_rank
from workbench.checks.basis.makers import maker
from workbench.checks.basis.ranks_allowed import PROVINCIAL, best, describe, falls_short
from workbench.checks.basis.shortfall import shortfall
from workbench.checks.basis.special_documents import is_state_council_decision
from workbench.checks.basis.temporary_permit import is_temporary_permit
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import PERMIT
from workbench.checks.rule import Rule
from workbench.records import Certainty, Citation, Finding, IssuerLevel, Rank, RuleKind, Severity

#: Days after which a temporary permit needs a 地方性法规.
YEAR = 365


def basis_permit_temp(item: Item, context: Context) -> Iterator[Finding]:
    """临时性行政许可的依据需要核实。

    What: a temporary permit rests on a rule of the provincial government (or a decision of the State
        Council) that is more than a year old; on anything lower it is a violation.
    Why: 附件1 4.1.2 「除临时性许可外」; 行政许可法第十五条: 实施满一年需要继续实施的，应当制定地方性法规.
    Example: 临时性许可，依据为2010年省政府令.
    Remedy: 核实是否继续实施，是否已有地方性法规.
    """
    del context
    if not is_temporary_permit(item) or not falls_short(item.citations, PROVINCIAL[PERMIT]):
        return
    allowed = [citation for citation in item.citations if _may_set(citation)]
    if not allowed:
        yield shortfall(
            RULE,
            item,
            f"临时性行政许可只能由省政府规章设定（附件1 4.1.2），现最高位阶为“{describe(best(item.citations))}”。"
            "请核实依据，没有的请取消。",
            severity=Severity.VIOLATION,
        )
    elif not any(_is_young(citation, submission_date(item)) for citation in allowed):
        yield shortfall(
            RULE,
            item,
            "临时性行政许可以省政府规章（国务院决定）为依据，请核实是否实施满一年、是否需要地方性法规（附件1 4.1.2）。",
        )


def _may_set(citation: Citation) -> bool:
    """Whether a document below the regulations may set a temporary permit."""
    if is_state_council_decision(citation):
        return True
    is_rule = sure_rank(citation) is Rank.RULE and citation.rule_kind is not RuleKind.MINISTRY
    return is_rule and maker(citation) in (IssuerLevel.PROVINCE, None)


def _is_young(citation: Citation, day: date | None) -> bool:
    """Whether the rule was not yet in force for a year on the day of the submission."""
    if not citation.date:
        return False
    issued = date.fromisoformat(citation.date)
    return ((day or HANDBOOK_ISSUED) - issued).days < YEAR


RULE = Rule(
    code="BASIS-PERMIT-TEMP",
    name="临时性许可依据待核实",
    clause="附件1 4.1.2",
    quote="除临时性许可外",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=basis_permit_temp,
)
