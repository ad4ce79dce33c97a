"""Chinese and Arabic numerals as integers."""

import re
import unicodedata

#: What a number in a citation is made of.
DIGITS = "〇零○一二三四五六七八九十百千两\\d０-９"

_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = re.compile(rf"[{DIGITS}]+")


def integer(text: str) -> int | None:
    """The value of 七, 三十八, 一百零三, 二〇一四, 38 or ３８; None where the text is no number."""
    folded = unicodedata.normalize("NFKC", text).replace(" ", "")
    if folded.isdecimal():
        return int(folded) if len(folded) < 7 else None  # noqa: PLR2004 - no provision has a number of seven digits
    if not folded or any(char not in _VALUES and char not in _UNITS for char in folded):
        return None
    if not any(char in _UNITS for char in folded):
        return int("".join(str(_VALUES[char]) for char in folded))
    total, digit = 0, None
    for char in folded:
        if char in _UNITS:
            total += _UNITS[char] * (1 if digit is None else digit)
            digit = None
        else:
            digit = _VALUES[char]
    return total + (digit or 0)
