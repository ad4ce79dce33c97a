"""What exporting systems and office programs put around the tables that they send."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from workbench.workbooks import UnreadableWorkbook, read_submission, unpack
from workbench.workbooks.guarded import Grid
from workbench.workbooks.guides.page import Page, composed
from workbench.workbooks.limits import InvalidSetting, Limits

HEADER = (
    "<tr><th rowspan=2>序号</th><th colspan=2>事项名称</th><th rowspan=2>事项类型</th><th rowspan=2>设定依据</th>"
    "<th rowspan=2>层级和部门</th><th rowspan=2>备注</th></tr><tr><th>事项<th>子项</tr>"
)
TABLE = f"<table border=1>{HEADER}<tr><td>1<td>取水许可<td><td>行政许可<td>《水法》<br>第七条<td>省级水利部门<td>无</tr></table>"
TITLE, UNIT = "辽宁省政务服务事项目录", "填报单位：辽宁省水利厅 填报日期：2017-08-16"


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><h2>{TITLE}</h2><p>{UNIT}</p>{TABLE}<p>填表人：张三</p></body></html>",
        f"<table><tr><td>{TITLE}</td></tr><tr><td>{UNIT}</td></tr><tr><td>{TABLE}</td></tr><tr><td>注</td></tr></table>",
        f"<table><tr><td>首页<br>退出</td><td><h1>{TITLE}</h1><div>{UNIT}</div><div>{TABLE}</div></td></tr></table>",
    ],
)
def test_the_text_around_the_table_of_a_page_tells_kind_unit_and_date(page: str) -> None:
    """Exporting systems print title and unit as text, or frame the table in another one."""
    reading = read_submission(Path("导出.xls"), page.encode("gb18030"))
    assert (reading.kind, reading.unit_text, reading.date_text) == ("省目录", "辽宁省水利厅", "2017-08-16")
    assert reading.title == TITLE
    assert reading.catalogue is not None
    rows = [(each.row.item_name, each.row.legal_basis, each.place.cell) for each in reading.catalogue.rows]
    assert rows == [("取水许可", "《水法》\n第七条", "A3")]


def test_the_title_of_a_page_tells_where_it_prints_nothing_else() -> None:
    """A page with a bare table has its title to say what it is."""
    page = f"<html><head><title>{TITLE}</title></head><body>{TABLE}</body></html>"
    assert read_submission(Path("导出.xls"), page.encode()).kind == "省目录"


def test_a_flat_open_document_is_told_to_be_xml() -> None:
    """A .fods has table elements of its own vocabulary and is no web page."""
    flat = '<?xml version="1.0"?><office:document><style:style/><table:table/></office:document>'
    with pytest.raises(UnreadableWorkbook, match="文件内容是 XML，不是工作簿"):
        read_submission(Path("目录.fods"), flat.encode())


def test_zero_bytes_in_a_delimited_text_are_taken_out_and_told() -> None:
    """Exports of old databases pad texts with zeros; they make no other encoding of the file."""
    text = "序号,事项,子项,事项类型,设定依据,层级和部门,备注\n1,取水\0许可,,行政许可,《水法》,省级,\0\n"
    reading = read_submission(Path("目录.csv"), text.encode())
    assert reading.catalogue is not None
    assert [(each.row.item_name, each.row.remarks) for each in reading.catalogue.rows] == [("取水许可", "")]
    assert any("含有控制字符等无效字符，已去除" in problem.message for problem in reading.problems)


@pytest.mark.parametrize("first", ["[Content_Types].xml", "docProps/app.xml", "_rels/.rels", "xl/workbook.xml"])
def test_a_workbook_that_is_cut_off_is_told_to_be_a_broken_file(first: str) -> None:
    """Whatever a program writes first, half a workbook is no archive of submissions."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(first, "x" * 1000)
    half = stream.getvalue()[:500]
    assert [(part.name, part.content) for part in unpack("目录.xlsx", half)] == [("目录.xlsx", half)]
    with pytest.raises(UnreadableWorkbook, match=r"“目录\.xlsx”：文件不完整或已损坏"):
        read_submission(Path("目录.xlsx"), half)


@pytest.mark.parametrize("value", ["abc", "-1", "0", "nan", "inf"])
def test_a_limit_is_a_number_above_zero(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Anything else would lift the limit without a word."""
    monkeypatch.setenv("WORKBENCH_READ_FILE_MB", value)
    with pytest.raises(InvalidSetting, match=f"WORKBENCH_READ_FILE_MB 的值“{value}”不是大于 0 的数字"):
        Limits.from_environment()


def test_what_is_no_file_or_far_too_large_is_refused_unread(tmp_path: Path) -> None:
    """Its size is looked at first; pipes and folders are never read."""
    huge, pipe = tmp_path / "大.xlsx", tmp_path / "管道.xlsx"
    with huge.open("wb") as stream:
        stream.truncate(3 << 30)
    os.mkfifo(pipe)
    told = {huge: "文件有 3,072 MB，超过上限 100 MB", pipe: "不是普通文件", tmp_path / "无.xlsx": "没有这个文件"}
    for path, reason in told.items():
        with pytest.raises(UnreadableWorkbook, match=f"无法读取文件“{path.name}”：{reason}。请"):
            read_submission(path)


def test_unit_and_date_may_be_signed_below_the_table() -> None:
    """Printed reports are signed at their foot; the row itself is no matter."""
    foot = "<tr><td colspan=4>填报单位（盖章）：辽宁省水利厅<td colspan=3>填报日期：2017年6月1日</tr></table>"
    reading = read_submission(Path("目录.xls"), TABLE.replace("</table>", foot).encode())
    assert (reading.unit_text, reading.date_text) == ("辽宁省水利厅", "2017年6月1日")
    assert reading.catalogue is not None
    assert [each.row.item_name for each in reading.catalogue.rows] == ["取水许可"]


def test_cells_that_check_boxes_are_linked_to_are_ticks() -> None:
    """A control writes TRUE or FALSE beside its option; a lone TRUE stays what it is."""
    grid = Grid(
        name="表",
        visible=True,
        rows=[["TRUE", "省级", "FALSE", "市级"], ["省级", "FALSE", "市级", "TRUE"], ["TRUE"]],
        merges=[],
    )
    page = Page(grid)
    assert [composed(row) for row in page.rows] == ["☑省级 □市级", "省级□ 市级☑", "TRUE"]
