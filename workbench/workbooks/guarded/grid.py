"""The cells of one worksheet as plain text, as they came from the parser."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import NamedTuple, overload

#: What is told of a file with notes on its cells; those of a returns workbook are ours.
COMMENTED = "文件中有批注，批注内容未作为填报内容读取"


class Merge(NamedTuple):
    """A merged range: first and last row and column, from 0, inclusive."""

    top: int
    left: int
    bottom: int
    right: int


#: Makes a merge of four numbers without looking at each: a sheet may have very many.
as_merge: Callable[[tuple[int, ...]], Merge] = partial(tuple.__new__, Merge)
#: Texts by column; all columns are of one length.
Columns = Sequence[Sequence[str]]


class RowsByColumn(Sequence[list[str]]):
    """Rows of a table that is kept by columns; each is made when asked for, without empty cells at its end."""

    __slots__ = ("_height", "columns")

    def __init__(self, columns: Columns, height: int) -> None:
        """``columns`` have ``height`` cells each."""
        self.columns, self._height = columns, height

    def __len__(self) -> int:
        """How many rows there are."""
        return self._height

    @overload
    def __getitem__(self, at: int) -> list[str]: ...
    @overload
    def __getitem__(self, at: slice) -> "list[list[str]]": ...
    def __getitem__(self, at: int | slice) -> "list[str] | list[list[str]]":
        """One row, or several."""
        if isinstance(at, slice):
            return list(map(_without_end, zip(*(column[at] for column in self.columns), strict=True)))
        return _without_end([column[at] for column in self.columns])

    def __iter__(self) -> Iterator[list[str]]:
        """All rows."""
        return map(_without_end, zip(*self.columns, strict=True))

    def __eq__(self, other: object) -> bool:
        """Whether the other has the same rows, however it keeps them."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(list.__eq__, self, other))

    def __hash__(self) -> int:
        """As of a list: none."""
        raise TypeError("unhashable")

    def __repr__(self) -> str:
        """The rows as a list."""
        return repr(list(self))


def _without_end(row: Sequence[str]) -> list[str]:
    texts = list(row)
    while texts and not texts[-1]:
        texts.pop()
    return texts


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
    rows: Sequence[list[str]]
    merges: list[Merge]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    caption: str = ""
    uncomputed: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()

    def text(self, row: int, column: int) -> str:
        """The text of a cell, ``""`` outside of the used area."""
        if 0 <= row < len(self.rows) and column >= 0:
            if isinstance(self.rows, RowsByColumn):
                return self.rows.columns[column][row] if column < len(self.rows.columns) else ""
            return self.rows[row][column] if column < len(self.rows[row]) else ""
        return ""

    def column(self, column: int, start: int, end: int) -> list[str]:
        """The texts of a column from row ``start`` to the row before ``end``, all of which the grid has."""
        columns = self.columns
        return list(columns[column][start:end]) if column < len(columns) else [""] * (end - start)

    @property
    def columns(self) -> Columns:
        """The texts column by column."""
        if isinstance(self.rows, RowsByColumn):
            return self.rows.columns
        return tuple(zip_longest(*self.rows, fillvalue=""))

    def width(self, first: int = 0) -> int:
        """Where the rows from ``first`` on end: the number of the last column that they fill, counted from 1."""
        if not isinstance(self.rows, RowsByColumn):
            return max(map(len, self.rows[first:]), default=0)
        columns = self.rows.columns
        return next((at + 1 for at in reversed(range(len(columns))) if any(columns[at][first:])), 0)
