"""How grids cross the pipe: one JSON header, then the texts of each grid joined by control characters.

Texts hold no control characters of their own (see ``cleaning``); splitting joined texts is many times faster than
parsing them, and nothing but texts and numbers can be made out of what comes from the guarded process.
"""

import gc
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from workbench.workbooks.guarded.cleaning import CELL_END, ROW_END, cleaned
from workbench.workbooks.guarded.grid import Grid, Merge
from workbench.workbooks.limits import Limits

_HEADER_END = b"\n"


def pack(grids: Iterable[Grid], limits: Limits) -> bytes:
    """The grids, cleaned, as one frame. Raises UnreadableWorkbook on an endless cell."""
    packed = [cleaned(grid, limits) for grid in grids]
    headers = [_header(grid, len(body)) for grid, body in packed]
    return b"".join((pack_answer({"sheets": headers}), *(body for _, body in packed)))


def pack_answer(answer: dict[str, Any]) -> bytes:
    """A header, which is all there is where no grid could be read."""
    return json.dumps(answer, separators=(",", ":")).encode() + _HEADER_END


def unpack_answer(frame: bytes) -> dict[str, Any]:
    """The header of a frame; its ``sheets`` are Grids. Raises ValueError or LookupError on a damaged frame."""
    end = frame.index(_HEADER_END) + 1
    answer: dict[str, Any] = json.loads(frame[:end])
    grids = []
    with _without_collection():
        for header in answer.get("sheets", ()):
            grids.append(_grid(header, frame[end : end + header["bytes"]]))
            end += header["bytes"]
    return answer | {"sheets": grids}


@contextmanager
def _without_collection() -> Iterator[None]:
    """Making many texts at once sets off the search for cycles again and again, to no avail."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _header(grid: Grid, size: int) -> dict[str, Any]:
    return {
        "bytes": size,
        "height": len(grid.rows),
        "name": grid.name,
        "visible": grid.visible,
        "merges": [number for merge in grid.merges for number in merge],
        "hidden_rows": sorted(grid.hidden_rows),
        "hidden_columns": sorted(grid.hidden_columns),
        "caption": grid.caption,
        "uncomputed": grid.uncomputed,
        "notes": grid.notes,
    }


def _grid(header: dict[str, Any], body: bytes) -> Grid:
    lines = body.decode().split(ROW_END) if header["height"] else []
    numbers = iter(header["merges"])
    return Grid(
        name=header["name"],
        visible=header["visible"],
        rows=[line.split(CELL_END) if line else [] for line in lines],
        merges=list(map(Merge._make, zip(numbers, numbers, numbers, numbers, strict=True))),
        hidden_rows=frozenset(header["hidden_rows"]),
        hidden_columns=frozenset(header["hidden_columns"]),
        caption=header["caption"],
        uncomputed=tuple((row, column) for row, column in header["uncomputed"]),
        notes=tuple(header["notes"]),
    )
