"""What an Excel workbook shows beyond its values: formatted numbers, signs, errors, hidden rows and columns."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from workbench.workbooks.guarded import sheet_xml
from workbench.workbooks.guarded.check_marks import in_font
from workbench.workbooks.guarded.controls import Control, Controls, read_controls, texts_with
from workbench.workbooks.guarded.floating import texts_around
from workbench.workbooks.guarded.grid import Grid
from workbench.workbooks.guarded.number_formats import display, general
from workbench.workbooks.guarded.parts import Parts
from workbench.workbooks.guarded.rich_text import strings_with_signs
from workbench.workbooks.guarded.styles import Styles, read_styles
from workbench.workbooks.limits import Limits

#: What a sheet may have.
_ROWS, _COLUMNS = 1 << 20, 1 << 14


@dataclass(slots=True)
class Shown:
    """The same for one sheet; ``changes`` are by row: column, text, and the font that the cell's own text is set in."""

    changes: dict[int, list[tuple[int, str, str]]] = field(default_factory=lambda: defaultdict(list))
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncomputed: tuple[tuple[int, int], ...] = ()
    around: str = ""
    controls: Controls = field(default_factory=Controls)
    marks: dict[int, dict[int, list[Control]]] = field(default_factory=lambda: defaultdict(dict))

    def told(self, grid: Grid, height: int, most: float) -> Grid:
        """The grid with what is told of it; from now on the marks of its controls are among its changes."""
        controls = self.controls.within(height, most)
        marked = controls.marked(grid.merges)
        for (row, column), over in marked.items():
            self.marks[row][column] = over
        return replace(
            grid,
            hidden_rows=self.hidden_rows,
            hidden_columns=self.hidden_columns,
            uncomputed=self.uncomputed,
            caption=self.around,
            notes=(*grid.notes, *controls.notes(marked)),
        )

    @property
    def last(self) -> int:
        """The last row with changes; -1 where there are none."""
        return max((*self.changes, *self.marks), default=-1)

    def change(self, line: int, row: list[Any]) -> list[Any]:
        """The row with what its cells show where that differs from their values."""
        for column, text, font in self.changes.pop(line, ()):
            row.extend([""] * (column + 1 - len(row)))
            row[column] = in_font(displayed(row[column]), font) if font else text
        for column, controls in self.marks.pop(line, {}).items():
            row.extend([""] * (column + 1 - len(row)))
            row[column] = texts_with(displayed(row[column]), controls)
        return row


class ShownBook:
    """What is shown of all sheets; looked up at once, so that it can be done beside the parser."""

    def __init__(self, parts: Parts, limits: Limits) -> None:
        """For the workbook of these parts."""
        self._limits = limits
        self._styles: Styles = read_styles(parts.root("xl/styles.xml"))
        self._signs = strings_with_signs(parts)
        root = parts.root("xl/workbook.xml")
        about = None if root is None else root.find("{*}workbookPr")
        self._date1904 = about is not None and about.get("date1904") in {"1", "true"}
        self.notes = parts.notes()
        self._sheets = {name: self._sheet(parts, part) for name, part in dict(parts.sheets()).items()}

    def sheet(self, name: str) -> Shown:
        """What is shown of one sheet."""
        return self._sheets.get(name) or Shown()

    def _sheet(self, parts: Parts, part: str) -> Shown:
        data = sheet_xml.plain(parts.read(part))
        shown = Shown(
            hidden_rows=frozenset(sheet_xml.hidden_rows(data, _ROWS)),
            hidden_columns=frozenset(sheet_xml.hidden_columns(data, _COLUMNS)),
            uncomputed=tuple(sheet_xml.uncomputed(data)),
            around=texts_around(parts, part, data),
            controls=read_controls(parts, part, data),
        )
        for (row, column), text, font in self._changes(data):
            if (row + 1) * (column + 1) <= self._limits.cells:
                shown.changes[row].append((column, text, font))
        return shown

    def _changes(self, data: bytes) -> Iterator[tuple[tuple[int, int], str, str]]:
        """Place, text and font of the cells that do not show their values; later ones count."""
        styles = self._styles
        for place, text in sheet_xml.errors(data):
            yield place, text, ""
        if styles.formats:
            for place, style, value in sheet_xml.numbers(data, styles.formats):
                yield place, self._formatted(value, style), ""
        if styles.fonts:
            for place, style in sheet_xml.in_styles(data, styles.fonts):
                yield place, "", styles.fonts[style]
        if self._signs:
            for place, number in sheet_xml.shared_strings(data):
                if number in self._signs:
                    yield place, self._signs[number], ""

    def _formatted(self, value: bytes, style: int) -> str:
        try:
            return display(float(value), self._styles.formats[style], date1904=self._date1904)
        except ValueError:
            return value.decode("utf-8", "replace")


def displayed(value: Any) -> str:
    """What an office program shows for a value without a format of its own: 1.0 is ``1``."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return general(value)
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)
