"""Reading catalogues: places, merges, inheritance, formats, and files that must be refused."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from workbench.workbooks import UnreadableWorkbook, read_catalogue
from workbench.workbooks.cells import cell_name

EXPECTED = [
    ("1", "取水许可", "地表水", "A5", "B5", "C5"),
    ("1", "取水许可", "地下水", "A6", "B5", "C6"),
    ("2", "河道采砂许可", "省管河道", "A7", "B7", "C7"),
    ("2", "河道采砂许可", "市管河道", "A8", "B7", "C8"),
    ("3", "=1+1", "", "A9", "B9", "C9"),
]


def told(path: Path) -> list[tuple[str | None, ...]]:
    """Sequence, names and places of each row read."""
    return [
        (r.row.seq, r.row.item_name, r.row.sub_item_name, r.place.cell, r.cells["item_name"], r.cells["sub_item_name"])
        for r in read_catalogue(path).rows
    ]


def test_merged_and_blank_cells_are_inherited_with_their_places(submitted: Path):
    """A sub-item takes its main item's cells, merged or left blank, and knows where they stand."""
    assert told(submitted) == EXPECTED
    reading = read_catalogue(submitted)
    assert {row.row.item_type for row in reading.rows} == {"行政许可"}
    assert reading.rows[4].row.legal_basis == "【法律】《某法》\n　　第七条 原文。"
    assert reading.rows[0].row.sub_items == ("地表水", "地下水")


def test_kind_unit_header_and_notes_are_told(submitted: Path):
    """The title tells the kind, the caption the unit; the note at the foot is told as no row."""
    reading = read_catalogue(submitted)
    assert (reading.kind, reading.unit_text, reading.title) == ("省目录", "省水利厅", "省水利厅省政务服务事项目录")
    assert reading.headers[0][:3] == ("序号", "事项名称", "")
    assert reading.headers[1] == ("", "事项", "子项")
    assert reading.seq == ("1", "2", "3")
    assert [(p.cell, p.note, p.fatal) for p in reading.problems] == [("A10", True, False)]


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_old_and_open_formats_read_the_same(submitted: Path, tmp_path: Path, ending: str):
    """What LibreOffice saves as .xls or .ods gives the same rows."""
    office = shutil.which("soffice")
    assert office is not None
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path), str(submitted)]
    subprocess.run(command, check=True, capture_output=True)
    converted = submitted.with_suffix(f".{ending}")
    assert told(converted) == EXPECTED
    before, after = read_catalogue(submitted), read_catalogue(converted)
    assert [read.row for read in after.rows] == [read.row for read in before.rows]
    assert [read.cells for read in after.rows] == [read.cells for read in before.rows]


def test_a_wrong_ending_does_not_matter(submitted: Path, tmp_path: Path):
    """A workbook is recognised by content: .xlsx content named .xls is read."""
    renamed = tmp_path / "省水利厅-省目录.xls"
    renamed.write_bytes(submitted.read_bytes())
    assert told(renamed) == EXPECTED


def test_columns_are_found_by_their_words(tmp_path: Path):
    """Other words and another order of columns are understood."""
    book = openpyxl.Workbook()
    page = book.active
    page.append(["备 注", "基本编码", "事项名称", "子项", "设立依据", "事项\n类别", "实施机构"])
    page.append(["", 1, "档案查询", "", "《某办法》", "公共服务事项", "省档案局"])
    path = tmp_path / "省档案局.xlsx"
    book.save(path)
    (read,) = read_catalogue(path).rows
    assert (read.row.seq, read.row.item_type, read.row.legal_basis) == ("1", "公共服务事项", "《某办法》")
    assert read.row.levels_and_departments is None
    assert read_catalogue(path).kind == "部门目录"


def packed(parts: dict[str, str]) -> bytes:
    """A zip archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def with_sheet(rows: str, after: str = "", before: str = "") -> bytes:
    """A workbook whose only sheet has this XML."""
    stream, main = io.BytesIO(), "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    openpyxl.Workbook().save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = (
        f'{before}<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    )
    return packed(parts)


FAR_CELL = with_sheet('<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>')
GIANT_MERGE = with_sheet("", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
BOMB = with_sheet("", " " * (30 << 20))
ENTITY = with_sheet("", before='<!DOCTYPE x [<!ENTITY a "b">]>')
REFUSED = {
    "空": (b"", "文件是空的。请检查文件是否保存、传送完整，然后重新报送。"),
    "扫描件": (b"%PDF-1.7", "这是 PDF 文件，不是工作簿。请报送原来的 Excel 文件，不要报送扫描件或打印件。"),
    "残缺": (b"PK\x03\x04 broken", "文件不完整或已损坏。请重新导出或重新传送；如能用 Excel 打开，请另存为 .xlsx 格式再报送。"),
    "远格": (FAR_CELL, "工作表用到了第 1,048,576 行、第 16,384 列，超过上限 3,000,000 个单元格。请删除多余的内容（Ctrl+End 可看到最后一个单元格），另存为 .xlsx 格式再报送。"),  # noqa: E501 - one sentence
    "巨并": (GIANT_MERGE, "合并单元格 A1:XFD1048576 涉及的单元格过多，超过上限 200,000 个。请取消整行、整列的合并，只合并表格内的单元格，再报送。"),
    "炸弹": (BOMB, "部件“xl/worksheets/sheet1.xml”的压缩比超过 300 倍，可能是压缩炸弹。请检查是否误放了图片或其他内容；确需报送的，请拆成几个工作簿。"),
    "实体": (ENTITY, "文件中有外部实体声明（DOCTYPE），正常的工作簿没有这种内容。请用 Excel 或 WPS 新建工作簿，把内容粘贴过去后再报送。"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_or_broken_file_gets_its_reason(name: str):
    """Each file that must be refused is named with the reason and what to do."""
    content, reason = REFUSED[name]
    with pytest.raises(UnreadableWorkbook) as refused:
        read_catalogue(Path(f"{name}.xlsx"), content)
    assert str(refused.value) == f"无法读取文件“{name}.xlsx”：{reason}"


def test_a_workbook_without_a_catalogue_is_refused(tmp_path: Path):
    """A sheet without the form's header is no catalogue."""
    path = tmp_path / "通讯录.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["姓名", "电话"])
    book.save(path)
    with pytest.raises(UnreadableWorkbook, match="没有找到目录的表头"):
        read_catalogue(path)


def test_cells_are_named_as_in_office_programs():
    """Columns go A, Z, AA, ZZ, AAA."""
    assert [cell_name(0, column) for column in (0, 25, 26, 701, 702)] == ["A1", "Z1", "AA1", "ZZ1", "AAA1"]
