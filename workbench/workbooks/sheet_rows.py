"""The rows below a header: merged cells resolved, sub-items inherit, notes left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.records.tidy import fold
from workbench.workbooks.cells import cell_name, column_letters
from workbench.workbooks.guarded import Grid
from workbench.workbooks.headers import Header
from workbench.workbooks.other_rows import OtherRows

#: What a main item passes on to its sub-items (rule book, section 7: Sub-items inherit).
INHERITED = ("seq", "item_name", "item_type", "legal_basis", "levels_and_departments", "implementing_agency", "remarks")
#: Cell -> the first cell of the merge that it is under, as row and column.
_Anchors = Mapping[tuple[int, int], tuple[int, int]]


@dataclass(slots=True)
class SheetRow:
    """One row of values, each with the cell that holds it. ``own`` are the fields that the row itself fills."""

    line: int
    values: dict[str, str]
    cells: dict[str, str]
    own: frozenset[str]

    def filled(self, field: str) -> bool:
        """Whether the row has a text in a field, its own or under a merge."""
        return bool(self.values.get(field, "").strip())


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row that is no catalogue row: a note, a total, a repeated header. ``text`` is its first text."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A row that carries on the text of the row ``into``, and was put into that."""

    line: int
    into: int


def rows(grid: Grid, header: Header) -> Iterator[SheetRow | Ignored | Joined]:
    """Everything below the header, in order; blank rows are passed over.

    A row that was yielded may still get the text of a :class:`Joined` row.
    """
    anchors = _anchors(grid, header)
    others = OtherRows(header)
    main = last = None
    for line in range(header.last + 1, len(grid.rows)):
        texts = [text for text in grid.rows[line][: header.width] if text and not text.isspace()]
        if not texts:
            continue
        row = _read(grid, header.columns, line, anchors)
        if others.has(texts, row.cells, row.own):
            yield Ignored(line, texts[0])
        elif last and _carries_on(row, last):
            _join(row, last)
            yield Joined(line, last.line)
        else:
            if main and _is_under(row, main):
                _inherit(row, main)
            else:
                main = row
            last = row
            yield row


def _anchors(grid: Grid, header: Header) -> _Anchors:
    return {
        (row, column): (merge.top, merge.left)
        for merge in grid.merges
        if merge.top > header.last
        for row in range(merge.top, min(merge.bottom, len(grid.rows)) + 1)
        for column in range(merge.left, min(merge.right, header.width) + 1)
    }


def _read(grid: Grid, columns: Mapping[str, int], line: int, anchors: _Anchors) -> SheetRow:
    """The row's values; what is merged over several columns is the first one's, and blank for the others."""
    row, number = grid.rows[line], line + 1
    values, cells, own = {}, {}, []
    for field, column in columns.items():
        at = anchors.get((line, column))
        if at is None or at == (line, column):
            values[field] = text = row[column] if column < len(row) else ""
            cells[field] = f"{column_letters(column)}{number}"
            if text and not text.isspace():
                own.append(field)
        else:
            others = at[1] != column and at[1] in columns.values()
            values[field] = "" if others else grid.text(*at)
            cells[field] = cell_name(*at)
            if at[0] == line and values[field].strip():
                own.append(field)
    return SheetRow(line, values, cells, frozenset(own))


def _carries_on(row: SheetRow, last: SheetRow) -> bool:
    """Whether a row names nothing of its own: only more text of the row above, or nothing under its merges."""
    if row.own & {"seq", "item_name", "sub_item_name"}:
        return False
    under = [row.filled(name) and row.cells[name] == last.cells.get(name) for name in ("item_name", "sub_item_name")]
    if any(row.filled(name) and not same for name, same in zip(("item_name", "sub_item_name"), under, strict=True)):
        return False
    return any(under) or (last.filled("legal_basis") and "item_type" not in row.own)


def _join(row: SheetRow, last: SheetRow) -> None:
    for field in row.own:
        if last.filled(field):
            last.values[field] = f"{last.values[field]}\n{row.values[field]}"
        else:
            last.values[field], last.cells[field] = row.values[field], row.cells[field]


def _is_under(row: SheetRow, main: SheetRow) -> bool:
    """Whether a row is a further sub-item of the main item above it."""
    if not row.filled("sub_item_name"):
        return False
    if row.cells.get("item_name") == main.cells.get("item_name") or not row.filled("item_name"):
        return True
    same_name = fold(row.values["item_name"]) == fold(main.values.get("item_name", ""))
    return same_name and ("seq" not in row.own or row.values["seq"] == main.values.get("seq"))


def _inherit(row: SheetRow, main: SheetRow) -> None:
    for field in INHERITED:
        if field in row.values and not row.filled(field) and main.filled(field):
            row.values[field], row.cells[field] = main.values[field], main.cells[field]
