"""What an office program displays for a number under a number format (ECMA-376 part 1, 18.8.30 and 18.8.31)."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from workbench.workbooks.guarded.date_formats import is_date, show_date
from workbench.workbooks.guarded.numerals import in_words

#: A longer format is none that a program writes.
_LONGEST = 512
_EXACT = 1e15
_SECTIONS = re.compile(r'(?:"[^"]*"?|[\\!].|\[[^\]]*\]?|[_*].|[^;"\\!\[_*])+|(?<=;)(?=;)|^(?=;)|(?<=;)$', re.DOTALL)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<bracket>[^\]]*)\]?|[_*].'
    r"|(?P<exponent>[Ee][+-]0+)|(?P<digit>[0#?])|(?P<dot>\.)|(?P<comma>,)|(?P<percent>%)|(?P<plain>.)",
    re.DOTALL,
)
_GENERAL = re.compile(r'(?:General|G/通用格式)(?=(?:[^"]*"[^"]*")*[^"]*$)', re.IGNORECASE)
_NUMERALS = re.compile(r"\[DBNum([12])\]", re.IGNORECASE)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
#: Formats that workbooks name by number alone; those from 27 are as a Chinese Excel shows them.
BUILTIN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0",
    7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"',
    30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0;-", 42: "¥#,##0;-¥#,##0;¥-",
    43: "#,##0.00;-#,##0.00;-", 44: "¥#,##0.00;-¥#,##0.00;¥-", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
    54: 'm"月"d"日"', 55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip


def display(number: float, code: str, *, date1904: bool = False) -> str:
    """What is shown for a number; ``date1904`` counts days from 1904, as old Macintosh files do."""
    sections = _sections(code[:_LONGEST])
    section, signed = _choose(sections, number)
    if section.strip().lower() in {"", "general", "@", "g/通用格式"}:
        return "" if not section and len(sections) > 1 and not number else general(number)
    if is_date(section):
        return show_date(number, section, date1904=date1904) or general(number)
    if named := _GENERAL.search(section):
        return _around_general(number, section[: named.start()], section[named.end() :], signed=signed)
    return _show_number(number, _compiled(section), signed=signed) or general(number)


def _around_general(number: float, before: str, after: str, *, signed: bool) -> str:
    """The number without a format of its own between what is printed around it: ``General"项"``."""
    style = _NUMERALS.search(before)
    size = abs(number)
    shown = (in_words(size, int(style[1])) if style else "") or general(size)
    mark = "-" if signed and number < 0 else ""
    texts = ("".join(part or "" for part in _compiled(each).whole) for each in (before, after))
    return f"{mark}{shown}".join(texts)


def general(number: float) -> str:
    """What is shown without a format: 1.0 is ``1``; whole numbers keep all digits that the file can hold."""
    if number != number or number in {float("inf"), float("-inf")}:  # noqa: PLR0124 - not a number
        return str(number)
    if number == int(number) and abs(number) < _EXACT:
        return str(int(number))
    text = f"{number:.10G}" if abs(number) < _EXACT else f"{number:.5E}"
    mantissa, mark, exponent = text.partition("E")
    return (mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa) + mark + exponent


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[str, ...]:
    return tuple(_SECTIONS.findall(code)) or ("",)


def _choose(sections: tuple[str, ...], number: float) -> tuple[str, bool]:
    """The section for this number, and whether the number keeps its sign in it."""
    for at, section in enumerate(sections[:2]):
        condition = _CONDITION.search(section)
        if condition and _holds(number, condition[1], float(condition[2])):
            return section, at == 0 or number < 0
    if any(_CONDITION.search(section) for section in sections[:2]):
        return sections[min(len(sections), 3) - 1], True
    if number < 0 and len(sections) > 1:
        return sections[1], False
    if number == 0 and len(sections) > 2:  # noqa: PLR2004 - positive, negative, zero
        return sections[2], False
    return sections[0], True


def _holds(number: float, sign: str, bound: float) -> bool:
    return {
        "<": number < bound,
        "<=": number <= bound,
        ">": number > bound,
        ">=": number >= bound,
        "=": number == bound,
        "<>": number != bound,
    }[sign]


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A section taken apart: what stands before, between and after the digits; None stands for a digit's place."""

    whole: tuple[str | None, ...]
    holders: str
    fraction: tuple[str | None, ...]
    fraction_holders: str
    grouped: bool
    power: int
    exponent: int


