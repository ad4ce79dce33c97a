"""Chinese and Arabic numerals as integers."""

import unicodedata

#: What a number in a citation is made of.
DIGITS = "〇零○一二三四五六七八九十百千两\\d"

_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MOST_DIGITS = 6


def integer(text: str) -> int | None:
    """The value of 七, 三十八, 一百零三, 二〇一四, 38 or ３８; None where the text is no number."""
    folded = "".join(unicodedata.normalize("NFKC", text).split())
    if folded.isdecimal():
        return int(folded) if len(folded) <= _MOST_DIGITS else None
    if not folded or any(char not in _VALUES and char not in _UNITS for char in folded):
        return None
    if not any(char in _UNITS for char in folded):
        digits = "".join(str(_VALUES[char]) for char in folded)
        return int(digits) if len(digits) <= _MOST_DIGITS else None
    return _with_units(folded)


def _with_units(numeral: str) -> int:
    """The value of a numeral with 十, 百 or 千 in it."""
    total, digit = 0, None
    for char in numeral:
        if char in _UNITS:
            total += _UNITS[char] * (1 if digit is None else digit)
            digit = None
        else:
            digit = _VALUES[char]
    return total + (digit or 0)
