"""GUIDE-PER-ITEM."""

from collections.abc import Iterator

from workbench.checks.guide.guide_name import names_of
from workbench.checks.guide_facts import whole
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import printed_name
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Guide, Row, Severity
from workbench.records.tidy import bare


def guide_per_item(item: Item, context: Context) -> Iterator[Finding]:
    """目录事项没有办事指南，或指南没有对应的目录事项。

    What: a leaf of the catalogue (a sub-item, else the matter) has no guide of its unit, or a guide no row.
    Why: 明电52号 三(二) 「《政务服务事项办事指南》指为方便群众和企业办事，政务服务部门对服务事项的办理主体、流程、材料等内容所作的指导性说明……」
    Example: 目录有12项，指南只有11份.
    Remedy: 补报指南，或删去目录没有的指南.
    """
    del context
    guides = item.guides or ((item.guide,) if item.guide else ())
    if not item.rows or not guides:
        return
    for at, row in enumerate(item.rows):
        others = [guide for guide in guides if _of_one_unit(row, guide)]
        if item.guides and others and not any(_serves(row, guide) for guide in others) and _is_leaf(row, item):
            yield RULE.finding(
                f"目录事项“{row.full_name}”没有对应办事指南（明电52号 三(二)），请补报。", **printed_name(row), at=at
            )
    for at, guide in enumerate(guides):
        rows = [row for row in item.rows if _of_one_unit(row, guide)]
        if guide.name and rows and not any(_serves(row, guide) for row in rows):
            yield RULE.finding(
                f"办事指南“{guide.name}”在目录中没有对应事项（明电52号 三(二)），请核对名称或增补目录。",
                **whole("事项名称", guide.name),
                at=at,
            )


def _of_one_unit(row: Row, guide: Guide) -> bool:
    """Whether row and guide may be of one unit: an unknown unit may be any."""
    return not row.org or not guide.org or row.org == guide.org


def _serves(row: Row, guide: Guide) -> bool:
    """Whether a guide is of this row: its own, or the main item's that covers its sub-items."""
    return bare(guide.name) in names_of(row)


def _is_leaf(row: Row, item: Item) -> bool:
    """Whether a row is a matter to guide people through: a main item with rows of sub-items below it is none."""
    if not row.full_name:
        return False
    below = any(
        other is not row and other.sub_item_name and other.item_name == row.item_name and other.org == row.org
        for other in item.rows
    )
    return bool(row.sub_item_name) or not below


RULE = Rule(
    code="GUIDE-PER-ITEM",
    name="目录与指南不对应",
    clause="明电52号 三(二)",
    quote="《政务服务事项办事指南》指为方便群众和企业办事，政务服务部门对服务事项的办理主体、流程、材料等内容所作的指导性",
    scopes=("rows", "guides"),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=guide_per_item,
)
