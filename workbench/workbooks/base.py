"""The workbook that a returns workbook is built on: the submission itself, or its values where it cannot be kept."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbench.workbooks import looks
from workbench.workbooks.cells import column_letters
from workbench.workbooks.fitting import fit
from workbench.workbooks.guarded import Format, Grid, parse, recognise
from workbench.workbooks.heights import units
from workbench.workbooks.losses import lost_on_saving, silence_commands
from workbench.workbooks.plain_text import write_text

_NARROWEST, _WIDEST = 6, 60
_OTHER_FORMAT = "原文件不是 .xlsx 格式，本表按其内容和合并单元格重新排版，原有格式未保留"
_NOT_AS_IT_WAS = "原文件的格式无法原样读取，本表按其内容和合并单元格重新排版，原有格式未保留"


@dataclass(frozen=True, slots=True)
class Base:
    """The workbook to write into, its sheets' texts by name, and what of the submission it lacks, in words."""

    book: Workbook
    grids: dict[str, Grid]
    losses: list[str]


def base_of(content: bytes) -> Base:
    """The base for a submission's bytes. Raises UnreadableWorkbook."""
    grids = parse(content)
    by_name = {grid.name: grid for grid in grids}
    if recognise(content) is not Format.XLSX:
        return Base(_rewritten(grids), by_name, [_OTHER_FORMAT])
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), rich_text=True)
    except Exception:  # noqa: BLE001 - openpyxl raises what it meets; the values are still to be had
        book = None
    if book is None or not by_name.keys() <= set(book.sheetnames):
        return Base(_rewritten(grids), by_name, [_NOT_AS_IT_WAS])
    return Base(book, by_name, [*lost_on_saving(content), *silence_commands(book)])


def _rewritten(grids: Sequence[Grid]) -> Workbook:
    """A workbook with the texts and merges of ``grids`` and a plain layout."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in grids:
        page = book.create_sheet(grid.name)
        page.sheet_state = "visible" if grid.visible else "hidden"
        _write(page, grid)
    return book


def _write(page: Worksheet, grid: Grid) -> None:
    for line, row in enumerate(grid.rows, start=1):
        for column, text in enumerate(row, start=1):
            cell = page.cell(line, column)
            write_text(cell, text)
            cell.font, cell.border, cell.alignment = looks.BODY, looks.BORDER, looks.WRAPPED
    for top, left, bottom, right in grid.merges:
        page.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    for column in range(max((len(row) for row in grid.rows), default=0)):
        page.column_dimensions[column_letters(column)].width = _width(grid, column)
    fit(page, grid, dict.fromkeys(range(1, len(grid.rows) + 1), ()))


def _width(grid: Grid, column: int) -> float:
    """A width for a column by its longest line; rows with a single text, such as the title, do not count."""
    texts = [row[column] for row in grid.rows if column < len(row) and sum(1 for text in row if text) > 1]
    longest = max((units(line) for text in texts for line in text.split("\n")), default=0)
    return min(max(longest + 2, _NARROWEST), _WIDEST)
