"""Puts together, in the parent, the grids that the guarded process sends (see ``sending`` for the other side).

Texts come joined by control characters, of which they hold none: splitting them is many times faster than parsing, and
nothing but texts and numbers can be made out of what comes from the guarded process.
"""

import json
from array import array
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from workbench.workbooks.guarded.cleaning import CELL_END, COLUMN_END
from workbench.workbooks.guarded.frames import CELLS, MERGES, SHEET
from workbench.workbooks.guarded.grid import Grid, Merge, RowsByColumn

#: So many rows are quickly made, and then quicker to go through again and again.
_FEW = 1_000


class Assembly:
    """Takes frame after frame; ``grids`` are the sheets that are whole."""

    def __init__(self) -> None:
        """Nothing has come yet."""
        self.grids: list[Grid] = []
        self._begin()

    def take(self, kind: bytes, data: bytes) -> None:
        """Add what a frame tells. Raises ValueError, LookupError or TypeError on a damaged one."""
        if kind == CELLS:
            self._cells([column.split(CELL_END) for column in data.decode().split(COLUMN_END.decode())])
        elif kind == MERGES:
            numbers = array("I", data)
            self._merges.extend(map(Merge._make, zip(*[iter(numbers)] * 4, strict=True)))
        elif kind == SHEET:
            self.grids.append(self._grid(json.loads(data)))
            self._begin()
        else:
            raise ValueError(kind)

    def _begin(self) -> None:
        self._columns: list[list[str]] = []
        self._merges: list[Merge] = []
        self._height = 0

    def _cells(self, block: Sequence[list[str]]) -> None:
        """Add the rows of a block, which may be wider or narrower than those before."""
        rows = len(block[0])
        if any(len(column) != rows for column in block):
            raise ValueError(block)
        while len(self._columns) < len(block):
            self._columns.append([""] * self._height)
        for column, texts in zip_longest(self._columns, block, fillvalue=[""] * rows):
            column.extend(texts)
        self._height += rows

    def _grid(self, about: dict[str, Any]) -> Grid:
        for column in self._columns:
            del column[about["height"] :]
        while self._columns and not any(self._columns[-1]):
            self._columns.pop()
        rows = RowsByColumn(self._columns, about["height"])
        return Grid(
            name=about["name"],
            visible=about["visible"],
            rows=rows if len(rows) > _FEW else list(rows),
            merges=self._merges,
            hidden_rows=frozenset(about["hidden_rows"]),
            hidden_columns=frozenset(each for each in about["hidden_columns"] if each < len(self._columns)),
            caption=about["caption"],
            uncomputed=tuple((row, column) for row, column in about["uncomputed"]),
            notes=tuple(about["notes"]),
        )
