"""Reads OpenDocument spreadsheets, which hold what is displayed beside each value; only in the guarded process."""

from collections.abc import Iterator
from typing import Self

from workbench.workbooks.guarded.bounds import too_many_sheets
from workbench.workbooks.guarded.controls import UNREAD
from workbench.workbooks.guarded.grid import Grid, Merge
from workbench.workbooks.guarded.layout import Layout
from workbench.workbooks.guarded.markup import Element, elements
from workbench.workbooks.guarded.number_formats import general
from workbench.workbooks.guarded.parts import Parts
from workbench.workbooks.limits import Limits

_NAME = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}%s"
_TABLE, _COLUMN, _ROW = (_NAME % ("table", f"table{part}") for part in ("", "-column", "-row"))
_CELLS = (_NAME % ("table", "table-cell"), _NAME % ("table", "covered-table-cell"))
_STYLE = _NAME % ("style", "style")
_PARAGRAPH = _NAME % ("text", "p")
_SILENT = {_NAME % ("office", "annotation"), _NAME % ("text", "note"), _NAME % ("text", "ruby-text")}
_SIGNS = {_NAME % ("text", "tab"): "\t", _NAME % ("text", "line-break"): "\n"}
_BLANKS = _NAME % ("text", "s")
_VALUES = ("string-value", "date-value", "time-value")
_CONTROLS = (b"<form:checkbox ", b"<form:radio ", b"<form:listbox ", b"<form:combobox ")
_HIDDEN = {"collapse", "filter"}
_MOST, _MOST_BLANKS = 1 << 20, 1_000


def read_ods(content: bytes, limits: Limits) -> list[Grid]:
    """All sheets with texts as displayed. Raises UnreadableWorkbook."""
    parts = Parts(content)
    data = parts.read("content.xml")
    unread = (UNREAD,) if any(word in data for word in _CONTROLS) else ()
    return _Reader(limits, (*parts.notes(), *unread)).read(data).grids


class _Reader:
    """Where the reading is: the styles of hidden sheets, the sheet, the next row and column."""

    def __init__(self, limits: Limits, notes: tuple[str, ...]) -> None:
        self.grids: list[Grid] = []
        self._limits = limits
        self._notes = notes
        self._hiding: set[str] = set()
        self._sheet = Layout("", limits)
        self._row = self._column = 0

    def read(self, content: bytes) -> Self:
        for event, element in elements(content, (_STYLE, _TABLE, _COLUMN, _ROW)):
            if event == "end":
                self._end(element)
                element.clear()
            elif element.tag == _TABLE:
                self._begin(element)
        return self

    def _begin(self, table: Element) -> None:
        self._sheet = Layout(table.get(_NAME % ("table", "name"), ""), self._limits)
        self._sheet.visible = table.get(_NAME % ("table", "style-name")) not in self._hiding
        self._row = self._column = 0

    def _end(self, element: Element) -> None:
        if element.tag == _STYLE:
            about = element.find(_NAME % ("style", "table-properties"))
            if about is not None and about.get(_NAME % ("table", "display")) == "false":
                self._hiding.add(element.get(_NAME % ("style", "name"), ""))
        elif element.tag == _TABLE:
            self.grids.append(self._sheet.grid(notes=() if self.grids else self._notes))
            if len(self.grids) > self._limits.sheets:
                raise too_many_sheets(len(self.grids), self._limits)
        elif element.tag == _COLUMN:
            self._end_column(element)
        else:
            self._end_row(element)

    def _end_column(self, column: Element) -> None:
        after = self._column + _count(column, "number-columns-repeated")
        if column.get(_NAME % ("table", "visibility")) in _HIDDEN:
            self._sheet.hidden_columns.append(range(self._column, after))
        self._column = after

    def _end_row(self, row: Element) -> None:
        after = self._row + _count(row, "number-rows-repeated")
        if row.get(_NAME % ("table", "visibility")) in _HIDDEN:
            self._sheet.hidden_rows.append(range(self._row, after))
        cells = list(_cells(row))
        self._sheet.claim((after - self._row) * sum(_count(cell, "number-columns-repeated") for _, cell, _ in cells))
        for line in range(self._row, after) if cells else ():
            self._put(line, cells)
        self._row = after

    def _put(self, row: int, cells: list[tuple[int, Element, str]]) -> None:
        """Lay out the cells of a row, each as often as it is repeated."""
        for first, cell, text in cells:
            down, right = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
            for column in range(first, first + _count(cell, "number-columns-repeated")):
                self._sheet.put(row, column, text)
                self._sheet.merge(Merge(row, column, row + down - 1, column + right - 1))
                if not text and _is_formula(cell):
                    self._sheet.uncomputed.append((row, column))


def _cells(row: Element) -> Iterator[tuple[int, Element, str]]:
    """Column, element and text of the cells that are not blank."""
    column = 0
    for cell in row.iterchildren(*_CELLS):
        text = _text(cell)
        if (
            text
            or _is_formula(cell)
            or _count(cell, "number-rows-spanned") * _count(cell, "number-columns-spanned") > 1
        ):
            yield column, cell, text
        column += _count(cell, "number-columns-repeated")


def _is_formula(cell: Element) -> bool:
    """Whether the cell has a formula and no result."""
    return cell.get(_NAME % ("table", "formula")) is not None and cell.get(_NAME % ("office", "value-type")) is None


def _text(cell: Element) -> str:
    """What the cell displays; its value where its writer left that out."""
    paragraphs = ["".join(_pieces(each)) for each in cell.iterchildren(_PARAGRAPH)]
    if paragraphs:
        return "\n".join(paragraphs)
    number = cell.get(_NAME % ("office", "value"))
    try:
        if number is not None:
            return general(float(number))
    except ValueError:
        return str(number)
    if (truth := cell.get(_NAME % ("office", "boolean-value"))) is not None:
        return str(truth).upper()
    return next((value for name in _VALUES if (value := cell.get(_NAME % ("office", name)))), "")


def _pieces(element: Element) -> Iterator[str]:
    """The texts below an element, in order."""
    yield element.text or ""
    for child in element:
        if child.tag == _BLANKS:
            count = child.get(_NAME % ("text", "c"), "1")
            yield " " * (min(int(count[:8]), _MOST_BLANKS) if count.isascii() and count.isdigit() else 1)
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _SILENT:
            yield from _pieces(child)
        yield child.tail or ""


def _count(element: Element, name: str) -> int:
    """A number of repetitions; one that cannot be counts as the largest that can."""
    text = element.get(_NAME % ("table", name), "1")
    return min(max(int(text[:8]), 1), _MOST) if text.isascii() and text.isdigit() else 1
