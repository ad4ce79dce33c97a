"""One sheet or table of a document as the readers of guides see it: cells with their extent, and what became of each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workbench.records import ReadUse
from workbench.records.boxes import CHOSEN, OPEN
from workbench.workbooks.cells import area_name, cell_name
from workbench.workbooks.guarded import Grid
from workbench.workbooks.own_parts import answer_column
from workbench.workbooks.read_report import FIELD, HEADER, IGNORED, OURS, TITLE, UNDER_A_MERGE

__all__ = ["FIELD", "HEADER", "IGNORED", "TITLE", "Cell", "Page", "composed"]

#: Use, name and reason of a cell.
_Use = tuple[str, str, str]
_COVERED: _Use = (IGNORED, "", UNDER_A_MERGE)
_ANSWER: _Use = (IGNORED, "", OURS)
_BLANK: _Use = (IGNORED, "", "只有空白的单元格")
_REST: _Use = (IGNORED, "", "不在办事指南要素内的文字")


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
    """The cells of a grid by place; ``claim`` notes once what a cell was read as, ``uses`` tells it for all.

    The columns that a returns workbook added are not among the cells.
    """

    def __init__(self, grid: Grid) -> None:
        """For the cells of ``grid``."""
        self.grid = grid
        self.name = grid.name
        self._merges = {(merge.top, merge.left): merge for merge in grid.merges}
        ours = answer_column(grid.rows)
        self._end = grid.width() if ours is None else ours
        self._covered = self._find_covered()
        self.rows: list[list[Cell]] = [self._cells(row, texts) for row, texts in enumerate(grid.rows)]
        self._claims: dict[tuple[int, int], _Use] = {}

    def _find_covered(self) -> dict[tuple[int, int], tuple[int, int]]:
        covered = {}
        height, width = len(self.grid.rows), self.grid.width()
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
            if column < self._end and text and not text.isspace() and (row, column) not in self._covered
        ]

    def _cell(self, row: int, column: int, text: str) -> Cell:
        merge = self._merges.get((row, column))
        return Cell(*merge, text) if merge else Cell(row, column, row, column, text)

    def cell(self, row: int, column: int) -> Cell:
        """The cell that shows at a place: the merged one where the place is covered; its text may be blank."""
        row, column = self._covered.get((row, column), (row, column))
        text = self.grid.text(row, column) if column < self._end else ""
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
        """What became of every cell that is not empty: one line for each use, with its ranges."""
        areas: dict[_Use, list[str]] = defaultdict(list)
        counts: Counter[_Use] = Counter()
        for column, used in sorted(self._by_column().items()):
            start = 0
            for at in range(1, len(used) + 1):
                if at == len(used) or used[at][1] != used[start][1]:
                    areas[used[start][1]].append(area_name(used[start][0], column, used[at - 1][0], column))
                    counts[used[start][1]] += at - start
                    start = at
        for use, found in areas.items():
            yield ReadUse(self.name, ",".join(found), counts[use], *use)

    def _by_column(self) -> dict[int, list[tuple[int, _Use]]]:
        """Column -> its rows that are not empty, top to bottom, and what became of each."""
        columns: dict[int, list[tuple[int, _Use]]] = defaultdict(list)
        for row, texts in enumerate(self.grid.rows):
            for column, text in enumerate(texts):
                if text:
                    columns[column].append((row, self._use(row, column, text)))
        return columns

    def _use(self, row: int, column: int, text: str) -> _Use:
        if column >= self._end:
            return _ANSWER
        if (row, column) in self._covered:
            return _COVERED
        return _BLANK if text.isspace() else self._claims.get((row, column), _REST)


def composed(cells: Iterable[Cell]) -> str:
    """The text of an element printed in several cells: rows joined by line breaks, the cells of a row by blanks.

    A cell that only holds a tick mark, or that a form's check box is linked to, is joined to the option that it stands
    before or after.
    """
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        rows[cell.top].append(cell)
    return "\n".join(_in_a_row(rows[row]) for row in sorted(rows))


def _in_a_row(cells: list[Cell]) -> str:
    if len(cells) == 1:
        return cells[0].text
    texts = [_LINKED.get(cell.text, cell.text) for cell in cells]
    marks = [is_mark(text) for text in texts]
    before = marks[0]
    whole = texts[0]
    for at, text in enumerate(texts[1:], start=1):
        joined = marks[at - 1] if before else marks[at]
        whole += text if joined else f" {text}"
    return whole


_MARKS = frozenset(CHOSEN + OPEN)
_BRACKETS = "[]()（）【】〔〕"
#: What a check box or an option button writes into the cell that it is linked to.
_LINKED = {"TRUE": "☑", "FALSE": "□"}


def is_mark(text: str) -> bool:
    """Whether a cell holds only a tick mark, or an empty box."""
    bare = text.strip().strip(_BRACKETS).strip()
    return bare in _MARKS if bare else bool(text.strip())
