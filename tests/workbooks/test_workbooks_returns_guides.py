"""Returns workbooks of guides: the answer beside every element, in each layout that is read."""

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import ELEMENTS, Guide, Material, Severity
from workbench.workbooks import (
    ReadGuide,
    ReturnedFinding,
    ReturnedPart,
    ReturnedRow,
    ReturnsContent,
    TypedPart,
    read_returns,
    read_submission,
    write_returns,
)
from workbench.workbooks.guide_writing import GuideLayout, write_guide_document, write_guides
from workbench.workbooks.own_parts import HEADINGS

NAMES = ("取水许可", "河道采砂许可", "水文资料使用审批")
LAYOUTS = ("sheets", "stacked", "table", "document")
CLAUSES = {"受理条件": "附件2 三(一)6", "申请材料[1].材料名称": "附件2 三(一)7"}


def guide(name: str) -> Guide:
    """A guide with all elements and two materials."""
    elements = {element.name: f"{element.name}的内容" for element in ELEMENTS} | {"事项名称": name}
    return Guide(elements, materials=(Material({"材料名称": "申请书"}), Material({"材料名称": "其他材料"})))


def submission(folder: Path, layout: str) -> Path:
    """Three guides in a layout."""
    guides = [guide(name) for name in NAMES]
    if layout == "document":
        path = folder / "指南.docx"
        write_guide_document(path, guides, unit="省水利厅")
    else:
        path = folder / "指南.xlsx"
        write_guides(path, guides, GuideLayout(layout), unit="省水利厅")
    return path


def split(cell: str, sheet: str) -> tuple[str, str]:
    """Sheet and cell of a place on a form."""
    other, _, at = cell.rpartition("!")
    return other or sheet, at


def answer(read: ReadGuide, number: int, **changes: object) -> ReturnedRow:
    """An answer to a guide: two findings, on 受理条件 and on the second material."""
    own = read.place.sheet
    by_place: dict[tuple[str, str], str] = {(own, read.place.cell): ""}
    for name, cell in read.cells.items():
        by_place[split(cell, own)] = CLAUSES.get(name, "")
    findings = []
    for name, clause in CLAUSES.items():
        if name in read.cells:
            sheet, cell = split(read.cells[name], own)
            findings.append(ReturnedFinding(cell, Severity.DOUBT, "RULE", clause, "请修改。", sheet=sheet))
    parts = [ReturnedPart(*place, clauses) for place, clauses in by_place.items()]
    place = read.place
    return ReturnedRow(
        f"G-{number}", place.sheet, place.cell, read.guide.name, findings=findings, parts=parts, **changes
    )


def content(path: Path, data: bytes | None = None, **changes: object) -> ReturnsContent:
    """The answer to a file of guides; ``changes`` are of the first guide."""
    guides = read_submission(path, data).guides
    rows = [answer(read, at, **(changes if at == 0 else {})) for at, read in enumerate(guides)]
    return ReturnsContent("省水利厅", "办事指南", 1, "第一组", 7, "ab" * 32, "2017-10-02 10:01", rows)


def returned(path: Path, data: bytes | None = None, **changes: object) -> Workbook:
    """The returns workbook of a file of guides."""
    data = path.read_bytes() if data is None else data
    return openpyxl.load_workbook(io.BytesIO(write_returns(data, path.name, content(path, data, **changes))))


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def headings(page: Worksheet) -> list[tuple[int, int]]:
    """Row and column of each heading of ours; all eight stand side by side."""
    found = []
    for row in page.iter_rows():
        for cell in row:
            if cell.value == HEADINGS[0]:
                texts = tuple(page.cell(cell.row, cell.column + at).value for at in range(len(HEADINGS)))
                assert texts == HEADINGS
                found.append((cell.row, cell.column))
    return found


def line_of(page: Worksheet, text: str) -> int:
    """The row in which a text stands."""
    (line,) = {cell.row for row in page.iter_rows() for cell in row if cell.value == text}
    return line


def sheet_of(book: Workbook, name: str) -> Worksheet:
    """The sheet of the submission on which a guide's name stands."""
    (page,) = [
        page for page in book.worksheets[1:-1] if any(cell.value == name for row in page.iter_rows() for cell in row)
    ]
    return page


