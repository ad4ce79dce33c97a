"""Says why an Excel sheet could not be read: cells or merges that reach too far. Costly, so only asked afterwards."""

import re

from workbench.workbooks.guarded.bounds import (
    column_number,
    too_far_a_cell,
    too_many_cells,
    too_many_merges,
    too_wide_a_merge,
)
from workbench.workbooks.guarded.parts import Parts
from workbench.workbooks.limits import Limits

_MERGES, _CELLS = (b"<mergeCell ",), (b"<c ", b"<c>")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\sr\s*=\s*["'](\d{1,9})["']""")
_WIDE = re.compile(rb"""\sr\s*=\s*["']([A-Z]{2,3})\d""")
_VALUED = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\sr\s*=\s*["']([A-Z]{1,3})(\d{1,9})["'][^>]*(?<!/)>\s*<(?!/)""")
_MERGE = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*?ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']""")


def count(parts: Parts, limits: Limits) -> None:
    """Raise UnreadableWorkbook where the sheets have more cells or merges than are read; quick."""
    for data in parts.sheet_parts():
        if sum(map(data.count, _MERGES)) > limits.merges:
            raise too_many_merges(limits)
        if sum(map(data.count, _CELLS)) > limits.cells:
            raise too_many_cells(limits.cells)


def explain(parts: Parts, limits: Limits) -> None:
    """Raise UnreadableWorkbook where a sheet's cells or merges are the cause."""
    for data in parts.sheet_parts():
        _check_reach(data, limits)
        _check_merges(data, limits)


def _check_reach(data: bytes, limits: Limits) -> None:
    """The last row and the last column that hold something; cells that are only formatted do not count."""
    claimed_rows = max(map(int, _ROW.findall(data)), default=1)
    claimed_columns = max((column_number(letters) for letters in set(_WIDE.findall(data))), default=26)
    if claimed_rows * claimed_columns <= limits.cells:
        return
    rows = columns = 1
    for letters, row in _VALUED.findall(data):
        rows, columns = max(rows, int(row)), max(columns, column_number(letters))
    if rows * columns > limits.cells:
        raise too_far_a_cell("", rows, columns, limits)


def _check_merges(data: bytes, limits: Limits) -> None:
    for left, top, right, bottom in _MERGE.findall(data):
        area = (abs(column_number(right) - column_number(left)) + 1) * (abs(int(bottom) - int(top)) + 1)
        if area > limits.merge_cells:
            raise too_wide_a_merge(b"".join((left, top, b":", right, bottom)).decode(), limits)
