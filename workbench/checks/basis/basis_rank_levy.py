"""BASIS-RANK-LEVY."""

from collections.abc import Iterator

from workbench.checks.basis.ranks_allowed import PROVINCIAL, best, describe, falls_short
from workbench.checks.basis.shortfall import shortfall
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import LEVY, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def basis_rank_levy(item: Item, context: Context) -> Iterator[Finding]:
    """行政征收没有规章以上的依据。

    What: a levy cites only 规范性文件 or the list of fees and funds.
    Why: 附件1 4.2.2 「依据可以是法律、法规、规章，辅以辽宁省行政事业性收费和政府性基金目录清单。」
    Example: 仅引以财综文号印发的“办法”.
    Remedy: 补充法律、法规、规章；没有的，取消.
    """
    del context
    if type_of(item) != LEVY or not falls_short(item.citations, PROVINCIAL[LEVY]):
        return
    yield shortfall(
        RULE,
        item,
        "行政征收的依据应为法律、法规、规章，收费基金目录清单只能作辅助依据（附件1 4.2.2），"
        f"现最高位阶为“{describe(best(item.citations))}”。请补充规章以上的依据，没有的请取消（附件1 3.3.5.3、1.4）。",
    )


RULE = Rule(
    code="BASIS-RANK-LEVY",
    name="征收依据低于规章",
    clause="附件1 4.2.2",
    quote="依据可以是法律、法规、规章，辅以辽宁省行政事业性收费和政府性基金目录清单。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_rank_levy,
    verdict="cancel",
)
