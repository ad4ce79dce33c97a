"""FORM-SEQ."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

SUB_ITEM = re.compile(r"\d+[.\-－]\d+")


def form_seq(item: Item, context: Context) -> Iterator[Finding]:
    """首列不是从 1 起连续的阿拉伯数字。

    What: a gap, a repetition, a Chinese numeral or a real code in the first column; blanks of sub-items are right.
    Why: 附件1 3.3.2 「基本编码暂时按照阿拉伯数字顺序填写，……」
    Example: 1、2、4.
    Remedy: 重新排号.
    """
    del context
    expected = 1
    for place, printed in enumerate(item.seq or ()):
        value = fold(printed)
        if not value or SUB_ITEM.fullmatch(value):
            continue
        if not (value.isdecimal() and int(value) == expected):
            yield RULE.finding(
                f"首列应按阿拉伯数字顺序填写，第{place + 1}个为“{printed}”，应为“{expected}”（附件1 3.3.2），请重新排号。",
                field="seq",
                excerpt=printed,
                correction=str(expected),
                at=place,
            )
            return
        expected += 1


RULE = Rule(
    code="FORM-SEQ",
    name="序号不连续",
    clause="附件1 3.3.2",
    quote="基本编码暂时按照阿拉伯数字顺序填写，待目录编制完成后全省统一赋码。",
    scopes=("sheet",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=form_seq,
)
