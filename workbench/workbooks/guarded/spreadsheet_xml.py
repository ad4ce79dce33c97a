"""Reads SpreadsheetML 2003, which Excel calls XML 表格 2003 and exporting systems like to write."""

from typing import Self

from workbench.workbooks.guarded.bounds import too_many_cells, too_many_sheets
from workbench.workbooks.guarded.date_formats import serial
from workbench.workbooks.guarded.grid import Grid, Merge
from workbench.workbooks.guarded.layout import Layout
from workbench.workbooks.guarded.markup import Element, elements
from workbench.workbooks.guarded.number_formats import display
from workbench.workbooks.limits import Limits

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_STYLE, _SHEET, _COLUMN, _ROW, _DATE1904, _VISIBLE = (
    f"{_SS}Style",
    f"{_SS}Worksheet",
    f"{_SS}Column",
    f"{_SS}Row",
    f"{_X}Date1904",
    f"{_X}Visible",
)
#: Names that stand for a number format.
_NAMED = {
    "General Number": "General",
    "General Date": "yyyy/m/d h:mm",
    "Long Date": 'yyyy"年"m"月"d"日"',
    "Medium Date": "d-mmm-yy",
    "Short Date": "yyyy/m/d",
    "Long Time": "h:mm:ss",
    "Medium Time": "h:mm AM/PM",
    "Short Time": "h:mm",
    "Currency": "¥#,##0.00",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
}
_TRUE = {"1", "true"}
#: No format has more rows or columns; a larger number is forged.
_MOST, _WIDEST = 1 << 20, 1 << 14


def read_spreadsheet_xml(content: bytes, limits: Limits) -> list[Grid]:
    """All worksheets. Raises UnreadableWorkbook."""
    if content.count(b"<Cell") + content.count(b"<ss:Cell") > limits.markup_cells:
        raise too_many_cells(limits.markup_cells)
    return _Reader(limits).read(content).grids


class _Reader:
    """Where the reading is: the styles so far, the sheet, the next row and column."""

    def __init__(self, limits: Limits) -> None:
        self.grids: list[Grid] = []
        self._limits = limits
        self._formats: dict[str, str] = {}
        self._date1904 = False
        self._column_styles: dict[int, str] = {}
        self._sheet = Layout("", limits)
        self._row = self._column = 0

    def read(self, content: bytes) -> Self:
        for event, element in elements(content, (_STYLE, _SHEET, _COLUMN, _ROW, _DATE1904, _VISIBLE)):
            if event == "start":
                self._begin(element)
            else:
                self._end(element)
                element.clear()
        return self

    def _begin(self, element: Element) -> None:
        if element.tag == _SHEET:
            self._sheet = Layout(element.get(f"{_SS}Name", ""), self._limits)
            self._row = self._column = 0
            self._column_styles = {}
        elif element.tag == _DATE1904:
            self._date1904 = True

    def _end(self, element: Element) -> None:
        if element.tag == _SHEET:
            self.grids.append(self._sheet.grid())
            if len(self.grids) > self._limits.sheets:
                raise too_many_sheets(len(self.grids), self._limits)
        elif element.tag == _VISIBLE:
            self._sheet.visible = (
                not (element.text or "").startswith("SheetHidden") and element.text != "SheetVeryHidden"
            )
        elif element.tag == _STYLE:
            form = element.find(f"{_SS}NumberFormat")
            code = "" if form is None else form.get(f"{_SS}Format", "")
            self._formats[element.get(f"{_SS}ID", "")] = _NAMED.get(code, code)
        elif element.tag == _COLUMN:
            self._end_column(element)
        else:
            self._end_row(element)

    def _end_column(self, column: Element) -> None:
        first = max(_number(column, "Index", self._column + 1), 1) - 1
        last = first + _number(column, "Span", 0)
        style = column.get(f"{_SS}StyleID")
        columns = range(first, min(last, first + _WIDEST) + 1)
        if style:
            self._column_styles.update(dict.fromkeys(columns, style))
        if column.get(f"{_SS}Hidden") in _TRUE:
            self._sheet.hidden_columns.append(columns)
        self._column = last + 1

    def _end_row(self, row: Element) -> None:
        first = max(_number(row, "Index", self._row + 1), 1) - 1
        if row.get(f"{_SS}Hidden") in _TRUE:
            self._sheet.hidden_rows.append(range(first, first + _number(row, "Span", 0) + 1))
        column = 0
        for cell in row.iterchildren(f"{_SS}Cell"):
            at = max(_number(cell, "Index", column + 1), 1) - 1
            right, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
            style = cell.get(f"{_SS}StyleID") or row.get(f"{_SS}StyleID") or self._column_styles.get(at, "")
            self._cell(first, at, cell, self._formats.get(style) or self._formats.get("Default") or "General")
            self._sheet.merge(Merge(first, at, first + down, at + right))
            column = at + right + 1
        self._row = first + _number(row, "Span", 0) + 1

    def _cell(self, row: int, column: int, cell: Element, code: str) -> None:
        data = cell.find(f"{_SS}Data")
        if data is not None:
            self._sheet.put(row, column, self._text(data, code))
        elif cell.get(f"{_SS}Formula"):
            self._sheet.claim(1)
            self._sheet.uncomputed.append((row, column))

    def _text(self, data: Element, code: str) -> str:
        text = "".join(data.itertext())
        kind = data.get(f"{_SS}Type")
        try:
            if kind == "Number":
                return display(float(text), code, date1904=self._date1904)
            if kind == "DateTime":
                return display(serial(text, date1904=self._date1904), code, date1904=self._date1904)
        except ValueError:
            return text
        return {"1": "TRUE", "0": "FALSE"}.get(text, text) if kind == "Boolean" else text


def _number(element: Element, name: str, default: int) -> int:
    """A number given as an attribute; one that cannot be counts as the largest."""
    text = element.get(_SS + name)
    if text is None or not text.isascii() or not text.isdigit():
        return default
    return min(int(text[:9]), _MOST)
