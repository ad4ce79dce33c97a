"""Recording and undoing verdicts: revisions, what a verdict needs, and what the log keeps."""

from contextlib import closing

import pytest

from workbench.records import VERDICTS, Answer, Decision, Severity, Stage
from workbench.store import Conflict, Refused, Store

OPINION = "请补全第二十四条所列条件。"


@pytest.fixture
def item(submit, unit_of):
    """An item of the third group without findings."""
    submit(unit_of(3), ["M-1"])
    return "M-1"


def test_a_verdict_is_kept_with_who_when_and_on_what(store, item):
    """The event carries the decision, its author, the server's time and the revision it was made on."""
    decision = Decision(item, "return_for_revision", OPINION, (Answer("NAME-LEVY", upheld=True),))
    event = store.record(decision, "group3", 0)
    assert (event.event, event.revision, event.by, event.stage) == (1, 0, "group3", "group_review")
    assert event.at.endswith("+00:00")
    assert store.history(item) == [event]
    assert store.states() == {item: event}
    assert store.states([item, "M-9"]) == {item: event}
    assert (store.events_since(0), store.events_since(1), store.last_event()) == ([event], [], 1)


def test_a_stale_revision_is_a_conflict_that_tells_what_is_there(store, item):
    """Whoever decides on an old view is told who decided what when, and nothing is written."""
    first = store.record(Decision(item, "cancel", OPINION), "lead3", 0)
    with pytest.raises(Conflict, match=r"lead3.*“取消”.*没有写入") as caught:
        store.record(Decision(item, "return_for_revision", OPINION), "group3", 0)
    assert caught.value.history == [first]
    assert store.history(item) == [first]
    with pytest.raises(Conflict, match="只有 1 条记录"):
        store.record(Decision(item, "return_for_revision", OPINION), "group3", 7)


def test_without_a_revision_the_decision_is_made_on_what_is_there(store, item):
    """None stands for the number of events that the store finds."""
    store.record(Decision(item, "cancel", OPINION), "group3")
    assert store.record(Decision(item, "return_for_revision", OPINION), "group3").revision == 1


@pytest.mark.parametrize("verdict", sorted(set(VERDICTS) - {"pass"}))
def test_every_verdict_but_pass_needs_an_opinion(store, item, verdict):
    """A blank opinion is refused for all verdicts except 通过."""
    with pytest.raises(Refused, match="须写明审核意见"):
        store.record(Decision(item, verdict, " \n"), "group3")


def test_an_unknown_verdict_is_refused_with_the_choices(store, item):
    """The refusal lists the verdicts by their Chinese names."""
    with pytest.raises(Refused, match=r"没有“approve”这种结论.*通过、退回修改"):
        store.record(Decision(item, "approve", OPINION), "group3")


@pytest.mark.parametrize("verdict", ["merge", "move_to_lead"])
def test_verdicts_that_need_a_lead_unit(store, item, roster, verdict):
    """合并 and 列入牵头部门 name a unit of the roster, which is stored under its short name."""
    unit = roster.units_of(2)[0]
    with pytest.raises(Refused, match="须指明牵头单位"):
        store.record(Decision(item, verdict, OPINION), "group3")
    with pytest.raises(Refused, match="没有名为“某局”的单位"):
        store.record(Decision(item, verdict, OPINION, lead_unit="某局"), "group3")
    event = store.record(Decision(item, verdict, OPINION, lead_unit=unit.full_name), "group3")
    assert event.lead_unit == unit.name


@pytest.mark.parametrize(
    ("verdict", "opinion", "target", "kept"),
    [
        ("reclassify", OPINION, {"target_type": "行政确认"}, ("行政确认", None)),
        ("reclassify", "国务院未确定为许可，规范为“行政确认”。", {}, ("行政确认", None)),
        ("delegate_down", OPINION, {"target_level": "县级"}, (None, "县级")),
        ("delegate_down", "依据未明确由省级行使，下放至市级。", {}, (None, "市级")),
        ("delegate_down", "建议下放市、县级实施。", {}, (None, "市级、县级")),
        ("delegate_down", "下放至县（市、区）级。", {}, (None, "县级")),
        ("cancel", "规范为行政确认，下放至市级。", {"target_type": "行政确认", "target_level": "市级"}, (None, None)),
    ],
)
def test_where_a_verdict_sends_the_matter_is_kept(store, item, verdict, opinion, target, kept):
    """规范类型 keeps its type and 下放 its level, as given or as the opinion says it; other verdicts keep neither."""
    event = store.record(Decision(item, verdict, opinion, **target), "group3")
    assert (event.target_type, event.target_level) == kept
    assert store.history(item) == [event]
    assert store.verify() == []


