"""Where a submission stands among those of its unit and kind, as it says of itself."""

import re
from typing import NamedTuple

from workbench.workbooks.recognition import days, number

#: What was mended for the first time was sent before.
_MENDED = re.compile(r"修改|修订|复核|反馈")
_FIRST = re.compile(r"初稿|首次")
_FINAL = re.compile(r"定稿|终稿")
_NUMBER = re.compile(r"[\d一二三四五六七八九十]+")
_AGAIN, _LAST = 2, 99


class Turn(NamedTuple):
    """Its round and its day (year, month, day; empty where untold); later submissions compare greater.

    What tells no round counts as the first. ``told`` is the round where its number is printed, None where it is not.
    """

    number: int = 1
    day: tuple[int, ...] = ()
    told: int | None = None

    @property
    def order(self) -> tuple[int, tuple[int, ...]]:
        """What submissions are put in order by."""
        return self.number, self.day


def turn_of(round_text: str | None, date_text: str | None) -> Turn:
    """The turn that the texts of round and date tell."""
    day = next(iter(days(date_text or "")), ())
    if not round_text:
        return Turn(day=day)
    mended = bool(_MENDED.search(round_text))
    if printed := _NUMBER.search(round_text):
        told = number(printed.group()) + mended
        return Turn(told, day, told)
    if _FIRST.search(round_text):
        return Turn(1, day)
    return Turn(_LAST if _FINAL.search(round_text) else _AGAIN, day)
