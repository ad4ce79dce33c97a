"""One verdict on many items: what would be recorded, what is refused, and all of it taken back."""

from workbench.dashboards.state import Draft, ReviewState
from workbench.dashboards.views.review import ReviewView
from workbench.records import Answer
from workbench.review import Workspace

RETURN = Draft("return_for_revision", "请补全依据。")


def begun(workspace: Workspace, draft: Draft, *selected: str) -> ReviewState:
    """A state with a bulk on the selected rows, else on the undecided rows in sight."""
    state = ReviewState(workspace, "group3")
    state.open("M-a")
    state.selected = selected
    state.begin_bulk(draft)
    return state


def verdicts(workspace: Workspace) -> list[tuple[str, str | None]]:
    """Item and verdict of all that was recorded."""
    return [(event.item, event.verdict) for event in workspace.events_since(0)]


def test_the_preview_records_nothing_and_names_what_is_refused(desk: Workspace):
    """A pass leaves a 违规 unanswered: that item is refused with its reason, the others are ready."""
    state = begun(desk, Draft("pass"))
    assert state.bulk.preview is not None
    assert [each.item for each in state.bulk.preview.ready] == ["M-e", "M-b", "M-c"]
    (problem,) = state.bulk.preview.problems.items()
    assert problem[0] == "M-a"
    assert "还有 1 条违规没有处理" in str(problem[1])
    assert desk.last_event() == 0


def test_the_selected_are_recorded_as_one_and_taken_back_as_one(desk: Workspace):
    """All events have one number in common; one undo takes all back."""
    state = begun(desk, RETURN, "M-a", "M-c")
    assert state.record_bulk()
    assert verdicts(desk) == [("M-a", "return_for_revision"), ("M-c", "return_for_revision")]
    assert {event.batch for event in desk.events_since(0)} == {1}
    assert state.message.text == "已批量记录 2 项结论，按 U 可整批撤销。"
    assert state.queue.verdicts[state.queue.place["M-c"]] == "return_for_revision"
    state.undo()
    assert desk.store.states() == {}
    assert state.message.text == "已撤销整批 2 项结论。"
    assert state.queue.verdicts[state.queue.place["M-c"]] is None


def test_blank_verdict_and_opinion_are_those_of_each_item(desk: Workspace):
    """What its own findings suggest, upheld; an item without findings passes."""
    state = begun(desk, Draft(""), "M-a", "M-c")
    state.record_bulk()
    first, second = desk.events_since(0)
    assert (first.verdict, second.verdict) == ("return_for_revision", "pass")
    assert first.opinion == "1. BASIS-NO-ELLIPSIS 请改正。\n2. BASIS-FULLNAME 请改正。"
    assert first.answers == (Answer("BASIS-NO-ELLIPSIS", upheld=True), Answer("BASIS-FULLNAME", upheld=True))


def test_what_changed_since_the_preview_stops_the_bulk(desk: Workspace):
    """Nothing is recorded, the change is told, and the second look has it."""
    state = begun(desk, RETURN, "M-a", "M-c")
    desk.record("M-c", "pass", by="lead3")
    assert not state.record_bulk()
    assert verdicts(desk) == [("M-c", "pass")]
    assert state.bulk.problem.startswith("核对之后情况有变")
    assert state.record_bulk()
    assert [item for item, _ in verdicts(desk)] == ["M-c", "M-a", "M-c"]


def test_the_filters_say_what_a_bulk_is_about(desk: Workspace):
    """Without a selection the undecided rows in sight come first; all in sight can be asked for."""
    desk.record("M-e", "pass", by="lead3")
    state = begun(desk, RETURN)
    assert [(each.key, each.items) for each in state.bulk.scopes] == [
        ("open", ("M-a", "M-b", "M-c")),
        ("shown", ("M-e", "M-a", "M-b", "M-c")),
    ]
    state.bulk.change("shown", RETURN)
    assert state.bulk.preview is not None
    assert len(state.bulk.preview.ready) == 4
    assert state.bulk.preview.revisions["M-e"] == 1


def test_only_a_preview_that_was_seen_is_recorded(desk: Workspace):
    """The window shows names, verdicts and why not; an older number records nothing."""
    view = ReviewView(ReviewState(desk, "group3"))
    view.grid.selected = ["M-a", "M-c"]
    form = {"verdict": "pass", "opinion": "", "lead_unit": "", "reasons": {}}
    view.verdict_form._handle_custom_msg({"type": "record", "item": view.state.current, **form}, [])
    dialog = view.bulk.dialog
    assert dialog.opened
    assert "将记录 1 项" in dialog.below
    assert "不能记录 1 项，将跳过" in dialog.below
    fields = {"scope": "selected", "verdict": "return_for_revision", "opinion": "<b>请补全</b>"}
    dialog._handle_custom_msg({"type": "preview", "seen": "1", **fields}, [])
    assert "&lt;b&gt;请补全" in dialog.below
    dialog._handle_custom_msg({"type": "record", "seen": "1", **fields}, [])
    assert desk.last_event() == 0
    dialog._handle_custom_msg({"type": "record", "seen": "2", **fields}, [])
    assert [item for item, _ in verdicts(desk)] == ["M-a", "M-c"]
    assert not dialog.opened


def test_too_many_at_once_are_not_looked_through(desk: Workspace, monkeypatch):
    """The page says to filter first."""
    monkeypatch.setattr("workbench.dashboards.state.bulk.MOST", 2)
    state = begun(desk, RETURN)
    assert state.bulk.preview is None
    assert state.bulk.problem == "一次最多批量审核 2 项，现有 4 项。请先按单位、规则等筛选，再分批记录。"
