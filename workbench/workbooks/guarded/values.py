"""Reads the values of workbooks by python-calamine; runs only inside of the guarded process."""

import io
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice, starmap
from operator import add
from typing import Any

import python_calamine as calamine

from workbench.workbooks.guarded.bounds import too_far_a_cell, too_many_sheets
from workbench.workbooks.guarded.flow import ROWS, Flow, blank_rows, by_columns
from workbench.workbooks.guarded.formats import broken, protected
from workbench.workbooks.guarded.grid import Columns, Grid
from workbench.workbooks.guarded.memory import give_back
from workbench.workbooks.guarded.merging import checked_merges
from workbench.workbooks.guarded.shown import Shown, displayed
from workbench.workbooks.limits import Limits

_TEXT = frozenset({str})


def value_flows(
    content: bytes, limits: Limits, ready: Callable[[], object], shown: Callable[[str], Shown]
) -> Iterator[Flow]:
    """All worksheets as the parser tells them, with what is shown beyond that. Raises UnreadableWorkbook.

    ``ready`` is called when the file is open, and may raise what forbids to go on; ``shown`` tells of a sheet by name.
    """
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        ready()
        sheets = [each for each in book.sheets_metadata if each.typ is calamine.SheetTypeEnum.WorkSheet]
        if len(sheets) > limits.sheets:
            raise too_many_sheets(len(sheets), limits)
        for each in sheets:
            sheet = book.get_sheet_by_name(each.name)
            if each is sheets[-1]:
                book.close()
                give_back()
            yield _flow(sheet, each, limits, shown)
    except calamine.PasswordError:
        raise protected() from None
    except (calamine.CalamineError, OSError, ValueError):
        raise broken() from None


def _flow(
    sheet: calamine.CalamineSheet, about: calamine.SheetMetadata, limits: Limits, shown: Callable[[str], Shown]
) -> Flow:
    last_row, last_column = sheet.end or (0, 0)
    if (last_row + 1) * (last_column + 1) > limits.cells:
        raise too_far_a_cell(about.name, last_row + 1, last_column + 1, limits)
    merges = checked_merges(starmap(add, sheet.merged_cell_ranges or ()), limits)
    grid = Grid(about.name, about.visible is calamine.SheetVisibleEnum.Visible, [], merges)
    told = shown(about.name)
    return Flow(told.told(grid, last_row + 1, limits.cells), _blocks(sheet, told))


def _blocks(sheet: calamine.CalamineSheet, shown: Shown) -> Iterator[Columns]:
    """The sheet's rows from the first on, with those that only ``shown`` knows of."""
    left = sheet.start[1] if sheet.start else 0
    height = sheet.end[0] + 1 if sheet.end else 0
    further = shown.last + 1 - height
    rows: Iterator[list[Any]] = chain(sheet.iter_rows(), blank_rows(further))
    line = 0
    while block := list(islice(rows, ROWS)):
        if left:
            block = [[""] * left + row for row in block]
        if shown.changes or shown.marks:
            block = [shown.change(line + at, row) for at, row in enumerate(block)]
        yield [_texts(column) for column in by_columns(block)]
        line += len(block)


def _texts(column: Sequence[Any]) -> Sequence[str]:
    if _TEXT.issuperset(map(type, column)):
        return column
    return [value if type(value) is str else displayed(value) for value in column]