@pytest.mark.parametrize(
    ("verdict", "opinion", "target", "said"),
    [
        ("reclassify", "不是行政许可。", {}, "须指明规范后的事项类型（行政许可、"),
        ("reclassify", "规范为行政确认或者规范为行政给付。", {}, "须指明规范后的事项类型"),
        ("reclassify", OPINION, {"target_type": "行政处罚"}, "没有“行政处罚”这种事项类型"),
        ("delegate_down", "市级实施更便民。", {}, "须指明下放到哪一级"),
        ("delegate_down", OPINION, {"target_level": "省级"}, "不能下放到“省级”"),
    ],
)
def test_a_verdict_that_sends_nowhere_is_refused(store, item, verdict, opinion, target, said):
    """Without its type or level, or with one that there is not, the verdict is refused with the choices."""
    with pytest.raises(Refused, match=said):
        store.record(Decision(item, verdict, opinion, **target), "group3")
    assert store.last_event() == 0


@pytest.mark.parametrize("verdict", sorted(VERDICTS))
def test_every_verdict_can_be_recorded(store, item, unit_of, verdict):
    """With all that any of them needs, each of the seventeen is kept."""
    whole = Decision(item, verdict, OPINION, (), unit_of(2), target_type="行政确认", target_level="市级")
    assert store.record(whole, "group3").verdict == verdict


def test_pass_waits_until_each_violation_is_overruled_with_a_reason(store, submit, unit_of, finding):
    """A row's and the corpus's 违规 both hold 通过 back; 存疑 does not."""
    submit(unit_of(3), ["M-1"], {"M-1": [finding("NAME-LEVY"), finding("BASIS-LABEL", Severity.DOUBT)]})
    store.replace_corpus({"M-1": [finding("DUP-REGION")]}, [], [])
    with pytest.raises(Refused, match=r"还有 2 条违规没有处理.*NAME-LEVY.*DUP-REGION"):
        store.record(Decision("M-1", "pass", answers=(Answer("NAME-LEVY", upheld=True),)), "group3")
    overruled = Answer("NAME-LEVY", upheld=False, reason="名称沿用法律原文。")
    with pytest.raises(Refused, match=r"还有 1 条违规没有处理.*DUP-REGION"):
        store.record(Decision("M-1", "pass", answers=(overruled,)), "group3")
    silent = Answer("DUP-REGION", upheld=False, reason=" ")
    with pytest.raises(Refused, match="不采纳 DUP-REGION 须写明理由"):
        store.record(Decision("M-1", "pass", answers=(overruled, silent)), "group3")
    reasoned = Answer("DUP-REGION", upheld=False, reason="两地各自设定。")
    event = store.record(Decision("M-1", "pass", answers=(overruled, reasoned)), "group3")
    assert store.history("M-1") == [event]
    assert event.answers == (overruled, reasoned)


def test_an_item_outside_the_current_round_is_refused(store, submit, unit_of):
    """Unknown items and items that the new round left out cannot be decided."""
    submit(unit_of(3), ["M-1", "M-2"])
    submit(unit_of(3), ["M-1"], round_=2)
    for item in ("M-2", "M-9", "P-9", "C-9"):
        with pytest.raises(Refused, match="不在当前轮次"):
            store.record(Decision(item, "cancel", OPINION), "group3")


def test_undo_restores_the_verdict_before_and_keeps_all_in_the_log(store, item):
    """Each undo takes one standing verdict back; with none left the item is undecided again."""
    first = store.record(Decision(item, "cancel", "依据不足。"), "group3")
    second = store.record(Decision(item, "return_for_revision", OPINION), "group3")
    undone = store.undo(item, "lead3", revision=2)
    assert (undone.undoes, undone.verdict, undone.opinion, undone.by) == (second.event, "cancel", "依据不足。", "lead3")
    assert store.states() == {item: first}
    again = store.undo(item, "group3")
    assert (again.undoes, again.verdict, again.opinion) == (first.event, None, "")
    assert store.states() == {}
    with pytest.raises(Refused, match="无可撤销"):
        store.undo(item, "group3")
    assert store.history(item) == [first, second, undone, again]
    third = store.record(Decision(item, "delete", "法规已废止。"), "group3", 4)
    assert store.states() == {item: third}


def test_redo_puts_back_what_undo_took_with_its_own_author(store, item):
    """Redo compensates the newest undo, one after the other; all stays in the log, and it can be undone again."""
    first = store.record(Decision(item, "cancel", "依据不足。"), "group3")
    second = store.record(Decision(item, "reclassify", OPINION, target_type="行政确认"), "group3")
    undos = [store.undo(item, "lead3"), store.undo(item, "lead3")]
    again = store.redo(item, "lead3", revision=4)
    assert (again.undoes, again.verdict, again.by) == (undos[1].event, "cancel", "lead3")
    assert store.states() == {item: first}
    last = store.redo(item, "group3")
    assert (last.undoes, last.verdict, last.target_type) == (undos[0].event, "reclassify", "行政确认")
    assert store.states() == {item: second}
    with pytest.raises(Refused, match="没有可以恢复的撤销"):
        store.redo(item, "group3")
    assert store.undo(item, "group3").undoes == second.event
    assert store.states() == {item: first}
    assert store.verify() == []
    assert len(store.history(item)) == 7


