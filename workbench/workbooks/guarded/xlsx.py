"""Reads Excel workbooks: values by python-calamine, what it lacks by ``sheet_xml``; only in the guarded process."""

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine as calamine

from workbench.workbooks.cells import cell_name
from workbench.workbooks.guarded import sheet_xml
from workbench.workbooks.guarded.bounds import too_far_a_cell, too_many_merges, too_many_sheets, too_wide_a_merge
from workbench.workbooks.guarded.check_marks import in_font
from workbench.workbooks.guarded.formats import broken, protected
from workbench.workbooks.guarded.grid import Grid, Merge
from workbench.workbooks.guarded.number_formats import display, general
from workbench.workbooks.guarded.parts import Parts
from workbench.workbooks.guarded.reach import count, explain
from workbench.workbooks.guarded.rich_text import strings_with_signs
from workbench.workbooks.guarded.styles import Styles, read_styles
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

_TEXT = frozenset({str})


def read_xlsx(content: bytes, limits: Limits) -> list[Grid]:
    """All worksheets with texts as displayed. Raises UnreadableWorkbook."""
    parts = Parts(content)
    count(parts, limits)
    try:
        grids = read_values(content, limits)
    except UnreadableWorkbook:
        explain(parts, limits)
        raise
    book = _Book(parts, limits)
    return [replace(book.completed(grid), notes=book.notes if grid is grids[0] else ()) for grid in grids]


def read_values(content: bytes, limits: Limits) -> list[Grid]:
    """All worksheets as the parser tells them. Raises UnreadableWorkbook."""
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheets = [each for each in book.sheets_metadata if each.typ is calamine.SheetTypeEnum.WorkSheet]
            if len(sheets) > limits.sheets:
                raise too_many_sheets(len(sheets), limits)
            return [_sheet(book.get_sheet_by_name(each.name), each, limits) for each in sheets]
    except calamine.PasswordError:
        raise protected() from None
    except (calamine.CalamineError, OSError, ValueError):
        raise broken() from None


def _sheet(sheet: calamine.CalamineSheet, about: calamine.SheetMetadata, limits: Limits) -> Grid:
    last_row, last_column = sheet.end or (0, 0)
    if (last_row + 1) * (last_column + 1) > limits.cells:
        raise too_far_a_cell(about.name, last_row + 1, last_column + 1, limits)
    rows = [_texts(row) for row in sheet.to_python(skip_empty_area=False)]
    while rows and not rows[-1]:
        rows.pop()
    ranges = (Merge(*first, *last) for first, last in sheet.merged_cell_ranges or ())
    return Grid(about.name, about.visible is calamine.SheetVisibleEnum.Visible, rows, checked_merges(ranges, limits))


def checked_merges(ranges: Iterable[Merge], limits: Limits) -> list[Merge]:
    """The merged ranges that are ones. Raises UnreadableWorkbook on more or larger ones than the limits allow."""
    merges = [each for each in ranges if each.top <= each.bottom and each.left <= each.right]
    if len(merges) > limits.merges:
        raise too_many_merges(limits)
    total = 0
    for merge in merges:
        area = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
        total += area
        if area > limits.merge_cells or total > limits.merged_cells:
            raise too_wide_a_merge(f"{cell_name(*merge[:2])}:{cell_name(*merge[2:])}", limits)
    return merges


def _texts(row: list[Any]) -> list[str]:
    """The row's texts without empty cells at its end."""
    if not _TEXT.issuperset(map(type, row)):
        row = [value if type(value) is str else displayed(value) for value in row]
    while row and not row[-1]:
        row.pop()
    return row


def displayed(value: Any) -> str:
    """What an office program shows for a value without a format of its own: 1.0 is ``1``."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return general(value)
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)


class _Book:
    """What of a workbook concerns all of its sheets."""

    def __init__(self, parts: Parts, limits: Limits) -> None:
        self._limits = limits
        self._parts = parts
        self._sheets = dict(parts.sheets())
        self._styles: Styles = read_styles(parts.root("xl/styles.xml"))
        self._signs = strings_with_signs(parts.read("xl/sharedStrings.xml"))
        root = parts.root("xl/workbook.xml")
        about = None if root is None else root.find("{*}workbookPr")
        self._date1904 = about is not None and about.get("date1904") in {"1", "true"}
        self.notes = parts.notes()

    def completed(self, grid: Grid) -> Grid:
        """The grid with what its XML says of it."""
        data = sheet_xml.plain(self._parts.read(self._sheets.get(grid.name, "")))
        if not data:
            return grid
        self._show(grid.rows, data)
        return replace(
            grid,
            hidden_rows=frozenset(sheet_xml.hidden_rows(data, len(grid.rows))),
            hidden_columns=frozenset(sheet_xml.hidden_columns(data, max(map(len, grid.rows), default=0))),
            uncomputed=tuple(sheet_xml.uncomputed(data)),
        )

    def _show(self, rows: list[list[str]], data: bytes) -> None:
        """Put into the rows what their cells show where that differs from their values."""
        for place, text in sheet_xml.errors(data):
            self._put(rows, *place, text)
        if self._styles.formats:
            for place, style, value in sheet_xml.numbers(data, self._styles.formats):
                self._put(rows, *place, self._formatted(value, style))
        if self._styles.fonts:
            for (row, column), style in sheet_xml.in_styles(data, self._styles.fonts):
                if row < len(rows) and column < len(rows[row]):
                    rows[row][column] = in_font(rows[row][column], self._styles.fonts[style])
        if self._signs:
            for place, number in sheet_xml.shared_strings(data):
                if number in self._signs:
                    self._put(rows, *place, self._signs[number])

    def _formatted(self, value: bytes, style: int) -> str:
        try:
            return display(float(value), self._styles.formats[style], date1904=self._date1904)
        except ValueError:
            return value.decode("utf-8", "replace")

    def _put(self, rows: list[list[str]], row: int, column: int, text: str) -> None:
        """Set the text of a cell that the parser has, or that it left out at the end of a row."""
        if (row + 1) * (column + 1) <= self._limits.cells:
            rows.extend([] for _ in range(row + 1 - len(rows)))
            rows[row].extend([""] * (column + 1 - len(rows[row])))
            rows[row][column] = text
