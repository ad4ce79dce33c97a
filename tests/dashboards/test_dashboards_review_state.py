"""Opening, recording, undoing and hearing of others, without a browser."""

import pytest

from workbench.dashboards.state import Draft, Filters, Message, ReviewState
from workbench.records import Answer
from workbench.review import Workspace

RETURN = Draft("return_for_revision", "1. 请补全。")


def opened(workspace: Workspace, item: str, user: str = "group3") -> ReviewState:
    """A user's state with an item open."""
    state = ReviewState(workspace, user)
    state.open(item)
    return state


def verdict(state: ReviewState, item: str) -> str | None:
    """What the list shows for an item."""
    return state.queue.verdicts[state.queue.place[item]]


def test_recording_stores_the_verdict_and_goes_on(desk: Workspace):
    """The row changes, the list goes on, and what was found is upheld."""
    state = opened(desk, "M-a")
    state.record("M-a", RETURN)
    (event,) = desk.history("M-a")
    assert (event.verdict, event.opinion, event.by) == ("return_for_revision", "1. 请补全。", "group3")
    assert event.answers == (Answer("BASIS-NO-ELLIPSIS", upheld=True), Answer("BASIS-FULLNAME", upheld=True))
    assert (state.changed, state.advance) == (("M-a",), 1)
    assert state.message == Message("已记录“退回修改”：农药经营许可证核发（限制使用农药）", "ok")


def test_a_pass_over_a_violation_needs_its_reason(desk: Workspace):
    """Without a reason nothing is stored and the user is told what to do; with one it is."""
    state = opened(desk, "M-a")
    state.record("M-a", Draft("pass"))
    assert desk.history("M-a") == []
    text = "还有 1 条违规没有写明不采纳的理由，不能通过。请逐条填写理由，或改选“退回修改”。"
    assert state.message == Message(text, "bad")
    state.record("M-a", Draft("pass", reasons={"BASIS-NO-ELLIPSIS": "原文如此"}))
    (event,) = desk.history("M-a")
    assert event.answers == (Answer("BASIS-NO-ELLIPSIS", upheld=False, reason="原文如此"),)


def test_a_draft_is_recorded_on_the_open_item_only(desk: Workspace):
    """A message that comes late, for an item that is not open any more, records nothing."""
    state = opened(desk, "M-a")
    state.record("M-b", RETURN)
    assert desk.last_event() == 0


def test_undo_takes_back_the_last_verdict_and_shows_its_item(desk: Workspace):
    """Each undo goes one verdict back, wherever the user is now."""
    state = opened(desk, "M-a")
    state.record("M-a", RETURN)
    state.open("M-b")
    state.record("M-b", Draft("pass"))
    state.open("M-c")
    state.undo()
    assert (state.current, verdict(state, "M-b")) == ("M-b", None)
    state.undo()
    assert (state.current, verdict(state, "M-a")) == ("M-a", None)
    assert state.message == Message("已撤销“退回修改”：农药经营许可证核发（限制使用农药）", "ok")
    state.undo()
    assert state.message.text == "没有可撤销的操作：打开本页后还没有记录过结论。"


def test_a_conflict_shows_both_versions_and_keeps_the_draft(desk: Workspace):
    """Nothing is overwritten unseen; recording again stands on top of the other's verdict."""
    state = opened(desk, "M-a")
    desk.record("M-a", "cancel", "无依据", by="lead3")
    state.record("M-a", RETURN)
    assert state.clash is not None
    assert (state.clash.verdict, state.clash.by, state.draft) == ("cancel", "lead3", RETURN)
    assert [event.verdict for event in desk.history("M-a")] == ["cancel"]
    state.record("M-a", RETURN)
    assert [event.verdict for event in desk.history("M-a")] == ["cancel", "return_for_revision"]
    assert (state.clash, state.draft) == (None, None)


