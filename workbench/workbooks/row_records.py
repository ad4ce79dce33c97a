"""Makes records of the matters of a catalogue table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

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
    """Rows of a table with these columns as records; their sub-items must be known."""
    pick, letters = _picker(tuple(columns)), column_letters(min(columns.values()))
    for row in rows:
        record = _row(None, None, None, *pick((*row.values, None, "", tuple(row.subs) if row.subs else None)), None)
        place = _place(file, sheet, f"{letters}{row.line + 1}")
        yield _read_row(record, place, RowCells(columns, row.line, row.elsewhere))


def _picker(fields: Sequence[str]) -> Callable[[tuple[str | tuple[str, ...] | None, ...]], tuple[Any, ...]]:
    """Takes a record's texts out of the values of these fields, nothing, a blank and the sub-items.

    A catalogue without a column of sub-items has none; of other columns that it lacks nothing is known.
    """
    absent, blank, subs = range(len(fields), len(fields) + 3)
    places = [fields.index(each) if each in fields else absent for each in _FIELDS]
    if "sub_item_name" not in fields:
        places[_FIELDS.index("sub_item_name")] = blank
    return itemgetter(*places, subs)


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
