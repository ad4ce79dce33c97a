"""Lays the values of a submission out anew, where its own file cannot be written into."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain, repeat

from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbench.workbooks import form_looks, headers, looks
from workbench.workbooks.cells import column_letters
from workbench.workbooks.dressing import Dresser
from workbench.workbooks.fitting import fit
from workbench.workbooks.form_looks import Role
from workbench.workbooks.guarded import Grid
from workbench.workbooks.heights import units
from workbench.workbooks.merges import lay_merges
from workbench.workbooks.plain_text import write_text

_NARROWEST, _USUAL, _WIDEST = 8, 26, 60
#: A column whose texts are longer than this, in half-width characters, is as wide as the form's 设定依据.
_LONG = 100
#: The contents of a form are so wide together, at least.
_FORM = 66
#: Number and label stand before the content of a form, at most so wide.
_LABELLED = (8, 20)
_BEFORE_CONTENT = len(_LABELLED)


def rewritten(grids: Sequence[Grid], of_guides: Collection[str] = ()) -> Workbook:
    """A workbook with the texts and merges of ``grids``, headers and labels that look so, fitting widths and heights.

    ``of_guides`` names the grids that hold guides.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in grids:
        page = book.create_sheet(grid.name)
        page.sheet_state = "visible" if grid.visible else "hidden"
        guides = grid.name in of_guides
        _write(page, grid, form_looks.roles(grid) if guides else _roles(grid), _widths(grid, guides=guides))
    return book


def _roles(grid: Grid) -> dict[tuple[int, int], Role]:
    """What the cells of a catalogue are; its title and notes are in no table."""
    header = headers.find(grid)
    if header is None:
        return {}
    lines, columns = range(header.first, len(grid.rows)), range(grid.width())
    return {(line, column): Role.LABEL if line <= header.last else Role.CONTENT for line in lines for column in columns}


def _write(page: Worksheet, grid: Grid, roles: Mapping[tuple[int, int], Role], widths: Sequence[float]) -> None:
    dresser = Dresser()
    for line in range(len(grid.rows)):
        for column in range(len(widths)):
            cell = page.cell(line + 1, column + 1)
            write_text(cell, grid.text(line, column))
            dresser.dress(cell, *_look(roles.get((line, column))))
    lay_merges(page, grid)
    for column, width in enumerate(widths):
        page.column_dimensions[column_letters(column)].width = width
    fit(page, grid, dict.fromkeys(range(1, len(grid.rows) + 1), ()))


def _look(role: Role | None) -> tuple[Font, Alignment, Border | None, PatternFill | None]:
    """Font, alignment, border and fill of a cell."""
    if role is None:
        return looks.BODY, looks.WRAPPED, None, None
    if role is Role.TITLE:
        return looks.TITLE, looks.CENTRED, None, None
    if role is Role.LABEL:
        return looks.BOLD, looks.CENTRED, looks.BORDER, looks.LABEL_FILL
    return looks.BODY, looks.CENTRED if role is Role.NUMBER else looks.WRAPPED, looks.BORDER, None


def _widths(grid: Grid, *, guides: bool) -> list[float]:
    """The widths of the columns; those of a form, whose contents are merged over several, fill a page."""
    wide = {(merge.top, merge.left) for merge in grid.merges if merge.right > merge.left}
    widths = [_width(grid, column, wide) for column in range(grid.width())]
    if not guides:
        return widths
    widths = [min(width, most) for width, most in zip(widths, chain(_LABELLED, repeat(_USUAL)), strict=False)]
    spread = len(widths) - _BEFORE_CONTENT
    lacking = _FORM - sum(widths[_BEFORE_CONTENT:])
    if spread > 0 and lacking > 0:
        widths[_BEFORE_CONTENT:] = [width + lacking / spread for width in widths[_BEFORE_CONTENT:]]
    return widths


def _width(grid: Grid, column: int, wide: Collection[tuple[int, int]]) -> float:
    """A width by a column's longest line; what is merged over several, and a text alone in its row, do not count."""
    texts = [
        row[column]
        for line, row in enumerate(grid.rows)
        if column < len(row) and (line, column) not in wide and sum(1 for text in row if text) > 1
    ]
    longest = max((units(line) for text in texts for line in text.split("\n")), default=0)
    return _WIDEST if longest > _LONG else min(max(longest + 2, _NARROWEST), _USUAL)
