"""What an office program displays for a number of days under a date format."""

import re
from datetime import datetime, timedelta
from functools import lru_cache

_ENDLESS_HOURS = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_LITERAL = re.compile(r'"[^"]*"?|[\\!].|[_*].|\[[^\]]*\]?', re.DOTALL)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|\[(?P<endless>h+|m+|s+)\]|\[[^\]]*\]?|[_*].'
    r"|(?P<half>AM/PM|A/P|上午/下午)|(?P<part>y+|m+|d+|h+|s+|a{3,4}|e+)|\.(?P<fraction>0+)|(?P<plain>.)",
    re.DOTALL | re.IGNORECASE,
)
#: Formats that stand for the long date and the time of the system, here as in China.
_OF_SYSTEM = {"[$-F800]": 'yyyy"年"m"月"d"日"', "[$-F400]": "h:mm:ss"}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CHINESE_DAYS = "一二三四五六日"
_NUMERALS = "〇一二三四五六七八九"
_LEAP_BUG = 60
_LAST = 2_958_466
_NOON = 12

#: A piece of a format: what kind of token, and its text.
_Piece = tuple[str, str]


@lru_cache(maxsize=1024)
def is_date(section: str) -> bool:
    """Whether a section of a number format shows a date or time."""
    if _ENDLESS_HOURS.search(section):
        return True
    bare = _LITERAL.sub("", section).lower()
    return "general" not in bare and not re.search(r"[0#?]*e[+-]0", bare) and bool(re.search(r"[ymdhs]|a{3,4}", bare))


def serial(text: str, *, date1904: bool = False) -> float:
    """The number of days of an ISO date or time. Raises ValueError."""
    moment = datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    days = (moment - _start(date1904)) / timedelta(days=1)
    return days - 1 if not date1904 and days <= _LEAP_BUG else days


def show_date(number: float, section: str, *, date1904: bool = False) -> str:
    """The date or time; ``""`` where there is none for this number."""
    if not 0 <= number < _LAST:
        return ""
    pieces = _pieces(_OF_SYSTEM.get(section[: len("[$-F800]")].upper(), section))
    fraction = max((len(text) for kind, text in pieces if kind == "fraction"), default=0)
    precision = 10 ** min(fraction, 6)
    ticks = round(number * 86_400 * precision)
    days = number + 1 if not date1904 and number < _LEAP_BUG else number
    moment = _start(date1904) + timedelta(days=int(days), seconds=(ticks / precision) - int(number) * 86_400)
    halved = any(kind == "half" for kind, _ in pieces)
    shown = (_show(kind, text, moment, ticks / precision, halved) for kind, text in pieces)
    if "[dbnum1]" in section.lower():
        return "".join(map(_in_numerals, shown, (text for _, text in pieces)))
    return "".join(shown)


def _start(date1904: bool) -> datetime:
    return datetime(1904, 1, 1) if date1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - cells have no zone


@lru_cache(maxsize=1024)
def _pieces(section: str) -> tuple[_Piece, ...]:
    """The tokens of a format, with each m told apart as month or minute (``n``)."""
    pieces = [
        (
            token.lastgroup,
            token[token.lastgroup].lower() if token.lastgroup in {"part", "endless"} else token[token.lastgroup],
        )
        for token in _TOKEN.finditer(section)
        if token.lastgroup
    ]
    parts = [at for at, (kind, _) in enumerate(pieces) if kind in {"part", "endless"}]
    for place, at in enumerate(parts):
        kind, text = pieces[at]
        before = pieces[parts[place - 1]][1][0] if place else ""
        after = pieces[parts[place + 1]][1][0] if place + 1 < len(parts) else ""
        if kind == "part" and text in {"m", "mm"} and (before == "h" or after == "s"):
            pieces[at] = kind, "n" * len(text)
    return tuple(pieces)


def _show(kind: str, text: str, moment: datetime, seconds: float, halved: bool) -> str:
    if kind == "part":
        return _part(text, moment, halved)
    if kind == "endless":
        unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
        return str(int(seconds // unit)).rjust(len(text), "0")
    if kind == "fraction":
        return "." + f"{moment.microsecond:06d}"[: len(text)]
    if kind == "half":
        first, second = text.split("/")
        return second if moment.hour >= _NOON else first
    return text


def _part(text: str, moment: datetime, halved: bool) -> str:
    first, length = text[0], len(text)
    if first in "ye":
        return f"{moment.year:04d}" if length > 2 or first == "e" else f"{moment.year % 100:02d}"  # noqa: PLR2004 - yy
    if first == "a":
        day = _CHINESE_DAYS[moment.weekday()]
        return f"星期{day}" if length > 3 else day  # noqa: PLR2004 - aaa
    if length > 2 and first in "md":  # noqa: PLR2004 - mm, dd
        return _named(text, moment)
    hour = (moment.hour % _NOON or _NOON) if halved else moment.hour
    number = {"m": moment.month, "d": moment.day, "h": hour, "n": moment.minute, "s": moment.second}[first]
    return f"{number:02d}" if length > 1 else str(number)


def _named(text: str, moment: datetime) -> str:
    name = _MONTHS[moment.month - 1] if text[0] == "m" else _DAYS[moment.weekday()]
    return name[0] if text == "mmmmm" else name[:3] if len(text) == 3 else name  # noqa: PLR2004 - mmm, ddd


def _in_numerals(shown: str, text: str) -> str:
    """Chinese numerals as in 二〇一七年八月十五日: years digit by digit, other numbers in words."""
    if not shown.isdigit():
        return shown
    if text[:1] in "ye":
        return "".join(_NUMERALS[int(digit)] for digit in shown)
    tens, ones = divmod(int(shown), 10)
    ten = ("" if tens == 1 else _NUMERALS[tens]) + "十" if tens else ""
    return ten + (_NUMERALS[ones] if ones or not tens else "")
