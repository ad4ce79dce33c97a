"""Sends worksheets from the guarded process to its parent, block by block (see ``arrival`` for the other side)."""

import json
from array import array
from collections.abc import Iterable
from itertools import chain
from typing import Any, BinaryIO

from workbench.workbooks.guarded.cleaning import Cleaner, plain
from workbench.workbooks.guarded.flow import Flow
from workbench.workbooks.guarded.frames import CELLS, END, MERGES, NAME, SHEET, send
from workbench.workbooks.guarded.grid import Columns
from workbench.workbooks.limits import Limits


class Sender:
    """Writes to ``stream``, at most so many bytes of texts: few words of a file can ask for very many."""

    def __init__(self, stream: BinaryIO, limits: Limits, most: float) -> None:
        """``limits`` are those of the file, ``most`` is what its reader may be sent."""
        self._stream, self._limits, self._left = stream, limits, most

    def sheets(self, flows: Iterable[Flow]) -> None:
        """Send all sheets and the end. Raises UnreadableWorkbook on an endless cell, MemoryError on endless cells."""
        for flow in flows:
            self._sheet(flow)
        self.end({})

    def end(self, answer: dict[str, Any]) -> None:
        """Send what ends the answer: why there is none, or nothing."""
        send(self._stream, END, _json(answer))

    def _sheet(self, flow: Flow) -> None:
        grid, cleaner = flow.grid, Cleaner(flow.grid.name, self._limits)
        send(self._stream, NAME, plain(grid.name).encode())
        send(self._stream, MERGES, array("I", chain.from_iterable(grid.merges)).tobytes())
        height, width = self._rows(flow.blocks, cleaner)
        about = {
            "visible": grid.visible,
            "hidden_rows": [row for row in sorted(grid.hidden_rows) if row < height],
            "hidden_columns": [column for column in sorted(grid.hidden_columns) if column < width],
            "caption": plain(grid.caption),
            "uncomputed": grid.uncomputed,
            "notes": [*grid.notes, *cleaner.notes()],
        }
        send(self._stream, SHEET, _json(about))

    def _rows(self, blocks: Iterable[Columns], cleaner: Cleaner) -> tuple[int, int]:
        """Send the rows down to the last that holds something; how many they are, and how wide."""
        height = blank = width = 0
        for block in blocks:
            filled, rows = _filled(block), len(block[0])
            if filled and blank:
                self._cells(cleaner.packed([[""] * blank], height))
                height, blank = height + blank, 0
            if filled:
                columns = block if filled == rows else [column[:filled] for column in block]
                self._cells(cleaner.packed(columns, height))
                height, width = height + filled, max(width, len(columns))
            blank += rows - filled
        return height, width

    def _cells(self, body: bytes) -> None:
        self._left -= len(body)
        if self._left < 0:
            raise MemoryError
        send(self._stream, CELLS, body)


def _filled(columns: Columns) -> int:
    """How many rows of a block reach down to the last that holds something."""
    rows = len(columns[0])
    return next((row + 1 for row in reversed(range(rows)) if any(column[row] for column in columns)), 0)


def _json(about: dict[str, Any]) -> bytes:
    return json.dumps(about, separators=(",", ":")).encode()
