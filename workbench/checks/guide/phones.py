"""Telephone numbers of an element: office lines of Liaoning, mobiles and hotlines (rule book 2.4)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from workbench.records.tidy import fold

_SPLIT = re.compile(r"\s*[、，,；;/／\n]\s*|\s*或者?\s*")
_EXTENSION = r"(?:(?:转|分机号?|[-—–])[:]?(?P<extension>\d{1,6}))?"
_DASH = r"[-—–－]{0,2}"
#: 024 and 0411 have eight digits, the other codes of Liaoning seven or eight.
_PHONE = re.compile(
    rf"(?:\(?(?:024|0411|\+?86-?24|\+?86-?411)\)?{_DASH}(?P<eight>[2-9]\d{{3}}-?\d{{4}})|\(?(?:0|\+?86-?)4(?:1[02-9]|2\d)\)?{_DASH}(?P<seven>[2-9]\d{{6,7}})"
    rf"|(?P<local>[2-9]\d{{6,7}}|[2-9]\d{{2,3}}-\d{{4}})|(?P<mobile>1[3-9]\d{{9}})){_EXTENSION}"
)
_HOTLINE = re.compile(
    r"(?:\(?0(?:24|4\d\d)\)?-?)?(?P<number>1[12]\d{1,3}|96\d{3,4}|95\d{3}|[48]00-?\d{3}-?\d{4})(?:转\d+)?"
)
_NOTE = re.compile(r"\((?!0?\d{2,4}\))[^()]*\)")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The telephone numbers and the hotlines that a text tells, without area code, so that they can be compared."""

    phones: frozenset[str]
    hotlines: frozenset[str]


@lru_cache(maxsize=4096)
def numbers_in(text: str) -> Numbers:
    """Every complete number of a text; names, notes and words around a number do not count."""
    phones: set[str] = set()
    hotlines: set[str] = set()
    for piece in _pieces(text):
        if phone := _PHONE.fullmatch(piece):
            number = next(filter(None, (phone[name] for name in ("eight", "seven", "local", "mobile"))))
            phones.add(number.replace("-", "") + (f"转{phone['extension']}" if phone["extension"] else ""))
        elif hotline := _HOTLINE.fullmatch(piece):
            hotlines.add(hotline["number"].replace("-", ""))
    return Numbers(frozenset(phones), frozenset(hotlines))


def _pieces(text: str) -> list[str]:
    """What may be one number each: between separators, and between blanks where each side is a number by itself."""
    found = []
    for piece in _SPLIT.split(text):
        words = [_plain(word) for word in piece.split()]
        alone = [word for word in words if word]
        complete = len(alone) > 1 and all(_PHONE.fullmatch(word) or _HOTLINE.fullmatch(word) for word in alone)
        found += alone if complete else [_plain(piece)]
    return [piece for piece in found if piece]


def _plain(piece: str) -> str:
    """A number without names before and behind it and without a note in brackets."""
    folded = _NOTE.sub("", fold(piece))
    _, _, number = folded.rpartition(":")
    if not any(char.isdecimal() for char in number):
        number = folded
    return re.sub(r"^[^\d(+-]+|\D+$", "", number)
