"""The chain on the review page: where the file is, what the user may do, and what a locked round says."""

import pytest

from workbench.dashboards.state import ReviewState
from workbench.dashboards.views import form
from workbench.dashboards.views.review import ReviewView
from workbench.records import Stage
from workbench.review import Workspace


def opened(workspace: Workspace, user: str) -> ReviewState:
    """The only item of 省教育厅, open."""
    state = ReviewState(workspace, user)
    state.open("M-e")
    return state


def steps(state: ReviewState) -> list[str]:
    """Names of the steps that are offered."""
    assert state.chain is not None
    return [step.name for step in state.chain.steps]


@pytest.fixture
def returned(desk: Workspace) -> Workspace:
    """The catalogue of 省教育厅, reviewed and returned."""
    desk.record("M-e", "pass", by="group3")
    desk.take_step("省教育厅", "省目录", "to_legality", by="lead3")
    desk.take_step("省教育厅", "省目录", "return", by="legality")
    return desk


def test_only_steps_of_the_users_own_are_offered(desk: Workspace):
    """A member hands over, a lead also sends on, who reads does nothing."""
    assert steps(opened(desk, "group3")) == ["移交"]
    assert steps(opened(desk, "lead3")) == ["送合法性审查", "移交"]
    assert steps(opened(desk, "leadership")) == []


def test_a_step_moves_the_file_and_its_rows(desk: Workspace):
    """What is undecided is told and nothing moves; then the stage changes on the page and in the list."""
    state = opened(desk, "lead3")
    assert state.take_step("to_legality").startswith("省教育厅的省目录还有 1 项没有结论")
    desk.record("M-e", "pass", by="group3")
    assert state.take_step("to_legality") == ""
    assert state.chain is not None
    assert state.chain.state.stage is Stage.LEGALITY_REVIEW
    assert state.message.text == "已办理“送合法性审查”：省教育厅的省目录现在合法性审查阶段。"
    assert state.changed == ("M-e",)
    assert ReviewView(state).row("M-e", None)["stage"] == "合法性审查"


def test_a_locked_round_says_so_instead_of_the_form(returned: Workspace):
    """The form names the way out; the lead opens it again with a reason, and then it takes verdicts."""
    state = opened(returned, "lead3")
    started = form.start(state)
    assert (started["may_decide"], started["note"]) == (False, "现有结论：通过。")
    assert started["closed"] == (
        "省教育厅的省目录本轮已反馈（反馈阶段），结论已锁定。"
        "请待单位重新报送后复核；确需更改的，由组长“重新打开”并写明理由。"
    )
    assert state.take_step("reopen").startswith("这一步须写明理由")
    assert state.take_step("reopen", "依据有误") == ""
    assert form.start(state)["may_decide"]


def test_two_who_take_a_step_are_told_apart(desk: Workspace):
    """The second one's step is not written."""
    desk.record("M-e", "pass", by="group3")
    mine, theirs = opened(desk, "lead3"), opened(desk, "lead3")
    assert theirs.take_step("to_legality") == ""
    assert "现在合法性审查阶段，不能“移交”" in mine.take_step("hand_over", "休假", "group3")


def test_the_window_asks_for_what_a_step_needs(desk: Workspace):
    """移交 asks for reason and receiver, and its page shows who has it then; what is wrong is said in the window."""
    view = ReviewView(opened(desk, "lead3"))
    view.detail._handle_custom_msg({"type": "step", "step": "hand_over"}, [])
    dialog = view.steps.dialog
    assert dialog.opened
    assert 'name="reason"' in dialog.html
    assert '<option value="group3">第三组组员</option>' in dialog.html
    assert "共 1 项，1 项没有结论" in view.detail.html
    asked = {"type": "take", "step": "hand_over", "reason": "<i>休假</i>"}
    dialog._handle_custom_msg({**asked, "receiver": ""}, [])
    assert "移交须指明本组的组员或组长" in dialog.below
    dialog._handle_custom_msg({**asked, "receiver": "group3"}, [])
    assert not dialog.opened
    assert "经办：第三组组员（组员）" in view.detail.html
    assert "&lt;i&gt;休假&lt;/i&gt;" in view.detail.html


def test_a_refused_step_leaves_the_window_where_it_is(desk: Workspace):
    """Another choice keeps what was typed."""
    view = ReviewView(opened(desk, "lead3"))
    view.steps.open("to_legality")
    assert "还有 1 项没有结论" in view.steps.dialog.html
    view.steps.dialog._handle_custom_msg({"type": "choose", "step": "hand_over", "reason": "休假"}, [])
    assert ">休假</textarea>" in view.steps.dialog.html
