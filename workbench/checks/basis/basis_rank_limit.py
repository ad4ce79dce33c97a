"""BASIS-RANK-LIMIT."""

from collections.abc import Iterator

from workbench.checks.basis.ranks_allowed import RESTRICTING, best, describe, falls_short
from workbench.checks.basis.shortfall import shortfall
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import LEVY, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold


def basis_rank_limit(item: Item, context: Context) -> Iterator[Finding]:
    """限权性行为的设定依据低于规章。

    What: a levy, or a row that the reviewer marked 限权性, rests on nothing of the rank of 规章 or higher.
    Why: 附件1 3.3.5.3 「对于限权性行为，原则上要求规章以上；」 “原则上”: a doubt only.
    Example: 标为限权性的行政确认，仅有省政府部门文件.
    Remedy: 补充规章以上的依据；没有的，核实后取消.
    """
    del context
    kind = type_of(item)
    marked = item.row is not None and fold(item.row.nature or "") == "限权性"
    if not (marked or kind == LEVY) or not falls_short(item.citations, RESTRICTING):
        return
    yield shortfall(
        RULE,
        item,
        f"“{kind or '本事项'}”属限权性行为，设定依据原则上应为规章以上（附件1 3.3.5.3），"
        f"现最高位阶为“{describe(best(item.citations))}”。请补充规章以上的依据，没有的请核实后取消。",
    )


RULE = Rule(
    code="BASIS-RANK-LIMIT",
    name="限权性行为依据低于规章",
    clause="附件1 3.3.5.3",
    quote="对于限权性行为，原则上要求规章以上；",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=basis_rank_limit,
    verdict="cancel",
)
