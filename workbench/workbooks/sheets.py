"""Tells what each sheet of a workbook is, and reads the catalogue's tables in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.records import ITEM_TYPES
from workbench.records.tidy import fold
from workbench.workbooks import headers
from workbench.workbooks.guarded import Grid
from workbench.workbooks.headers import Header
from workbench.workbooks.own_parts import is_ours
from workbench.workbooks.sheet_rows import SheetRow, SheetTable, read_table

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


def read_sheets(grids: Sequence[Grid]) -> list[Sheet]:
    """All sheets in order."""
    found: list[Sheet] = []
    before: Sheet | None = None
    for grid in grids:
        sheet = Sheet(grid, tuple(grid.columns), ours=is_ours(grid.name, grid.text(0, 0)))
        if not sheet.ours:
            sheet = _with_tables(sheet, before)
        found.append(sheet)
        before = sheet if sheet.tables else before
    return found


def _with_tables(sheet: Sheet, before: Sheet | None) -> Sheet:
    """The sheet with the tables below its headers, or with what goes on with the table before."""
    first = headers.find(sheet.grid)
    if first:
        all_headers = [first, *headers.later(sheet.grid, first)]
        return replace(sheet, tables=_tables(sheet, all_headers, None))
    if before is None or not _goes_on(sheet.grid, before.tables[-1].header):
        return sheet
    table = before.tables[-1]
    blank = ("",) * len(sheet.grid.rows)
    right = max(table.header.columns.values()) + 1
    sheet = replace(sheet, columns=(*sheet.columns, *[blank] * (right - len(sheet.columns))))
    header = replace(table.header, first=-1, last=-1, texts=(), width=len(sheet.columns))
    main = (table.rows[-1].main or table.rows[-1]) if table.rows else None
    return replace(sheet, tables=_tables(sheet, [header], main), follows=before.grid.name)


def _tables(sheet: Sheet, found: Sequence[Header], main: SheetRow | None) -> tuple[SheetTable, ...]:
    ends = [header.first for header in found[1:]] + [len(sheet.grid.rows)]
    return tuple(
        read_table(sheet.grid, sheet.columns, header, end, main) for header, end in zip(found, ends, strict=True)
    )


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
