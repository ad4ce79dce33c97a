"""GUIDE-36."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import ELEMENTS, MATERIAL_FIELDS, MATERIALS, Certainty, Finding, Severity
from workbench.records.tidy import fold

NUMBERS = {element.name: element.number for element in ELEMENTS}
NAMES = {name: element.name for element in ELEMENTS for name in (element.name, *element.aliases)}
#: The text lists the same elements in another order than the form; both are the handbook's own.
TEXT_ORDER = (
    "基本编码", "实施编码", "事项名称", "事项类型", "设定依据", "行使层级", "权限划分", "行使内容", "实施机构", "实施主体性质",
    "法定办结时限", "受理条件", "申请材料", "联办机构", "中介服务", "办理流程", "数量限制", "结果名称", "结果样本", "是否收费",
    "收费标准", "收费依据", "服务对象", "办件类型", "承诺办结时限", "通办范围", "办理形式", "预约办理", "网上支付", "物流快递",
    "运行系统", "办理地点", "办理时间", "咨询电话", "常见问题", "监督电话",
)  # fmt: skip


def guide_36(item: Item, context: Context) -> Iterator[Finding]:
    """办事指南缺少要素，或要素重复、次序不对。

    What: one of the 36 labels is missing from the form, stands twice, or stands out of order.
    Why: 附件2 一 「对政务服务事项办事指南涉及的 36 项要素，严格按照本规范确定的口径、范围、表述方式、格式等进行填写……」
    Example: 没有“监督电话”一行.
    Remedy: 按式样补齐.
    """
    del context
    if item.elements_present is None:
        return
    tables = list(_tables(elements_of(item.elements_present)))
    for number, labels in enumerate(tables, start=1):
        yield from _judge(labels, f"第{number}张表" if len(tables) > 1 else "办事指南")


def _judge(labels: Sequence[str], table: str) -> Iterator[Finding]:
    """The findings of one table."""
    for name, place in NUMBERS.items():
        if name not in labels:
            yield RULE.finding(f"{table}缺少要素“{name}”（附件2 一、二），请按式样第{place}项补充。", field=name)
    twice = {name: count for name, count in Counter(labels).items() if count > 1}
    for name, count in twice.items():
        yield RULE.finding(
            f"{table}的要素“{name}”出现了{count}次（附件2 一、二），请只保留一项。", field=name, severity=Severity.HINT
        )
    if not twice and (name := _out_of_order(labels)):
        yield RULE.finding(
            f"{table}的要素“{name}”的次序与式样不同（附件2 一），请按式样第1至36项的次序排列。",
            field=name,
            severity=Severity.HINT,
        )


def _tables(labels: Sequence[str]) -> Iterator[list[str]]:
    """The elements of one matter each: a sheet may print the form several times, each beginning with the same element."""
    table: list[str] = []
    for name in labels:
        if table and name == labels[0] and len(table) > len(NUMBERS) // 2:
            yield table
            table = []
        table.append(name)
    yield table


def elements_of(labels: Sequence[str]) -> list[str]:
    """The elements that printed labels name, without the headings of the table of materials and other words."""
    found: list[str] = []
    for label in labels:
        name = NAMES.get(_plain(label), "")
        heads_materials = found[-1:] == [MATERIALS] and name in MATERIAL_FIELDS and name in found
        if name and not heads_materials:
            found.append(name)
    return found


def _plain(label: str) -> str:
    """A label without its number and a note in brackets: 2 事项类型（可多选）."""
    return re.sub(r"^第?[\d一二三四五六七八九十]+项?[.、,:]?|\(.*\)|[:*]+$", "", fold(label))


def _out_of_order(labels: Sequence[str]) -> str:
    """The first element that follows one which it should precede; blank where form or text has this very order."""
    once = list(dict.fromkeys(labels))
    faults = []
    for order in (list(NUMBERS), list(TEXT_ORDER)):
        places = [order.index(name) for name in once]
        faults.append(
            [name for name, before, place in zip(once[1:], places, places[1:], strict=False) if place < before]
        )
    return "" if not all(faults) else faults[0][0]


RULE = Rule(
    code="GUIDE-36",
    name="缺少要素",
    clause="附件2 一",
    quote="对政务服务事项办事指南涉及的 36 项要素，严格按照本规范确定的口径、范围、表述方式、格式等进行填写，确保统一、规范。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_36,
)
