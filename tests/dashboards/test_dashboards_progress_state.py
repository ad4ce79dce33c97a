"""Figures for leadership and groups, and the deadlines."""

from datetime import date

import pytest

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
