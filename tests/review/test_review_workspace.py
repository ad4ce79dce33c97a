"""A workspace in use: intake twice, detail, verdicts by stage, returns, and units that nobody knows."""

from pathlib import Path

import pytest

import workbench
from workbench.records import Row, Stage
from workbench.review import NotAllowed, NoWorkspace, Refused, StoreProblem, Workspace, open_workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission


def submit(workspace: Workspace, unit: str, *names: str) -> Path:
    """A catalogue of ``unit`` with these matters, in the folder for submissions."""
    path = workspace.path / "data" / "submissions" / f"{unit}-省政务服务事项目录.xlsx"
    rows = [
        MainItem(
            Row(
                seq=str(number), item_name=name, sub_item_name="", item_type="公共服务事项", legal_basis="",
                levels_and_departments="省级：省水利厅", remarks="",
            )
        )
        for number, name in enumerate(names, start=1)
    ]  # fmt: skip
    sheet = SubmissionSheet(f"{unit}省政务服务事项目录", f"填报单位：{unit}", "省目录", rows)
    write_submission(path, sheet)
    return path


def test_a_changed_workbook_is_the_next_round_and_keeps_its_ids(workspace: Workspace):
    """The same unit's new bytes are round 2; a matter of the same name keeps its id and its history."""
    submit(workspace, "省水利厅", "水资源公报查询")
    (first,) = [line for line in workspace.intake() if line.status == "新收"]
    assert (first.unit, first.round) == ("省水利厅", 2)
    item = workspace.matters(unit="省水利厅")["item"][0]
    workspace.record(item, "return_for_revision", "请补充依据。", by="group1")
    submit(workspace, "省水利厅", "水文资料查询", "水资源公报查询")
    (second,) = [line for line in workspace.intake() if line.status == "新收"]
    assert (second.round, second.rows) == (3, 2)
    assert workspace.matters(unit="省水利厅").set_index("item_name").loc["水资源公报查询", "item"] == item
    assert [event.opinion for event in workspace.history(item)] == ["请补充依据。"]


def test_a_unit_in_no_group_is_asked_for_and_then_taken_in(workspace: Workspace):
    """An unknown unit's workbook waits with a sentence; assigned by hand, it is read."""
    path = submit(workspace, "省残联", "残疾人证办理")
    (line,) = workspace.intake([path])
    assert (line.status, line.unit) == ("待分派", "省残联")
    assert "workbench assign" in line.problems[-1].message
    workspace.assign("省残联", 2)
    (line,) = workspace.intake([path])
    assert (line.status, line.unit, line.group) == ("新收", "省残联", 2)


def test_legality_review_follows_the_group(workspace: Workspace):
    """省政府法制办 decides on a catalogue's row in its own stage, after the group has; on a guide beside it."""
    queue = workspace.queue("group2").drop_duplicates("kind").set_index("kind")["item"]
    item = queue["省目录"]
    with pytest.raises(StoreProblem):
        workspace.record(item, "return_for_revision", "请核实。", by="legality")
    workspace.record(item, "return_for_revision", "请补充。", by="group2")
    event = workspace.record(item, "return_for_revision", "同意。", by="legality")
    assert event.stage == Stage.LEGALITY_REVIEW
    assert workspace.record(queue["办事指南"], "return_for_revision", "请核实。", by="legality").revision == 0


def test_a_pass_with_a_violation_is_refused(workspace: Workspace):
    """通过 leaves no 违规 unanswered."""
    queue = workspace.queue("group2")
    item = queue.loc[queue["violations"] > 0, "item"].iloc[0]
    with pytest.raises(Refused):
        workspace.record(item, "pass", by="group2")


def test_an_item_of_another_group_is_not_shown(workspace: Workspace):
    """Detail refuses a matter of another group that is in no pair with the user's."""
    queue = workspace.queue("group3")
    item = queue.loc[queue["suspects"] == 0, "item"].iloc[0]
    with pytest.raises(NotAllowed):
        workspace.detail(item, "group2")


def test_a_duplicate_decided_once_stands_on_both_sides(workspace: Workspace):
    """A verdict on a pair across groups is seen from both items, and in both returns workbooks."""
    frame = workspace.pairs(group=2)
    groups = {unit.name: unit.group for unit in workspace.assignments.units}
    across = frame[frame["unit_a"].map(groups) != frame["unit_b"].map(groups)].iloc[0]
    lead = across["unit_a"]
    workspace.record(across["pair"], "merge", "合并。", by="group2", lead_unit=lead)
    for item in (across["a"], across["b"]):
        (suspect,) = [s for s in workspace.detail(item, "leadership").suspects if s.pair.pair == across["pair"]]
        assert suspect.verdict is not None
        assert (suspect.verdict.verdict, suspect.verdict.lead_unit) == ("merge", lead)
    written = {path.name for path in workspace.export_changes()}
    files = workspace.matters().set_index("item").loc[[across["a"], across["b"]], "file"]
    assert set(files) <= written


def test_an_undo_is_an_event_of_its_own(workspace: Workspace):
    """Undone, the item is undecided again, and the history keeps both events."""
    item = workspace.queue("group2")["item"][0]
    workspace.record(item, "cancel", "取消。", by="group2")
    workspace.undo(item, by="group2")
    assert workspace.queue("group2").set_index("item").loc[item, "verdict"] is None
    assert [event.verdict for event in workspace.history(item)] == ["cancel", None]


def test_progress_counts_what_was_decided(workspace: Workspace):
    """Figures per unit follow the verdicts; a unit that has not submitted stands with 0."""
    item, unit, kind = workspace.queue("group2").loc[0, ["item", "unit", "kind"]]
    workspace.record(item, "return_for_revision", "请补充。", by="group2")
    line = workspace.progress(unit=unit).set_index("kind").loc[kind]
    assert (line["decided"], line["returned"], line["passed"]) == (1, 1, 0)
    assert line["undecided"] == line["rows"] - 1


def test_a_folder_without_a_roster_is_no_workspace(tmp_path: Path):
    """Opening it says what is missing and what to do."""
    with pytest.raises(NoWorkspace, match="缺少 group_assignments"):
        workbench.open(str(tmp_path))


def test_the_facade_gives_documented_columns(sampled: Path):
    """The columns that other programs rely on are there."""
    wb = open_workspace(sampled)
    assert {
        "item", "unit", "group", "kind", "round", "region", "seq", "item_name", "sub_item_name", "item_type",
        "legal_basis", "levels_and_departments", "implementing_agency", "remarks", "file", "sheet", "cell",
    } <= set(wb.matters().columns)  # fmt: skip
    assert {
        "item", "rule", "clause", "severity", "certainty", "message", "field", "span", "suggested_verdict",
    } <= set(wb.findings().columns)  # fmt: skip
    assert {"event", "item", "verdict", "opinion", "by", "at", "stage", "revision"} <= set(wb.verdicts().columns)
