"""What the cells of a sheet with guides are, for a sheet that is laid out anew."""

from collections.abc import Iterator
from enum import Enum

from workbench.workbooks.guarded import Grid
from workbench.workbooks.guides import labels
from workbench.workbooks.guides.columns import find
from workbench.workbooks.guides.finding import forms, material_heads
from workbench.workbooks.guides.page import Cell, Page


class Role(Enum):
    """What a cell is for its reader."""

    TITLE = "title"
    LABEL = "label"
    NUMBER = "number"
    CONTENT = "content"


def roles(grid: Grid) -> dict[tuple[int, int], Role]:
    """The role of each cell, by row and column from 0; what is in no table has none."""
    page = Page(grid)
    found = _in_tables(page, grid)
    for row in page.rows:
        for cell in row:
            if _is_title(cell, row):
                found[cell.top, cell.left] = Role.TITLE
            elif labels.is_number(cell.text) and (cell.top, cell.left) in found:
                found[cell.top, cell.left] = Role.NUMBER
    return found


def _in_tables(page: Page, grid: Grid) -> dict[tuple[int, int], Role]:
    header = find(page)
    if header:
        areas, marked = [(header.first, len(grid.rows) - 1)], list(header.cells)
    else:
        found = forms(page, 0)
        areas = [(form.top, form.bottom) for form in found]
        marked = [label.cell for form in found for label in form.labels if label.content is None]
        marked += [cell for heads in material_heads(page).values() for cell in heads]
    inside = {
        (line, column) for top, bottom in areas for line in range(top, bottom + 1) for column in range(grid.width())
    }
    notes = {place for row in page.rows for cell in row if labels.is_note(cell.text) for place in _places(cell)}
    labelled = {place for cell in marked for place in _places(cell)}
    return {place: Role.LABEL if place in labelled else Role.CONTENT for place in inside - notes}


def _places(cell: Cell) -> Iterator[tuple[int, int]]:
    for line in range(cell.top, cell.bottom + 1):
        for column in range(cell.left, cell.right + 1):
            yield line, column


def _is_title(cell: Cell, row: list[Cell]) -> bool:
    return len(row) == 1 and labels.is_title(cell.text)
