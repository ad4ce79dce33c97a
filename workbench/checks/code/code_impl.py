"""CODE-IMPL."""

import re
from collections.abc import Iterator

from workbench.checks.code.left_blank import is_left_blank
from workbench.checks.guide_facts import text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FIELD = "实施编码"
LENGTH = 24
#: Region, township, village, organ, kind of organ, sub-matter.
CODE = re.compile(r"\d{6}\d{3}\d{3}[0-9A-Z]{9}[0-9A-Z]\d{2}")
LIAONING = "21"


def code_impl(item: Item, context: Context) -> Iterator[Finding]:
    """实施编码填写了，但不是24位，或区划不在辽宁。

    What: a filled implementation code is not 24 signs in its printed parts, or its region is not Liaoning.
    Why: 附件2 三(二)2 「实施编码共 24 位，用于区分和识别……」
    Example: 23位的编码.
    Remedy: 暂不填写.
    """
    del context
    text = text_of(item, FIELD)
    if text is None or is_left_blank(text):
        return
    if fault := _fault(fold(text)):
        yield RULE.finding(
            f"实施编码暂不填写；如填写应为24位（6+3+3+9+1+2），现{fault}（附件2 三(二)2），请更正或留空。",
            **whole(FIELD, text),
        )


def _fault(code: str) -> str:
    """What is wrong, in words; blank where nothing is."""
    if re.fullmatch(r"\d+(?:\.\d+)?[Ee]\+?\d+|\d+\.0+", code):
        return "被表格软件改成了数字"
    if len(code) != LENGTH:
        return f"为{len(code)}位"
    if not code.startswith(LIAONING):
        return f"行政区划代码以{code[:2]}开头，辽宁为21"
    return "" if CODE.fullmatch(code) else "有的位置应为数字或大写字母"


RULE = Rule(
    code="CODE-IMPL",
    name="实施编码",
    clause="附件2 三(二)2",
    quote="实施编码共 24 位",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=code_impl,
)
