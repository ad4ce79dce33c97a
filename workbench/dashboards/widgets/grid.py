"""The list: a well-kept grid library (AG Grid Community) fed with gzip columns."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any as Anything

import anywidget
import numpy as np
from numpy.typing import NDArray
from traitlets import Any, Bool, Bytes, List, Unicode

from workbench.dashboards.widgets.assets import script


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list.

    ``kind`` is ``text``, ``number``, ``name`` (with the field ``below`` in a second line), ``tags`` (pairs of tone
    and word) or ``bar`` (shares of a whole: tone, word, count); tags and bars are ordered by the number in the
    field ``sort``. ``width`` in pixels; ``flex`` shares what is left over; with
    ``hide`` it is shown only when the user asks for it.
    """

    field: str
    title: str
    width: int
    kind: str = "text"
    below: str | None = None
    sort: str | None = None
    flex: int | None = None
    hide: bool = False


class Grid(anywidget.AnyWidget):
    """Rows with an ``id``; ``current`` is the open one's. ``mask`` has one byte a row, 0 hides it.

    ``layout_kept`` are the columns in the user's order, each with ``field``, ``width``, ``flex`` and ``hide``; none
    before anything was changed. With ``multiple`` rows can be chosen together: ``selected`` are their ids, none where only the open one is.
    """

    _esm = script("grid")
    columns = List(Any()).tag(sync=True)
    data = Bytes(b"").tag(sync=True)
    mask = Bytes(b"").tag(sync=True)
    current = Unicode("").tag(sync=True)
    multiple = Bool(False).tag(sync=True)
    selected = List(Any()).tag(sync=True)
    layout_kept = List(Any()).tag(sync=True)

    def __init__(self, columns: Sequence[Column], values: Mapping[str, Sequence[Anything]], **traits: Anything) -> None:
        """``values`` has one sequence a field, all of one length; among them ``id``."""
        super().__init__(columns=[asdict(column) for column in columns], data=packed(values), **traits)

    def load(self, values: Mapping[str, Sequence[Anything]]) -> None:
        """Show other rows."""
        self.data = packed(values)

    def show_only(self, visible: NDArray[np.bool_]) -> None:
        """Show the rows that are true."""
        self.mask = b"" if visible.all() else visible.astype(np.uint8).tobytes()

    def patch(self, rows: Sequence[Mapping[str, Anything]]) -> None:
        """Change fields of rows in place; each names its ``id``."""
        self.send({"type": "patch", "rows": list(rows)})

    def go(self, to: str) -> None:
        """Select another row: ``next``, ``previous``, ``marked``, ``open`` ... in the order on the screen."""
        self.send({"type": "go", "to": to})


def packed(values: Mapping[str, Sequence[Anything]]) -> bytes:
    """Columns as gzip JSON: ``{"fields": [...], "columns": [[...], ...]}``."""
    content = {"fields": list(values), "columns": [list(column) for column in values.values()]}
    return gzip.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), 1)
