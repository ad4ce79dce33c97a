"""Worksheets on their way from the guarded process, in the parent (see ``sending`` for the other side).

Whoever reads a sheet need not wait until it is whole: the guarded process makes further rows while the parent reads those
that have come. Texts come joined by control characters, of which they hold none: splitting them is many times faster than
parsing, and nothing but texts and numbers can be made out of what comes from the guarded process.
"""

import json
from array import array
from collections.abc import Iterator
from typing import Any

from workbench.workbooks.guarded.cleaning import CELL_END, CODING
from workbench.workbooks.guarded.frames import CELLS, MERGES, NAME, SHEET, Frame
from workbench.workbooks.guarded.grid import Grid, Merge, RowsByColumn, as_merge

#: So many rows are quickly made, and then quicker to go through again and again.
_FEW = 1_000


class DamagedAnswer(Exception):  # noqa: N818 - named like what it says
    """The guarded process sent what is no sheet."""


class Arrival:
    """One worksheet; ``grid`` holds the rows that have come, and all that is known of it once it is ``whole``."""

    def __init__(self, name: str, merges: list[Merge], frames: Iterator[Frame]) -> None:
        """``frames`` go on with the sheet's cells."""
        self._frames = frames
        self._columns: list[list[str]] = []
        self._height = 0
        self.grid = Grid(name, visible=True, rows=[], merges=merges)
        self.whole = False

    def grow(self, height: int = 0) -> bool:
        """Wait for further rows, and on to so many of them; False where there are no more. Raises DamagedAnswer."""
        before = self._height
        while not self.whole and self._height < max(height, before + 1):
            self._take(*_next(self._frames))
        return self._height > before

    def all(self) -> Grid:
        """The whole sheet. Raises DamagedAnswer."""
        while self.grow():
            pass
        return self.grid

    def _take(self, kind: bytes, data: bytes) -> None:
        grid = self.grid
        try:
            if kind == CELLS:
                self._cells(data.decode(CODING).split(CELL_END))
                rows = RowsByColumn(self._columns, self._height)
                self.grid = Grid(grid.name, visible=True, rows=rows, merges=grid.merges)
            elif kind == SHEET:
                self.grid, self.whole = self._finished(json.loads(data)), True
            else:
                raise DamagedAnswer
        except (ValueError, LookupError, TypeError, ZeroDivisionError):
            raise DamagedAnswer from None

    def _cells(self, texts: list[str]) -> None:
        """Add the rows of a block, which may be wider or narrower than those before."""
        width = int(texts.pop())
        rows, rest = divmod(len(texts), width)
        if rest or rows < 1:
            raise DamagedAnswer
        while len(self._columns) < width:
            self._columns.append([""] * self._height)
        for at, column in enumerate(self._columns):
            column.extend(texts[at * rows : (at + 1) * rows] if at < width else [""] * rows)
        self._height += rows

    def _finished(self, about: dict[str, Any]) -> Grid:
        while self._columns and not any(self._columns[-1]):
            self._columns.pop()
        rows = RowsByColumn(self._columns, self._height)
        return Grid(
            name=self.grid.name,
            visible=about["visible"],
            rows=rows if len(rows) > _FEW else list(rows),
            merges=self.grid.merges,
            hidden_rows=frozenset(about["hidden_rows"]),
            hidden_columns=frozenset(each for each in about["hidden_columns"] if each < len(self._columns)),
            caption=about["caption"],
            uncomputed=tuple((row, column) for row, column in about["uncomputed"]),
            notes=tuple(about["notes"]),
        )


def arrivals(frames: Iterator[Frame]) -> Iterator[Arrival]:
    """All sheets, each of which comes to its end before the next begins. Raises DamagedAnswer."""
    for kind, data in frames:
        if kind != NAME:
            raise DamagedAnswer
        arrival = _begun(data, frames)
        yield arrival
        arrival.all()


def _begun(name: bytes, frames: Iterator[Frame]) -> Arrival:
    kind, data = _next(frames)
    if kind != MERGES:
        raise DamagedAnswer
    try:
        numbers = array("I", data)
        merges = list(map(as_merge, zip(*[iter(numbers)] * 4, strict=True)))
        return Arrival(name.decode(), merges, frames)
    except ValueError:
        raise DamagedAnswer from None


def _next(frames: Iterator[Frame]) -> Frame:
    """The next frame of a sheet that is not at its end."""
    frame = next(frames, None)
    if frame is None:
        raise DamagedAnswer
    return frame
