"""The returns workbook: nothing of the unit's lost, the answer beside each row, text always text."""

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import VERDICTS, Severity
from workbench.workbooks import (
    NotCheckedRule,
    ReturnedFinding,
    ReturnedRow,
    ReturnsContent,
    read_catalogue,
    write_returns,
)

FAULT = ReturnedFinding("E9", Severity.VIOLATION, "BASIS-CLAUSE", "附件1 3.3.5.2", "《某法》只列名称，请补充条文。")
STYLE = ReturnedFinding("B5", Severity.HINT, "NAME-FRAME", "附件1 3.3.4.3", "名称提示。")


def content(path: Path) -> ReturnsContent:
    """An answer: the last row returned with a formula for an opinion, the others undecided."""
    rows = []
    for number, read in enumerate(read_catalogue(path).rows):
        place = {"item": f"M-{number}", "sheet": read.place.sheet, "cell": read.place.cell, "name": read.row.full_name}
        if number == 4:
            rows.append(
                ReturnedRow(
                    **place, verdict="退回修改", opinion='=HYPERLINK("http://x","y")\x0b', clauses="附件1 3.3.5.2",
                    duplicates="", group="第一组", reviewer="第一组组员", at="2017-08-02 10:00", findings=(FAULT,),
                )
            )  # fmt: skip
        else:
            rows.append(ReturnedRow(**place, findings=(STYLE,) if number < 2 else ()))
    return ReturnsContent(
        "省水利厅", "省目录", 1, "第一组", 7, "ab" * 32, "2017-08-02 10:01", tuple(rows),
        not_checked=(NotCheckedRule("NAME-PERMIT-CENTRAL", "中央指定清单", 5),),
    )  # fmt: skip


@pytest.fixture
def returned(submitted: Path) -> Path:
    """The returns workbook of the shared submission."""
    path = submitted.with_name("反馈.xlsx")
    path.write_bytes(write_returns(submitted.read_bytes(), submitted.name, content(submitted)))
    return path


def sheet(path: Path, name: str) -> Worksheet:
    """A sheet of a workbook on disk."""
    return openpyxl.load_workbook(path)[name]


def test_nothing_of_the_unit_s_is_changed(submitted: Path, returned: Path):
    """Every submitted cell keeps its value and type, every merge stands, and the widths are the same."""
    before, after = sheet(submitted, "目录"), sheet(returned, "目录")
    for row in before.iter_rows():
        for cell in row:
            kept = after[cell.coordinate]
            assert (kept.value, kept.data_type) == (cell.value, cell.data_type), cell.coordinate
            assert (kept.font.name, kept.border.left.style) == (cell.font.name, cell.border.left.style)
    assert {str(each) for each in before.merged_cells.ranges} <= {str(each) for each in after.merged_cells.ranges}
    assert {k: d.width for k, d in before.column_dimensions.items()}.items() <= {
        k: d.width for k, d in after.column_dimensions.items()
    }.items()


def test_sheets_stand_in_their_order(returned: Path):
    """审核意见汇总 comes first, the submitted sheets between, 说明 last."""
    assert openpyxl.load_workbook(returned).sheetnames == ["审核意见汇总", "目录", "说明"]


def test_the_answer_stands_right_of_its_row(returned: Path):
    """The eight columns follow the unit's; the decided row is filled, text stays text and control characters go."""
    page = sheet(returned, "目录")
    assert [page.cell(3, column).value for column in range(8, 16)] == [
        "审核结论", "审核意见", "问题依据", "重复事项", "审核组", "审核人", "审核时间", "处理情况",
    ]  # fmt: skip
    assert page["H9"].value == "退回修改"
    assert (page["I9"].value, page["I9"].data_type) == ('=HYPERLINK("http://x","y")', "s")
    assert (page["B9"].value, page["B9"].data_type) == ("=1+1", "s")
    assert page["H5"].value in (None, "")


