"""One sheet or table of a document as the readers of guides see it: cells with their extent, and what became of each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workbench.records import ReadUse
from workbench.workbooks.cells import cell_name
from workbench.workbooks.guarded import Grid


class Cell(NamedTuple):
    """A cell that is not empty, with the rows and columns that it is merged over (from 0, inclusive)."""

    top: int
    left: int
    bottom: int
    right: int
    text: str

    @property
    def name(self) -> str:
        """Its A1 name."""
        return cell_name(self.top, self.left)


class Page:
    """The cells of a grid by place; ``claim`` notes once what a cell was read as, ``uses`` tells it for all."""

    def __init__(self, grid: Grid) -> None:
        """For the cells of ``grid``."""
        self.grid = grid
        self.name = grid.name
        self._merges = {(merge.top, merge.left): merge for merge in grid.merges}
        self._covered = self._find_covered()
        self.rows: list[list[Cell]] = [self._cells(row, texts) for row, texts in enumerate(grid.rows)]
        self._claims: dict[tuple[int, int], tuple[str, str, str]] = {}

    def _find_covered(self) -> dict[tuple[int, int], tuple[int, int]]:
        covered = {}
        height, width = len(self.grid.rows), max(map(len, self.grid.rows), default=0)
        for top, left, bottom, right in self.grid.merges:
            for row in range(top, min(bottom + 1, height)):
                for column in range(left, min(right + 1, width)):
                    if (row, column) != (top, left):
                        covered[row, column] = (top, left)
        return covered

    def _cells(self, row: int, texts: list[str]) -> list[Cell]:
        return [
            self._cell(row, column, text)
            for column, text in enumerate(texts)
            if text and not text.isspace() and (row, column) not in self._covered
        ]

    def _cell(self, row: int, column: int, text: str) -> Cell:
        merge = self._merges.get((row, column))
        return Cell(*merge, text) if merge else Cell(row, column, row, column, text)

    def cell(self, row: int, column: int) -> Cell:
        """The cell that shows at a place: the merged one where the place is covered; its text may be blank."""
        row, column = self._covered.get((row, column), (row, column))
        text = self.grid.text(row, column)
        return self._cell(row, column, "" if text.isspace() else text)

    def within(self, top: int, bottom: int, left: int, right: int) -> list[Cell]:
        """The filled cells that begin within a range, row by row."""
        return [cell for row in self.rows[top : bottom + 1] for cell in row if left <= cell.left <= right]

    def claim(self, cells: Iterable[Cell], use: str, name: str = "", reason: str = "") -> None:
        """Note what became of cells; what was noted first stands."""
        for cell in cells:
            self._claims.setdefault((cell.top, cell.left), (use, name, reason))

    def claimed(self, cell: Cell) -> bool:
        """Whether it is known what became of a cell."""
        return (cell.top, cell.left) in self._claims

    def uses(self) -> Iterator[ReadUse]:
        """What became of every cell that is not empty, the same use down a column in one line."""
        columns: dict[int, list[tuple[int, tuple[str, str, str]]]] = defaultdict(list)
        rest = ("ignored", "", "不在办事指南的要素之内")
        for row in self.rows:
            for cell in row:
                columns[cell.left].append((cell.top, self._claims.get((cell.top, cell.left), rest)))
        for row_at, column in self._covered:
            if self.grid.text(row_at, column).strip():
                columns[column].append((row_at, ("ignored", "", "被合并单元格遮住，看不到")))
        for column in sorted(columns):
            yield from self._runs(column, sorted(columns[column]))

    def _runs(self, column: int, used: list[tuple[int, tuple[str, str, str]]]) -> Iterator[ReadUse]:
        start = 0
        for at in range(1, len(used) + 1):
            if at == len(used) or used[at][1] != used[start][1]:
                first, last = cell_name(used[start][0], column), cell_name(used[at - 1][0], column)
                yield ReadUse(self.name, first if first == last else f"{first}:{last}", at - start, *used[start][1])
                start = at


def composed(cells: Iterable[Cell]) -> str:
    """The text of an element printed in several cells: rows joined by line breaks, the cells of a row by blanks.

    A cell that only holds a tick mark is joined to the option that it stands before or after.
    """
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        rows[cell.top].append(cell)
    return "\n".join(_in_a_row(rows[row]) for row in sorted(rows))


def _in_a_row(cells: list[Cell]) -> str:
    if len(cells) == 1:
        return cells[0].text
    marks = [is_mark(cell.text) for cell in cells]
    before = marks[0]
    text = cells[0].text
    for at, cell in enumerate(cells[1:], start=1):
        joined = marks[at - 1] if before else marks[at]
        text += cell.text if joined else f" {cell.text}"
    return text


_MARKS = frozenset("☑☒√✓✔■●◉◆▣☐□○◯▢❏❑þ¨")
_BRACKETS = "[]()（）【】〔〕"


def is_mark(text: str) -> bool:
    """Whether a cell holds only a tick mark, or an empty box."""
    bare = text.strip().strip(_BRACKETS).strip()
    return bare in _MARKS if bare else bool(text.strip())
