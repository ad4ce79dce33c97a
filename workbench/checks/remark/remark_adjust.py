"""REMARK-ADJUST."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.remark.adjusted import POWER_LIST, PUBLIC_LIST, change_since, is_explained
from workbench.checks.row_facts import CONFIRMATION, GRANT, LEVY, PUBLIC_SERVICE, name_of, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

TYPES = (
    LEVY,
    CONFIRMATION,
    GRANT,
    PUBLIC_SERVICE,
)


def remark_adjust(item: Item, context: Context) -> Iterator[Finding]:
    """与清单相比是增补或调整，备注没有说明。

    What: the row is not in its list, or differs from its entry, and the remark gives no reason.
    Why: 附件1 2.4.3.5 「对于增补、调整和删除的事项，要在备注中说明情况。」
    Example: 权责清单无此项，备注空.
    Remedy: 备注写明增补、调整的原因.
    """
    list_name = PUBLIC_LIST if type_of(item) == PUBLIC_SERVICE else POWER_LIST
    if item.row is None or type_of(item) not in TYPES or not context.has(list_name) or item.row.remarks is None:
        return
    change = change_since(item, context.lists[list_name])
    if change and not is_explained(item.row.remarks):
        yield RULE.finding(
            f"与《{list_name}》相比“{name_of(item)}”为{change}，备注未说明情况（附件1 2.4.3.5），请在备注写明增补、调整的原因。",
            field="remarks",
            excerpt=item.row.remarks,
        )


RULE = Rule(
    code="REMARK-ADJUST",
    name="增补调整未说明",
    clause="附件1 2.4.3.5",
    quote="对于增补、调整和删除的事项，要在备注中说明情况。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=remark_adjust,
    needs=(
        "权责清单",
        "公共服务事项目录",
    ),
)
