"""What a guide's elements say: given or not, blank or not, 无 or not, and how a finding marks them."""

import re
from functools import lru_cache
from typing import TypedDict

from workbench.checks.item import Item
from workbench.records import Span
from workbench.records.tidy import fold

#: A stroke stands for a blank in a form.
_BLANK = re.compile(r"[/\\\-—–―─_.。]*")
_NONE = re.compile(r"无[。.]?")
#: A longer text is neither a stroke nor a single word; blanks around it may make it long.
_SHORT = 12


class Marked(TypedDict):
    """What a finding marks in an element."""

    field: str
    excerpt: str
    span: Span | None


def text_of(item: Item, name: str) -> str | None:
    """The text of an element of the item's guide; None where it is unknown, ``""`` where it is blank."""
    return item.guide.text(name) if item.guide else None


def filled(item: Item, name: str) -> str:
    """The text of an element, empty where it is unknown, blank, a stroke or 无."""
    text = text_of(item, name)
    return "" if text is None or is_blank(text) or says_none(text) else text


def is_blank(text: str) -> bool:
    """Whether nothing is filled in: blanks, or a stroke such as / or —."""
    return _is_short(text) and bool(_BLANK.fullmatch(_folded(text)))


def says_none(text: str) -> bool:
    """Whether the text is 无."""
    return _is_short(text) and bool(_NONE.fullmatch(_folded(text)))


def _is_short(text: str) -> bool:
    return len(text) <= _SHORT or len(text.strip()) <= _SHORT


#: Short answers are the same in guide after guide.
_folded = lru_cache(maxsize=1024)(fold)


def whole(name: str, text: str) -> Marked:
    """An element marked from end to end; without a span where it is blank."""
    return {"field": name, "excerpt": text, "span": (0, len(text)) if text.strip() else None}


def part(name: str, text: str, span: Span) -> Marked:
    """A part of an element."""
    return {"field": name, "excerpt": text[slice(*span)], "span": span}


def remark_of(item: Item) -> str | None:
    """The remark that belongs to a guide: its own, else its catalogue row's; None where both are unknown."""
    if item.guide and item.guide.remarks is not None:
        return item.guide.remarks
    return item.row.remarks if item.row else None
