"""Filters by rule, verdict and stage; what a reviewer saves is there again, and nobody else's."""

from workbench.dashboards.state import Filters, ReviewState
from workbench.dashboards.views.review import ReviewView
from workbench.review import Workspace


def shown(state: ReviewState, **filters: str) -> tuple[str, ...]:
    """The rows that filters leave."""
    state.queue.filters = Filters(**filters)  # type: ignore[arg-type]
    return state.queue.shown()


def test_rows_are_found_by_rule_verdict_and_stage(desk: Workspace):
    """Each filter alone, and two together."""
    desk.record("M-c", "pass", by="group3")
    desk.record("M-e", "pass", by="group3")
    desk.take_step("省教育厅", "省目录", "to_legality", by="lead3")
    state = ReviewState(desk, "group3")
    assert shown(state, rule="BASIS-LAYOUT") == ("M-b",)
    assert shown(state, verdict="pass") == ("M-e", "M-c")
    assert shown(state, stage="合法性审查") == ("M-e",)
    assert shown(state, stage="审核", verdict="pass") == ("M-c",)
    assert state.rule_counts()[0][2] == 1


def test_a_saved_filter_is_the_reviewers_own(desk: Workspace):
    """It is there in another window, once under each name, and not for a colleague."""
    state = ReviewState(desk, "group3")
    state.keep_filter(" 只看 违规 ", {"chips": ["violations"], "unit": "省农委", "strange": 1})
    state.keep_filter("未审", {"chips": ["open"]})
    state.keep_filter("只看 违规", {"chips": ["violations"], "rule": "BASIS-LAYOUT"})
    again = ReviewState(desk, "group3").kept
    assert [name for name, _ in again.filters] == ["未审", "只看 违规"]
    blank = {"unit": "", "kind": "", "text": "", "verdict": "", "stage": ""}
    assert again.filters[1][1] == {**blank, "rule": "BASIS-LAYOUT", "chips": ["violations"]}
    assert ReviewState(desk, "lead3").kept.filters == ()
    state.drop_filter("未审")
    assert [name for name, _ in ReviewState(desk, "group3").kept.filters] == ["只看 违规"]


def test_a_filter_needs_a_name(desk: Workspace):
    """Nothing is kept, and the user is told what to do."""
    state = ReviewState(desk, "group3")
    state.keep_filter("  ", {})
    assert state.message.text == "筛选须有名称，最多 20 字。请填写后再保存。"
    assert ReviewState(desk, "group3").kept.filters == ()


def test_columns_stay_as_they_were_left(desk: Workspace):
    """A column that is shown, and a width that is dragged, are there again; who only reads keeps nothing."""
    view = ReviewView(ReviewState(desk, "group3"))
    assert view.grid.layout_kept == []
    view.filter_bar._handle_custom_msg({"type": "column", "field": "stage", "shown": True}, [])
    assert {each["field"]: each["shown"] for each in view.filter_bar.columns}["stage"]
    view.grid.layout_kept = [
        {**each, "width": 99} if each["field"] == "seq" else each for each in view.grid.layout_kept
    ]
    again = ReviewView(ReviewState(desk, "group3")).grid.layout_kept
    assert [(each["width"], each["hide"]) for each in again if each["field"] in {"seq", "stage"}] == [
        (99, False),
        (72, False),
    ]
    reader = ReviewView(ReviewState(desk, "leadership"))
    reader.filter_bar._handle_custom_msg({"type": "column", "field": "stage", "shown": True}, [])
    assert not reader.filter_bar.may_keep
    assert ReviewView(ReviewState(desk, "leadership")).grid.layout_kept == []
