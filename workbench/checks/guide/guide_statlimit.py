"""GUIDE-STATLIMIT."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import is_blank, text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import PERMIT, shorten, type_of
from workbench.checks.rule import Rule
from workbench.checks.time_limits import DAY, WORKDAY, Limit, is_unset, limits_in
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FIELD = "法定办结时限"
PRINTED = re.compile(r"\d+个?(?:工作日|天)")
#: Number and unit are right, only their writing differs: numerals in words, or a note in brackets.
WORDED = re.compile(r"(?:[零〇一二三四五六七八九十百两]+|\d+)个?(?:工作日|天)(?:\([^()]*\))?[。.]?$")


def guide_statlimit(item: Item, context: Context) -> Iterator[Finding]:
    """法定办结时限不是数字加工作日或天。

    What: the limit is not a number and 工作日 or 天, nor 无.
    Why: 附件2 三(一)5 「指某一政务服务事项法规条款明确的具体办结时限。计量单位为“工作日”或“天”。」
    Example: 3个月.
    Remedy: 90天.
    """
    del context
    text = text_of(item, FIELD)
    if text is None or PRINTED.fullmatch(fold(text)) or is_unset(text):
        return
    shown = "为空" if is_blank(text) else f"为“{shorten(text)}”"
    found = limits_in(text)
    yield RULE.finding(
        f"法定办结时限应为“数字＋工作日（或天）”，现{shown}{_hint(fold(text), found)}（附件2 三(一)5），请更正。",
        **whole(FIELD, text),
        severity=Severity.HINT if is_worded(text) else None,
        correction=_correction(text, item, found),
    )


def is_worded(text: str) -> bool:
    """Whether number and unit are right and only written otherwise, so that the limit can be compared."""
    return bool(WORDED.match(fold(text)))


def _hint(folded: str, found: tuple[Limit, ...]) -> str:
    """What to do with a unit that the laws use and the form does not."""
    if re.search(r"(?<!自然)(?<!工作)日内?$", folded) and found and found[0].unit == DAY:
        return "，“日”请核对法规后换算为“天”或“工作日”"
    if "月" in folded or "年" in folded:
        return "，请核对法规后换算"
    return ""


def _correction(text: str, item: Item, found: tuple[Limit, ...]) -> str | None:
    """The limit as the form wants it, where one whole number with one of the two units is told."""
    if len(found) != 1 or not found[0].number.is_integer() or "(" in fold(text):
        return None
    limit = found[0]
    sure = limit.unit == WORKDAY or (limit.unit == DAY and type_of(item) != PERMIT)
    return f"{limit.number:g}{'个' if '个' in text and limit.unit == WORKDAY else ''}{limit.unit}" if sure else None


RULE = Rule(
    code="GUIDE-STATLIMIT",
    name="法定办结时限写法",
    clause="附件2 三(一)5",
    quote="指某一政务服务事项法规条款明确的具体办结时限。计量单位为“工作日”或“天”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_statlimit,
)
