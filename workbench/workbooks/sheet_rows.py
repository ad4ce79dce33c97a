"""The rows below a header: sub-items inherit, what carries on a text is joined to it, other rows are left out.

A sheet may have a hundred thousand rows: what most of them look like is told apart first, by few comparisons.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from workbench.records import ITEM_TYPES
from workbench.records.tidy import fold
from workbench.workbooks.guarded import Grid
from workbench.workbooks.header_words import NAMES
from workbench.workbooks.headers import Header
from workbench.workbooks.merged_columns import MergedColumns, Piece
from workbench.workbooks.other_rows import SUBSTANCE, OtherRows
from workbench.workbooks.row_cells import At
from workbench.workbooks.row_records import main_seq, records
from workbench.workbooks.sheet_table import SheetRow, SheetTable

#: What a main item passes on to its sub-items (rule book, section 7: Sub-items inherit).
INHERITED = ("seq", "item_name", "item_type", "legal_basis", "levels_and_departments", "implementing_agency", "remarks")
_TYPES = frozenset(ITEM_TYPES)
_NAMING = {"seq", *NAMES}
BLANK = "只有空格"


class TableReader:
    """Reads one table from the top down, as its rows come, and remembers the main item and the row that it is at."""

    def __init__(self, file: str, grid: Grid, header: Header, main: SheetRow | None = None) -> None:
        """``file`` is named in places; ``main`` is the item that a sheet before this one ends with."""
        self.table = SheetTable(grid, header, header.last + 1)
        self._file = file
        self.merged = MergedColumns(grid.merges, header)
        self.places = {name: place for place, name in enumerate(self.merged.fields)}
        self.inherited = [(self.places[name], name) for name in INHERITED if name in self.places]
        self.others = OtherRows(header)
        self.main = self.foreign = main
        self.last: SheetRow | None = None
        #: Where the main item's name stands.
        self.name_cell: At | None = None
        self.alike: dict[tuple[str, ...], dict[str, At]] = {}
        #: Whether some cell at hand holds nothing but blanks; how many of the open rows stand above the main item's.
        self.spaced, self.above = False, 0

    def read(self, grid: Grid, end: int, *, last: bool = False) -> None:
        """Read on to row ``end``, as far as no merge goes on below it; all rows where it is the table's ``last``."""
        piece = self.merged.piece(grid, end, last=last)
        self.table.grid, self.table.end, self.spaced = grid, end, piece.spaced
        self.table.hidden += piece.hidden
        self._piece(piece)
        self._settle()

    def _piece(self, piece: Piece) -> None:
        covered_by = piece.covered
        name, sub, kind = (self.places.get(each, -1) for each in (*NAMES, "item_type"))
        usual = min(name, sub, kind) >= 0
        for line, values in enumerate(zip(*piece.texts, strict=True), piece.start):
            covered = covered_by.get(line)
            if not usual:
                self._any(line, values, covered)
            elif covered is None and values[kind] in _TYPES and values[name].strip():
                self._matter(SheetRow(line, values, None))
            elif covered and (at := covered.get("item_name")) and at == self.name_cell and values[sub].strip():
                self._sub_item(SheetRow(line, values, covered), values[sub])
            else:
                self._any(line, values, covered)

    def _settle(self) -> None:
        """Make records of the rows whose main item is at its end."""
        table, columns = self.table, self.table.header.columns
        done = table.open_rows[: self.above]
        table.rows += records(self._file, table.grid.name, columns, done)
        table.seq += main_seq(columns, done)
        del table.open_rows[: self.above]
        self.above = 0

    def _any(self, line: int, values: Sequence[str], covered: Mapping[str, At] | None) -> None:
        """A row of any kind."""
        texts = [text for text in self._row(line) if _is_text(text)]
        if not texts:
            if any(self._row(line)):
                self.table.others[line] = BLANK
            return
        filled = {name for name, place in self.places.items() if _is_text(values[place])}
        own = {name for name in filled if not covered or covered.get(name, (line,))[0] == line}
        alone = any((covered or {}).get(name, (-1,))[0] == line for name in SUBSTANCE)
        why = self.others.why(texts, own, filled, alone=alone)
        if why:
            self.table.others[line] = why
        elif self.last and self._carries_on(SheetRow(line, values, covered), own, self.last):
            self._join(line, values, own, self.last)
        else:
            self._matter(SheetRow(line, values, covered))

    def _matter(self, row: SheetRow) -> None:
        """A row that is a matter: a further sub-item of the main item at hand, or the next main item."""
        sub = self._text(row, "sub_item_name")
        if self.main is not None and _is_text(sub) and self._is_under(row, self.main):
            self._sub_item(row, sub)
            return
        self.main = self.last = row
        self.name_cell = self._cell(row, "item_name")
        self.alike.clear()
        row.subs = [sub] if _is_text(sub) else []
        self.above = len(self.table.open_rows)
        self.table.open_rows.append(row)

    def _is_under(self, row: SheetRow, main: SheetRow) -> bool:
        """Whether a row is a further sub-item of the main item above it."""
        name = self._text(row, "item_name")
        if not _is_text(name) or self._cell(row, "item_name") == self.name_cell:
            return True
        return self._seq_goes_with(row, main) and _same(name, self._text(main, "item_name"))

    def _seq_goes_with(self, row: SheetRow, main: SheetRow) -> bool:
        """Whether a row's number is blank, the main item's, or one below it such as 1.2."""
        own, above = _folded(self._text(row, "seq")), _folded(self._text(main, "seq"))
        return not own or own == above or (bool(above) and own.startswith((f"{above}.", f"{above}-", f"{above}－")))

    def _sub_item(self, row: SheetRow, sub: str) -> None:
        """A further sub-item of the main item at hand, which gets what it lacks from that."""
        main = cast("SheetRow", self.main)
        cast("list[str]", main.subs).append(sub)
        row.main, values = main, row.values
        lacking = self._lacking(values, main.values) if self.spaced or "" in values else None
        if lacking:
            row.values = values = list(values)
            for place, _ in lacking:
                values[place] = main.values[place]
            if main is not self.foreign:
                moved = self._cells(main, tuple(name for _, name in lacking))
                row.elsewhere = {**row.elsewhere, **moved} if row.elsewhere else moved
        self.table.open_rows.append(row)
        self.last = row

    def _lacking(self, values: Sequence[str], given: Sequence[str]) -> list[tuple[int, str]]:
        """Place and name of the fields that a sub-item has blank and its main item does not."""
        return [each for each in self.inherited if not _is_text(values[each[0]]) and _is_text(given[each[0]])]

    def _cells(self, main: SheetRow, names: tuple[str, ...]) -> dict[str, At]:
        """The main item's cells of these fields; sub-items that lack the same share them."""
        if names not in self.alike:
            self.alike[names] = {name: self._cell(main, name) for name in names}
        return self.alike[names]

    def _carries_on(self, row: SheetRow, own: set[str], last: SheetRow) -> bool:
        """Whether a row names nothing of its own: only more text of the row above, or nothing under its merges."""
        if own & _NAMING:
            return False
        filled = [name for name in NAMES if _is_text(self._text(row, name))]
        if any(self._cell(row, name) != self._cell(last, name) for name in filled):
            return False
        return bool(filled) or (_is_text(self._text(last, "legal_basis")) and "item_type" not in own)

    def _join(self, line: int, values: Sequence[str], own: set[str], last: SheetRow) -> None:
        texts = last.values = list(last.values)
        for name in own:
            place = self.places[name]
            if not _is_text(texts[place]):
                texts[place] = values[place]
                last.elsewhere = {**(last.elsewhere or {}), name: (line, self.table.header.columns[name])}
            elif not _same(texts[place], values[place]):
                texts[place] = f"{texts[place]}\n{values[place]}"
        self.table.joined[line] = last.line

    def _row(self, line: int) -> Sequence[str]:
        """The unit's cells of a row, as they stand."""
        return self.table.grid.rows[line][: self.table.header.width]

    def _text(self, row: SheetRow, name: str) -> str:
        place = self.places.get(name)
        return "" if place is None else row.values[place]

    def _cell(self, row: SheetRow, name: str) -> At:
        there = row.elsewhere.get(name) if row.elsewhere else None
        return there or (row.line, self.table.header.columns.get(name, -1))


def _is_text(text: str) -> bool:
    return bool(text) and not text.isspace()


def _same(text: str, other: str) -> bool:
    return text == other or fold(text) == fold(other)


def _folded(text: str) -> str:
    """The same as ``fold``, which a plain number, as most are, need not be asked for."""
    return text if text.isascii() and text.isalnum() else fold(text)
