"""The monthly bulletin's figures as a workbook, with charts that an office program draws."""

import io
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from workbench.workbooks.bulletin_content import BulletinContent, BulletinLine
from workbench.workbooks.plain_text import clean

_HEADINGS = (
    "审核组",
    "单位",
    "事项",
    "已审",
    "通过",
    "退回修改",
    "其他结论",
    "未审",
    "本月结论",
    "违规",
    "存疑",
    "已改正",
    "未改正",
)
_PASSED, _UNDECIDED = 4, 7
_FAULTS = ("问题", "依据条款", "涉及项数", "其中已退回")


def write_bulletin_tables(content: BulletinContent) -> bytes:
    """The workbook's bytes: 各组, 各单位, 主要问题. All text is written as text."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E7EDF5", "border": 1, "align": "center"})
        title = book.add_format({"bold": True, "font_size": 14})
        for name, lines in (("各组", content.groups), ("各单位", content.units)):
            page = book.add_worksheet(name)
            page.write_string(0, 0, clean(content.title), title)
            _standings(page, lines, bold)
            _chart(book, page, name, len(lines))
        _faults(book.add_worksheet("主要问题"), content, bold, title)
    return stream.getvalue()


def _standings(page: Worksheet, lines: Sequence[BulletinLine], bold: object) -> None:
    for column, heading in enumerate(_HEADINGS):
        page.write_string(1, column, heading, bold)
    page.set_column(0, 0, 10)
    page.set_column(1, 1, 26)
    for row, line in enumerate(lines, start=2):
        page.write_string(row, 0, line.group)
        page.write_string(row, 1, clean(line.name))
        figures = (
            line.rows,
            line.decided,
            *line.counts,
            line.month,
            line.violations,
            line.doubts,
            line.corrected,
            line.uncorrected,
        )
        for column, figure in enumerate(figures, start=2):
            page.write_number(row, column, figure)
    page.freeze_panes(2, 2)
    page.autofilter(1, 0, len(lines) + 1, len(_HEADINGS) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _chart(book: xlsxwriter.Workbook, page: Worksheet, name: str, lines: int) -> None:
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    last = lines + 1
    for column in range(_PASSED, _UNDECIDED + 1):
        chart.add_series(
            {
                "name": [name, 1, column],
                "categories": [name, 2, 1, last, 1],
                "values": [name, 2, column, last, column],
            }
        )
    chart.set_y_axis({"reverse": True})
    chart.set_title({"name": "审核进度"})
    chart.set_size({"width": 720, "height": 160 + 22 * lines})
    page.insert_chart(1, len(_HEADINGS) + 1, chart)


def _faults(page: Worksheet, content: BulletinContent, bold: object, title: object) -> None:
    page.write_string(0, 0, clean(content.title), title)
    for column, heading in enumerate(_FAULTS):
        page.write_string(1, column, heading, bold)
    for row, fault in enumerate(content.faults, start=2):
        page.write_string(row, 0, clean(fault.name))
        page.write_string(row, 1, clean(fault.clause))
        page.write_number(row, 2, fault.items)
        page.write_number(row, 3, fault.returned)
    page.set_column(0, 0, 42)
    page.set_column(1, 1, 24)
    page.set_column(2, 3, 12)
