"""LEVEL-REQUIRED."""

import re
from collections.abc import Iterator

from workbench.checks.agencies import levels
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

LEVELS_ONLY = re.compile(r"[省市县区、，,;；/和及与的三两级设()（）:：国家乡镇]*")
#: Levels at the end that no department follows, after others that have theirs.
TRAILING = re.compile(r".*[:：].+[;；]([省市县区、，,和及与三两级()（）]+)")
LISTED = re.compile(r"([省市县区]级)(?:\([^)]*\))?[:：]([^;；\n]*)")


def level_required(item: Item, context: Context) -> Iterator[Finding]:
    """层级和部门空白，或只有层级、只有部门。

    What: the cell is blank, names no level, or names no department.
    Why: 附件1 3.3.1 「……的内容包括：基本编码、事项名称、事项类型、设定依据、层级和部门、备注。」
    Example: 省级、市级.
    Remedy: 省级：省水利厅；市级：市水利局.
    """
    del context
    text = item.row.levels_and_departments if item.row else None
    if text is None:
        return
    lacks = _lacks(text)
    if lacks:
        yield RULE.finding(
            f"“层级和部门”未填写完整（缺{lacks}）（附件1 3.3.1），请按“省级：部门；市级：部门；县级：部门”补充。",
            field="levels_and_departments",
            excerpt=text,
            span=(0, len(text)) if text.strip() else None,
        )


def _lacks(text: str) -> str:
    """What is missing, in words; blank where nothing is."""
    folded = fold(text)
    if not folded:
        return "层级和部门"
    if LEVELS_ONLY.fullmatch(folded):
        return "部门"
    empty = [level for level, department in LISTED.findall(folded) if not department]
    if trailing := TRAILING.fullmatch(folded):
        empty.append(trailing[1])
    if empty:
        return f"{'、'.join(empty)}的部门"
    return "" if levels(text) else "层级"


RULE = Rule(
    code="LEVEL-REQUIRED",
    name="层级和部门不完整",
    clause="附件1 3.3.1",
    quote="省政务服务事项目录、市设政务服务事项目录的内容包括：基本编码、事项名称、事项类型、设定依据、层级和部门、备注。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=level_required,
)
