"""Returns workbooks of submissions that are not as tidy as the form: kept, answered, and losses told."""

import io
import zipfile
from dataclasses import fields, replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from workbench.records import Severity
from workbench.workbooks import ReturnedFinding, ReturnedRow, ReturnsContent, read_catalogue, write_returns

HEADER = (
    ["序号", "事项名称", "", "事项类型", "设定依据", "层级和部门", "备注"],
    ["", "事项", "子项", "", "", "", ""],
)
FAULT = ReturnedFinding("E3", Severity.VIOLATION, "BASIS-CLAUSE", "附件1 3.3.5.2", "请补充条文。")
NASTY = "=cmd|'/c calc'!A0\x07\ud800"


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def form(*rows: list[object]) -> openpyxl.Workbook:
    """A workbook with the form's header and these rows."""
    book = openpyxl.Workbook()
    for row in (*HEADER, *rows):
        book.active.append(row)
    return book


ITEM = [1, "取水许可", "", "行政许可", "【法律】" + "依据" * 100, "省级", ""]


def answered(content: bytes, change: dict[int, dict[str, object]] | None = None) -> ReturnsContent:
    """An answer to every row of a submission; ``change`` by the row's number from 0."""
    rows = [
        ReturnedRow(f"M-{at}", read.place.sheet, read.place.cell, read.row.full_name, verdict="通过", at="2017-08-02")
        for at, read in enumerate(read_catalogue(Path("a.xlsx"), content).rows)
    ]
    changed = [replace(row, **(change or {}).get(at, {})) for at, row in enumerate(rows)]
    return ReturnsContent("省水利厅", "省目录", 1, "第一组", 7, "ab" * 32, "2017-08-02 10:01", tuple(changed))


def returned(content: bytes, change: dict[int, dict[str, object]] | None = None) -> bytes:
    """The returns workbook of a submission."""
    return write_returns(content, "a.xlsx", answered(content, change))


def opened(content: bytes) -> openpyxl.Workbook:
    """A workbook from bytes."""
    return openpyxl.load_workbook(io.BytesIO(content))


def told(book: openpyxl.Workbook) -> list[str]:
    """The texts of the sheet 说明."""
    return [str(cell.value) for row in book["说明"].iter_rows() for cell in row if cell.value]


def test_a_row_without_height_fits_what_the_unit_wrote_too():
    """Where the unit set no height, the row fits its own long text and not only our short answer."""
    book = opened(returned(saved(form(ITEM))))
    assert book["Sheet"].row_dimensions[3].height > 300


def test_nothing_of_an_answer_becomes_a_formula_or_a_link():
    """Every text of the answer stays text, on all three kinds of sheets, without characters that a cell cannot hold."""
    texts = {each.name: NASTY for each in fields(ReturnedRow) if each.type is str} | {"sheet": "Sheet", "cell": "A3"}
    finding = ReturnedFinding("E3", Severity.HINT, NASTY, NASTY, NASTY)
    content = saved(form(ITEM))
    answer = replace(
        answered(content, {0: {**texts, "findings": (finding,)}}),
        unit=NASTY, kind=NASTY, group_name=NASTY, sha256=NASTY, generated_at=NASTY, sheet_findings=(finding,),
    )  # fmt: skip
    book = opened(write_returns(content, NASTY, answer))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.value for cell in cells if cell.data_type == "n"] == [1]
    assert {cell.hyperlink.location for cell in cells if cell.hyperlink} == {"'Sheet'!E3"}
    assert all(cell.hyperlink.target is None for cell in cells if cell.hyperlink)
    assert book["Sheet"]["H3"].value == NASTY[:-2]


def test_an_answer_too_long_for_a_cell_is_cut_visibly():
    """More than 32,767 characters end in a word that says where the whole text is."""
    book = opened(returned(saved(form(ITEM)), {0: {"opinion": "长" * 40_000}}))
    text = book["Sheet"]["I3"].value
    assert (len(text), text[-17:]) == (32_767, "……（内容过长，全文见审核工作台）")


def test_an_overruled_finding_is_no_mark_and_a_returned_row_without_finding_is_listed():
    """A cell whose finding was not upheld stays as it was; an opinion without a finding is in the list of problems."""
    overruled = replace(FAULT, answer="审核不采纳本条：已核实")
    book = opened(
        returned(saved(form(ITEM)), {0: {"verdict": "合并", "opinion": "与他项合并。", "findings": (overruled,)}})
    )
    assert (book["Sheet"]["E3"].comment, book["Sheet"]["E3"].fill.fill_type) == (None, None)
    rows = [[cell.value for cell in row] for row in book["审核意见汇总"].iter_rows(min_row=7)]
    assert rows == [
        ["1", "取水许可", "合并", "意见", "与他项合并。", None, None, "Sheet!A3"],
        ["2", "取水许可", "合并", "不采纳", "请补充条文。（审核不采纳本条：已核实）", "附件1 3.3.5.2", "BASIS-CLAUSE", "Sheet!E3"],
    ]  # fmt: skip


