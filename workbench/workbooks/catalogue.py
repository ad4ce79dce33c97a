"""Reads a catalogue workbook: kind, unit, and every row with the place of every value."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any

from workbench.records import Place, Row
from workbench.records.tidy import fold
from workbench.workbooks.cells import column_letters
from workbench.workbooks.collecting import no_collection
from workbench.workbooks.guarded import parse
from workbench.workbooks.quick_records import quick
from workbench.workbooks.reading import CatalogueReading, ReadRow
from workbench.workbooks.recognition import About, recognise
from workbench.workbooks.row_cells import RowCells
from workbench.workbooks.sheet_heads import catalogue_head
from workbench.workbooks.sheet_problems import notes, sheet_problems
from workbench.workbooks.sheet_rows import SheetRow, SheetTable
from workbench.workbooks.sheets import Sheet, read_sheets
from workbench.workbooks.unreadable import UnreadableWorkbook

_NO_HEADER = UnreadableWorkbook(
    "没有找到目录的表头（序号、事项名称、事项类型、设定依据等）", "请使用手册规定的式样填写后再报送"
)
_FIELDS = (
    "seq", "item_name", "sub_item_name", "item_type", "legal_basis", "levels_and_departments", "implementing_agency",
    "remarks",
)  # fmt: skip
_row, _place, _read_row = quick(Row), quick(Place), quick(ReadRow)


def read_catalogue(path: Path, content: bytes | None = None) -> CatalogueReading:
    """Read a catalogue of any of the handbook's three kinds (附件1 3.3.1).

    Args:
        path: names the file in places and messages; read when ``content`` is None.
        content: the file's bytes.

    Raises:
        UnreadableWorkbook: the file cannot be read, or has no catalogue in it.
    """
    with no_collection():
        try:
            grids = parse(path.read_bytes() if content is None else content)
        except UnreadableWorkbook as error:
            raise UnreadableWorkbook(error.reason, error.remedy, path.name) from error
        sheets = read_sheets(grids)
        reading = catalogue_of(path.name, sheets, about(path.stem, sheets))
    if reading is None:
        raise UnreadableWorkbook(_NO_HEADER.reason, _NO_HEADER.remedy, path.name)
    return replace(reading, problems=(*notes(path.name, grids), *reading.problems))


def about(stem: str, sheets: Sequence[Sheet]) -> About:
    """What the workbook says of itself."""
    return recognise(stem, [catalogue_head(sheet) for sheet in sheets if sheet.tables])


def catalogue_of(file: str, sheets: Sequence[Sheet], told: About) -> CatalogueReading | None:
    """The catalogue in these sheets; None where there is none."""
    read = [sheet for sheet in sheets if sheet.tables]
    if not read:
        return None
    first = read[0].tables[0]
    return CatalogueReading(
        kind=told.kind,
        unit_text=told.unit_text,
        title=told.title,
        headers=first.header.texts,
        seq=tuple(_main_seq(first)),
        rows=tuple(chain.from_iterable(_rows(file, table) for sheet in read for table in sheet.tables)),
        problems=tuple(sheet_problems(file, sheets)),
        sheets=tuple(sheet.grid.name for sheet in sheets if not sheet.ours),
    )


def _rows(file: str, table: SheetTable) -> Iterator[ReadRow]:
    """The table's rows as records."""
    columns, sheet = table.header.columns, table.grid.name
    pick, letters = _picker(tuple(columns)), column_letters(min(columns.values()))
    for row in table.rows:
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


def _main_seq(table: SheetTable) -> Iterator[str]:
    """The first column as printed, once for each cell; a main item's number repeated for its sub-items is one."""
    place = next((at for at, field in enumerate(table.header.columns) if field == "seq"), None)
    if place is None:
        return
    for row in table.rows:
        seq = row.values[place]
        if row.main is None or not _is_of(seq, row.main.values[place], row):
            yield seq


def _is_of(seq: str, above: str, row: SheetRow) -> bool:
    """Whether a sub-item's number is its main item's, under a merge or repeated."""
    return bool(row.elsewhere and "seq" in row.elsewhere) or fold(seq) == fold(above)
