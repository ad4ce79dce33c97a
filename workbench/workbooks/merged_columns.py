"""The columns of a catalogue with merged cells resolved, piece by piece as its rows come."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.workbooks.guarded import Grid, Merge
from workbench.workbooks.headers import Header
from workbench.workbooks.row_cells import At

#: First and last row.
_Span = tuple[int, int]


@dataclass(slots=True)
class Piece:
    """Rows from ``start`` on.

    ``texts`` has one list a field, and what stands in a merged cell is in every row of it. ``covered`` maps a row to the
    fields under a merge and the cell that holds them. ``hidden`` are cells that hold a text of their own, which nobody
    sees, under a merge. ``spaced`` says that some cell holds nothing but blanks.
    """

    start: int
    texts: list[list[str]]
    covered: dict[int, Mapping[str, At]] = field(default_factory=dict)
    hidden: list[At] = field(default_factory=list)
    spaced: bool = False

    def hide(self, texts: Sequence[str], column: int, start: int, stop: int) -> None:
        """Note which of a column's texts, from one place to another, a merge is laid over."""
        self.hidden += [(self.start + at, column) for at in range(start, stop) if texts[at]]


class MergedColumns:
    """The texts of a header's fields, in the order of ``fields``; a piece ends where no merge goes on."""

    def __init__(self, merges: Sequence[Merge], header: Header) -> None:
        """``merges`` are those of the whole sheet."""
        self.fields = tuple(header.columns)
        self._columns = tuple(header.columns.values())
        self._places = {column: (place, field) for place, (field, column) in enumerate(header.columns.items())}
        self._line = header.last + 1
        #: Left and right column of the merges over each span of rows; the spans from the top down.
        self._merges: dict[_Span, list[tuple[int, int]]] = defaultdict(list)
        for top, left, bottom, right in merges:
            if top >= self._line and (left != right or (left in self._places and bottom > top)):
                self._merges[top, bottom].append((left, right))
        self._spans, self._laid = sorted(self._merges), 0
        self._together = _together(self._spans)

    def piece(self, grid: Grid, end: int, *, last: bool) -> Piece:
        """What follows the piece before, up to row ``end``: all of it, or as far as no merge goes on below."""
        end = end if last else self._cut(end)
        piece = Piece(self._line, [grid.column(each, self._line, end) for each in self._columns])
        while self._laid < len(self._spans) and self._spans[self._laid][0] < end:
            self._lay(self._spans[self._laid], piece, grid, end - 1)
            self._laid += 1
        piece.spaced = any(any(map(str.isspace, texts)) for texts in piece.texts)
        self._line = max(self._line, end)
        return piece

    def _cut(self, end: int) -> int:
        """The last row up to ``end`` that no merge goes on over."""
        at = bisect_left(self._together, (end, 0)) - 1
        if at < 0:
            return end
        top, bottom = self._together[at]
        return top if bottom >= end else end

    def _lay(self, span: _Span, piece: Piece, grid: Grid, last: int) -> None:
        """Lay the merges over these rows; those over the same rows share what is known of them."""
        top, bottom = span[0], min(span[1], last)
        start, stop = top + 1 - piece.start, bottom + 1 - piece.start
        fields: dict[str, At] = {}
        for left, right in self._merges[span]:
            if left != right:
                self._lay_across(Merge(top, left, bottom, right), fields, piece, grid)
                continue
            place, name = self._places[left]
            texts = piece.texts[place]
            if any(texts[start:stop]):
                piece.hide(texts, left, start, stop)
            texts[start:stop] = [texts[start - 1]] * (stop - start)
            fields[name] = (top, left)
        _cover(piece.covered, range(top + 1, bottom + 1), fields)

    def _lay_across(self, merge: Merge, fields: dict[str, At], piece: Piece, grid: Grid) -> None:
        """A merge over several columns: its text is the first one's, and the others are blank."""
        top, left, bottom, right = merge
        text = grid.text(top, left)
        beside: dict[str, At] = {}
        for column in [each for each in self._columns if left <= each <= right]:
            place, name = self._places[column]
            if column == left:
                _fill(piece, place, column, (top + 1, bottom), text)
            else:
                _fill(piece, place, column, (top, bottom), "" if left in self._places else text)
                beside[name] = (top, left)
            fields[name] = (top, left)
        _cover(piece.covered, range(top, top + 1), beside)


def _together(spans: Iterable[_Span]) -> list[_Span]:
    """The rows that merges hold together, from the top down."""
    found: list[_Span] = []
    for top, bottom in spans:
        if found and top <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], bottom))
        else:
            found.append((top, bottom))
    return found


def _fill(piece: Piece, place: int, column: int, span: _Span, text: str) -> None:
    texts, start, stop = piece.texts[place], span[0] - piece.start, span[1] + 1 - piece.start
    piece.hide(texts, column, start, stop)
    texts[start:stop] = [text] * (stop - start)


def _cover(covered: dict[int, Mapping[str, At]], lines: Iterable[int], fields: Mapping[str, At]) -> None:
    if fields:
        for line in lines:
            there = covered.get(line)
            covered[line] = {**there, **fields} if there else fields
