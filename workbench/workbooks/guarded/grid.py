"""The cells of one worksheet as plain text, as they came from the parser."""

from dataclasses import dataclass
from typing import NamedTuple


class Merge(NamedTuple):
    """A merged range: first and last row and column, from 0, inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One worksheet, or one table of a document.

    ``rows`` starts at A1 and holds what each cell displays, ``""`` for an empty one. ``hidden_rows`` and
    ``hidden_columns`` are numbers from 0, ``caption`` is text that stands outside of the table (in Word).
    ``uncomputed`` are row and column, from 0, of formulas that the file has no result of: their text is ``""``.
    ``notes`` are Chinese sentences about what a reader should know (macros, links, characters that were left out);
    what concerns the whole file stands with its first grid.
    """

    name: str
    visible: bool
    rows: list[list[str]]
    merges: list[Merge]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    caption: str = ""
    uncomputed: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()

    def text(self, row: int, column: int) -> str:
        """The text of a cell, ``""`` outside of the used area."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return ""
