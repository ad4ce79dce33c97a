"""Guides go back to their units: the workbook, the letter beside it, and what is typed into it."""

import io
import logging
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import VERDICTS, Answer, Decision, Severity, Submission, element_part
from workbench.review import Workspace
from workbench.review.letters import letter_of
from workbench.workbooks import ReturnedFinding, ReturnedRow, ReturnsContent

OPINION = "请补充受理条件。"


def items(office: Workspace) -> dict[str, str]:
    """Name -> id of the current guides."""
    return {entry.guide.name: entry.item for entry in office.store.guides()}


def page_with(path: Path, text: str) -> Worksheet:
    """The sheet of the submission that has a text."""
    book = openpyxl.load_workbook(path)
    (page,) = [
        page for page in book.worksheets[1:-1] if any(cell.value == text for row in page.iter_rows() for cell in row)
    ]
    return page


def answer_beside(path: Path, text: str) -> tuple[Worksheet, int, int]:
    """The sheet, row and first column of ours beside a text."""
    page = page_with(path, text)
    left = next(cell.column for row in page.iter_rows() for cell in row if cell.value == "审核结论")
    line = next(cell.row for row in page.iter_rows(max_col=left - 1) for cell in row if cell.value == text)
    return page, line, left


def letter(path: Path) -> Document:
    """The letter beside a returns workbook."""
    return Document(str(path.with_name(f"{path.stem}-审核意见函.docx")))


def test_a_verdict_on_a_guide_goes_out_with_a_letter(office, guides, guide):
    """The exporter writes workbook and letter; the verdict stands beside the guide, clauses beside its elements."""
    guides(guide("取水许可", 咨询电话="无"), guide("河道采砂许可"))
    office.record(items(office)["取水许可"], "return_for_revision", OPINION, by="group1")
    (path,) = office.export_changes()
    assert path == office.returns_folder / "第一组" / "办事指南.xlsx"
    page, line, left = answer_beside(path, "取水许可")
    told = [page.cell(line, left + at).value for at in (0, 1, 4, 5)]
    assert told == ["退回修改", f"【整份指南】{OPINION}", "第一组", "第一组组员"]
    phone = next(cell for row in page.iter_rows() for cell in row if cell.value == "无")
    assert page.cell(phone.row, left + 2).value == "附件2 三(二)25"
    assert "GUIDE-PHONE" in phone.comment.text
    assert sorted(each.name for each in path.parent.iterdir()) == ["办事指南-审核意见函.docx", "办事指南.xlsx"]
    assert office.export_changes() == []
    assert office.store.dirty() == []


def test_the_letter_tells_counts_main_problems_lists_contact_and_day(office, guides, guide):
    """Full name, verdicts by count, problems by items with an example, lists not loaded, the group's contact."""
    guides(guide("取水许可"), guide("河道采砂许可"))
    office.record(items(office)["取水许可"], "return_for_revision", OPINION, by="group1")
    (path,) = office.returns()
    document = letter(path)
    texts = [each.text for each in document.paragraphs]
    assert texts[:2] == ["关于反馈政务服务事项办事指南审核意见的函", "辽宁省水利厅："]
    assert "共报送 2 项，已审 1 项：退回修改 1 项；尚未形成结论 1 项。" in texts
    group = office.assignments.group(1)
    assert [text for text in texts if f"{group.contact} {group.phone}" in text and "于11月15日前重新报送" in text]
    assert "附件：办事指南.xlsx" in texts
    assert [text for text in texts if text.startswith("以下清单尚未导入") and "行政审批中介服务清单" in text]
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows][1:]
    example = "1.取水许可!C4 “取水许可”：要素“事项类型”未填写（附件2 一），请填写。"
    asked = "1.取水许可!C3 “取水许可”：请补充受理条件。"
    assert rows == [["要素未填写", "附件2 一", "2", example], ["审核意见：退回修改", "", "1", asked]]


