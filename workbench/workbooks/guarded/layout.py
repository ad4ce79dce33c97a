"""Lays out one table cell by cell, within the limits; runs only inside of the guarded process."""

from workbench.workbooks.cells import cell_name
from workbench.workbooks.guarded.bounds import too_far_a_cell, too_many_cells, too_many_merges, too_wide_a_merge
from workbench.workbooks.guarded.grid import Grid, Merge
from workbench.workbooks.limits import Limits


class Layout:
    """A table that grows with what is put into it. Every method raises UnreadableWorkbook beyond the limits."""

    def __init__(self, name: str, limits: Limits, *, visible: bool = True) -> None:
        """An empty table; ``hidden_rows``, ``hidden_columns`` and ``uncomputed`` are filled by whoever reads."""
        self.name = name
        self.visible = visible
        self.hidden_rows: list[range] = []
        self.hidden_columns: list[range] = []
        self.uncomputed: list[tuple[int, int]] = []
        self._limits = limits
        self._rows: list[list[str]] = []
        self._merges: list[Merge] = []
        self._width = 0
        self._merged = 0
        self._claimed = 0

    def put(self, row: int, column: int, text: str) -> None:
        """Set the text of a cell."""
        if not text:
            return
        self.claim(1)
        self._reach(row, column)
        while len(self._rows) <= row:
            self._rows.append([])
        line = self._rows[row]
        line.extend([""] * (column + 1 - len(line)))
        line[column] = text

    def claim(self, cells: int) -> None:
        """Count cells that are to be laid out; a file can ask for many with few words."""
        self._claimed += cells
        if self._claimed > self._limits.markup_cells:
            raise too_many_cells(self._limits.markup_cells)

    def merge(self, merge: Merge) -> None:
        """Add a merged range; one of a single cell is none."""
        area = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
        if area <= 1:
            return
        self._merged += area
        if area > self._limits.merge_cells or self._merged > self._limits.merged_cells:
            raise too_wide_a_merge(f"{cell_name(*merge[:2])}:{cell_name(*merge[2:])}", self._limits)
        if len(self._merges) >= self._limits.merges:
            raise too_many_merges(self._limits)
        self._merges.append(merge)

    def grid(self, caption: str = "", notes: tuple[str, ...] = ()) -> Grid:
        """The table as laid out; hidden rows and columns beyond its cells are left out."""
        return Grid(
            name=self.name,
            visible=self.visible,
            rows=self._rows,
            merges=self._merges,
            hidden_rows=_among(self.hidden_rows, len(self._rows)),
            hidden_columns=_among(self.hidden_columns, self._width),
            caption=caption,
            uncomputed=tuple(self.uncomputed),
            notes=notes,
        )

    @property
    def height(self) -> int:
        """How many rows hold something, counted from the first."""
        return len(self._rows)

    def _reach(self, row: int, column: int) -> None:
        self._width = max(self._width, column + 1)
        if max(row + 1, len(self._rows)) * self._width > self._limits.cells:
            raise too_far_a_cell(self.name, max(row + 1, len(self._rows)), self._width, self._limits)


def _among(ranges: list[range], count: int) -> frozenset[int]:
    """The numbers in these ranges that are smaller than this."""
    return frozenset(number for each in ranges for number in range(each.start, min(each.stop, count)))


class Spans:
    """Finds the free columns of tables whose cells reach down over later rows, as in HTML and Word."""

    def __init__(self) -> None:
        """No cell reaches down yet."""
        self._until: dict[int, int] = {}

    def free(self, row: int, column: int) -> int:
        """The first column from this one on that no cell above reaches into."""
        while self._until.get(column, -1) >= row:
            column += 1
        return column

    def take(self, merge: Merge) -> None:
        """Keep the columns of a merged range down to its last row."""
        if merge.bottom > merge.top:
            self._until.update(dict.fromkeys(range(merge.left, merge.right + 1), merge.bottom))
