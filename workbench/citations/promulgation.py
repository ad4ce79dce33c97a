"""The grammar of what stands behind a title: events, each with its day, its maker, its number and what was done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from workbench.citations.numerals import DIGITS, integer

_B = r"[ \u3000\xa0]{0,3}"
_N = rf"[{DIGITS}]{{1,9}}"
_YEAR = r"(?:19|20)\d{2}"
_HAN_YEAR = r"(?:[一二][〇零○九八一二三四五六七]{3})"
_OPEN, _CLOSE = r"[〔﹝\[［（(【]", r"[〕﹞\]］）)】]"
_NO = rf"(?:{_B}{_OPEN}{_B}{_YEAR}{_B}{_CLOSE}|{_B}{_YEAR}{_B}年?)?{_B}(?:第{_B})?{_N}{_B}号(?:令|公告)?"
_STANDARDS = (
    r"GBJ|GBZ|GB|JGJ|CJJ|CJ|HJ|AQ|JTG(?: ?[A-Z](?=\d))?|JTJ|JTS|JT|NY|SL|TB|YY|MZ|WS|GA|LY|SC|QX|DL|HG|SY|YD|MH|RB|JR"
    r"|TSG(?: ?[A-Z])?|DB|DZ|DA|CH|JB|QB|LD|TD"
)
#: Anchors by name; what stands between two of them is the name of a maker.
_ANCHOR = re.compile(
    "|".join(
        (
            r"(?P<title>《(?:[^《》]|《[^《》]*》)*》?)",
            (
                rf"(?P<day>(?:{_YEAR}|{_HAN_YEAR}){_B}年{_B}[{DIGITS}]{{1,3}}{_B}月(?:{_B}[{DIGITS}]{{1,3}}{_B}日)?"
                rf"|{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}})"
            ),
            rf"(?P<standard>(?<![A-Za-z])(?:{_STANDARDS})(?:\d{{2,6}})?{_B}(?:/{_B}[TZ])?{_B}[-—–]?{_B}\d+(?:[.\-—–]\d+)*)",
            rf"(?P<order>(?<![命法禁责司口勒])令(?:{_NO})?|第{_B}{_N}{_B}号[^，,；;。《》]{{0,12}}?令|\d{{1,4}}号令)",
            rf"(?P<notice>(?:公告|通告){_B}[（(]?{_NO}|字{_B}(?:{_OPEN}{_B}{_YEAR}{_B}{_CLOSE})?{_B}第?{_B}\d{{1,5}}{_B}号)",
            rf"(?P<number>{_OPEN}{_B}(?:{_YEAR}|\d{{2}}){_B}年?{_B}{_CLOSE}{_B}(?:第{_B})?\d{{1,5}}{_B}号?)",
            rf"(?P<congress>(?:{_B}第{_N}届)?(?:全国)?(?:人民代表大会|人大)(?:常务委员会|常委会)?)",
            r"(?P<verb>批准|批复|通过|发布|公布|颁布|印发|修订|修正|修改|施行|实施)",
            r"(?P<cut>[，,；;。|\n])",
        )
    )
)

_TOLD_YEAR = re.compile(rf"(?:{_YEAR}|{_HAN_YEAR})(?={_B}[年\-./])")


@dataclass(frozen=True, slots=True)
class Event:
    """One clause: who did what when, and under which number.

    ``maker`` is what stands before the number, or before what was done; ``form`` names the anchor that gave the number.
    ``year`` is told also where the day is not.
    """

    day: date | None = None
    year: int | None = None
    maker: str = ""
    form: str = ""
    number: str = ""
    verb: str = ""
    congress: str = ""
    title: str = ""
    plain: str = ""


@dataclass(slots=True)
class _Reading:
    """What of the current event is read."""

    event: Event = field(default_factory=Event)
    problems: list[str] = field(default_factory=list)


def events(told: str) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    """The events told behind a title, in the order of the text, and what is wrong with their dates."""
    reading = _Reading()
    return tuple(_events(told, reading)), tuple(reading.problems)


def _events(told: str, reading: _Reading) -> Iterator[Event]:
    place = 0
    for anchor in _ANCHOR.finditer(told):
        gap, name = told[place : anchor.start()].strip(), anchor.lastgroup or ""
        place = anchor.end()
        ends_event = name in {"cut", "verb"}
        if name == "day" and (reading.event.day or reading.event.number):
            yield reading.event
            reading.event = Event()
        _take(reading, name, gap, anchor.group())
        if ends_event:
            yield reading.event
            reading.event = Event()
    yield replace(reading.event, plain=reading.event.plain + told[place:])


def _take(reading: _Reading, name: str, gap: str, printed: str) -> None:
    """Adds an anchor, and the text before it, to the current event."""
    event = replace(reading.event, plain=reading.event.plain + gap, year=reading.event.year or _year(gap))
    match name:
        case "day":
            event = replace(event, day=_day(printed, reading.problems), year=_year(printed))
        case "order" | "notice" | "number" | "standard" if not event.number:
            event = replace(event, maker=gap or event.maker, form=name, number=printed)
        case "congress":
            event = replace(event, congress=event.congress or f"{gap}{printed}")
        case "title":
            event = replace(event, title=event.title or printed)
        case "verb":
            event = replace(event, verb=printed, maker=event.maker or gap)
        case _:
            pass
    reading.event = event


def _year(printed: str) -> int | None:
    """The year that a text tells: 1993年国务院批准."""
    found = _TOLD_YEAR.search(printed)
    return integer(found.group()) if found else None


def _day(printed: str, problems: list[str]) -> date | None:
    """A printed day; a month alone counts as none, and one that is in no calendar is a problem."""
    parts = [integer(part) for part in re.findall(rf"[{DIGITS}]+", printed)]
    if len(parts) < 3 or None in parts:  # noqa: PLR2004 - year, month and day
        return None
    try:
        return date(*(part or 0 for part in parts[:3]))
    except ValueError:
        problems.append(f"日期“{printed}”不存在")
        return None
