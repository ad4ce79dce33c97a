"""Writes guides as forms on sheets of a workbook (附件2, 式样): text is always text, ready to print on A4."""

from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workbench.records import Guide
from workbench.workbooks.guide_writing.plan import (
    NOTE,
    TITLE,
    Block,
    Part,
    Printed,
    blocks,
    content_columns,
    material_shares,
    places,
    sub_fields,
)
from workbench.workbooks.heights import height, stretch

_NUMBER, _LABEL, _CONTENT = 5, 18, 66
_A4, _WIDEST_PORTRAIT = 9, 6
_FIELD_WIDTHS = {"事项名称": 10, "序号": 6, "材料名称": 20, "设定依据": 28}
_OTHER_WIDTH = 10
_MARGINS = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.6}


class Styles:
    """The formats of a workbook of forms."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        """Add them to ``book``."""
        body = {"font_name": "宋体", "font_size": 10, "border": 1, "text_wrap": True, "valign": "vcenter"}
        title = {"font_name": "黑体", "font_size": 16, "bold": True, "align": "center", "valign": "vcenter"}
        self.content: Format = book.add_format({**body, "align": "left"})
        self.centre: Format = book.add_format({**body, "align": "center"})
        self.label: Format = book.add_format({**body, "align": "center", "bold": True})
        self.head: Format = book.add_format({**body, "align": "center", "bg_color": "#E7EDF5"})
        self.title: Format = book.add_format(title)
        self.plain: Format = book.add_format({"font_name": "宋体", "font_size": 10, "valign": "vcenter"})


class FormSheet:
    """A sheet of forms, one under another; ``line`` is the next free row."""

    def __init__(self, page: Worksheet, styles: Styles, guides: Sequence[Guide]) -> None:
        """For ``page``; all of ``guides`` have the same columns."""
        self.page, self.styles = page, styles
        self.fields = sub_fields(guides)
        self.columns = content_columns(guides)
        taken = material_shares(self.fields, self.columns)
        widths = (_FIELD_WIDTHS.get(name, _OTHER_WIDTH) / share for name, share in zip(self.fields, taken, strict=True))
        self.widths = _filling([width for width, share in zip(widths, taken, strict=True) for _ in range(share)])
        self.line = 0
        self._set_up()

    def _set_up(self) -> None:
        self.page.set_paper(_A4)
        if self.columns > _WIDEST_PORTRAIT:
            self.page.set_landscape()
        self.page.set_margins(**_MARGINS)
        self.page.fit_to_pages(1, 0)
        self.page.center_horizontally()
        self.page.set_footer("&C第 &P 页，共 &N 页")
        for column, width in enumerate([_NUMBER, _LABEL, *self.widths]):
            self.page.set_column(column, column, width)

    def write(self, guide: Guide, unit: str | None) -> Printed:
        """Write one form: title, unit, elements and the note at the foot."""
        self._wide(TITLE, self.styles.title, 32)
        if unit:
            self._wide(f"填报单位：{unit}", self.styles.plain, 18)
        cells: dict[str, str] = {}
        for block in blocks(guide, self.fields, self.columns):
            cells |= places(block, self.line)
            self._block(block)
        self._wide(NOTE, self.styles.plain, 18)
        return Printed(self.page.name, cells)

    def skip(self) -> None:
        """Leave a row free and begin a new printed page."""
        self.line += 1
        self.page.set_h_pagebreaks([*getattr(self.page, "hbreaks", ()), self.line])

    def _wide(self, text: str, style: Format, points: float) -> None:
        self._merge(self.line, self.line, 0, self.columns + 1, text, style)
        self.page.set_row(self.line, points)
        self.line += 1

    def _block(self, block: Block) -> None:
        top, bottom = self.line, self.line + len(block.lines) - 1
        heights = [self._line(self.line + at, parts) for at, parts in enumerate(block.lines)]
        stretch(heights, height([(block.label, _LABEL)]))
        for at, points in enumerate(heights):
            self.page.set_row(top + at, points)
        self._merge(top, bottom, 0, 0, block.number, self.styles.centre)
        self._merge(top, bottom, 1, 1, block.label, self.styles.label)
        self.line = bottom + 1

    def _line(self, line: int, parts: Sequence[Part | None]) -> float:
        """Write one line of an element's content; the height that it needs."""
        column, needed = 0, height([])
        for part in parts:
            if part is None:
                column += 1
                continue
            style = self.styles.head if part.head else self.styles.content
            right = column + part.columns
            self._merge(line, line + part.lines - 1, column + 2, right + 1, part.text, style)
            if part.lines == 1:
                needed = max(needed, height([(part.text, sum(self.widths[column:right]))]))
            column = right
        return needed

    def _merge(self, top: int, bottom: int, left: int, right: int, text: str, style: Format) -> None:
        if (top, left) != (bottom, right):
            self.page.merge_range(top, left, bottom, right, "", style)
        if text:
            self.page.write_string(top, left, text, style)
        else:
            self.page.write_blank(top, left, None, style)


def _filling(widths: Sequence[float]) -> list[float]:
    """Widths made wider together where they do not fill the page."""
    total = sum(widths)
    return [width * _CONTENT / total for width in widths] if total < _CONTENT else list(widths)
