"""Makes records of the matters of a catalogue table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat

from workbench.records import Place, Row
from workbench.records.tidy import fold
from workbench.workbooks.cells import column_letters
from workbench.workbooks.quick_records import quick
from workbench.workbooks.read_row import ReadRow
from workbench.workbooks.row_cells import RowCells
from workbench.workbooks.sheet_table import SheetRow

_FIELDS = (
    "seq", "item_name", "sub_item_name", "item_type", "legal_basis", "levels_and_departments", "implementing_agency",
    "remarks",
)  # fmt: skip
_row, _place, _read_row = quick(Row), quick(Place), quick(ReadRow)


def records(file: str, sheet: str, columns: Mapping[str, int], rows: Sequence[SheetRow]) -> Iterator[ReadRow]:
    """Rows of a table with these columns as records, made column by column; their sub-items must be known.

    A catalogue without a column of sub-items has none; of other columns that it lacks nothing is known.
    """
    lines, letters = [row.line for row in rows], column_letters(min(columns.values()))
    texts: dict[str, Iterable[str | None]] = {"sub_item_name": repeat("")}
    texts.update(zip(columns, zip(*[row.values for row in rows], strict=True), strict=False))
    subs = [tuple(row.subs) if row.subs else None for row in rows]
    unknown = repeat(None)
    matters = map(_row, *[unknown] * 3, *[texts.get(field, unknown) for field in _FIELDS], subs, unknown)
    places = map(_place, repeat(file), repeat(sheet), [f"{letters}{line + 1}" for line in lines])
    cells = map(RowCells, repeat(columns), lines, [row.elsewhere for row in rows])
    return map(_read_row, matters, places, cells)


def main_seq(columns: Mapping[str, int], rows: Sequence[SheetRow]) -> Iterator[str]:
    """The first column as printed, once for each cell; a main item's number repeated for its sub-items is one."""
    place = next((at for at, field in enumerate(columns) if field == "seq"), None)
    if place is None:
        return
    for row in rows:
        seq = row.values[place]
        if row.main is None or not _is_of(seq, row.main.values[place], row):
            yield seq


def _is_of(seq: str, above: str, row: SheetRow) -> bool:
    """Whether a sub-item's number is its main item's, under a merge or repeated."""
    return bool(row.elsewhere and "seq" in row.elsewhere) or fold(seq) == fold(above)
