"""Gives many cells the same few looks: the library works out each look anew for each cell, which takes its time."""

from copy import copy

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.styles.cell_style import StyleArray

_Look = tuple[Font, Alignment, Border | None, PatternFill | None]


class Dresser:
    """Dresses cells of one workbook; fonts and the like must be the same objects to be the same look."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[tuple[int, ...], tuple[_Look, StyleArray]] = {}

    def dress(
        self,
        cell: Cell,
        font: Font,
        alignment: Alignment,
        border: Border | None = None,
        fill: PatternFill | None = None,
    ) -> None:
        """Give a cell this look and no other."""
        look = (font, alignment, border, fill)
        key = tuple(map(id, look))
        if key not in self._known:
            cell.font, cell.alignment = font, alignment
            cell.border, cell.fill = border or Border(), fill or PatternFill()
            self._known[key] = (look, copy(cell._style))  # noqa: SLF001 - the library's own way to copy a look
        cell._style = copy(self._known[key][1])  # noqa: SLF001 - see above
