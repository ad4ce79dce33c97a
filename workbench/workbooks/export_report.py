"""What changed in the published catalogues since the last export, as a workbook."""

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from workbench.workbooks.heights import height
from workbench.workbooks.plain_text import clean

KINDS = ("新增", "调整", "取消", "暂不公布")
_COLUMNS = (
    ("序号", 7),
    ("变动", 11),
    ("单位", 20),
    ("目录", 12),
    ("事项", 34),
    ("内容", 12),
    ("上次公布", 52),
    ("本次公布", 52),
)
_CENTRED = 4
_FILLS = {"新增": "#E3F3E6", "调整": "#FFE9B8", "取消": "#FFD9D4", "暂不公布": "#EEF2F7"}
_BODY = {"font_name": "宋体", "font_size": 10, "border": 1, "text_wrap": True, "valign": "vcenter"}


@dataclass(frozen=True, slots=True)
class ExportChange:
    """A matter that is 新增, 取消 or 暂不公布 (it is still submitted, but not passed as it is now), or one of its fields that is another now (调整)."""

    kind: str
    item: str
    unit: str
    catalogue: str
    name: str
    field: str = ""
    before: str = ""
    after: str = ""


def write_export_report(number: int, changes: Sequence[ExportChange], *, first: bool) -> bytes:
    """The workbook's bytes; all text is written as text. ``first``: there is no export before to compare with."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        page = book.add_worksheet("变动报告")
        _head(book, page, number, _told(number, changes, first=first))
        _lines(book, page, changes)
    return stream.getvalue()


def _told(number: int, changes: Sequence[ExportChange], *, first: bool) -> str:
    if first:
        return "首次公布，没有上次公布的目录可以比对。"
    counted = Counter(kind for kind, _ in {(each.kind, each.item) for each in changes})
    told = "，".join(f"{kind} {counted[kind]} 项" for kind in KINDS)
    return f"与第 {number - 1} 次公布相比：{told}。" + ("" if changes else "内容没有变动。")


def _head(book: xlsxwriter.Workbook, page: Worksheet, number: int, told: str) -> None:
    title = book.add_format({"font_name": "黑体", "font_size": 18, "align": "center", "valign": "vcenter"})
    plain = book.add_format({"font_name": "宋体", "font_size": 10, "valign": "vcenter"})
    heading = book.add_format({**_BODY, "font_name": "黑体", "align": "center", "bg_color": "#E7EDF5"})
    page.merge_range(0, 0, 0, len(_COLUMNS) - 1, "", title)
    page.write_string(0, 0, f"政务服务事项目录变动报告（第 {number} 次公布）", title)
    page.merge_range(1, 0, 1, len(_COLUMNS) - 1, "", plain)
    page.write_string(1, 0, told, plain)
    page.set_row(0, 36)
    page.set_row(1, 22)
    for column, (name, width) in enumerate(_COLUMNS):
        page.write_string(2, column, name, heading)
        page.set_column(column, column, width)
    page.freeze_panes(3, 0)
    page.repeat_rows(2)
    page.set_landscape()
    page.set_paper(8)
    page.fit_to_pages(1, 0)


def _lines(book: xlsxwriter.Workbook, page: Worksheet, changes: Sequence[ExportChange]) -> None:
    left: Any = book.add_format({**_BODY, "indent": 1})
    centred = book.add_format({**_BODY, "align": "center"})
    filled = {kind: book.add_format({**_BODY, "align": "center", "bg_color": _FILLS[kind]}) for kind in KINDS}
    ordered = sorted(changes, key=lambda each: KINDS.index(each.kind))
    for at, each in enumerate(ordered, start=1):
        texts = (str(at), each.kind, each.unit, each.catalogue, each.name, each.field, each.before, each.after)
        page.set_row(at + 2, height([(text, width - 2) for text, (_, width) in zip(texts, _COLUMNS, strict=True)]))
        for column, text in enumerate(texts):
            look = filled[each.kind] if column == 1 else centred if column < _CENTRED else left
            page.write_string(at + 2, column, clean(text), look)
    if changes:
        page.autofilter(2, 0, len(changes) + 2, len(_COLUMNS) - 1)
