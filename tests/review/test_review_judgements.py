"""Verdicts on pairs are remembered by content and hold in later rounds."""

from pathlib import Path

import pytest

from workbench import assignments
from workbench.records import Row
from workbench.review import Workspace, open_workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission


def _send(desk: Workspace, unit: str, name: str, round_: int) -> None:
    basis = "【行政法规】《农药管理条例》（1997年5月8日国务院令第216号）\n　　第二十四条 国家实行农药经营许可制度。"
    row = Row(
        seq="1", item_name=name, sub_item_name="", item_type="行政许可", legal_basis=basis,
        levels_and_departments=f"省级：{unit}", remarks=f"第{round_}轮",
    )  # fmt: skip
    path = desk.path / "data" / "submissions" / f"{unit}-省目录-{round_}.xlsx"
    sheet = SubmissionSheet(f"{unit}省政务服务事项目录", f"填报单位：{unit}", "省目录", [MainItem(row)], notes=())
    write_submission(path, sheet)
    desk.intake([path])


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    """Two departments with one and the same matter."""
    (tmp_path / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
    (tmp_path / "data" / "submissions").mkdir(parents=True)
    workspace = open_workspace(tmp_path)
    _send(workspace, "省农委", "农药经营许可", 1)
    _send(workspace, "省工商局", "农药经营许可", 1)
    return workspace


def _duplicates(desk: Workspace) -> int:
    return int((desk.findings()["rule"] == "DUP-REGION").sum())


def test_pair_that_people_called_different_is_no_duplicate_in_the_next_round(desk: Workspace) -> None:
    """The finding is gone after the next workbook, the pair and its verdict can still be seen and taken back."""
    [pair] = desk.store.pairs()
    assert (pair.comparison.relation, _duplicates(desk)) == ("same", 2)
    desk.record(pair.pair, "pass", "各管一段，不重复", by="group3")
    _send(desk, "省工商局", "农药经营许可", 2)
    [later] = desk.store.pairs()
    assert (later.pair, later.comparison.relation, later.comparison.level) == (
        pair.pair,
        "different",
        "judged-different",
    )
    assert _duplicates(desk) == 0
    desk.undo(pair.pair, by="group3")
    _send(desk, "省工商局", "农药经营许可", 3)
    assert ([each.comparison.relation for each in desk.store.pairs()], _duplicates(desk)) == (["same"], 2)


def test_pair_that_people_called_one_stays_one(desk: Workspace) -> None:
    """A merge is remembered as a duplicate, with who said so and why."""
    [pair] = desk.store.pairs()
    desk.record(pair.pair, "merge", "并入省农委", by="group3", lead_unit="省农委")
    [judged] = desk.store.judgements()
    assert (judged.relation, judged.note, judged.by) == ("same", "并入省农委", "group3")
    _send(desk, "省农委", "农药经营许可", 2)
    assert [each.comparison.level for each in desk.store.pairs()] == ["judged-same"]


def test_cluster_has_the_lead_that_its_basis_names(desk: Workspace) -> None:
    """No lead is proposed where the basis names nobody."""
    [cluster] = desk.store.clusters()
    assert (len(cluster.items), cluster.lead) == (2, None)
