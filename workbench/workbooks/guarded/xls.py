"""Reads Excel 97-2003 workbooks, and .et files that are such inside; runs only inside of the guarded process."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import xlrd

from workbench.workbooks.guarded.bounds import too_far_a_cell, too_many_sheets
from workbench.workbooks.guarded.check_marks import in_font
from workbench.workbooks.guarded.controls import UNREAD
from workbench.workbooks.guarded.flow import Flow, flow_of
from workbench.workbooks.guarded.formats import protected
from workbench.workbooks.guarded.grid import Grid, Merge
from workbench.workbooks.guarded.merging import checked_merges
from workbench.workbooks.guarded.number_formats import BUILTIN, display
from workbench.workbooks.guarded.shown import Shown
from workbench.workbooks.guarded.values import value_flows
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

_MACROS = "_VBA_PROJECT_CUR".encode("utf-16-le")
#: The beginning of the record of a check box or an option button, and its kind.
_CONTROL = re.compile(rb"\x5d\x00..\x15\x00\x12\x00[\x0b\x0c]\x00", re.DOTALL)
_NOT_RUN = "文件含有宏，未运行"


def read_xls(content: bytes, limits: Limits) -> Iterable[Flow]:
    """All worksheets with texts as displayed. Raises UnreadableWorkbook.

    A file that is slightly wrong, as some exporting systems write, is read for its values alone.
    """
    try:
        return map(flow_of, _grids(content, limits))
    except (UnreadableWorkbook, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - xlrd raises whatever it stumbles over
        if "encrypted" in str(error):
            raise protected() from None
        return value_flows(content, limits, Shown, lambda _: Shown())


def _grids(content: bytes, limits: Limits) -> list[Grid]:
    book = xlrd.open_workbook(file_contents=content, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
    sheets = book.sheets()
    if len(sheets) > limits.sheets:
        raise too_many_sheets(len(sheets), limits)
    unread = (UNREAD,) if _CONTROL.search(content) else ()
    notes = (*((_NOT_RUN,) if _MACROS in content else ()), *unread)
    return [_grid(book, sheet, limits, () if at else notes) for at, sheet in enumerate(sheets)]


def _grid(book: Any, sheet: Any, limits: Limits, notes: tuple[str, ...]) -> Grid:
    if sheet.nrows * sheet.ncols > limits.cells:
        raise too_far_a_cell(sheet.name, sheet.nrows, sheet.ncols, limits)
    ranges = (Merge(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells)
    rows = [_texts(book, sheet, row) for row in range(sheet.nrows)]
    while rows and not rows[-1]:
        rows.pop()
    width = max(map(len, rows), default=0)
    return Grid(
        name=sheet.name,
        visible=sheet.visibility == 0,
        rows=rows,
        merges=checked_merges(ranges, limits),
        hidden_rows=frozenset(row for row, about in sheet.rowinfo_map.items() if about.hidden and row < len(rows)),
        hidden_columns=frozenset(
            column for column, about in sheet.colinfo_map.items() if about.hidden and column < width
        ),
        notes=notes,
    )


def _texts(book: Any, sheet: Any, row: int) -> list[str]:
    """The row's texts without empty cells at its end."""
    texts = [_text(book, sheet, row, column) for column in range(sheet.row_len(row))]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _text(book: Any, sheet: Any, row: int, column: int) -> str:
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind == xlrd.XL_CELL_TEXT:
        return "".join(_in_fonts(book, sheet, row, column, value))
    if kind in {xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}:
        key = book.xf_list[sheet.cell_xf_index(row, column)].format_key
        code = BUILTIN.get(key) or book.format_map[key].format_str
        return display(value, code, date1904=book.datemode == 1)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    return str(xlrd.error_text_from_code.get(value, "")) if kind == xlrd.XL_CELL_ERROR else ""


def _in_fonts(book: Any, sheet: Any, row: int, column: int, text: str) -> Iterator[str]:
    """The text run by run, as seen in each run's font."""
    font = book.xf_list[sheet.cell_xf_index(row, column)].font_index
    start = 0
    for offset, following in sheet.rich_text_runlist_map.get((row, column), ()):
        yield in_font(text[start:offset], book.font_list[font].name)
        start, font = offset, following
    yield in_font(text[start:], book.font_list[font].name)
