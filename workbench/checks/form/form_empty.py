"""FORM-EMPTY."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import COLUMN_NAMES, Certainty, Finding, Row, Severity
from workbench.records.tidy import fold

JUDGED = ("item_name", "item_type", "legal_basis", "levels_and_departments", "implementing_agency")
SUMS = ("合计", "总计", "小计")
NO_SUB_ITEM = ("无", "/", "-", "--", "—", "——")
PLACEHOLDERS = (
    "无",
    "/",
    "-",
    "--",
    "—",
    "——",
    "同上",
    "待定",
    "待补",
    "XX",
    "xx",
    "××",
    "待补充",
    "...",
    "…",
    "……",
    "略",
)


def form_empty(item: Item, context: Context) -> Iterator[Finding]:
    """该填的单元格空着，或写了占位内容。

    What: a cell other than the remark is blank or holds a placeholder such as 同上 or 待定.
    Why: 附件1 3.3.1 「……的内容包括：基本编码、事项名称、事项类型、设定依据、层级和部门、备注。」
    Example: 设定依据写“同上”.
    Remedy: 填写实际内容.
    """
    del context
    if item.row is None or is_no_matter(item.row):
        return
    for field in (*JUDGED, "sub_item_name"):
        printed = getattr(item.row, field)
        if printed is None or may_be_blank(item.row, field):
            continue
        value = fold(printed)
        if not value or value in PLACEHOLDERS:
            found = f"为占位内容“{printed}”" if value else "未填写"
            yield RULE.finding(
                f"“{COLUMN_NAMES[field]}”{found}（附件1 3.3.1），请填写。",
                field=field,
                excerpt=printed,
                span=(0, len(printed)) if value else None,
            )


def is_no_matter(row: Row) -> bool:
    """Whether the row is blank, or a sum at the foot of the table."""
    values = [fold(getattr(row, field) or "") for field in ("seq", *JUDGED, "sub_item_name", "remarks")]
    return not any(values) or any(value in SUMS for value in values[:2])


def may_be_blank(row: Row, field: str) -> bool:
    """Whether the name stands in the other of the two name columns; a sub-item of 无 or / says that there is none."""
    if field == "sub_item_name":
        return fold(row.sub_item_name or "") in ("", *NO_SUB_ITEM)
    return field == "item_name" and bool(row.sub_item_name)


RULE = Rule(
    code="FORM-EMPTY",
    name="未填写或占位",
    clause="附件1 3.3.1",
    quote="省政务服务事项目录、市设政务服务事项目录的内容包括：基本编码、事项名称、事项类型、设定依据、层级和部门、备注。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=form_empty,
)
