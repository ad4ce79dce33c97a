"""The review chain for people: stages against deadlines, steps at the command line, and bulks over a filtered set."""

import json
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner

from workbench.cli.main import main
from workbench.records import Decision, Material, Severity, Stage
from workbench.review import Conflict, StoreProblem
from workbench.review.deadlines import of_stage

UNIT = "省水利厅"


@pytest.fixture
def run(office):
    """Runs a command in the office; its status and what it says."""

    def go(*arguments):
        done = CliRunner().invoke(main, [*arguments, "--workspace", str(office.path)])
        return done.exit_code, done.output

    return go


@pytest.mark.parametrize(
    ("kind", "stage", "now", "due", "weekend"),
    [
        ("省目录", Stage.GROUP_REVIEW, date(2017, 9, 1), date(2017, 9, 10), True),
        ("省目录", Stage.LEGALITY_REVIEW, date(2017, 9, 10), date(2017, 9, 10), True),
        ("省目录", Stage.REVISION, date(2017, 9, 1), date(2017, 9, 30), False),
        ("市设目录", Stage.GROUP_REVIEW, date(2017, 9, 1), date(2017, 8, 31), False),
        ("办事指南", Stage.GROUP_REVIEW, date(2017, 10, 25), date(2017, 10, 25), False),
        ("办事指南", Stage.GROUP_REVIEW, date(2017, 10, 26), date(2017, 11, 15), False),
    ],
)
def test_each_stage_has_its_printed_day_with_weekends_marked(kind, stage, now, due, weekend):
    """The Sunday stands as printed and is marked; the Saturday worked in lieu of the holiday is not."""
    found = of_stage(kind, stage, now)
    assert (found.day, bool(found.weekend)) == (due, weekend)


def test_the_chain_is_listed_and_moved_by_name(office, catalogue, row, monkeypatch):
    """A unit may be called by any of its names; the table has stage, lock, deadline and what is undecided."""
    monkeypatch.setenv("WORKBENCH_TODAY", "2017-09-08")
    catalogue(row("取水许可"), unit=UNIT)
    (item,) = office.matters()["item"]
    (line,) = office.chain().to_dict("records")
    assert (line["stage_name"], line["undecided"], line["days_left"]) == ("审核", 1, 2)
    assert "周日" in line["weekend"]
    office.record(item, "cancel", "依据不足。", by="group1")
    office.take_step("辽宁省水利厅", "省目录", "to_legality", by="lead1", revision=0)
    with pytest.raises(Conflict):
        office.take_step(UNIT, "省目录", "send_back", by="legality", reason="须补全", revision=0)
    assert [step.name for step in office.possible_steps(UNIT, "省目录", by="legality")] == ["退回审核组", "反馈"]
    office.take_step(UNIT, "省目录", "return", by="legality")
    (line,) = office.chain(group=1).to_dict("records")
    assert (line["stage"], line["locked"], line["revision"]) == ("returned", True, 2)
    assert len(office.chain(group=2)) == 0


def test_what_comes_back_is_rechecked_by_default(office, catalogue, row):
    """The verdict on a resubmitted row is recorded as 复核 without being told so."""
    catalogue(row("取水许可"))
    (item,) = office.matters()["item"]
    office.record(item, "return_for_revision", "请补全依据。", by="group1")
    office.take_step(UNIT, "省目录", "to_legality", by="lead1")
    office.take_step(UNIT, "省目录", "return", by="legality")
    catalogue(row("取水许可", basis="《中华人民共和国水法》"))
    assert office.record(item, "cancel", "仍无依据。", by="group1").stage == "recheck"


def test_steps_at_the_command_line(run, catalogue, row, office):
    """Listed as a table or as JSON lines; a step by its Chinese name; a refusal ends with status 2 and what to do."""
    catalogue(row("取水许可"))
    assert run("step", UNIT, "送合法性审查", "--as", "lead1") == (
        2, "省水利厅的省目录还有 1 项没有结论（共 1 项，人工核实不算结论）。请逐项审核后再办理。\n",
    )  # fmt: skip
    office.record(office.matters()["item"][0], "cancel", "依据不足。", by="group1")
    status, said = run("step", UNIT, "送合法性审查", "--as", "lead1")
    assert (status, said.startswith("已办理：省水利厅/省目录 现在合法性审查阶段（第1号流转记录")) == (0, True)
    status, said = run("step", UNIT, "return", "--as", "legality", "--format", "jsonl")
    assert (status, json.loads(said)["stage"]) == (0, "returned")
    status, said = run("chain", "--format", "jsonl")
    assert (status, json.loads(said)["stage_name"]) == (0, "反馈")
    assert "反馈" in run("chain", "--unit", UNIT)[1]
    assert run("step", "省财政厅", "return", "--as", "legality") == (
        2, "“省财政厅”没有报送，请用 --kind 指明办理哪一种。\n",
    )  # fmt: skip


def test_a_bulk_over_a_filtered_set_is_previewed_and_recorded_as_one_group(office, guides, guide):
    """All materials with one fault are cancelled at once, undone and redone at once; what cannot be is told before."""
    rest = Material({"序号": "2", "材料名称": "法律法规规定的其他材料", "设定依据": ""})
    guides(*(replace(form := guide(name), materials=(*form.materials, rest)) for name in ("取水许可", "凿井许可")))
    rule = "MAT-CATCHALL"
    parts = office.filtered("group1", rule=rule, parts=True)
    assert len(parts) == len(set(parts)) == 2
    assert all("#申请材料-" in part for part in parts)
    assert office.filtered("group2", rule=rule, parts=True) == []
    wanted = Decision("", "cancel_material", "依据位阶不够。")
    preview = office.preview([*parts, "G-none"], wanted, by="group1")
    assert ([each.item for each in preview.ready], list(preview.problems)) == (parts, ["G-none"])
    events = office.record_all(preview.ready, by="group1", revisions=preview.revisions)
    assert {event.batch for event in events} == {events[0].event}
    assert office.filtered("group1", rule=rule, parts=True) == []
    undone = office.undo_all(events[0].event, by="group1")
    assert office.store.states() == {}
    office.redo_all(undone[0].event, by="group1")
    assert set(office.store.states()) == set(parts)


def test_parts_are_listed_with_what_can_be_said_of_them(office, guides, guide):
    """36 elements and the materials; an item that is no guide is told."""
    guides(guide("取水许可"))
    (item,) = office.guides()["item"]
    parts = office.parts(item)
    assert len(parts) == 37
    assert (parts[-1].name, "cancel_material" in parts[-1].verdicts) == ("申请材料“申请书”", True)
    event = office.record(parts[-1].item, "use_commitment", "可承诺。", by="group1")
    office.undo(parts[-1].item, by="group1")
    assert office.redo(parts[-1].item, by="group1").verdict == event.verdict
    with pytest.raises(StoreProblem, match="没有编号为“M-1”的办事指南"):
        office.parts("M-1")
    assert office.filtered("group1", severity=Severity.VIOLATION, unit="省财政厅") == []
