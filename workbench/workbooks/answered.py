"""Reads our columns on a sheet that was answered, and the units' 处理情况 in them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from workbench.records import MATERIALS
from workbench.workbooks.guarded import Grid
from workbench.workbooks.own_parts import HEADINGS, WHOLE_GUIDE, answer_column
from workbench.workbooks.reading import ReadGuide, ReadHandling, ReadRow

_VERDICT, _OPINION, _HANDLING = (HEADINGS.index(name) for name in ("审核结论", "审核意见", "处理情况"))
_MATERIAL = re.compile(rf"{MATERIALS}\[(\d+)\]")


class Answered:
    """A sheet with our columns on it."""

    def __init__(self, grid: Grid) -> None:
        """``grid`` may also be one without our columns."""
        self.grid = grid
        self._left = answer_column(grid.rows)
        at = self._left
        self._headings = {
            line for line in range(len(grid.rows)) if at is not None and grid.text(line, at) == HEADINGS[0]
        }

    def beside(self, cell: str) -> int:
        """The row (from 0) in which a cell is answered: the next one where a heading stands beside it."""
        line = int("".join(character for character in cell if character.isdigit())) - 1
        return line + 1 if line in self._headings else line

    def texts(self, line: int) -> tuple[str, str, str]:
        """What was typed in a row (from 0): verdict, opinion and 处理情况."""
        if self._left is None:
            return "", "", ""
        verdict, opinion, handling = (
            self.grid.text(line, self._left + place).strip() for place in (_VERDICT, _OPINION, _HANDLING)
        )
        return verdict, opinion.removeprefix(WHOLE_GUIDE).strip(), handling


def handlings(grids: Sequence[Grid], rows: Sequence[ReadRow], guides: Sequence[ReadGuide]) -> Iterator[ReadHandling]:
    """What the unit wrote as 处理情况 beside the rows, and the elements and materials of guides, of its file."""
    sheets = {grid.name: Answered(grid) for grid in grids if _is_answered(grid)}
    for row in rows:
        if row.place.sheet in sheets:
            yield from _handling(sheets, row.place.sheet, row.place.cell, {"": row.place.cell})
    for guide in guides:
        if guide.place.sheet in sheets:
            yield from _handling(sheets, guide.place.sheet, guide.place.cell, {"": guide.place.cell, **guide.cells})


def _is_answered(grid: Grid) -> bool:
    """Whether our columns are on it; column by column, most sheets are quickly known not to have them."""
    return any(HEADINGS[0] in column for column in grid.columns) and answer_column(grid.rows) is not None


def _handling(sheets: Mapping[str, Answered], own: str, first: str, cells: Mapping[str, str]) -> Iterator[ReadHandling]:
    """Each row of the sheet once: elements side by side share one."""
    seen = set()
    for name, cell in cells.items():
        sheet, _, at = cell.rpartition("!")
        sheet = sheet or own
        line = sheets[sheet].beside(at) if sheet in sheets else -1
        if line < 0 or (sheet, line) in seen:
            continue
        seen.add((sheet, line))
        text = sheets[sheet].texts(line)[2]
        if text:
            yield ReadHandling(own, first, told(name) if name else "", text)


def told(name: str) -> str:
    """An element's name, or which of the materials."""
    found = _MATERIAL.match(name)
    return f"{MATERIALS}第{int(found[1]) + 1}项" if found else name


def part_of(name: str) -> str:
    """An element's name, or the material (``申请材料[0]``) that a sub-field is of."""
    found = _MATERIAL.match(name)
    return found[0] if found else name