def test_faults_are_filled_by_severity_and_noted(returned: Path):
    """The cell at fault has its severity's colour and a note with rule, clause and what to do; a merged cell only once."""
    page = sheet(returned, "目录")
    assert page["E9"].fill.fgColor.rgb == "00FFD9D4"
    assert page["E9"].comment.text == "【违规】《某法》只列名称，请补充条文。\n规则 BASIS-CLAUSE，依据 附件1 3.3.5.2"
    assert page["B5"].comment.text == "【提示】名称提示。\n规则 NAME-FRAME，依据 附件1 3.3.4.3"


def test_verdicts_are_offered_and_the_sheet_is_ready_to_print(returned: Path):
    """A drop-down offers the 17 verdicts; the unit's frozen header stays, filter set, A3 landscape one page wide."""
    page = sheet(returned, "目录")
    (offered,) = page.data_validations.dataValidation
    assert (offered.formula1, str(offered.sqref)) == (f'"{",".join(VERDICTS.values())}"', "H5:H9")
    assert (page.freeze_panes, page.auto_filter.ref) == ("A5", "A4:O9")
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (8, "landscape")


def test_the_summary_lists_and_links_every_problem(returned: Path):
    """Counts, what was not checked, and one line a problem or opinion with a link to its cell."""
    page = sheet(returned, "审核意见汇总")
    texts = [cell.value for row in page.iter_rows() for cell in row if cell.value]
    assert texts[0] == "省水利厅《省政务服务事项目录》审核意见汇总"
    assert "事项总数 5　　　退回修改 1　　　未审 4　　　" in texts
    assert "违规 1　　　存疑 0　　　提示 2　　　" in texts
    assert texts[-3:] == [
        "未检查的规则：下列清单尚未导入，相应规则没有检查，不等于通过", "中央指定清单", "NAME-PERMIT-CENTRAL（5 行）",
    ]  # fmt: skip
    links = [cell.hyperlink.location for row in page.iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'目录'!B5", "'目录'!B5", "'目录'!A9", "'目录'!E9"]


def test_programs_can_read_it_back(returned: Path):
    """说明 carries the hash, the event number and every row's id and place."""
    page = sheet(returned, "说明")
    rows = [[cell.value for cell in row[:4]] for row in page.iter_rows()]
    assert ["报送文件 SHA-256", "ab" * 32, None, None] in rows
    assert ["审核记录号", "7", None, None] in rows
    assert ["M-4", "=1+1", "目录", "A9"] in rows


@pytest.mark.office
def test_libreoffice_opens_it(returned: Path, tmp_path: Path):
    """LibreOffice converts the workbook to a PDF."""
    office = shutil.which("soffice")
    assert office is not None
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / "pdf"), str(returned)]
    subprocess.run(command, check=True, capture_output=True)
    assert (tmp_path / "pdf" / "反馈.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_another_format_comes_back_as_xlsx(submitted: Path, tmp_path: Path, ending: str):
    """An .xls or .ods submission is answered in .xlsx with all its values and merges, and 说明 says so."""
    office = shutil.which("soffice")
    assert office is not None
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path), str(submitted)]
    subprocess.run(command, check=True, capture_output=True)
    old = submitted.with_suffix(f".{ending}")
    book = openpyxl.load_workbook(io.BytesIO(write_returns(old.read_bytes(), old.name, content(old))))
    before, after = sheet(submitted, "目录"), book["目录"]
    values = {cell.coordinate: cell.value for row in before.iter_rows() for cell in row if cell.value}
    assert {name: after[name].value for name in values} == {name: str(value) for name, value in values.items()}
    assert {str(each) for each in before.merged_cells.ranges} <= {str(each) for each in after.merged_cells.ranges}
    assert after["H9"].value == "退回修改"
    assert any("原文件不是 .xlsx 格式" in str(cell.value) for row in book["说明"].iter_rows() for cell in row)