@pytest.mark.parametrize(
    ("layout", "tops"),
    [("sheets", [2]), ("stacked", [2, 44, 86]), ("table", [3]), ("document", [2])],
)
def test_the_answer_is_headed_beside_each_form(tmp_path: Path, layout: str, tops: list[int]):
    """The eight columns begin right of the form, beside the line above its first element, or the table's header."""
    book = returned(submission(tmp_path, layout))
    page = sheet_of(book, NAMES[0])
    found = headings(page)
    assert [line for line, _ in found] == tops
    assert len({column for _, column in found}) == 1
    assert not [cell.value for row in page.iter_rows(min_col=found[0][1] + 8) for cell in row if cell.value]
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (8, "landscape")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_verdict_stands_at_the_name_and_clauses_at_the_elements(tmp_path: Path, layout: str):
    """Verdict, opinion and reviewer beside 事项名称, said to be of the whole guide; clauses beside their own rows."""
    told = {
        "verdict": "退回修改",
        "opinion": "请修改受理条件。",
        "group": "第一组",
        "reviewer": "甲",
        "at": "2017-10-02",
    }
    book = returned(submission(tmp_path, layout), **told)
    page = sheet_of(book, NAMES[0])
    left = headings(page)[0][1]
    rows = {
        cells[0].row: [cell.value for cell in cells]
        for cells in page.iter_rows(min_row=headings(page)[0][0] + 1, min_col=left, max_col=left + 7)
    }
    own = rows[line_of(page, NAMES[0])]
    clauses = CLAUSES["受理条件"] if layout == "table" else None
    assert own == ["退回修改", "【整份指南】请修改受理条件。", clauses, None, "第一组", "甲", "2017-10-02", None]
    assert [row[0] for row in rows.values() if row[0] not in (None, HEADINGS[0])] == ["退回修改"]
    materials = [cell.row for row in page.iter_rows(max_col=left - 1) for cell in row if cell.value == "其他材料"]
    assert [rows[line][2] for line in materials] == [CLAUSES["申请材料[1].材料名称"]] * len(materials)
    conditions = [
        cell.row for row in page.iter_rows(max_col=left - 1) for cell in row if cell.value == "受理条件的内容"
    ]
    assert [rows[line][2] for line in conditions] == [CLAUSES["受理条件"]] * len(conditions)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_cells_at_fault_are_marked_and_linked(tmp_path: Path, layout: str):
    """The cell of the element and of the material has the colour and a note; 审核意见汇总 leads to each of them."""
    book = returned(submission(tmp_path, layout))
    marked = {
        f"'{page.title}'!{cell.coordinate}": cell.value
        for page in book.worksheets[1:-1]
        for row in page.iter_rows()
        for cell in row
        if cell.comment
    }
    assert sorted(marked.values()) == ["其他材料"] * 3 + ["受理条件的内容"] * 3
    links = [cell.hyperlink.location for row in book["审核意见汇总"].iter_rows() for cell in row if cell.hyperlink]
    assert sorted(links) == sorted(marked)
    sheet, cell = links[0].rsplit("!", 1)
    first = book[sheet.strip("'")][cell]
    assert (first.fill.fgColor.rgb, first.comment.text) == (
        "00FFE9B8",
        "【存疑】请修改。\n规则 RULE，依据 附件2 三(一)6",
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_verdicts_are_offered_at_guides_alone(tmp_path: Path, layout: str):
    """In forms the drop-down is beside 事项名称, in a table beside every row."""
    book = returned(submission(tmp_path, layout))
    page = sheet_of(book, NAMES[0])
    (offered,) = page.data_validations.dataValidation
    lines = [row.min_row for row in offered.sqref.ranges]
    if layout == "table":
        assert [(row.min_row, row.max_row) for row in offered.sqref.ranges] == [(6, 11)]
    else:
        assert lines == [line_of(page, name) for name in NAMES if sheet_of(book, name).title == page.title]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_was_typed_comes_back(tmp_path: Path, layout: str):
    """Verdict and opinion typed beside a guide, and 处理情况 beside an element, are read with the guide's id."""
    path = submission(tmp_path, layout)
    book = returned(path)
    page = sheet_of(book, NAMES[1])
    left = headings(page)[0][1]
    line = line_of(page, NAMES[1])
    page.cell(line, left).value, page.cell(line, left + 1).value = "退回修改", "【整份指南】 请补充。"
    page.cell(line, left + 7).value = "已改正"
    material = min(
        cell.row for row in page.iter_rows(min_row=line, max_col=left) for cell in row if cell.value == "其他材料"
    )
    page.cell(material, left + 7).value = "已删除"
    reading = read_returns(Path("反馈.xlsx"), saved(book))
    assert (reading.sha256, reading.event, reading.problems) == ("ab" * 32, 7, ())
    rows = {row.item: row for row in reading.rows}
    assert list(rows) == ["G-0", "G-1", "G-2"]
    assert (rows["G-0"].verdict, rows["G-0"].opinion, rows["G-0"].parts) == ("", "", ())
    typed = rows["G-1"]
    assert (typed.name, typed.verdict, typed.opinion, typed.handling) == (NAMES[1], "退回修改", "请补充。", "已改正")
    assert [(part.name, part.verdict, part.handling) for part in typed.parts] == [("申请材料第2项", "", "已删除")]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_corrected_returns_workbook_is_read_and_answered_in_place(tmp_path: Path, layout: str):
    """The unit corrects the workbook and sends it in: the same guides without our words; the next answer takes its place."""
    path = submission(tmp_path, layout)
    before = [read.guide for read in read_submission(path).guides]
    first = returned(path, verdict="退回修改", opinion="请修改。\n" * 30, reviewer="甲")
    page = sheet_of(first, NAMES[0])
    line, left = line_of(page, NAMES[0]), headings(page)[0][1]
    page.cell(line, left + 7).value = "已改正"
    sent = saved(first)
    reading = read_submission(Path("指南.xlsx"), sent)
    assert [read.guide.elements for read in reading.guides] == [each.elements for each in before]
    assert [read.guide.materials for read in reading.guides] == [each.materials for each in before]
    assert reading.catalogue is None
    again = returned(Path("指南.xlsx"), sent, verdict="通过")
    page = sheet_of(again, NAMES[0])
    assert again.sheetnames == first.sheetnames
    own = [page.cell(line, left + at).value for at in range(8)]
    clauses = CLAUSES["受理条件"] if layout == "table" else None
    assert own == ["通过", "【整份指南】", clauses, None, None, None, None, "已改正"]
    assert len(page.data_validations.dataValidation) == 1
    assert sum(bool(cell.comment) for row in page.iter_rows() for cell in row) in (2, 6)


def test_every_cell_of_a_corrected_returns_workbook_is_accounted_for(tmp_path: Path):
    """The report names our columns as the review's, so that every cell has its use."""
    sent = saved(returned(submission(tmp_path, "sheets"), verdict="退回修改"))
    reading = read_submission(Path("指南.xlsx"), sent)
    ours = [use for use in reading.report if use.reason == "审核组填写的内容"]
    assert [use.sheet for use in ours] == [read.place.sheet for read in reading.guides]
    assert ours[0].count == 8 + 2 + 2


def test_a_form_that_begins_in_the_first_row_is_answered_from_the_second(tmp_path: Path):
    """Where no title stands above, the heading is beside the first element and the answer beside the next."""
    book = openpyxl.Workbook()
    for element in ELEMENTS:
        book.active.append([element.name, f"{element.name}的内容"])
    path = tmp_path / "指南.xlsx"
    book.save(path)
    page = returned(path, verdict="退回修改")["Sheet"]
    assert headings(page) == [(1, 3)]
    assert (page["C2"].value, page["D2"].value) == ("退回修改", "【整份指南】")
    assert page["E6"].value == CLAUSES["受理条件"]
    (row,) = read_returns(Path("反馈.xlsx"), saved(returned(path, verdict="退回修改"))).rows
    assert (row.item, row.cell, row.verdict) == ("G-0", "B1", "退回修改")


def test_a_document_without_title_gets_a_row_for_the_heading(tmp_path: Path):
    """A Word table that begins with 事项名称 moves down by a row, and so do marks and ids."""
    document = pytest.importorskip("docx").Document()
    table = document.add_table(0, 2)
    for element in ELEMENTS:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = element.name, f"{element.name}的内容"
    path = tmp_path / "指南.docx"
    document.save(path)
    book = returned(path)
    page = book["表1"]
    assert headings(page) == [(1, 3)]
    assert (page["A2"].value, page["B7"].comment is not None) == ("事项名称", True)
    assert ["G-0", "事项名称的内容", "表1", "B2"] in [
        [cell.value for cell in row[:4]] for row in book["说明"].iter_rows()
    ]


def test_a_guide_over_two_tables_is_answered_on_both(tmp_path: Path):
    """A document with one guide in two tables has the columns on both, the verdict on the one with its name."""
    document = pytest.importorskip("docx").Document()
    for some in (ELEMENTS[:18], ELEMENTS[18:]):
        table = document.add_table(0, 2)
        for element in some:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = element.name, f"{element.name}的内容"
        document.add_paragraph("续表")
    path = tmp_path / "指南.docx"
    document.save(path)
    book = returned(path, verdict="退回修改")
    told = {name: [cell.value for cell in book[name]["C"] if cell.value] for name in ("表1", "表2")}
    assert told == {"表1": ["审核结论", "退回修改"], "表2": ["审核结论"]}


def test_a_long_opinion_goes_on_beside_the_form(tmp_path: Path):
    """An opinion longer than a row can be high is merged down over rows of its own guide and read from the first."""
    path = submission(tmp_path, "stacked")
    opinion = "\n".join(f"{number}. 请补充第 {number} 处的依据和条文内容。" for number in range(1, 31))
    book = returned(path, verdict="退回修改", opinion=opinion)
    page = book["办事指南"]
    line, left = line_of(page, NAMES[0]), headings(page)[0][1]
    (merge,) = [each for each in page.merged_cells.ranges if each.min_col == left + 1]
    assert (merge.min_row, merge.max_col) == (line, left + 1)
    assert merge.max_row < headings(page)[1][0]
    points = sum(page.row_dimensions[each].height for each in range(merge.min_row, merge.max_row + 1))
    assert points >= 31 * 14
    assert read_returns(Path("反馈.xlsx"), saved(book)).rows[0].opinion == opinion


def test_a_verdict_beside_an_element_is_told_apart(tmp_path: Path):
    """What is typed as a verdict beside an element is not taken for the guide's."""
    book = returned(submission(tmp_path, "sheets"))
    page = sheet_of(book, NAMES[0])
    line, left = line_of(page, "受理条件的内容"), headings(page)[0][1]
    page.cell(line, left).value = "取消"
    row = read_returns(Path("反馈.xlsx"), saved(book)).rows[0]
    assert row.verdict == ""
    assert row.parts == (TypedPart("受理条件", f"{page.title}!C{line}", "取消", "", "", ("受理条件",)),)
