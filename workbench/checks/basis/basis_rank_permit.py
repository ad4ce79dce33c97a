"""BASIS-RANK-PERMIT."""

from collections.abc import Iterator

from workbench.checks.basis.ranks_allowed import PROVINCIAL, best, describe, falls_short
from workbench.checks.basis.shortfall import shortfall
from workbench.checks.basis.special_documents import is_state_council_decision
from workbench.checks.basis.temporary_permit import is_temporary_permit
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import PERMIT, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def basis_rank_permit(item: Item, context: Context) -> Iterator[Finding]:
    """行政许可没有法律或者法规作依据。

    What: a permit that is not temporary rests on no law, 行政法规 or 地方性法规. A decision of the State
        Council that is no order (国发) is a doubt: 行政许可法第十四条 lets one set a permit.
    Why: 附件1 4.1.2 「除临时性许可外，依据必须是法律或者法规；」
    Example: 行政许可，仅引一部部门规章.
    Remedy: 补充法律、法规依据；没有的，取消或者调整类型.
    """
    del context
    if type_of(item) != PERMIT or is_temporary_permit(item):
        return
    if not falls_short(item.citations, PROVINCIAL[PERMIT]):
        return
    found = f"行政许可的设定依据必须是法律或者法规（附件1 4.1.2），现最高位阶为“{describe(best(item.citations))}”。"
    if any(is_state_council_decision(citation) for citation in item.citations):
        note = "国务院决定未采用“令”的形式，按规范性文件对待；行政许可法第十四条允许国务院决定设定许可，请人工核实。"
        yield shortfall(RULE, item, found + note, severity=Severity.DOUBT, verdict="needs_verification")
        return
    yield shortfall(RULE, item, found + "请补充法律、法规依据，没有的请取消或者调整类型（附件1 1.4）。")


RULE = Rule(
    code="BASIS-RANK-PERMIT",
    name="许可依据不是法律法规",
    clause="附件1 4.1.2",
    quote="除临时性许可外，依据必须是法律或者法规；",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_rank_permit,
    verdict="cancel",
)
