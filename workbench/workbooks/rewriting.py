"""Lays the values of a submission out anew, where its own file cannot be written into."""

from collections.abc import Sequence

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbench.workbooks import headers, looks
from workbench.workbooks.cells import column_letters
from workbench.workbooks.fitting import fit
from workbench.workbooks.guarded import Grid
from workbench.workbooks.heights import units
from workbench.workbooks.plain_text import write_text

_NARROWEST, _USUAL, _WIDEST = 8, 26, 60
#: A column whose texts are longer than this, in half-width characters, is as wide as the form's 设定依据.
_LONG = 100


def rewritten(grids: Sequence[Grid]) -> Workbook:
    """A workbook with the texts and merges of ``grids``, a header that looks like one, and fitting widths and heights."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in grids:
        page = book.create_sheet(grid.name)
        page.sheet_state = "visible" if grid.visible else "hidden"
        _write(page, grid)
    return book


def _write(page: Worksheet, grid: Grid) -> None:
    header = headers.find(grid)
    columns = max((len(row) for row in grid.rows), default=0)
    for line in range(len(grid.rows)):
        in_table = header is not None and line >= header.first
        for column in range(columns):
            cell = page.cell(line + 1, column + 1)
            write_text(cell, grid.text(line, column))
            cell.font, cell.alignment = looks.BODY, looks.WRAPPED
            if in_table:
                cell.border = looks.BORDER
            if header and header.first <= line <= header.last:
                cell.font, cell.alignment, cell.fill = looks.BOLD, looks.CENTRED, looks.LABEL_FILL
    for top, left, bottom, right in grid.merges:
        page.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    for column in range(columns):
        page.column_dimensions[column_letters(column)].width = _width(grid, column)
    fit(page, grid, dict.fromkeys(range(1, len(grid.rows) + 1), ()))


def _width(grid: Grid, column: int) -> float:
    """A width for a column by its longest line; rows with a single text, such as the title, do not count."""
    texts = [row[column] for row in grid.rows if column < len(row) and sum(1 for text in row if text) > 1]
    longest = max((units(line) for text in texts for line in text.split("\n")), default=0)
    return _WIDEST if longest > _LONG else min(max(longest + 2, _NARROWEST), _USUAL)
