"""REMARK-ADJUST-PERMIT."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.remark.adjusted import POWER_LIST, change_since, is_explained
from workbench.checks.row_facts import PERMIT, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def remark_adjust_permit(item: Item, context: Context) -> Iterator[Finding]:
    """许可与权责清单相比是增补或调整，备注没有说明。

    What: the permit is not in its list, or differs from its entry, and the remark gives no reason.
    Why: 附件1 2.4.2.3 「对于列入《权责清单》，但出现法规文件修改、废止等情况的，此次梳理予以调整或者删除。」
    Example: 权责清单无此项，备注空.
    Remedy: 备注写明增补、调整的原因.
    """
    if item.row is None or type_of(item) != PERMIT or item.row.remarks is None:
        return
    change = change_since(item, context.lists[POWER_LIST])
    if change and not is_explained(item.row.remarks):
        yield RULE.finding(
            f"该许可与《{POWER_LIST}》相比为{change}，建议在备注说明{change}情况（附件1 2.4.2.3，比照2.4.3.5）。",
            field="remarks",
            excerpt=item.row.remarks,
        )


RULE = Rule(
    code="REMARK-ADJUST-PERMIT",
    name="许可增补调整未说明",
    clause="附件1 2.4.2.3",
    quote="对于列入《权责清单》，但出现法规文件修改、废止等情况的，此次梳理予以调整或者删除。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=remark_adjust_permit,
    needs=("权责清单",),
    types=(PERMIT,),
)
