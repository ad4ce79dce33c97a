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
    """One worksheet: ``rows`` starts at A1 and holds what each cell displays, ``""`` for an empty one."""

    name: str
    visible: bool
    rows: list[list[str]]
    merges: list[Merge]

    def text(self, row: int, column: int) -> str:
        """The text of a cell, ``""`` outside of the used area."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return ""
