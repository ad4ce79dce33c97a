"""A submitted workbook is opened with everything under its merges as it was."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from workbench.workbooks.guarded import parse
from workbench.workbooks.reopening import open_to_write


@pytest.fixture
def merged(tmp_path: Path) -> bytes:
    """A file whose covered cells have a text, borders and a fill of their own, as office programs write them."""
    path = tmp_path / "合并.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("目录")
    page.merge_range("A1:C2", "标题", book.add_format({"border": 1}))
    page.write("B1", "遮住的内容", book.add_format({"bg_color": "#00FF00", "top": 2}))
    page.write("C2", "", book.add_format({"right": 6, "bottom": 6}))
    page.write("A3", "正文")
    book.close()
    return path.read_bytes()


def sheet_xml(content: bytes) -> bytes:
    """The first sheet's part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def test_covered_cells_and_merges_stay(merged: bytes):
    """Texts, fills and borders under a merge are there after saving, and the merge is there once."""
    book = open_to_write(merged, parse(merged))
    stream = io.BytesIO()
    book.save(stream)
    assert sheet_xml(stream.getvalue()).count(b"<mergeCell ") == 1
    page = open_to_write(stream.getvalue(), parse(stream.getvalue()))["目录"]
    assert [str(each) for each in page.merged_cells.ranges] == ["A1:C2"]
    assert (page["B1"].value, page["B1"].fill.fgColor.rgb, page["B1"].border.top.style) == (
        "遮住的内容",
        "FF00FF00",
        "medium",
    )
    assert (page["C2"].border.right.style, page["C2"].border.bottom.style) == ("double", "double")
    assert page["A3"].value == "正文"


def test_a_file_without_merges_is_opened_too(tmp_path: Path):
    """No merges, and an element of merges that is empty."""
    book = openpyxl.Workbook()
    book.active["A1"] = "正文"
    book.save(tmp_path / "无.xlsx")
    content = (tmp_path / "无.xlsx").read_bytes()
    source, stream = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            archive.writestr(name, data.replace(b"</sheetData>", b'</sheetData><mergeCells count="0"/>'))
    for each in (content, stream.getvalue()):
        opened = open_to_write(each, parse(each))
        assert (opened["Sheet"]["A1"].value, len(opened["Sheet"].merged_cells.ranges)) == ("正文", 0)
