"""Merges of a sheet, laid without the library's work: it empties the cells below and draws their borders one by one."""

from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from workbench.workbooks.guarded import Grid


def lay_merges(page: Worksheet, grid: Grid) -> None:
    """Give a sheet the merges of ``grid`` and no others; its cells stay as they are."""
    page.merged_cells.ranges = {
        CellRange(min_row=top + 1, min_col=left + 1, max_row=bottom + 1, max_col=right + 1)
        for top, left, bottom, right in grid.merges
    }