def test_the_ten_problems_of_most_items_come_first(office):
    """By number of items, the gravest first among equals; hints, overruled and passed ones are left out."""

    def finding(number: int, severity: Severity = Severity.DOUBT, answer: str = "") -> ReturnedFinding:
        return ReturnedFinding("B5", severity, f"RULE-{number:02}", "附件1", f"问题{number}。", answer)

    some = [finding(number, Severity.VIOLATION if number == 11 else Severity.DOUBT) for number in range(12)]
    rows = [
        ReturnedRow(
            "M-1", "目录", "A5", "甲许可", findings=[*some, finding(20, Severity.HINT), finding(21, answer="不采纳")]
        ),
        ReturnedRow("M-2", "目录", "A6", "乙许可", findings=[finding(9), finding(9)]),
        ReturnedRow("M-3", "目录", "A7", "丙许可", verdict="通过", findings=[finding(8), finding(8)]),
    ]
    content = ReturnsContent("省水利厅", "省目录", 1, "第一组", 7, "ab" * 32, "2017-08-02 10:01", rows)
    sent = Submission("ab" * 32, "目录.xlsx", "省水利厅", "省目录", 1, "2017-07-20T01:00:00+00:00")
    told = letter_of(office.assignments, sent, content, "目录.xlsx").problems
    assert [(each.name, each.matters) for each in told] == [
        ("RULE-09", 2), ("RULE-11", 1), *((f"RULE-{number:02}", 1) for number in range(8)),
    ]  # fmt: skip
    assert told[0].example == "目录!B5 “甲许可”：问题9。"


def test_a_passed_guide_is_no_problem_in_the_letter(office, guides, guide):
    """What was passed, its violations overruled with reasons, is counted and not listed."""
    guides(guide("取水许可"))
    item = items(office)["取水许可"]
    found = office.store.findings([item])[item]
    answers = [Answer(rule, upheld=False, reason="已核实") for rule in {each.rule for each in found}]
    office.record(item, "pass", "同意。", by="group1", answers=answers)
    (path,) = office.returns()
    document = letter(path)
    texts = [each.text for each in document.paragraphs]
    assert "共报送 1 项，已审 1 项：通过 1 项。" in texts
    assert "未发现需要修改的问题。" in texts
    assert document.tables == []


@pytest.mark.parametrize(("unit", "due"), [("省水利厅", "于9月30日前重新报送"), ("沈阳市", "于9月30日前重新报送")])
def test_a_catalogue_s_letter_names_it_and_its_day(office, catalogue, row, unit, due):
    """The catalogue's full name and the last day of the stage in which it has to be in order."""
    assert catalogue(row("取水许可"), unit=unit).status == "新收"
    (path,) = office.returns()
    texts = [each.text for each in letter(path).paragraphs]
    assert texts[0] == "关于反馈省政务服务事项目录审核意见的函"
    assert texts[1] == f"{office.assignments.unit(unit).full_name}："
    assert [text for text in texts if due in text]


def test_a_file_with_a_catalogue_and_guides_is_answered_in_one_workbook(
    office, catalogue, guides, guide, row, tmp_path
):
    """Rows and guides each have their answer on their own sheet; 说明 has the ids of both."""
    catalogue(row("取水许可"))
    guides(guide("取水许可"))
    files = {path.name: openpyxl.load_workbook(path) for path in tmp_path.glob("*.xlsx")}
    both, form = files["省水利厅-第1稿.xlsx"], files["办事指南.xlsx"].worksheets[0]
    page = both.create_sheet("指南")
    for cells in form.iter_rows():
        for cell in cells:
            if cell.value is not None:
                page[cell.coordinate] = cell.value
    for merge in form.merged_cells.ranges:
        page.merge_cells(str(merge))
    both.save(tmp_path / "省水利厅-合并.xlsx")
    (line,) = office.intake([tmp_path / "省水利厅-合并.xlsx"])
    assert (line.status, line.rows, line.guides) == ("新收", 1, 1)
    (guide_item,) = items(office).values()
    office.record(guide_item, "return_for_revision", OPINION, by="group1")
    path = next(path for path in office.export_changes() if path.name == "省水利厅-合并.xlsx")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[0] == "审核意见汇总"
    assert book.sheetnames[-1] == "说明"
    ids = [row[0].value for row in book["说明"].iter_rows() if str(row[0].value)[:2] in {"M-", "G-"}]
    assert ids == [office.store.matters()[0].item, guide_item]
    assert book["指南"].cell(3, 7).value == "退回修改"
    texts = [each.text for each in letter(path).paragraphs]
    assert texts[0] == "关于反馈省政务服务事项目录和办事指南审核意见的函"


