"""Time limits (办结时限) as numbers with a unit, read leniently; how they must be written is for the rules."""

import re
from dataclasses import dataclass
from functools import lru_cache

from workbench.citations.numerals import integer
from workbench.records import Span
from workbench.records.tidy import fold

WORKDAY, DAY, MONTH, YEAR, HOUR, MINUTE = "工作日", "天", "个月", "年", "小时", "分钟"
_UNITS = {
    "工作日": WORKDAY,
    "工作天": WORKDAY,
    "自然日": DAY,
    "日历天": DAY,
    "日历日": DAY,
    "天": DAY,
    "日": DAY,
    "月": MONTH,
    "年": YEAR,
    "小时": HOUR,
    "分钟": MINUTE,
}
_LIMIT = re.compile(
    r"(?P<number>(?<![0-9０-９.．])[0-9０-９]{1,6}(?:[.．][0-9０-９]{1,3})?|[零〇一二三四五六七八九十百两半]{1,9})\s*个?\s*"
    rf"(?P<unit>{'|'.join(_UNITS)})(?!前|第)"
)
_NOTE = re.compile(r"[（(][^（()）]*[）)]")
_INSTANT = re.compile(r"当场|即时|立即|立等可取|随到随办|马上|即办|即来即办|现场办结")
_ZERO = re.compile(r"0(?:个)?(?:工作日|天|日)?")
#: The law sets no limit: 无, 法规未规定, 没有法定时限.
_UNSET = re.compile(
    r"(?:暂)?无|.{0,12}(?:未|没有|没|无)(?:作出?|做出?|明确|具体|法定|统一|相关|对)*.{0,6}(?:规定|要求|限制|限定|时限|期限).{0,6}"
)


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of units, and where it stands in the text."""

    number: float
    unit: str
    span: Span = (0, 0)

    @property
    def words(self) -> str:
        """As a form would print it: 20工作日."""
        return f"{self.number:g}{self.unit}"


def limits_in(text: str) -> tuple[Limit, ...]:
    """Every limit written in a text, in its order."""
    found = ((_number(match["number"]), match) for match in _LIMIT.finditer(text))
    return tuple(Limit(number, _UNITS[match["unit"]], match.span()) for number, match in found if number is not None)


@lru_cache(maxsize=4096)
def limit_of(text: str) -> Limit | None:
    """The limit that an element states: 0 for 当场; the longest of its first unit outside of brackets; None where none is."""
    if is_instant(text):
        return Limit(0, "")
    outside = _NOTE.sub(lambda note: " " * len(note.group()), text)
    found = limits_in(outside) or limits_in(text)
    same = [limit for limit in found if limit.unit == found[0].unit]
    return max(same, key=lambda limit: limit.number, default=None)


def is_instant(text: str) -> bool:
    """Whether the limit is 当场, 即时 or 0."""
    folded = fold(text)
    return bool(_ZERO.fullmatch(folded)) or (bool(_INSTANT.search(folded)) and not limits_in(text))


def is_unset(text: str) -> bool:
    """Whether the element says that the law sets no limit."""
    return bool(_UNSET.fullmatch(fold(text).rstrip("。."))) and not limits_in(text)


def _number(numeral: str) -> float | None:
    folded = fold(numeral)
    if folded == "半":
        return 0.5
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", folded):
        return float(folded)
    whole = integer(folded)
    return None if whole is None else float(whole)
