"""Figures for leadership and groups, and the deadlines."""

from datetime import date

import pytest

from workbench.dashboards.reading.agreement import read_agreement
from workbench.dashboards.state import ProgressState
from workbench.dashboards.state.progress import TopRule
from workbench.review import Workspace
from workbench.review.calendar import today
from workbench.review.deadlines import DEADLINES


def test_totals_of_the_province_and_of_a_group(desk: Workspace):
    """All 58 units are counted, also those that have not submitted."""
    desk.record("M-a", "return_for_revision", "请补全", by="group3")
    desk.record("M-e", "pass", "", by="group3")
    state = ProgressState(desk, "leadership")
    totals = state.totals()
    assert (totals["rows"], totals["decided"], totals["passed"], totals["returned"]) == (5, 2, 1, 1)
    assert (totals["units"], totals["submitted"]) == (58, 3)
    state.group = 2
    assert (state.totals()["rows"], state.totals()["decided"]) == (1, 0)
    assert list(state.groups().index) == [1, 2, 3, 4]


def test_a_member_of_a_group_sees_its_figures_only(desk: Workspace):
    """The figures are those of the group's units."""
    state = ProgressState(desk, "group3")
    assert (state.totals()["rows"], list(state.groups().index)) == (4, [3])


def test_top_rules_count_items_found_and_returned(desk: Workspace):
    """What is returned most comes first."""
    desk.record("M-b", "return_for_revision", "请分列", by="group3")
    state = ProgressState(desk, "leadership")
    assert state.top_rules(limit=2)[0] == TopRule("BASIS-LAYOUT", 1, 1)
    assert {(top.rule, top.returned) for top in state.top_rules()[1:]} == {
        ("BASIS-NO-ELLIPSIS", 0),
        ("BASIS-FULLNAME", 0),
    }


def test_polling_counts_again_only_after_an_event(desk: Workspace):
    """The figures are the same object while nothing happens."""
    state = ProgressState(desk, "leadership")
    before = state.figures
    state.poll()
    assert state.figures is before
    desk.record("M-e", "pass", "", by="group3")
    state.poll()
    assert state.totals()["decided"] == 1


def test_countdown_includes_the_day_itself(monkeypatch: pytest.MonkeyPatch):
    """明电52号: “前” includes the day; 10 September 2017 was a Sunday."""
    feedback = DEADLINES[3]
    assert feedback.printed == "9月10日（周日）"
    assert feedback.countdown(date(2017, 8, 29)) == "还有 12 天"
    assert feedback.countdown(date(2017, 9, 10)) == "今天截止"
    assert feedback.countdown(date(2017, 9, 11)) == "已截止"
    monkeypatch.setenv("WORKBENCH_TODAY", "2017-08-29")
    assert today() == date(2017, 8, 29)


def test_leads_are_told_how_far_reviewers_agree(desk: Workspace):
    """A card once something was drawn, for the group's lead; not for those whom it judges."""
    assert read_agreement(ProgressState(desk, "lead3").agreement()) is None
    for item, verdict in (("M-b", "pass"), ("M-c", "pass"), ("M-e", "cancel")):
        desk.record(item, verdict, "无依据" if verdict == "cancel" else "", by="lead3")
    desk.draw_second_reviews(3, 3, by="lead3", seed="一")
    assert read_agreement(ProgressState(desk, "lead3").agreement()) == {
        "value": "—",
        "done": "0 / 3",
        "told": "第3组：抽查 3，已复审 0，一致 0，Kappa 尚不能计算",
    }
    for item, verdict in (("M-b", "pass"), ("M-c", "pass"), ("M-e", "cancel")):
        desk.record_second(item, verdict, "无依据" if verdict == "cancel" else "", by="group3")
    card = read_agreement(ProgressState(desk, "lead3").agreement())
    assert card is not None
    assert (card["value"], card["done"]) == ("1.00", "3 / 3")
    assert read_agreement(ProgressState(desk, "group3").agreement()) is None