def test_redo_ends_with_a_new_verdict(store, item):
    """What was undone before a newer verdict cannot come back over it."""
    store.record(Decision(item, "cancel", OPINION), "group3")
    store.undo(item, "group3")
    store.record(Decision(item, "delete", OPINION), "group3")
    with pytest.raises(Refused, match="没有可以恢复的撤销"):
        store.redo(item, "group3")


def test_redo_of_a_pass_asks_again(store, submit, unit_of, finding):
    """A pass does not come back over a 违规 that was found in the meantime."""
    submit(unit_of(3), ["M-1"])
    store.record(Decision("M-1", "pass"), "group3")
    store.undo("M-1", "group3")
    store.replace_corpus({"M-1": [finding("DUP-REGION")]}, [], [])
    with pytest.raises(Refused, match=r"还有 1 条违规没有处理.*DUP-REGION"):
        store.redo("M-1", "group3")


def test_undo_on_a_stale_view_is_a_conflict(store, item):
    """An undo holds to the revision as a verdict does, and the conflict tells of an undo too."""
    store.record(Decision(item, "cancel", OPINION), "group3")
    with pytest.raises(Conflict):
        store.undo(item, "group3", revision=0)
    store.undo(item, "group3", revision=1)
    with pytest.raises(Conflict, match="撤销了结论，现为“未审”"):
        store.record(Decision(item, "cancel", OPINION), "group3", 1)


def test_a_clock_that_steps_back_changes_no_order(url, roster, submit, unit_of):
    """Each event has the clock's own time; numbers, revisions and chain go on, the last verdict stands, the step is said."""
    submit(unit_of(3), ["M-1"])
    times = iter(["2017-08-01T02:00:00+00:00", "2017-08-01T01:00:00+00:00", "2017-08-01T02:00:01+00:00"])
    with closing(Store.open(url, roster, clock=lambda: next(times))) as store:
        events = [store.record(Decision("M-1", "cancel", OPINION), "group3") for _ in range(3)]
        assert [event.at[11:19] for event in events] == ["02:00:00", "01:00:00", "02:00:01"]
        assert [(event.event, event.revision) for event in store.history("M-1")] == [(1, 0), (2, 1), (3, 2)]
        assert store.states() == {"M-1": events[2]}
        assert store.verify() == []
        assert store.clock_steps() == [
            "第 2 号记录的时间（2017-08-01T01:00:00+00:00）早于第 1 号（2017-08-01T02:00:00+00:00）"
        ]


def test_text_that_no_database_takes_is_cleaned(store, item):
    """NUL and half surrogates from a broken paste are dropped, all else stays letter by letter."""
    event = store.record(Decision(item, "cancel", "=1+1\n“依\0据”\ud800不足🙂"), "group3")
    assert store.history(item) == [event]
    assert event.opinion == "=1+1\n“依据”不足🙂"


def test_dirty_follows_events_and_exports(store, submit, unit_of):
    """A verdict makes its unit's workbook due; an export up to that event makes it current."""
    first, second = submit(unit_of(3), ["M-1"]), submit(unit_of(2), ["M-2"])
    assert store.dirty() == []
    event = store.record(Decision("M-1", "cancel", OPINION), "group3")
    assert store.dirty() == [first.sha256]
    later = store.record(Decision("M-1", "delete", OPINION), "group3")
    store.exported(first.sha256, event.event)
    assert store.dirty() == [first.sha256]
    store.exported(first.sha256, later.event)
    store.exported(first.sha256, event.event)
    assert (store.dirty(), store.export_stamp(first.sha256)) == ([], later.event)
    assert store.export_stamp(second.sha256) == 0


def test_a_new_round_is_due_with_the_verdicts_that_its_items_keep(store, submit, unit_of):
    """Verdicts made on the former round are still to be shown in the new round's workbook."""
    first = submit(unit_of(3), ["M-1"])
    event = store.record(Decision("M-1", "cancel", OPINION), "group3")
    store.exported(first.sha256, event.event)
    second = submit(unit_of(3), ["M-1", "M-2"], round_=2)
    assert store.dirty() == [second.sha256]
    assert store.states() == {"M-1": event}


def test_legality_comes_after_the_group(store, item):
    """合法性审查 waits for the group's verdict (明电52号 四(二)1), then adds its own."""
    decision = Decision(item, "return_for_revision", OPINION, stage=Stage.LEGALITY_REVIEW)
    with pytest.raises(Refused, match="审核组尚未"):
        store.record(decision, "legality")
    store.record(Decision(item, "pass"), "group3")
    assert store.record(decision, "legality", 1).stage == "legality_review"
