"""Reads a catalogue workbook: kind, unit, and every row with the place of every value."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from workbench.workbooks.collecting import no_collection
from workbench.workbooks.guarded import arriving
from workbench.workbooks.reading import CatalogueReading, ReadRow
from workbench.workbooks.recognition import About, recognise
from workbench.workbooks.row_records import main_seq, records
from workbench.workbooks.sheet_heads import catalogue_head
from workbench.workbooks.sheet_problems import notes, sheet_problems
from workbench.workbooks.sheet_table import SheetTable
from workbench.workbooks.sheets import Sheet, read_sheets
from workbench.workbooks.unreadable import UnreadableWorkbook, naming

_NO_HEADER = UnreadableWorkbook(
    "没有找到目录的表头（序号、事项名称、事项类型、设定依据等）", "请使用手册规定的式样填写后再报送"
)


def read_catalogue(path: Path, content: bytes | None = None) -> CatalogueReading:
    """Read a catalogue of any of the handbook's three kinds (附件1 3.3.1).

    Args:
        path: names the file in places and messages; read when ``content`` is None.
        content: the file's bytes.

    Raises:
        UnreadableWorkbook: the file cannot be read, or has no catalogue in it.
    """
    with no_collection():
        sheets = sheets_of(path, path.read_bytes() if content is None else content)
        reading = catalogue_of(path.name, sheets, about(path.stem, sheets))
    if reading is None:
        raise UnreadableWorkbook(_NO_HEADER.reason, _NO_HEADER.remedy, path.name)
    return replace(reading, problems=(*notes(path.name, [sheet.grid for sheet in sheets]), *reading.problems))


def sheets_of(path: Path, content: bytes) -> list[Sheet]:
    """The sheets of a workbook file. Raises UnreadableWorkbook, which names it."""
    with naming(path.name), arriving(content) as arrivals:
        return read_sheets(path.name, arrivals)


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
        seq=(*first.seq, *main_seq(first.header.columns, first.open_rows)),
        rows=tuple(chain.from_iterable(_all_rows(file, table) for sheet in read for table in sheet.tables)),
        problems=tuple(sheet_problems(file, sheets)),
        sheets=tuple(sheet.grid.name for sheet in sheets if not sheet.ours),
    )


def _all_rows(file: str, table: SheetTable) -> Iterator[ReadRow]:
    """The table's rows, with those of the main item that it ends with."""
    yield from table.rows
    yield from records(file, table.grid.name, table.header.columns, table.open_rows)
