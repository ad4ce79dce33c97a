"""The monthly bulletin: its figures, its document and its workbook."""

from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from workbench import assignments
from workbench.records import Row
from workbench.review import Workspace, open_workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    """Three rows of 省水利厅, one passed and one returned; nobody else has sent anything."""
    (tmp_path / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
    basis = (
        "【法律】《中华人民共和国水法》（2002年8月29日主席令第七十四号）\n　　第七条 国家对水资源依法实行取水许可制度。"
    )
    rows = [
        MainItem(
            Row(seq=str(n), item_name=name, sub_item_name="", item_type="行政许可", legal_basis=text,
                levels_and_departments="省级：省水利厅；市级：市水利局", remarks="")
        )
        for n, (name, text) in enumerate((("取水许可", basis), ("=1+1", ""), ("取水许可证变更", basis)), start=1)
    ]  # fmt: skip
    path = tmp_path / "省水利厅-省目录.xlsx"
    write_submission(
        path, SubmissionSheet("省水利厅省政务服务事项目录", "填报单位：省水利厅", "省目录", rows, notes=())
    )
    workspace = open_workspace(tmp_path)
    workspace.intake([path])
    first, second, _ = workspace.matters()["item"]
    workspace.record(first, "pass", "", by="group1")
    workspace.record(second, "return_for_revision", "请补依据", by="group1")
    return workspace


def test_bulletin_tells_figures_missing_units_faults_and_what_is_due(desk: Workspace) -> None:
    """The document has the month's figures, the units that sent nothing, and the stages still to come."""
    month = date.fromisoformat(desk.history(desk.matters()["item"].iloc[0])[0].at[:10]).replace(day=1)
    document, tables = desk.report(month, date(2017, 9, 8))
    assert [path.name for path in (document, tables)] == [
        f"审核进展通报-{month:%Y-%m}{end}" for end in (".docx", ".xlsx")
    ]
    read = docx.Document(str(document))
    texts = [each.text for each in read.paragraphs]
    assert (
        f"截至2017年9月8日，58 个报送单位中 1 个已报送，共 3 项事项和指南；已审 2 项，占 67%，其中通过 1 项，"
        f"退回修改 1 项，其他结论 0 项。{month.month}月形成结论 2 项。"
    ) in texts
    assert [text for text in texts if text.startswith("尚未报送的单位（57 个）：")]
    assert "9月10日（周日）前，省目录：审核、审查、反馈。" in texts
    faults = [[cell.text for cell in row.cells] for row in read.tables[1].rows]
    assert ["未填写设定依据", "附件1 3.3.1", "1", "1"] in faults
    assert len(read.inline_shapes) == 2


def test_bulletin_workbook_has_the_same_figures(desk: Workspace) -> None:
    """One line a unit, as numbers; every text is text."""
    _, tables = desk.report(date(2000, 1, 1), date(2018, 1, 1))
    book = openpyxl.load_workbook(tables)
    assert book.sheetnames == ["各组", "各单位", "主要问题"]
    [line] = [row for row in book["各单位"].iter_rows(min_row=3, values_only=True) if row[1] == "省水利厅"]
    assert line[:9] == ("第一组", "省水利厅", 3, 2, 1, 1, 0, 1, 0)


def test_bulletin_after_the_last_deadline_says_so(desk: Workspace) -> None:
    """There is no empty section where nothing is due any more."""
    document, _ = desk.report(date(2018, 1, 1), date(2018, 1, 31))
    texts = [each.text for each in docx.Document(str(document)).paragraphs]
    assert texts[texts.index("四、下一步工作") + 1].startswith("手册规定的各阶段时限均已截止")
