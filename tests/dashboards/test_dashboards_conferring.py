"""Remarks and second, blind reviews on the review page."""

import pytest

from workbench.dashboards.state import Draft, ReviewState
from workbench.dashboards.views import form
from workbench.dashboards.views.review import ReviewView
from workbench.records import Comment
from workbench.review import Workspace

BLIND = "背靠背复审：此前的结论对您不公开，请独立作出结论；记录一次，不能更改。"


@pytest.fixture
def drawn(desk: Workspace) -> Workspace:
    """The lead's verdict on M-e was drawn for group3, who sees the workspace."""
    desk.record("M-e", "return_for_revision", "请补全依据。", by="lead3")
    desk.draw_second_reviews(3, 1, by="lead3", seed="一")
    return desk.seen_by("group3")


def test_a_remark_is_said_and_shown_as_text(desk: Workspace):
    """Markup is text; the other group of a pair reads it; a blank one is refused in the window."""
    view = ReviewView(ReviewState(desk, "group3"))
    view.grid.current = "M-a"
    view.detail._handle_custom_msg({"type": "say"}, [])
    dialog = view.remark.dialog
    dialog._handle_custom_msg({"type": "save", "text": " "}, [])
    assert dialog.opened
    assert "留言是空的" in dialog.below
    dialog._handle_custom_msg({"type": "save", "text": "<b>请看</b>"}, [])
    assert not dialog.opened
    assert "&lt;b&gt;请看&lt;/b&gt;" in view.detail.html
    (said,) = desk.comments_on("M-a", by="group2")
    assert isinstance(said, Comment)
    assert (said.text, said.by) == ("<b>请看</b>", "group3")


def test_remarks_of_others_come_by_themselves(desk: Workspace):
    """What the other group says is on the page at the next look; what is typed in the form is not touched."""
    view = ReviewView(ReviewState(desk, "group3"))
    view.grid.current = "M-a"
    before = view.verdict_form.form
    desk.comment("M-a", "与我组事项重复。", by="group2")
    view.state.poll()
    assert "与我组事项重复。" in view.detail.html
    assert view.verdict_form.form is before


def test_the_first_verdict_is_kept_from_the_second_reviewer(drawn: Workspace):
    """Neither list nor page nor form tells it; a chip gathers what was drawn."""
    view = ReviewView(ReviewState(drawn, "group3"))
    view.grid.current = "M-e"
    assert view.row("M-e", None)["verdict"] == [("tip", "待复审")]
    assert {chip["word"]: chip["count"] for chip in view.filter_bar.chips}["待复审"] == 1
    assert "请补全依据" not in view.detail.html
    started = form.start(view.state)
    assert (started["note"], started["may_decide"], started["opinion"]) == (BLIND, True, "")


def test_a_second_verdict_stands_beside_the_first(drawn: Workspace):
    """It is recorded once, changes nothing, and then both are told."""
    state = ReviewState(drawn, "group3")
    state.open("M-e")
    state.record("M-e", Draft("pass"))
    assert state.message.text == "已记录复审结论“通过”；此前结论为“退回修改”，不一致。"
    assert state.queue.verdicts[state.queue.place["M-e"]] == "return_for_revision"
    assert state.queue.chip_counts()["second"] == 0
    assert [event.verdict for event in drawn.history("M-e")] == ["return_for_revision"]
    (line,) = drawn.second_reviews().to_dict("records")
    assert (line["second_by"], line["second_verdict"], line["agree"]) == ("group3", "通过", False)


def test_a_second_verdict_may_be_given_on_a_locked_round(drawn: Workspace):
    """It is no part of the chain."""
    state = ReviewState(drawn, "group3")
    drawn.take_step("省教育厅", "省目录", "to_legality", by="lead3")
    state.open("M-e")
    assert form.start(state)["closed"] == ""
    state.record("M-e", Draft("return_for_revision", "请补全。"))
    assert state.message.text.endswith("一致。")
