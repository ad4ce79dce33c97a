"""The columns of a catalogue with merged cells resolved."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from workbench.workbooks.guarded import Grid, Merge
from workbench.workbooks.headers import Header
from workbench.workbooks.row_cells import At


class MergedColumns:
    """The texts of the fields' columns from the row below the header to the row before ``end``.

    ``texts`` has one list a field, in the order of ``fields``; what stands in a merged cell is in every row of it.
    ``covered`` maps a row to the fields under a merge and the cell that holds them. ``hidden`` are cells that hold a
    text of their own, which nobody sees, under a merge. ``spaced`` says that some cell holds nothing but blanks.
    """

    def __init__(self, grid: Grid, columns: Sequence[Sequence[str]], header: Header, end: int) -> None:
        """``columns`` are the grid's, all of one length."""
        self.first, self.end = header.last + 1, end
        self.fields = tuple(header.columns)
        self.texts = [list(columns[header.columns[field]][self.first : end]) for field in self.fields]
        self.spaced = any(any(map(str.isspace, texts)) for texts in self.texts)
        self.covered: dict[int, Mapping[str, At]] = {}
        self.hidden: list[At] = []
        self._places = {column: (place, field) for place, (field, column) in enumerate(header.columns.items())}
        #: First and last row -> the columns that are merged over them, each by itself; and what is known of these rows.
        self._down: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._spans: dict[tuple[int, int], dict[str, At]] = defaultdict(dict)
        self._lay(grid)

    def _lay(self, grid: Grid) -> None:
        """Lay all merges over the columns; those over the same rows share what is known of these rows."""
        first, last, down = self.first, self.end - 1, self._down
        for merge in grid.merges:
            top, left, bottom, right = merge
            if left == right:
                if first <= top < last:
                    down[top, bottom].append(left)
            elif first <= top <= last:
                self._lay_across(grid, merge)
        self._lay_down()
        covered = self.covered
        for (top, bottom), fields in self._spans.items():
            for line in range(top, bottom + 1):
                there = covered.get(line)
                covered[line] = {**there, **fields} if there else fields

    def _lay_down(self) -> None:
        """The merges within one column each: what stands in the first row of one is in all its rows."""
        above, last = self.first, self.end - 1
        about = {column: (field, self.texts[place]) for column, (place, field) in self._places.items()}
        before = {column: list(texts) for column, (_, texts) in about.items()}
        filled = dict.fromkeys(about, 0)
        for (top, bottom), columns in self._down.items():
            bottom = min(bottom, last)  # noqa: PLW2901 - there are no rows below
            start, stop, rows = top + 1 - above, bottom + 1 - above, bottom - top
            fields = self._spans[top + 1, bottom]
            for column in columns:
                if column in about:
                    field, texts = about[column]
                    text = texts[start - 1]
                    texts[start:stop] = [text] * rows
                    fields[field] = (top, column)
                    if text:
                        filled[column] += rows
        for column, (_, texts) in about.items():
            if before[column].count("") - filled[column] != texts.count(""):
                self._find_hidden(column, before[column])

    def _find_hidden(self, column: int, before: Sequence[str]) -> None:
        """The cells of a column that held a text before a merge within it was laid over them."""
        merges = [
            (top, min(bottom, self.end - 1)) for (top, bottom), columns in self._down.items() if column in columns
        ]
        lines = (line for top, bottom in merges for line in range(top + 1, bottom + 1))
        self.hidden += [(line, column) for line in lines if before[line - self.first]]

    def _lay_across(self, grid: Grid, merge: Merge) -> None:
        """A merge over several columns: its text is the first one's, and the others are blank."""
        top, left, bottom, right = merge
        bottom = min(bottom, self.end - 1)
        for column in [each for each in self._places if left <= each <= right]:
            field = self._places[column][1]
            if column == left:
                self._fill(column, top + 1, bottom, grid.text(top, left))
            else:
                self._fill(column, top, bottom, "" if left in self._places else grid.text(top, left))
                self._spans[top, top][field] = (top, left)
            self._spans[top + 1, bottom][field] = (top, left)

    def _fill(self, column: int, top: int, bottom: int, text: str) -> None:
        texts, start, stop = self.texts[self._places[column][0]], top - self.first, bottom + 1 - self.first
        self.hidden += [(line + self.first, column) for line in range(start, stop) if texts[line]]
        texts[start:stop] = [text] * (stop - start)
