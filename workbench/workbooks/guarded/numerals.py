"""Whole numbers in Chinese numerals, as the formats [DBNum1] and [DBNum2] show them."""

_DIGITS = {1: "〇一二三四五六七八九", 2: "零壹贰叁肆伍陆柒捌玖"}
_PLACES = {1: ("", "十", "百", "千"), 2: ("", "拾", "佰", "仟")}
_GROUPS = ("", "万", "亿", "万亿")
_GROUP, _MOST = 10_000, 10**16


def in_words(number: float, style: int) -> str:
    """``12`` as 一十二 (style 1) or 壹拾贰 (style 2); ``""`` for what is no such number."""
    if number != int(number) or not 0 <= number < _MOST:
        return ""
    left, groups = int(number), []
    while left:
        left, group = divmod(left, _GROUP)
        groups.append(group)
    words, nought = "", _DIGITS[style][0]
    for at in reversed(range(len(groups))):
        group = groups[at]
        if group:
            between = nought if words and (group < _GROUP // 10 or words.endswith(nought)) else ""
            words = words.rstrip(nought) + between + _group(group, style) + _GROUPS[at]
    return words or nought


def _group(number: int, style: int) -> str:
    """A number below 10,000."""
    digits, nought = str(number), _DIGITS[style][0]
    words = ""
    for place, digit in enumerate(digits):
        if digit != "0":
            words += _DIGITS[style][int(digit)] + _PLACES[style][len(digits) - 1 - place]
        elif not words.endswith(nought):
            words += nought
    return words.rstrip(nought)
