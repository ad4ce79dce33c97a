"""Tells what each sheet of a workbook is, and reads the catalogue's tables in them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.records import ITEM_TYPES
from workbench.records.tidy import fold
from workbench.workbooks import headers
from workbench.workbooks.guarded import Arrival, Grid
from workbench.workbooks.headers import Header
from workbench.workbooks.own_parts import is_ours
from workbench.workbooks.sheet_rows import TableReader
from workbench.workbooks.sheet_table import SheetTable

#: So many rows tell whether a sheet without header goes on with the catalogue of the sheet before.
_SAMPLE = 200
_EXPLAINING = re.compile(r"说明|须知|注意事项|填[报表写]要求|封面|样表|样例|示例|字典|代码表|下拉|选项|数据源")
#: A sheet's first text is judged by its beginning.
_HEAD = 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its columns, all of one length, and its tables.

    ``follows`` names the sheet whose columns it goes on with where it has no header; ``ours`` says that a returns
    workbook added it.
    """

    grid: Grid
    columns: tuple[Sequence[str], ...]
    tables: tuple[SheetTable, ...] = ()
    follows: str = ""
    ours: bool = False

    @property
    def explains(self) -> bool:
        """Whether it has no table and its name or beginning says that it explains something, or lists choices."""
        beginning = next((text for row in self.grid.rows for text in row if text.strip()), "")
        return not self.tables and any(map(_EXPLAINING.search, (fold(self.grid.name), fold(beginning[:_HEAD]))))

    @property
    def blank(self) -> bool:
        """Whether it holds nothing."""
        return not any(any(column) for column in self.columns)


def read_sheets(file: str, arrivals: Iterable[Arrival]) -> list[Sheet]:
    """All sheets in order, read while they come; ``file`` is named in places."""
    found: list[Sheet] = []
    before: Sheet | None = None
    for arrival in arrivals:
        sheet = _read_sheet(file, arrival, before)
        found.append(sheet)
        before = sheet if sheet.tables else before
    return found


def _read_sheet(file: str, arrival: Arrival, before: Sheet | None) -> Sheet:
    """One sheet, with the tables below its headers, or with what goes on with the table of the sheet before."""
    arrival.grow(headers.SIGHT)
    ours = is_ours(arrival.grid.name, arrival.grid.text(0, 0))
    header = None if ours else headers.first(arrival.grid)
    tables = _read_tables(file, arrival, header) if header else ()
    grid = arrival.all()
    sheet = Sheet(grid, tuple(grid.columns), tables, ours=ours)
    if ours or header or before is None or not _goes_on(grid, before.tables[-1].header):
        return sheet
    return _following(file, sheet, before)


def _read_tables(file: str, arrival: Arrival, header: Header) -> tuple[SheetTable, ...]:
    """The tables of a sheet, as its rows come."""
    readers = [TableReader(file, arrival.grid, header)]
    column, known, coming = headers.telling_column(header), header.last + 1, True
    while coming:
        coming = arrival.grow()
        grid = arrival.grid
        end = len(grid.rows) - headers.TALL if coming else len(grid.rows)
        for later in headers.later(grid, readers[-1].table.header, grid.column(column, known, end), known):
            readers[-1].read(grid, later.first, last=True)
            readers.append(TableReader(file, grid, later))
        known = max(known, end, readers[-1].table.header.last + 1)
        readers[-1].read(grid, known, last=not coming)
    tables = tuple(reader.table for reader in readers)
    settled = headers.settled(arrival.grid, [table.header for table in tables])
    for table, with_width in zip(tables, settled, strict=True):
        table.grid, table.header = arrival.grid, with_width
    return tables


def _following(file: str, sheet: Sheet, before: Sheet) -> Sheet:
    """A sheet without header that goes on with the table before."""
    table = before.tables[-1]
    right = max(table.header.columns.values()) + 1
    blank = ("",) * len(sheet.grid.rows)
    columns = (*sheet.columns, *[blank] * (right - len(sheet.columns)))
    header = replace(table.header, first=-1, last=-1, texts=(), width=len(columns))
    main = (table.open_rows[-1].main or table.open_rows[-1]) if table.open_rows else None
    reader = TableReader(file, sheet.grid, header, main)
    reader.read(sheet.grid, len(sheet.grid.rows), last=True)
    return replace(sheet, columns=columns, tables=(reader.table,), follows=before.grid.name)


def _goes_on(grid: Grid, header: Header) -> bool:
    """Whether the rows look like those of the table before: a type of matters where it has them, nothing further right."""
    column = header.columns.get("item_type")
    right = max(header.width, max(header.columns.values()) + 1)
    rows = [row for row in grid.rows[:_SAMPLE] if any(text.strip() for text in row)]
    if column is None or any(len(row) > right for row in rows):
        return False
    texts = [fold(row[column]) for row in rows if column < len(row) and row[column].strip()]
    types = [text for text in texts if text in ITEM_TYPES or text == "公共服务"]
    return bool(types) and 2 * len(types) >= len(texts)