def test_a_guide_that_came_again_is_answered_where_it_came_last(office, guides, guide):
    """A file keeps the answer to the guides that no later file has; the later file has the other's."""
    guides(guide("取水许可"), guide("河道采砂许可"))
    guides(guide("取水许可", 咨询电话="024-1"), file="取水许可.xlsx")
    paths = {path.name: path for path in office.returns()}
    ids = {
        name: [
            row[0].value for row in openpyxl.load_workbook(path)["说明"].iter_rows() if str(row[0].value)[:2] == "G-"
        ]
        for name, path in paths.items()
    }
    now = items(office)
    assert ids == {"办事指南.xlsx": [now["河道采砂许可"]], "取水许可.xlsx": [now["取水许可"]]}


def test_verdicts_typed_beside_guides_come_in(office, guides, guide):
    """Verdict and opinion are recorded, 处理情况 is told, a verdict that an element cannot take is refused."""
    guides(guide("取水许可"), guide("河道采砂许可"))
    (path,) = office.returns()
    book = openpyxl.load_workbook(path)
    for name, typed in (("取水许可", ("退回修改", OPINION, "")), ("河道采砂许可", ("", "", "已改正"))):
        page, line, left = answer_beside(path, name)
        for at, text in zip((0, 1, 7), typed, strict=True):
            book[page.title].cell(line, left + at).value = text or None
    book[page.title].cell(line + 1, left).value = "取消"
    away = path.with_name("带走的.xlsx")
    book.save(away)
    now = items(office)
    lines = [
        (each.item, each.name, each.status, each.verdict, each.handling) for each in office.receive(away, by="group1")
    ]
    assert lines == [
        (now["取水许可"], "取水许可", "已记录", "退回修改", ""),
        (now["河道采砂许可"], "河道采砂许可", "未变", "", "已改正"),
        (element_part(now["河道采砂许可"], "事项类型"), "河道采砂许可：事项类型", "未记录", "取消", ""),
    ]
    (event,) = office.history(now["取水许可"])
    assert (event.verdict, event.opinion) == ("return_for_revision", OPINION)
    assert [each.status for each in office.receive(away, by="group1")] == ["未变", "未变", "未记录"]
    assert office.history(now["河道采砂许可"]) == []


def test_the_unit_that_keeps_a_matter_goes_out_and_comes_back(office, catalogue, row):
    """合并 with its lead unit is shown on a line of its own, is unchanged when it comes back, and can be typed."""
    catalogue(row("取水许可"), row("河道采砂许可", 2))
    first, second = (matter.item for matter in office.store.matters())
    office.record(first, "merge", "与他项合并。", by="group1", lead_unit="省水利厅")
    (path,) = office.returns()
    book = openpyxl.load_workbook(path)
    page = book.worksheets[1]
    left = next(cell.column for row in page.iter_rows() for cell in row if cell.value == "审核结论")
    lines = {cell.value: cell.row for row in page.iter_rows(max_col=left - 1) for cell in row}
    assert page.cell(lines["取水许可"], left + 1).value == "与他项合并。\n牵头单位：省水利厅"
    page.cell(lines["河道采砂许可"], left).value = VERDICTS["merge"]
    page.cell(lines["河道采砂许可"], left + 1).value = "一并办理。\n牵头单位：省林业厅"
    book.save(path)
    assert [line.status for line in office.receive(path, by="group1")] == ["未变", "已记录"]
    (event,) = office.history(second)
    assert (event.opinion, event.lead_unit) == ("一并办理。", "省林业厅")


