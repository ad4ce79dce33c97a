"""Verdicts on elements and materials of a guide go out beside them, and come in from there."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import element_part, parts_of
from workbench.review import Workspace


def answers(path: Path) -> tuple[openpyxl.Workbook, Worksheet, int]:
    """The workbook, the guide's sheet and the first of our columns."""
    book = openpyxl.load_workbook(path)
    for page in book.worksheets[1:-1]:
        for row in page.iter_rows():
            for cell in row:
                if cell.value == "审核结论":
                    return book, page, cell.column
    raise AssertionError(path)


def line_of(page: Worksheet, left: int, text: str) -> int:
    """The row of the unit's that says this."""
    return next(cell.row for row in page.iter_rows(max_col=left - 1) for cell in row if cell.value == text)


@pytest.fixture
def sent(office: Workspace, guides, guide) -> tuple[Workspace, str]:
    """A workspace with one guide, and its id."""
    guides(guide("取水许可", 办理地点="某地", 咨询电话="12345"))
    (entry,) = office.store.guides()
    return office, entry.item


def test_a_verdict_on_an_element_stands_beside_it(sent):
    """Verdict, opinion, group and reviewer in the element's row; that of a material in the material's."""
    office, item = sent
    (entry,) = office.store.guides()
    material = next(part.item for part in parts_of(item, entry.guide) if part.material == 0)
    office.record(element_part(item, "办理地点"), "adjust", "请写明门牌。", by="group1")
    office.record(material, "cancel_material", "没有依据。", by="group1")
    (path,) = office.export_changes()
    _, page, left = answers(path)
    told = [page.cell(line_of(page, left, "某地"), left + at).value for at in (0, 1, 4, 5)]
    assert told == ["调整", "请写明门牌。", "第一组", "第一组组员"]
    beside = line_of(page, left, "申请书")
    assert [page.cell(beside, left + at).value for at in (0, 1)] == ["取消（材料）", "没有依据。"]
    assert page.cell(line_of(page, left, "12345"), left).value is None


def test_a_verdict_typed_beside_an_element_is_recorded_on_it_once(sent, tmp_path):
    """With its opinion; received again it is unchanged, and one of others meanwhile is a conflict."""
    office, item = sent
    (path,) = office.returns()
    book, page, left = answers(path)
    page.cell(line_of(page, left, "某地"), left).value = "退回修改"
    page.cell(line_of(page, left, "某地"), left + 1).value = "请写明门牌。"
    page.cell(line_of(page, left, "申请书"), left).value = "改为承诺"
    page.cell(line_of(page, left, "申请书"), left + 1).value = "可以承诺。"
    away = tmp_path / "带走的.xlsx"
    book.save(away)
    lines = office.receive(away, by="group1")
    assert [(line.name, line.status) for line in lines] == [
        ("取水许可：办理地点", "已记录"),
        ("取水许可：申请材料第1项", "已记录"),
    ]
    (event,) = office.history(element_part(item, "办理地点"))
    assert (event.verdict, event.opinion) == ("return_for_revision", "请写明门牌。")
    assert office.history(item) == []
    assert {line.status for line in office.receive(away, by="group1")} == {"未变"}
    office.record(element_part(item, "办理地点"), "pass", "已核实。", by="lead1")
    assert [line.status for line in office.receive(away, by="group1")] == ["冲突", "未变"]
