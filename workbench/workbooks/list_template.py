"""Writes the empty workbook of a reference list."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from workbench.workbooks.reference_list import LIST_COLUMNS, ListColumns

_TITLE_LINE, _VERSION_LINE, _ABOUT_LINE, _HEADER_LINE = range(4)
_WIDTHS = (46, 14, 22, 46, 24)


def write_list_template(
    path: Path, title: str, about: str, columns: ListColumns = LIST_COLUMNS, required: Sequence[str] = ("名称",)
) -> None:
    """Write an empty list to fill in; the same arguments give the same look. ``required`` columns need a text."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        page = book.add_worksheet("清单")
        heading = book.add_format({"bold": True, "font_size": 16, "font_name": "黑体"})
        header = book.add_format({"bold": True, "border": 1, "align": "center", "bg_color": "#E7EDF5"})
        body = book.add_format({"text_wrap": True, "valign": "vcenter"})
        plain = book.add_format({"font_color": "#5B6B7C"})
        page.write_string(_TITLE_LINE, 0, title, heading)
        for at, label in ((0, "版本"), (2, "日期")):
            page.write_string(_VERSION_LINE, at, label, body)
        page.write_string(
            _ABOUT_LINE, 0, f"{about}。每行一条，只有{'、'.join(required)}必填；有内容才算已导入。", plain
        )
        for at, (name, width) in enumerate(zip(columns, _WIDTHS, strict=True)):
            page.set_column(at, at, width, body)
            page.write_string(_HEADER_LINE, at, name, header)
        page.freeze_panes(_HEADER_LINE + 1, 0)
