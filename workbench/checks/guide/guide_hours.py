"""GUIDE-HOURS."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import is_blank, text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FIELD = "办理时间"
_HALF = r"上午|早上|早晨|清晨|早|中午|下午|晚上|晚"
_CLOCK = r"(?P<{0}_half>{1})?(?P<{0}_hour>[01]?\d|2[0-4])(?:[:](?P<{0}_minute>[0-5]\d)(?::[0-5]\d)?|[点时](?:(?P<{0}_spoken>[0-5]\d)分?|(?P<{0}_thirty>半))?)"
HOURS = re.compile(_CLOCK.format("start", _HALF) + r"(?:[-—–─－−~～至到]){1,3}" + _CLOCK.format("end", _HALF))
AFTERNOON = ("下午", "晚上", "晚", "中午")
NOON = 12


def guide_hours(item: Item, context: Context) -> Iterator[Finding]:
    """办理时间没有写上班钟点，或起止颠倒。

    What: no span of hours is told, or one ends before it begins.
    Why: 附件2 三(二)24 「办理时间。填写上班时间，比如“8:30-17:00”。」
    Example: 工作时间.
    Remedy: 8:30-17:00.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    spans = [_minutes(match) for match in HOURS.finditer(fold(text))]
    if not spans:
        shown = "未填写" if is_blank(text) else f"为“{shorten(text)}”"
        yield RULE.finding(
            f"办理时间应填写具体上班时间，如“8:30-17:00”（附件2 三(二)24），现{shown}，请补充。", **whole(FIELD, text)
        )
    elif any(end <= start for start, end in spans):
        yield RULE.finding(
            f"办理时间“{shorten(text)}”的结束不晚于开始，应为具体上班时间，如“8:30-17:00”（附件2 三(二)24），请更正。",
            **whole(FIELD, text),
        )


def _minutes(match: re.Match[str]) -> tuple[int, int]:
    """Begin and end in minutes of the day; 下午1:00-5:00 is 13:00 to 17:00."""
    half = match["start_half"] or ""
    return _clock(match, "start", half), _clock(match, "end", match["end_half"] or half)


def _clock(match: re.Match[str], which: str, half: str) -> int:
    hour = int(match[f"{which}_hour"])
    minute = int(match[f"{which}_minute"] or match[f"{which}_spoken"] or (30 if match[f"{which}_thirty"] else 0))
    early = half == "中午" and hour >= NOON - 2
    return (hour + (NOON if half in AFTERNOON and hour < NOON and not early else 0)) * 60 + minute


RULE = Rule(
    code="GUIDE-HOURS",
    name="办理时间不具体",
    clause="附件2 三(二)24",
    quote="办理时间。填写上班时间，比如“8:30-17:00”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=guide_hours,
)
