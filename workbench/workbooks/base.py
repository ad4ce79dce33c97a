"""The workbook that a returns workbook is built on: the submission itself, or its values where it cannot be kept."""

import io
import re
import zipfile

import openpyxl
from openpyxl.workbook import Workbook

from workbench.workbooks.guarded import Format, Grid, parse, recognise
from workbench.workbooks.looks import BODY, BORDER, WRAPPED
from workbench.workbooks.plain_text import write_text

#: Part of a workbook -> what openpyxl drops of it when it writes.
_DROPPED = (
    (re.compile(r"xl/drawings/drawing\d+\.xml"), b"<xdr:sp", "图形和文本框"),
    (re.compile(r"xl/worksheets/sheet\d+\.xml"), b"sparkline", "迷你图"),
    (re.compile(r"xl/ctrlProps/.*"), b"", "表单控件"),
)


def base_of(content: bytes) -> tuple[Workbook, list[str]]:
    """The workbook to write into, and what of the submission it lacks, in words."""
    if recognise(content) is not Format.XLSX:
        return _from_grids(parse(content)), ["原文件不是 .xlsx 格式，本表按其内容和合并单元格重新排版，原有格式未保留"]
    parse(content)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), rich_text=True)
    except Exception:  # noqa: BLE001 - openpyxl raises what it meets; the values are still to be had
        book = None
    if book is None or not book.worksheets:
        return _from_grids(parse(content)), ["原文件的格式无法原样读取，本表按其内容重新排版"]
    lost = _lost(content)
    return book, [f"原文件中的{'、'.join(lost)}未能保留，其余内容不变"] if lost else []


def _lost(content: bytes) -> list[str]:
    """What openpyxl will drop of the file."""
    lost = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for pattern, mark, what in _DROPPED:
            names = [name for name in archive.namelist() if pattern.fullmatch(name)]
            if any(mark in archive.read(name) for name in names):
                lost.append(what)
    return lost


def _from_grids(grids: list[Grid]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in grids:
        page = book.create_sheet(grid.name)
        for line, row in enumerate(grid.rows, start=1):
            for column, text in enumerate(row, start=1):
                cell = page.cell(line, column)
                write_text(cell, text)
                cell.font, cell.border, cell.alignment = BODY, BORDER, WRAPPED
        for top, left, bottom, right in grid.merges:
            page.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        for letter, width in zip("ABCDEFG", (7, 26, 24, 13, 72, 26, 20), strict=True):
            page.column_dimensions[letter].width = width
    return book
