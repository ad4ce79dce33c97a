"""Makes rows of a finished sheet high enough for all that stands in them."""

from collections.abc import Mapping, Sequence

from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from workbench.workbooks.guarded import Grid, Merge
from workbench.workbooks.heights import height, stretch

_USUAL_WIDTH = 8.43

#: Texts that were added to a row, each with its column's width.
Added = Sequence[tuple[str, float]]


def fit(page: Worksheet, grid: Grid, added: Mapping[int, Added]) -> None:
    """Set the heights of the rows ``added`` names (from 1), by what the unit wrote and what was added.

    A row with a height of its own is only ever made higher, and only for what was added to it.
    """
    widths = column_widths(page, grid.width())
    across = {(merge.top, merge.left): merge for merge in grid.merges}
    wanted = {}
    for line, texts in added.items():
        set_by_unit = page.row_dimensions[line].height
        if set_by_unit is None:
            wanted[line] = height([*texts, *_texts(grid, line - 1, widths, across)])
        else:
            wanted[line] = max(set_by_unit, height(texts))
    for merge in grid.merges:
        _fit_merge(page, grid, merge, widths, wanted)
    for line, points in wanted.items():
        page.row_dimensions[line].height = points


def column_widths(page: Worksheet, columns: int) -> list[float]:
    """The widths of the first columns; neighbours of one width are one entry in the file."""
    widths = [page.sheet_format.defaultColWidth or _USUAL_WIDTH] * columns
    for letters, each in page.column_dimensions.items():
        first = each.min or column_index_from_string(letters)
        if each.width:
            for column in range(first - 1, min(each.max or first, columns)):
                widths[column] = each.width
    return widths


def _texts(
    grid: Grid, line: int, widths: Sequence[float], across: Mapping[tuple[int, int], Merge]
) -> list[tuple[str, float]]:
    """A row's texts with the width that each has; what is merged over several rows is not this row's alone."""
    found = []
    for column, text in enumerate(grid.rows[line] if line < len(grid.rows) else ()):
        merge = across.get((line, column), Merge(line, column, line, column))
        if text and merge.bottom == line:
            found.append((text, sum(widths[merge.left : merge.right + 1])))
    return found


def _fit_merge(page: Worksheet, grid: Grid, merge: Merge, widths: Sequence[float], wanted: dict[int, float]) -> None:
    """Make the rows under a merge higher where none of them has a height of its own and they are not enough."""
    lines = list(range(merge.top + 1, merge.bottom + 2))
    if len(lines) == 1 or any(line not in wanted or page.row_dimensions[line].height is not None for line in lines):
        return
    heights = [wanted[line] for line in lines]
    stretch(heights, height([(grid.text(merge.top, merge.left), sum(widths[merge.left : merge.right + 1]))]))
    wanted.update(zip(lines, heights, strict=True))