def test_verdicts_of_others_arrive_by_polling(desk: Workspace):
    """Rows change in place; whoever has the item open is told."""
    state = opened(desk, "M-a")
    desk.record("M-b", "pass", "", by="lead3")
    state.poll()
    assert (state.changed, state.message.text) == (("M-b",), "")
    desk.record("M-a", "cancel", "无依据", by="lead3")
    state.poll()
    assert state.message == Message("第三组组长（组长）刚刚对本条记录了“取消”，请核对后再决定。", "warn")
    assert (verdict(state, "M-a"), verdict(state, "M-b")) == ("cancel", "pass")


def test_an_event_between_polls_is_not_lost_to_the_users_own(desk: Workspace):
    """Recording does not move the place up to which events were heard."""
    state = opened(desk, "M-a")
    desk.record("M-b", "pass", "", by="lead3")
    state.record("M-a", RETURN)
    state.poll()
    assert (verdict(state, "M-a"), verdict(state, "M-b")) == ("return_for_revision", "pass")


def test_when_all_rows_in_sight_are_decided_the_user_is_told(desk: Workspace):
    """The item is read again, so that changing it is no conflict."""
    state = opened(desk, "M-e")
    state.queue.filters = Filters(units=("省教育厅",))
    state.record("M-e", Draft("pass"))
    assert state.message.text.endswith("当前列表已全部审完，可放宽筛选条件。")
    state.record("M-e", RETURN)
    assert [event.verdict for event in desk.history("M-e")] == ["pass", "return_for_revision"]


@pytest.mark.parametrize(("user", "item"), [("leadership", "M-a"), ("group2", "M-a"), ("analyst", "M-e")])
def test_who_may_not_decide_records_nothing(desk: Workspace, user: str, item: str):
    """The store refuses, and the refusal is shown: readers, and the other group of a pair."""
    state = opened(desk, item, user)
    assert not state.detail.may_decide
    state.record(item, RETURN)
    assert (desk.last_event(), state.message.tone) == (0, "bad")


def test_an_item_of_another_group_cannot_be_opened(desk: Workspace):
    """Nothing of it is shown, only why."""
    state = opened(desk, "M-e", "group2")
    assert state.detail is None
    assert state.message.tone == "bad"


def test_what_nobody_foresaw_becomes_a_sentence_and_a_log_entry(
    desk: Workspace, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    """The page goes on; the details are in the log."""
    state = opened(desk, "M-a")
    monkeypatch.setattr(desk.store, "record", lambda *_: 1 / 0)
    state.record("M-a", RETURN)
    assert state.message.text.startswith("操作没有完成")
    assert "ZeroDivisionError" in caplog.text


def test_a_warning_is_gone_with_its_item(desk: Workspace):
    """What was said of one item is not shown beside the next; that something was recorded is."""
    state = opened(desk, "M-a")
    state.record("M-a", Draft("pass"))
    state.open("M-b")
    assert state.message == Message()
    state.record("M-b", Draft("pass"))
    state.open("M-c")
    assert state.message.tone == "ok"


@pytest.mark.parametrize(
    ("draft", "named"),
    [
        (Draft("reclassify", "请改正类型。", target_type="行政确认"), ("行政确认", None)),
        (Draft("delegate_down", "由下级行使。", target_level="市级"), (None, "市级")),
        (Draft("delegate_down", "下放至县级。", target_level=""), (None, "县级")),
    ],
)
def test_a_verdict_names_type_or_level(desk: Workspace, draft: Draft, named: tuple[str | None, str | None]):
    """By its own field; where that is left blank, by the words of the opinion."""
    state = opened(desk, "M-a")
    state.record("M-a", draft)
    (event,) = desk.history("M-a")
    assert (event.target_type, event.target_level) == named


def test_a_type_that_nobody_named_is_asked_for(desk: Workspace):
    """Nothing is stored, and the sentence lists the types."""
    state = opened(desk, "M-a")
    state.record("M-a", Draft("reclassify", "类型有误。"))
    assert desk.history("M-a") == []
    assert "请选择类型" in state.message.text
