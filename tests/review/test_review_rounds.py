"""Rounds of a catalogue in a workspace: what changed is told, what did not keeps its verdicts, people may relink."""

import pytest

from workbench.review import NotAllowed, Refused, StoreProblem, Workspace

UNIT = "省水利厅"


def state_of(office: Workspace, name: str) -> tuple[str, str]:
    """State and changed fields of the item of this name."""
    frame = office.changes(unit=UNIT).set_index("name")
    return frame.loc[name, "state"], frame.loc[name, "fields"]


def item_of(office: Workspace, name: str) -> str:
    """The current item of this name."""
    return office.matters(unit=UNIT).set_index("item_name").loc[name, "item"]


def test_a_first_round_has_nothing_to_be_compared_with(office, catalogue, row):
    """Neither the intake line nor the frame calls its rows new."""
    line = catalogue(row("取水许可"))
    assert line.changes == ()
    assert len(office.changes()) == 0
    assert office.detail(item_of(office, "取水许可"), "group1").earlier is None


def test_the_next_round_is_compared_with_the_last(office, catalogue, row):
    """Same, changed with its fields, new and gone; counted at intake and given as a frame."""
    catalogue(row("取水许可"), row("河道采砂许可", 2), row("水文资料使用审查", 3))
    line = catalogue(row("水文资料使用审查"), row("取水许可", 2, remarks="委托市级"), row("护士执业注册", 3))
    assert line.round == 2
    assert sorted(str(change.state) for change in line.changes) == ["changed", "gone", "new", "same"]
    assert state_of(office, "水文资料使用审查") == ("same", "")
    assert state_of(office, "取水许可") == ("changed", "remarks")
    assert state_of(office, "护士执业注册") == ("new", "")
    gone = office.changes(group=1).set_index("state").loc["gone"]
    assert (gone["earlier_name"], gone["round"], gone["unit"], gone["kind"]) == ("河道采砂许可", 2, UNIT, "省目录")
    assert len(office.changes(group=2)) == 0


def test_a_renamed_row_keeps_its_verdict_and_shows_what_it_was(office, catalogue, row):
    """Its id, verdict and history go on; the detail has the last round's row and what changed."""
    catalogue(row("取水许可"), row("河道采砂许可", 2))
    item = item_of(office, "取水许可")
    office.record(item, "return_for_revision", "请规范名称。", by="group1")
    catalogue(row("河道采砂许可"), row("取水许可证核发", 2))
    assert item_of(office, "取水许可证核发") == item
    assert office.queue("group1").set_index("item").loc[item, "verdict"] == "return_for_revision"
    detail = office.detail(item, "group1")
    assert [event.opinion for event in detail.history] == ["请规范名称。"]
    assert detail.earlier.matter.row.item_name == "取水许可"
    assert detail.earlier.fields == ("item_name", "legal_basis")


def test_a_reviewer_relinks_a_row_and_its_history_follows(office, catalogue, row):
    """What no likeness can know is said by hand, kept, and matching looks again."""
    catalogue(row("取水许可"))
    former = item_of(office, "取水许可")
    office.record(former, "return_for_revision", "请补充依据。", by="group1")
    catalogue(row("水工程建设方案审查"))
    item = item_of(office, "水工程建设方案审查")
    assert item != former
    done = office.relink(item, former, by="group1", reason="单位来函说明")
    assert (done.item, done.target, done.reason) == (item, former, "单位来函说明")
    assert item_of(office, "水工程建设方案审查") == former
    assert office.history(former)[0].opinion == "请补充依据。"
    assert office.store.relinks() == [done]
    catalogue(row("水工程建设方案审查"), row("取水许可", 2))
    assert item_of(office, "水工程建设方案审查") == former
    assert item_of(office, "取水许可") not in {item, former}


def test_a_row_can_be_said_to_be_new(office, catalogue, row):
    """Taken for an earlier one by mistake, it becomes an item of its own, without the other's history."""
    catalogue(row("取水许可"))
    former = item_of(office, "取水许可")
    catalogue(row("取水许可", basis="《另一办法》"))
    done = office.relink(former, None, by="group1", reason="是另一事项")
    assert item_of(office, "取水许可") == done.given != former
    assert state_of(office, "取水许可") == ("new", "")


def test_linking_is_for_the_units_group(office, catalogue, row):
    """Another group's reviewer is refused by the store."""
    catalogue(row("取水许可"))
    item = item_of(office, "取水许可")
    with pytest.raises(NotAllowed, match="由第一组审核"):
        office.relink(item, None, by="group2", reason="试试")
    with pytest.raises(Refused, match=r"不是.*以前轮次中的事项"):
        office.relink(item, "M-404", by="group1", reason="试试")


def test_every_cell_of_a_file_is_accounted_for(office, catalogue, row):
    """The read report is stored and given by file, and the line of the intake carries it."""
    line = catalogue(row("取水许可"))
    report = office.read_report(line.sha256)
    assert list(report.columns) == ["file", "sheet", "cells", "count", "use", "name", "reason"]
    assert report["count"].sum() == sum(use.count for use in line.uses) > 0
    assert {"header", "field"} <= set(report["use"])
    assert (report.loc[report["use"] == "ignored", "reason"] != "").all()
    assert len(office.read_report()) == len(report)
    with pytest.raises(StoreProblem, match="没有内容摘要"):
        office.read_report("0" * 64)
