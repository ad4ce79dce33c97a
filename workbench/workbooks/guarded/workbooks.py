"""Reads workbooks with python-calamine; runs only inside of the guarded process."""

import io
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError

import python_calamine as calamine

from workbench.workbooks.cells import cell_name
from workbench.workbooks.guarded.bounds import too_far_a_cell, too_many_sheets, too_wide_a_merge
from workbench.workbooks.guarded.formats import Format, broken, protected, recognise
from workbench.workbooks.guarded.grid import Grid, Merge
from workbench.workbooks.guarded.ods_merges import Range, merges_by_sheet
from workbench.workbooks.limits import Limits


def read_workbook(content: bytes, limits: Limits) -> list[Grid]:
    """All worksheets with texts as displayed. Raises UnreadableWorkbook."""
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheets = [each for each in book.sheets_metadata if each.typ is calamine.SheetTypeEnum.WorkSheet]
            if len(sheets) > limits.sheets:
                raise too_many_sheets(len(sheets), limits)
            merges = merges_by_sheet(content) if recognise(content) is Format.ODS else {}
            return [
                _sheet(book.get_sheet_by_name(each.name), each, limits, merges.get(each.name, [])) for each in sheets
            ]
    except calamine.PasswordError:
        raise protected() from None
    except (calamine.CalamineError, ParseError, OSError, ValueError):
        raise broken() from None


def _sheet(sheet: calamine.CalamineSheet, about: calamine.SheetMetadata, limits: Limits, merges: list[Range]) -> Grid:
    last_row, last_column = sheet.end or (0, 0)
    if (last_row + 1) * (last_column + 1) > limits.cells:
        raise too_far_a_cell(about.name, last_row + 1, last_column + 1, limits)
    rows = [_texts(row) for row in sheet.to_python(skip_empty_area=False)]
    while rows and not rows[-1]:
        rows.pop()
    ranges = [(top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()]
    for top, left, bottom, right in merges or ranges:
        if (bottom - top + 1) * (right - left + 1) > limits.merge_cells:
            raise too_wide_a_merge(f"{cell_name(top, left)}:{cell_name(bottom, right)}", limits)
    visible = about.visible is calamine.SheetVisibleEnum.Visible
    return Grid(about.name, visible, rows, [Merge(*each) for each in merges or ranges])


def _texts(row: Iterable[Any]) -> list[str]:
    """The row's texts without empty cells at its end."""
    texts = [value if type(value) is str else displayed(value) for value in row]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def displayed(value: Any) -> str:
    """What an office program shows for a value without a format of its own: 1.0 is ``1``."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004 - 15 digits
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)
