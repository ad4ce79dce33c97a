"""CODE-BASIC."""

import re
from collections.abc import Iterator

from workbench.checks.code.left_blank import is_left_blank
from workbench.checks.guide_facts import text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FIELD = "基本编码"
LENGTH = 10
NO_SUB_ITEM = "000"


def code_basic(item: Item, context: Context) -> Iterator[Finding]:
    """基本编码填写了，但不是10位，或子项代码不对。

    What: a filled basic code is not ten digits, or its last three digits contradict the sub-item.
    Why: 附件2 三(二)1 「政务服务事项的基本编码共 10 位，……如果没有子项，子项代码为 000。（暂时无需填写）」
    Example: LN-001.
    Remedy: 暂不填写.
    """
    del context
    text = text_of(item, FIELD)
    if text is None or is_left_blank(text):
        return
    if fault := _fault(fold(text), item):
        yield RULE.finding(
            f"基本编码暂不填写；如填写应为10位（2位类型+5位主项+3位子项，无子项为000），现{fault}（附件2 三(二)1），请更正或留空。",
            **whole(FIELD, text),
        )


def _fault(code: str, item: Item) -> str:
    """What is wrong, in words; blank where nothing is."""
    if re.fullmatch(r"\d+(?:\.\d+)?[Ee]\+?\d+|\d+\.0+", code):
        return "被表格软件改成了数字"
    if not re.fullmatch(r"\d+", code):
        return "含有数字以外的字符"
    if len(code) != LENGTH:
        return f"为{len(code)}位" + ("，可能丢了开头的0" if len(code) == LENGTH - 1 else "")
    sub_item = item.row.sub_item_name if item.row else None
    if sub_item is not None and bool(sub_item.strip()) == code.endswith(NO_SUB_ITEM):
        return "有子项而末三位为000" if sub_item.strip() else f"没有子项而末三位为{code[-3:]}"
    return ""


RULE = Rule(
    code="CODE-BASIC",
    name="基本编码",
    clause="附件2 三(二)1",
    quote="政务服务事项的基本编码共 10 位，由 2 位事项类型代码、5 位主项代码、3 位子项代码三部分组成，如果没有子项，子项代码为 000。（暂时无需填写）",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=code_basic,
)
