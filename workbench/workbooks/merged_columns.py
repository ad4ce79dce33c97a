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
    text of their own, which nobody sees, under a merge.
    """

    def __init__(self, grid: Grid, columns: Sequence[Sequence[str]], header: Header, end: int) -> None:
        """``columns`` are the grid's, all of one length."""
        self.first, self.end = header.last + 1, end
        self.fields = tuple(header.columns)
        self.texts = [list(columns[header.columns[field]][self.first : end]) for field in self.fields]
        self.covered: dict[int, Mapping[str, At]] = {}
        self.hidden: list[At] = []
        self._grid = grid
        self._places = {column: (place, field) for place, (field, column) in enumerate(header.columns.items())}
        self._spans: dict[tuple[int, int], dict[str, At]] = defaultdict(dict)
        self._lay()

    def _lay(self) -> None:
        """Lay all merges over the columns; those over the same rows share what is known of these rows."""
        for merge in self._grid.merges:
            if self.first <= merge[0] < self.end:
                if merge[1] == merge[3]:
                    self._lay_down(merge)
                else:
                    self._lay_across(merge)
        covered = self.covered
        for (top, bottom), fields in self._spans.items():
            for line in range(top, bottom + 1):
                there = covered.get(line)
                covered[line] = {**there, **fields} if there else fields

    def _lay_down(self, merge: Merge) -> None:
        """A merge in one column: its text is in all its rows."""
        top, column, bottom, _ = merge
        there = self._places.get(column)
        if there is not None:
            place, field = there
            start = top - self.first
            self._fill(place, column, top + 1, min(bottom, self.end - 1), self.texts[place][start])
            self._spans[top + 1, min(bottom, self.end - 1)][field] = (top, column)

    def _lay_across(self, merge: Merge) -> None:
        """A merge over several columns: its text is the first one's, and the others are blank."""
        top, left, bottom, right = merge
        bottom = min(bottom, self.end - 1)
        text = self._grid.text(top, left)
        for column in [each for each in self._places if left <= each <= right]:
            place, field = self._places[column]
            if column == left:
                self._fill(place, column, top + 1, bottom, text)
            else:
                self._fill(place, column, top, bottom, "" if left in self._places else text)
                self._spans[top, top][field] = (top, left)
            self._spans[top + 1, bottom][field] = (top, left)

    def _fill(self, place: int, column: int, top: int, bottom: int, text: str) -> None:
        texts, start, stop = self.texts[place], top - self.first, bottom + 1 - self.first
        if any(texts[start:stop]):
            self.hidden += [(line + self.first, column) for line in range(start, stop) if texts[line]]
        texts[start:stop] = [text] * (stop - start)
