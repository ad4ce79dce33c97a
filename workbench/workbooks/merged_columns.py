"""The columns of a catalogue with merged cells resolved."""

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
        self._grid, self._columns = grid, header.columns
        self._places = {column: (place, field) for place, (field, column) in enumerate(header.columns.items())}
        self._lay()

    def _lay(self) -> None:
        """Lay all merges over the columns; those over the same rows share what is known of these rows."""
        spans: dict[tuple[int, int], dict[str, At]] = {}
        for merge in self._grid.merges:
            if self.first <= merge.top < self.end:
                self._lay_one(merge, spans)
        for (top, bottom), fields in spans.items():
            for line in range(top, bottom + 1):
                there = self.covered.get(line)
                self.covered[line] = {**there, **fields} if there else fields

    def _lay_one(self, merge: Merge, spans: dict[tuple[int, int], dict[str, At]]) -> None:
        top, left, bottom, right = merge
        bottom = min(bottom, self.end - 1)
        text = self._grid.text(top, left)
        fields = [left] if left == right else [column for column in self._places if left <= column <= right]
        for column in fields:
            if column not in self._places:
                continue
            place, field = self._places[column]
            if column != left:
                spans.setdefault((top, top), {})[field] = (top, left)
                self._fill(place, column, top, bottom, "" if left in self._places else text)
            elif bottom > top:
                self._fill(place, column, top + 1, bottom, text)
            if bottom > top:
                spans.setdefault((top + 1, bottom), {})[field] = (top, left)

    def _fill(self, place: int, column: int, top: int, bottom: int, text: str) -> None:
        texts, start, stop = self.texts[place], top - self.first, bottom + 1 - self.first
        if any(texts[start:stop]):
            self.hidden += [(line + self.first, column) for line in range(start, stop) if texts[line]]
        texts[start:stop] = [text] * (stop - start)
