"""The tokenizer: a basis cell as a row of marks, separators, provisions and text, in one pass."""

import re
from enum import StrEnum, auto
from typing import NamedTuple

from workbench.citations.articles import PROVISION_FORM


class Kind(StrEnum):
    """What a token is."""

    TITLE_OPEN = auto()
    TITLE_CLOSE = auto()
    PROVISION = auto()
    NUMBERING = auto()
    OPEN = auto()
    CLOSE = auto()
    LINE = auto()
    BLANK = auto()
    STOP = auto()
    COMMA = auto()
    COLON = auto()
    QUOTE = auto()
    TEXT = auto()


#: Blanks inside a line: half and full width, no-break, tab.
BLANKS = " \t\u3000\xa0\u2002\u2003\u200b\ufeff"
_HAN = "一二三四五六七八九十"
#: Each alternative is bounded or a single class, so that reading is linear in the length of the cell.
_FORMS = {
    Kind.TITLE_OPEN: "《",
    Kind.TITLE_CLOSE: "》",
    Kind.PROVISION: PROVISION_FORM,
    Kind.NUMBERING: rf"[①-⑳]|[（(](?:\d{{1,2}}|[{_HAN}]{{1,3}})[）)]|\d{{1,2}}[{BLANKS}]?[.．、](?!\d)"
    rf"|[{_HAN}]{{1,3}}[、.．]",
    Kind.OPEN: r"[（(［\[〔﹝【]",
    Kind.CLOSE: r"[）)］\]〕﹞】]",
    Kind.LINE: r"\r?\n|\r|<br\s?/?>",
    Kind.BLANK: f"[{BLANKS}]+",
    Kind.STOP: "[。；;！？]",
    Kind.COMMA: "[、，,]",
    Kind.COLON: "[：:]",
    Kind.QUOTE: '[“”"]',
    Kind.TEXT: rf"[^《》第附①-⑳（()）［\[\]］〔〕﹝﹞【】\r\n<{BLANKS}。；;！？、，,：:“”\"\d{_HAN}]+|\d+|[{_HAN}]+|[\s\S]",
}
_TOKEN = re.compile("|".join(f"({form})" for form in _FORMS.values()))
#: The kind of each group of the pattern above, which has one group a kind.
_KINDS = (Kind.TEXT, *_FORMS)


class Token(NamedTuple):
    """A piece of the cell; all tokens together are the cell."""

    kind: Kind
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """The tokens of a cell in the order of the text, without gaps."""
    return [Token(_KINDS[match.lastindex or 0], *match.span()) for match in _TOKEN.finditer(text)]
