"""Second reviews and comments as analysts, the command line and the dashboards' workspace see them."""

import json
from math import isnan

import pytest
from click.testing import CliRunner

from workbench.cli.main import main
from workbench.review.agreement import kappa


def pairs(*table: tuple[int, ...]) -> list[tuple[str, str]]:
    """The pairs of verdicts that a table of counts stands for."""
    return [(str(i), str(j)) for i, row in enumerate(table) for j, number in enumerate(row) for _ in range(number)]


@pytest.mark.parametrize(
    ("table", "value", "variance"),
    [
        # Fleiss, Cohen and Everitt 1969: 200 cases in three classes.
        (((106, 10, 4), (22, 28, 10), (2, 12, 6)), 0.429, 0.002885),
        (((20, 5), (10, 15)), 0.4, 0.016128),
    ],
)
def test_kappa_and_its_interval_are_those_of_the_literature(table, value, variance):
    """Value and width of the interval are as printed, or as worked out by hand."""
    found, low, high = kappa(pairs(*table))
    assert round(found, 3) == value
    assert round(((high - low) / 2 / 1.959964) ** 2, 6) == variance


def test_kappa_is_one_for_equal_and_nothing_for_single_verdicts():
    """Full agreement has no spread; where only one verdict was ever given there is nothing to measure."""
    assert kappa([("pass", "pass"), ("cancel", "cancel")]) == (1.0, 1.0, 1.0)
    assert kappa([("pass", "cancel"), ("cancel", "pass")]) == (-1.0, -1.0, -1.0)
    assert all(isnan(each) for each in (*kappa([("pass", "pass")] * 9), *kappa([])))


@pytest.fixture
def asked(office, catalogue, row):
    """A workspace in which the first group's lead is to review all four verdicts of its reviewer again."""
    line = catalogue(
        *(row(name, at) for at, name in enumerate(("取水许可", "河道采砂许可", "水工程审批", "取水登记"), 1))
    )
    assert line.status == "新收"
    group = office.assignments.unit("省水利厅").group
    for item in office.queue(f"group{group}")["item"]:
        office.record(item, "cancel", "没有依据。", by=f"group{group}")
    office.draw_second_reviews(group, 10, by=f"lead{group}", seed="八月")
    return office, group


def test_the_queue_and_the_detail_of_the_second_reviewer_know_no_first_verdict(asked):
    """Everything that the reviewer's own workspace gives is as if nobody had decided."""
    office, group = asked
    seen = office.seen_by(f"lead{group}")
    assert set(seen.queue(f"lead{group}")["verdict"].dropna()) == set()
    assert set(office.queue(f"group{group}")["verdict"]) == {"cancel"}
    task = seen.second_tasks(by=f"lead{group}")[0]
    detail = seen.detail(task.item, f"lead{group}")
    assert (detail.history, detail.revision) == ((), 0)
    assert len(seen.verdicts()) == 0
    assert "cancel" not in seen.progress().to_csv()


def test_agreement_counts_what_is_done_and_lists_what_differs(asked):
    """Of four drawn three are done, of which one differs."""
    office, group = asked
    lead = f"lead{group}"
    one, two, three, _ = office.second_tasks(by=lead)
    for task in (one, two):
        office.record_second(task.item, "cancel", "没有依据。", by=lead)
    office.record_second(three.item, "reclassify", "应为行政确认。", by=lead, target_type="行政确认")
    (line,) = office.agreement().to_dict("records")
    assert {name: line[name] for name in ("group", "drawn", "done", "agreed")} == {
        "group": group,
        "drawn": 4,
        "done": 3,
        "agreed": 2,
    }
    assert line["kappa"] == 0.0
    reviews = office.second_reviews(group)
    apart = reviews[~reviews["agree"]].to_dict("records")
    assert [(each["item"], each["first_verdict"], each["second_verdict"]) for each in apart] == [
        (three.item, "取消", "规范类型")
    ]
    assert office.agreement(5 - group).empty


def test_the_commands_draw_list_record_and_compare(asked):
    """What a lead does without Python; nothing printed before the second verdict tells the first."""
    office, group = asked
    runner, lead = CliRunner(), f"lead{group}"

    def run(*words: str) -> list[dict]:
        done = runner.invoke(main, ["second", *words, "--workspace", str(office.path), "--format", "jsonl"])
        assert done.exit_code == 0, done.output
        return [json.loads(line) for line in done.output.splitlines()]

    found = run("tasks", "--as", lead)
    assert [sorted(line) for line in found] == [["item", "reviewer", "sample", "unit"]] * 4
    (recorded,) = run("record", found[0]["item"], "退回修改", "--opinion", "请补充。", "--as", lead)
    assert recorded["verdict"] == "return_for_revision"
    figures, apart = run("agreement")
    assert (figures["done"], figures["agreed"]) == (1, 0)
    assert (apart["item"], apart["first_verdict"]) == (found[0]["item"], "取消")
    shown = runner.invoke(main, ["second", "agreement", "--workspace", str(office.path)]).output
    assert "已复审不足 30 个的组" in shown
    again = runner.invoke(
        main, ["second", "draw", "--group", str(group), "--seed", "九月", "--as", lead, "--workspace", str(office.path)]
    )
    assert (again.exit_code, "没有可供抽查的结论" in again.output) == (2, True)


def test_a_workbook_brought_in_by_the_second_reviewer_tells_nothing(asked):
    """A returns workbook is taken in for the chain only: rows that wait for a blind review are left, untold."""
    office, group = asked
    (path,) = office.returns()
    lines = office.receive(path, by=f"lead{group}")
    assert {(line.status, "背靠背复审" in line.message) for line in lines} == {("未记录", True)}
    assert office.last_event() == 4


def test_comments_go_by_command_and_as_a_frame(asked):
    """One command writes and lists; analysts read all that was said."""
    office, group = asked
    item, user = office.matters()["item"][0], f"group{group}"
    runner = CliRunner()
    for text in ("请法制办看。", "=HYPERLINK(1)"):
        done = runner.invoke(main, ["comment", item, text, "--as", user, "--workspace", str(office.path)])
        assert done.exit_code == 0, done.output
    listed = runner.invoke(
        main, ["comment", item, "--as", "analyst", "--workspace", str(office.path), "--format", "jsonl"]
    ).output
    assert [json.loads(line)["text"] for line in listed.splitlines()] == ["请法制办看。", "=HYPERLINK(1)"]
    assert list(office.comments(by="analyst")["text"]) == ["请法制办看。", "=HYPERLINK(1)"]
    other = runner.invoke(main, ["comment", item, "--as", f"group{group % 4 + 1}", "--workspace", str(office.path)])
    assert (other.exit_code, "审核组无关" in other.output) == (2, True)
