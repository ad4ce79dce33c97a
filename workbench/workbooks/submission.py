"""Writes a catalogue workbook in the handbook's form (附件1 3.3.1 and its printed forms)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workbench.records import COLUMN_NAMES, CatalogueKind, Row
from workbench.workbooks.heights import height, stretch

_NAME_GROUP = ("item_name", "sub_item_name")
_WIDTHS = {
    "seq": 8,
    "item_name": 22,
    "sub_item_name": 20,
    "item_type": 12,
    "legal_basis": 62,
    "levels_and_departments": 22,
    "implementing_agency": 20,
    "remarks": 14,
}
_BODY = {"font_name": "宋体", "font_size": 10, "border": 1, "text_wrap": True, "valign": "vcenter"}
_HEADER = {**_BODY, "font_name": "黑体", "bold": True, "align": "center", "bg_color": "#E7EDF5"}
_TITLE = {"font_name": "黑体", "font_size": 18, "bold": True, "align": "center", "valign": "vcenter"}
_PLAIN = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "text_wrap": True}
_CENTRED = ("seq", "item_type")
#: What an indented text cannot use of a column's width.
_INDENT = 2
#: The same for every file, so that the same content gives the same bytes.
_CREATED = datetime(2017, 6, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class MainItem:
    """A main item (事项) as its unit lays it out.

    ``row`` has the main item's own cells. Each of ``sub_items`` is a row below it, of which ``None`` means
    that the cell is the main item's: merged over all sub-items where none has a value of its own, else
    the main item's value repeated. With ``merged`` False such cells below the first row stay blank.
    """

    row: Row
    sub_items: tuple[Row, ...] = ()
    merged: bool = True


@dataclass(frozen=True, slots=True)
class SubmissionSheet:
    """What a unit sends in: one sheet with title, caption, two header rows, items and notes at the foot.

    ``columns`` are fields of :class:`~workbench.records.Row` in the order wanted (empty: the form of
    ``kind``); ``header_names`` prints other words than the form's in the header, such as 基本编码.
    ``caption`` is the row between title and header (unit, date); blank leaves it out.
    """

    title: str
    caption: str
    kind: str
    rows: Sequence[MainItem]
    notes: Sequence[str] = ()
    columns: Sequence[str] = ()
    header_names: Mapping[str, str] = field(default_factory=dict)
    sheet_name: str = "目录"


def form_columns(kind: str) -> tuple[str, ...]:
    """The fields of the printed form of a kind of catalogue, left to right."""
    if kind == CatalogueKind.DEPARTMENT:
        return ("seq", *_NAME_GROUP, "item_type", "legal_basis", "implementing_agency", "remarks")
    return ("seq", *_NAME_GROUP, "item_type", "legal_basis", "levels_and_departments", "remarks")


def write_submission(path: Path, sheet: SubmissionSheet) -> None:
    """Write ``sheet`` as an .xlsx file. The same sheet gives the same bytes, and text is always text."""
    book = xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": _CREATED, "author": ""})
    _Writer(book, sheet).write()
    book.close()


class _Writer:
    """Writes the sheet from the top down; ``line`` is the next free row."""

    def __init__(self, book: xlsxwriter.Workbook, sheet: SubmissionSheet) -> None:
        self.sheet = sheet
        self.columns = tuple(sheet.columns) or form_columns(sheet.kind)
        self.page: Worksheet = book.add_worksheet(sheet.sheet_name)
        self.left: Format = book.add_format({**_BODY, "align": "left", "indent": 1})
        self.centre: Format = book.add_format({**_BODY, "align": "center"})
        self.header: Format = book.add_format(_HEADER)
        self.title: Format = book.add_format(_TITLE)
        self.plain: Format = book.add_format(_PLAIN)
        self.line = 0

    def write(self) -> None:
        self._set_up_page()
        self._wide_row(self.sheet.title, self.title, 36)
        if self.sheet.caption:
            self._wide_row(self.sheet.caption, self.plain, 20)
        self._headers()
        for main in self.sheet.rows:
            self._main_item(main)
        for note in self.sheet.notes:
            self._wide_row(note, self.plain, height([(note, sum(_WIDTHS[name] for name in self.columns))]))

    def _set_up_page(self) -> None:
        self.page.set_landscape()
        self.page.set_paper(8)
        self.page.fit_to_pages(1, 0)
        for index, name in enumerate(self.columns):
            self.page.set_column(index, index, _WIDTHS[name])

    def _wide_row(self, text: str, style: Format, points: float) -> None:
        self.page.merge_range(self.line, 0, self.line, len(self.columns) - 1, "", style)
        self.page.write_string(self.line, 0, text, style)
        self.page.set_row(self.line, points)
        self.line += 1

    def _headers(self) -> None:
        top, below = self.line, self.line + 1
        group = [index for index, name in enumerate(self.columns) if name in _NAME_GROUP]
        two_level = len(group) == len(_NAME_GROUP)
        for index, name in enumerate(self.columns):
            text = self.sheet.header_names.get(name, COLUMN_NAMES[name])
            if two_level and index in group:
                self.page.write_string(below, index, text, self.header)
            else:
                self.page.merge_range(top, index, below, index, text, self.header)
        if two_level:
            self.page.merge_range(top, group[0], top, group[1], "事项名称", self.header)
        self.line += 2
        self.page.freeze_panes(self.line, 0)
        self.page.repeat_rows(top, below)

    def _main_item(self, main: MainItem) -> None:
        rows = main.sub_items or (Row(sub_item_name=main.row.sub_item_name or ""),)
        heights = [height(self._own_cells(row)) for row in rows]
        for index, name in enumerate(self.columns):
            own = [getattr(row, name) for row in rows]
            value = getattr(main.row, name) or ""
            if len(rows) > 1 and main.merged and all(cell is None for cell in own):
                self._merge(index, name, value, len(rows))
                stretch(heights, height([(value, _room(name))]))
            else:
                texts = _laid_out(value, own, repeat=main.merged or any(own))
                for offset, text in enumerate(texts):
                    self._cell(self.line + offset, index, name, text)
                    heights[offset] = max(heights[offset], height([(text, _room(name))]))
        for offset, points in enumerate(heights):
            self.page.set_row(self.line + offset, points)
        self.line += len(rows)

    def _own_cells(self, row: Row) -> list[tuple[str, float]]:
        return [(getattr(row, name) or "", _room(name)) for name in self.columns]

    def _merge(self, column: int, name: str, text: str, rows: int) -> None:
        self.page.merge_range(self.line, column, self.line + rows - 1, column, "", self._style(name))
        self._cell(self.line, column, name, text)

    def _cell(self, line: int, column: int, name: str, text: str) -> None:
        if name == "seq" and text.isascii() and text.isdigit() and str(int(text)) == text:
            self.page.write_number(line, column, int(text), self._style(name))
        elif text:
            self.page.write_string(line, column, text, self._style(name))
        else:
            self.page.write_blank(line, column, None, self._style(name))

    def _style(self, name: str) -> Format:
        return self.centre if name in _CENTRED else self.left


def _room(name: str) -> float:
    """How many characters of a column's width its texts can use."""
    return _WIDTHS[name] - (0 if name in _CENTRED else _INDENT)


def _laid_out(value: str, own: Sequence[str | None], *, repeat: bool) -> list[str]:
    """The texts of one column: the main item's value where a sub-item has none, once or on every row."""
    return [(value if repeat or not offset else "") if cell is None else cell for offset, cell in enumerate(own)]