@lru_cache(maxsize=1024)
def _compiled(section: str) -> _Pattern:
    parts: tuple[list[str | None], list[str | None]] = ([], [])
    holders = ["", ""]
    power = exponent = after = commas = 0
    grouped = False
    for token in _TOKEN.finditer(section):
        kind, text = token.lastgroup, token[token.lastgroup or 0]
        if kind == "digit":
            grouped |= commas > 0 and not after and bool(holders[0])
            commas = 0
            holders[after] += text
            parts[after].append(None)
        elif kind == "dot" and not after:
            after = 1
            power -= 3 * commas
            commas = 0
        elif kind == "comma" and (holders[0] or holders[1]):
            commas += 1
        elif kind == "exponent":
            exponent = len(text) - 2
        elif kind == "percent":
            power += 2
            parts[after].append("%")
        elif kind in {"quoted", "escaped", "currency", "plain", "dot", "comma"}:
            parts[after].append(text)
    whole, fraction = tuple(parts[0]), tuple(parts[1])
    return _Pattern(whole, holders[0], fraction, holders[1], grouped, power - 3 * commas, exponent)


def _show_number(number: float, pattern: _Pattern, *, signed: bool) -> str:
    """The number in the places of the pattern; ``""`` for a pattern that has none or cannot be followed."""
    if not pattern.holders and not pattern.fraction_holders:
        return "".join(part or "" for part in pattern.whole)
    if "/" in pattern.whole:
        return ""
    try:
        value = Decimal(repr(number)).scaleb(pattern.power)
        places = len(pattern.fraction_holders)
        mark = ""
        if pattern.exponent:
            shift = value.adjusted() if value else 0
            value, mark = value.scaleb(-shift), f"E{shift:+0{pattern.exponent + 1}d}"
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    except (InvalidOperation, ValueError):
        return ""
    whole, _, fraction = f"{abs(value):f}".partition(".")
    shown = _whole(whole, pattern) + _fraction(fraction, pattern)
    tail = "".join(part for part in pattern.fraction if part)
    return ("-" if signed and value < 0 else "") + shown + mark + ("" if pattern.fraction_holders else tail)


def _whole(digits: str, pattern: _Pattern) -> str:
    """The digits before the point, from the right into their places; those left over stand before the first."""
    least = len(pattern.holders) - min((pattern.holders + "0").index("0"), len(pattern.holders))
    digits = (digits.lstrip("0")).rjust(least, "0")
    places = sum(part is None for part in pattern.whole)
    shown: list[str] = []
    left = list(digits)
    for part in reversed(pattern.whole):
        if part is not None:
            shown.append(part)
            continue
        places -= 1
        count = len(left) if places == 0 else min(1, len(left))
        shown.extend(left.pop() for _ in range(count))
    return _grouped("".join(reversed(shown)), digits) if pattern.grouped else "".join(reversed(shown))


def _grouped(shown: str, digits: str) -> str:
    return shown.replace(digits, f"{int(digits):,}".rjust(len(digits), "0"), 1) if digits else shown


def _fraction(digits: str, pattern: _Pattern) -> str:
    """The point and the digits after it; places that need not be filled lose their noughts at the end."""
    if not pattern.fraction_holders:
        return ""
    kept = len(digits)
    while kept and digits[kept - 1] == "0" and pattern.fraction_holders[kept - 1] != "0":
        kept -= 1
    left = iter(digits[:kept])
    return "." + "".join(next(left, "") if part is None else part for part in pattern.fraction)
