"""Which opening mark is closed by which closing mark, in one pass over the tokens."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.citations.tokens import Kind, Token

#: A line that begins so is a new part of the cell: no bracket of the line before reaches into it.
_PARTS = {Kind.PROVISION, Kind.NUMBERING, Kind.TITLE_OPEN}
#: A title longer than this is one that was never closed.
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Pairs:
    """For each opening token the index of the token that closes it; an unclosed one has no entry."""

    titles: dict[int, int]
    brackets: dict[int, int]


def pair(text: str, tokens: Sequence[Token]) -> Pairs:
    """Pairs title marks, nested ones too, and brackets, where any closing mark closes any opening one.

    〔2014】 and （…] are seen in real cells. A title ends with its line; a bracket may go on in the next one,
    unless that begins a new part.
    """
    found = Pairs({}, {})
    titles: list[int] = []
    brackets: list[int] = []
    for index, token in enumerate(tokens):
        match token.kind:
            case Kind.TITLE_OPEN:
                titles.append(index)
            case Kind.TITLE_CLOSE:
                _close(found.titles, titles, index)
            case Kind.OPEN:
                brackets.append(index)
            case Kind.CLOSE:
                _close(found.brackets, brackets, index)
            case Kind.LINE:
                titles.clear()
                if _begins_part(text, tokens, index + 1):
                    brackets.clear()
            case _:
                pass
    closed = {at: to for at, to in found.titles.items() if tokens[to].start - tokens[at].start <= _LONGEST_TITLE}
    return Pairs(closed, found.brackets)


def _close(pairs: dict[int, int], opened: list[int], index: int) -> None:
    if opened:
        pairs[opened.pop()] = index


def _begins_part(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether the line that begins with this token is indented, or begins with a provision, number, title or 【."""
    if index >= len(tokens):
        return True
    token = tokens[index]
    return token.kind in _PARTS or text[token.start] in "【[［\u3000"