def test_files_of_one_name_and_unit_are_answered_apart(office, guides, guide):
    """Two current files that are called the same have a workbook each."""
    for name in ("取水许可", "河道采砂许可"):
        guides(guide(name))
    names = sorted(path.name for path in office.returns())
    digests = sorted(each.sha256[:8] for each in office.store.submissions())
    assert names == [f"省水利厅-办事指南-{digest}-办事指南.xlsx" for digest in digests]


def test_a_workbook_that_cannot_be_replaced_stops_no_other(office, catalogue, guides, guide, row, caplog):
    """While a file's place is taken the other is written; the verdict waits and goes out when the place is free."""
    guides(guide("取水许可"))
    catalogue(row("取水许可"))
    taken = office.returns_folder / "第一组" / "办事指南.xlsx"
    taken.mkdir(parents=True)
    (taken / "占用").touch()
    office.record(items(office)["取水许可"], "return_for_revision", OPINION, by="group1")
    office.record(office.store.matters()[0].item, "return_for_revision", OPINION, by="group1")
    with caplog.at_level(logging.WARNING):
        assert [path.name for path in office.export_changes()] == ["省水利厅-第1稿.xlsx"]
    assert "“办事指南.xlsx”的反馈工作簿暂时写不进去" in caplog.text
    (taken / "占用").unlink()
    taken.rmdir()
    assert office.export_changes() == [taken]
    stream = io.BytesIO(taken.read_bytes())
    assert openpyxl.load_workbook(stream).sheetnames[0] == "审核意见汇总"


def test_the_new_level_and_type_go_out_and_come_back(office, catalogue, row):
    """What 下放 and 规范类型 name stands below the opinion and is the same verdict when it comes back."""
    catalogue(row("取水许可"), row("河道采砂许可", 2))
    first, second = (matter.item for matter in office.store.matters())
    decisions = (
        Decision(first, "delegate_down", "请下放。", target_level="市级"),
        Decision(second, "reclassify", "请规范。", target_type="行政确认"),
    )
    for decision in decisions:
        office.store.record(decision, "group1")
    (path,) = office.returns()
    page = openpyxl.load_workbook(path).worksheets[1]
    left = next(cell.column for row in page.iter_rows() for cell in row if cell.value == "审核结论")
    opinions = [page.cell(line, left + 1).value for line in range(5, 7)]
    assert opinions == ["请下放。\n下放层级：市级", "请规范。\n规范类型为：行政确认"]
    assert [line.status for line in office.receive(path, by="group1")] == ["未变", "未变"]
    office.undo(second, by="group1")
    (fresh,) = office.export_changes()
    book = openpyxl.load_workbook(fresh)
    book.worksheets[1].cell(6, left).value = VERDICTS["reclassify"]
    book.worksheets[1].cell(6, left + 1).value = opinions[1]
    book.save(fresh)
    assert [line.status for line in office.receive(fresh, by="group1")] == ["未变", "已记录"]
    assert office.history(second)[-1].target_type == "行政确认"


@pytest.mark.office
def test_libreoffice_opens_letter_and_workbook(office, guides, guide, tmp_path):
    """Both are converted to a PDF."""
    guides(guide("取水许可"))
    (path,) = office.returns()
    files = [str(path), str(path.with_name("办事指南-审核意见函.docx"))]
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    program = shutil.which("soffice")
    assert program is not None
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / "pdf"), *files]
    subprocess.run(command, check=True, capture_output=True)
    made = sorted(each.name for each in (tmp_path / "pdf").iterdir())
    assert made == ["办事指南-审核意见函.pdf", "办事指南.pdf"]
