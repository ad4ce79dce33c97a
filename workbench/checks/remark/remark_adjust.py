"""REMARK-ADJUST."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.remark.adjusted import POWER_LIST, PUBLIC_LIST, change_since, is_explained
from workbench.checks.row_facts import CONFIRMATION, GRANT, LEVY, PUBLIC_SERVICE, name_of, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

#: Type -> the list that it is compared with.
LISTS = {LEVY: POWER_LIST, CONFIRMATION: POWER_LIST, GRANT: POWER_LIST, PUBLIC_SERVICE: PUBLIC_LIST}


def remark_adjust(item: Item, context: Context) -> Iterator[Finding]:
    """与清单相比是增补或调整，备注没有说明。

    What: the row is not in its list, or differs from its entry, and the remark gives no reason.
    Why: 附件1 2.4.3.5 「对于增补、调整和删除的事项，要在备注中说明情况。」
    Example: 权责清单无此项，备注空.
    Remedy: 备注写明增补、调整的原因.
    """
    list_name = LISTS.get(type_of(item))
    if item.row is None or list_name is None or item.row.remarks is None:
        return
    change = change_since(item, context.lists[list_name])
    if change and not is_explained(item.row.remarks):
        yield RULE.finding(
            f"与《{list_name}》相比“{name_of(item)}”为{change}，备注未说明情况（附件1 2.4.3.5），请在备注写明增补、调整的原因。",
            field="remarks",
            excerpt=item.row.remarks,
        )


def list_of(item: Item) -> tuple[str, ...]:
    """The list that the row's type is compared with; none for a permit or an unknown type."""
    name = LISTS.get(type_of(item))
    return (name,) if name else ()


RULE = Rule(
    code="REMARK-ADJUST",
    name="增补调整未说明",
    clause="附件1 2.4.3.5",
    quote="对于增补、调整和删除的事项，要在备注中说明情况。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=remark_adjust,
    needs=(POWER_LIST, PUBLIC_LIST),
    needs_of=list_of,
)
