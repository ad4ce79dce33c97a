"""Verdicts typed into a returns workbook come in; what others decided meanwhile is not overwritten."""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from workbench.review import StoreProblem, UnreadableWorkbook, Workspace


def rows(workspace: Workspace) -> pd.DataFrame:
    """The catalogue rows of group 2's queue."""
    queue = workspace.queue("group2")
    return queue[queue["kind"] != "办事指南"].reset_index(drop=True)


def typed(workspace: Workspace, places: dict[str, tuple[str, str]]) -> Path:
    """Group 2's first returns workbook with these verdicts and opinions typed in, by item."""
    unit = rows(workspace)["unit"][0]
    path = next(each for each in workspace.returns(unit=unit) if "办事指南" not in each.name)
    book = openpyxl.load_workbook(path)
    for item, (verdict, opinion) in places.items():
        matter = workspace.store.matter(item)
        assert matter is not None
        page = book[matter.place.sheet]
        heading = next(cell for row in page.iter_rows() for cell in row if cell.value == "审核结论")
        line = int("".join(char for char in matter.place.cell if char.isdigit()))
        page.cell(line, heading.column).value = verdict
        page.cell(line, heading.column + 1).value = opinion
    away = path.with_name("带走的.xlsx")
    book.save(away)
    return away


def test_typed_verdicts_are_recorded_once(workspace: Workspace):
    """A typed verdict is recorded with its source; received again, nothing changes; an unknown word is named."""
    first, second = rows(workspace)["item"][:2]
    path = typed(workspace, {first: ("退回修改", "请补充。"), second: ("同意", "")})
    lines = {line.item: line for line in workspace.receive(path, by="group2")}
    assert (lines[first].status, lines[second].status) == ("已记录", "未记录")
    assert "没有“同意”这种结论" in lines[second].message
    (event,) = workspace.history(first)
    assert (event.verdict, event.opinion, event.by) == ("return_for_revision", "请补充。", "group2")
    assert event.source
    again = {line.item: line.status for line in workspace.receive(path, by="group2")}
    assert again[first] == "未变"


def test_what_others_decided_meanwhile_stands(workspace: Workspace):
    """A verdict recorded after the workbook was written is shown as a conflict and stays."""
    item = rows(workspace)["item"][0]
    path = typed(workspace, {item: ("取消", "没有依据。")})
    workspace.record(item, "return_for_revision", "请补充。", by="lead2")
    (line,) = workspace.receive(path, by="group2")
    assert (line.status, line.item) == ("冲突", item)
    assert workspace.history(item)[-1].verdict == "return_for_revision"


def test_another_group_s_reviewer_is_refused(workspace: Workspace):
    """Rights are checked at the store for typed verdicts, too."""
    item = rows(workspace)["item"][0]
    path = typed(workspace, {item: ("取消", "没有依据。")})
    (line,) = workspace.receive(path, by="group3")
    assert line.status == "未记录"
    assert workspace.history(item) == []


def test_a_workbook_that_answers_nothing_here_is_refused(workspace: Workspace):
    """A submission is no returns workbook."""
    path = next((workspace.path / "data" / "submissions").glob("*.xlsx"))
    with pytest.raises((UnreadableWorkbook, StoreProblem)):
        workspace.receive(path, by="group2")


def test_what_is_typed_for_a_resubmitted_round_is_a_recheck(office, catalogue, row, tmp_path):
    """A file that came after a return is rechecked; verdicts typed offline are of that stage, as those at the screen."""
    catalogue(row("取水许可"))
    (item,) = office.matters()["item"]
    office.record(item, "return_for_revision", "请补充依据。", by="group1")
    for step, by in (("to_legality", "lead1"), ("return", "legality")):
        office.take_step("省水利厅", "省目录", step, by=by)
    catalogue(row("取水许可", basis="《取水许可和水资源费征收管理条例》第二条"))
    path = office.returns(unit="省水利厅")[-1]
    book = openpyxl.load_workbook(path)
    page = book.worksheets[1]
    heading = next(cell for line in page.iter_rows() for cell in line if cell.value == "审核结论")
    page.cell(heading.row + 2, heading.column).value = "取消"
    page.cell(heading.row + 2, heading.column + 1).value = "依据不足。"
    book.save(tmp_path / "带走的.xlsx")
    received = office.receive(tmp_path / "带走的.xlsx", by="group1")
    assert [(line.status, line.message) for line in received] == [("已记录", "")]
    assert (office.history(item)[-1].verdict, office.history(item)[-1].stage) == ("cancel", "recheck")