def test_the_unit_s_own_settings_stay():
    """Notes, drop-downs, names, hidden rows, frozen panes and filters of the unit are still there, ours beside them."""
    book = form(ITEM, [2, *ITEM[1:]])
    page = book.active
    page["E3"].comment = Comment("单位自己的批注", "张三")
    own = DataValidation(type="list", formula1='"行政许可,行政确认"')
    own.add("D3:D4")
    page.add_data_validation(own)
    page.row_dimensions[4].hidden = True
    page.freeze_panes, page.auto_filter.ref = "C3", "A2:G4"
    page["G3"].fill = PatternFill("solid", fgColor="00FF00")
    after = opened(returned(saved(book), {0: {"findings": (FAULT,)}}))["Sheet"]
    assert after["E3"].comment.text == "单位自己的批注\n\n【违规】请补充条文。\n规则 BASIS-CLAUSE，依据 附件1 3.3.5.2"
    assert [str(each.sqref) for each in after.data_validations.dataValidation] == ["D3:D4", "H3:H4"]
    assert after.row_dimensions[4].hidden
    assert (after.freeze_panes, after.auto_filter.ref) == ("C3", "A2:G4")
    assert after["G3"].fill.fgColor.rgb == "0000FF00"


def test_a_resubmitted_returns_workbook_is_read_and_answered_in_place():
    """The unit corrects the returns workbook and sends it in: same matters; the next answer replaces the last one."""
    first = returned(saved(form(ITEM, [2, *ITEM[1:]])), {0: {"verdict": "退回修改", "findings": (FAULT,)}})
    corrected = opened(first)
    corrected["Sheet"]["E3"] = "改正后的依据"
    corrected["Sheet"]["O3"] = "已改正"
    reading = read_catalogue(Path("a.xlsx"), saved(corrected))
    assert [(read.row.seq, read.row.item_name, read.row.legal_basis) for read in reading.rows] == [
        ("1", "取水许可", "改正后的依据"), ("2", "取水许可", ITEM[4]),
    ]  # fmt: skip
    assert (reading.problems, reading.headers, reading.sheets) == (
        (),
        (tuple(HEADER[0]), ("", "事项", "子项")),
        ("Sheet",),
    )
    book = opened(returned(saved(corrected)))
    page = book["Sheet"]
    assert book.sheetnames == ["审核意见汇总", "Sheet", "说明"]
    assert (page.max_column, page["H3"].value, page["O3"].value) == (15, "通过", "已改正")
    assert (page["E3"].comment, page["E3"].fill.fill_type) == (None, None)
    assert [str(each.sqref) for each in page.data_validations.dataValidation] == ["H3:H4"]


def test_a_merge_that_reaches_too_far_is_cut():
    """A remark merged far to the right leaves room for the answer and keeps its own columns."""
    book = form(ITEM)
    book.active.merge_cells("F3:Z3")
    page = opened(returned(saved(book)))["Sheet"]
    assert [str(each) for each in page.merged_cells.ranges if each.min_row == 3] == ["F3:G3"]
    assert page["H3"].value == "通过"


def test_far_formatted_cells_cost_nothing():
    """A format on the last row of the sheet does not put the answer there or make a giant file."""
    book = form(ITEM)
    book.active["XFD1048576"].fill = PatternFill("solid", fgColor="00FF00")
    content = returned(saved(book))
    assert (opened(content)["Sheet"]["H3"].value, len(content) < 20_000) == ("通过", True)


def test_a_formula_stays_and_one_that_starts_a_program_does_not():
    """The unit's own formulas are kept; a DDE formula becomes text, and 说明 says which."""
    book = form(ITEM, ["=ROW()-2", *ITEM[1:]])
    book.active["G3"] = "=cmd|'/c calc'!A0"
    after = opened(returned(saved(book)))
    assert (after["Sheet"]["A4"].value, after["Sheet"]["A4"].data_type) == ("=ROW()-2", "f")
    assert (after["Sheet"]["G3"].value, after["Sheet"]["G3"].data_type) == ("=cmd|'/c calc'!A0", "s")
    assert "注意：原文件中调用外部程序或者网址的公式已改为文本（Sheet!G3）。" in told(after)


@pytest.mark.parametrize(
    ("part", "text", "what"),
    [
        ("xl/drawings/drawing1.xml", "<xdr:wsDr><xdr:sp></xdr:sp></xdr:wsDr>", "图形和文本框"),
        ("xl/vbaProject.bin", "", "宏"),
        ("xl/ctrlProps/ctrlProp1.xml", "", "表单控件"),
    ],
)
def test_what_cannot_be_kept_is_told(part: str, text: str, what: str):
    """说明 names what of the submitted file is not in the returns workbook."""
    stream = io.BytesIO(saved(form(ITEM)))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(part, text)
    after = opened(returned(stream.getvalue()))
    assert f"注意：原文件中的{what}未能保留，其余内容不变；请以报送的原文件为准。" in told(after)


def test_a_workbook_that_only_its_values_can_be_had_of_is_laid_out_anew():
    """A style that does not exist does not stop the answer: values and merges are laid out anew, and it is told."""
    book = form(ITEM, ["", "", "", "", "", "", ""])
    book.active.merge_cells("A3:A4")
    source, stream = zipfile.ZipFile(io.BytesIO(saved(book))), io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name).replace(b'<c r="A3"', b'<c r="A3" s="999"'))
    after = opened(returned(stream.getvalue()))
    assert (after["Sheet"]["E3"].value, after["Sheet"]["H3"].value) == (ITEM[4], "通过")
    assert "A3:A4" in {str(each) for each in after["Sheet"].merged_cells.ranges}
    assert any("原文件的格式无法原样读取" in text for text in told(after))
