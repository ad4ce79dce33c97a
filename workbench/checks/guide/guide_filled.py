"""GUIDE-FILLED."""

import re
from collections.abc import Iterator

from workbench.checks.guide import topics
from workbench.checks.guide_facts import is_blank, says_none, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import ELEMENTS, Certainty, Finding, Severity
from workbench.records.tidy import fold

#: Elements not to be filled in for now, and those whose blank is judged by a rule of their own.
OWN_RULE = (
    "基本编码", "实施编码", "权限划分", "行使内容", "联办机构", "数量限制", "结果样本", "收费标准", "收费依据",
)  # fmt: skip
#: Free texts that never are 无; of a choice or a number its own rule says that 无 is no value.
NEVER_NONE = ("事项名称", "设定依据", "受理条件", "实施机构", "办理流程", "承诺办结时限", "办理地点", "办理时间")
LONGEST = 8
PLACEHOLDER = re.compile(r"待定|待补充?|待填写?|待完善|同上|略|[Xx×]{2,}|[（(]?空[）)]?|未填写?")


def guide_filled(item: Item, context: Context) -> Iterator[Finding]:
    """要素没有填写。

    What: an element is blank, a stroke or a placeholder; codes and elements that may be blank are left out.
    Why: 附件2 一 「严格按照本规范确定的口径、范围、表述方式、格式等进行填写」
    Example: 受理条件空白.
    Remedy: 按规范填写.
    """
    del context
    if item.guide is None:
        return
    for element in ELEMENTS:
        text = item.guide.text(element.name)
        if text is None or element.name in OWN_RULE or not _is_unfilled(element.name, text):
            continue
        if element.name == topics.FIELD and topics.topics(item.guide):
            continue
        yield RULE.finding(f"要素“{element.name}”未填写（附件2 一），请填写。", **whole(element.name, text))


def _is_unfilled(name: str, text: str) -> bool:
    if is_blank(text) or (len(text) <= LONGEST and PLACEHOLDER.fullmatch(fold(text))):
        return True
    return name in NEVER_NONE and says_none(text)


RULE = Rule(
    code="GUIDE-FILLED",
    name="要素未填写",
    clause="附件2 一",
    quote="严格按照本规范确定的口径、范围、表述方式、格式等进行填写",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_filled,
)
