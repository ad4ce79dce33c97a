"""Many verdicts as one, and drafts."""

import pytest

from workbench.records import Answer, Decision, Stage
from workbench.store import BulkRefused, Conflict, NotAllowed, Refused

OPINION = "依据不足。"
ITEMS = ["M-1", "M-2", "M-3"]
ASKED = [Decision(item, "cancel", OPINION) for item in ITEMS]


@pytest.fixture(autouse=True)
def items(submit, unit_of):
    """Three items of the third group, one of the second."""
    submit(unit_of(3), ITEMS)
    submit(unit_of(2), ["M-9"])


def test_a_bulk_is_recorded_as_one(store):
    """All events carry the number of the first, and each is like one recorded alone."""
    before = store.record(Decision("M-2", "delete", OPINION), "group3")
    done = store.record_all(ASKED, "group3", {"M-1": 0, "M-2": 1}, source="批量")
    assert [(event.item, event.event, event.revision) for event in done] == [
        ("M-1", 2, 0),
        ("M-2", 3, 1),
        ("M-3", 4, 0),
    ]
    assert {(event.batch, event.source, event.verdict) for event in done} == {(2, "批量", "cancel")}
    assert store.batch(2) == done
    assert (before.batch, store.batch(1)) == (None, [])
    assert store.states() == {event.item: event for event in done}
    assert store.verify() == []


def test_one_conflict_stops_all_and_every_problem_is_listed(store):
    """Nothing is written; the exception has each item that could not be, with its reason."""
    theirs = store.record(Decision("M-1", "delete", OPINION), "lead3")
    asked = [*ASKED, Decision("M-9", "cancel", OPINION)]
    with pytest.raises(
        BulkRefused, match=r"4 个事项中有 2 个不能写入，全部没有写入。M-1：.*lead3.*M-9：.*第二组"
    ) as caught:
        store.record_all(asked, "group3", dict.fromkeys(ITEMS, 0))
    assert {item: type(problem) for item, problem in caught.value.problems.items()} == {
        "M-1": Conflict,
        "M-9": NotAllowed,
    }
    assert caught.value.conflicts["M-1"].history == [theirs]
    assert store.last_event() == 1


def test_the_preview_says_what_would_be_refused_and_writes_nothing(store, finding, submit, unit_of):
    """It names the same problems as the recording, by item; where there are none, it is empty."""
    submit(unit_of(3), ITEMS, {"M-2": [finding("NAME-LEVY")]}, round_=2)
    passing = [Decision(item, "pass") for item in ITEMS]
    found = store.bulk_problems(passing, "group3")
    assert list(found) == ["M-2"]
    assert "NAME-LEVY" in str(found["M-2"])
    assert store.bulk_problems(ASKED, "group3") == {}
    assert store.last_event() == 0


def test_a_bulk_names_each_item_once_and_is_not_empty(store):
    """The same item twice, or no item at all, is refused."""
    with pytest.raises(Refused, match="有重复的事项：M-1"):
        store.record_all([*ASKED, ASKED[0]], "group3")
    with pytest.raises(Refused, match="没有可以处理的事项"):
        store.record_all([], "group3")


def test_a_bulk_is_taken_back_and_put_back_as_one(store):
    """Undo restores what each item had before, leaves those undone singly, and redo restores the bulk."""
    before = store.record(Decision("M-2", "delete", OPINION), "group3")
    done = store.record_all(ASKED, "group3")
    store.undo("M-3", "group3")
    undone = store.undo_all(done[0].event, "lead3")
    assert [(event.item, event.undoes, event.batch) for event in undone] == [("M-1", 2, 6), ("M-2", 3, 6)]
    assert store.states() == {"M-2": before}
    with pytest.raises(Refused, match="没有可以处理的事项"):
        store.undo_all(done[0].event, "lead3")
    again = store.redo_all(undone[0].batch, "lead3")
    assert [(event.item, event.undoes) for event in again] == [("M-1", 6), ("M-2", 7)]
    assert store.states() == {"M-1": done[0], "M-2": done[1]}
    assert [event.undoes for event in store.undo_all(done[0].event, "lead3")] == [2, 3]
    assert store.verify() == []


def test_a_bulk_with_a_newer_verdict_is_not_taken_back(store):
    """One item that was decided since stops the undo of all, with who did it."""
    done = store.record_all(ASKED, "group3")
    store.record(Decision("M-2", "delete", OPINION), "lead3")
    with pytest.raises(BulkRefused, match="第三组组长") as caught:
        store.undo_all(done[0].event, "group3")
    assert list(caught.value.conflicts) == ["M-2"]
    assert set(store.states()) == set(ITEMS)
    with pytest.raises(Refused, match="没有编号为 77 的批量审核"):
        store.undo_all(77, "group3")


def test_drafts_are_kept_for_each_reviewer_until_recorded(store):
    """A draft comes back as it was saved, to nobody else, and goes with the recording or when dropped."""
    unready = Decision("M-1", "merge", "", (Answer("NAME-LEVY", upheld=False),), None, Stage.RECHECK, None, "市级")
    first = store.save_draft(Decision("M-1", "", "写到一半\0"), "group3")
    kept = store.save_draft(unready, "group3", 4)
    other = store.save_draft(Decision("M-2", "cancel", OPINION), "group3")
    theirs = store.save_draft(Decision("M-1", "cancel", OPINION), "lead3")
    assert (first.decision.opinion, first.revision) == ("写到一半\0", 0)
    assert store.drafts("group3") == {"M-1": kept, "M-2": other}
    assert store.drafts("lead3") == {"M-1": theirs}
    store.record(Decision("M-1", "cancel", OPINION), "group3")
    assert store.drafts("group3") == {"M-2": other}
    store.drop_draft("M-2", "group3")
    assert (store.drafts("group3"), store.drafts("lead3")) == ({}, {"M-1": theirs})
    with pytest.raises(NotAllowed):
        store.save_draft(unready, "stranger")
    assert store.last_event() == 1


def test_a_draft_with_text_that_no_database_takes_is_cleaned(store):
    """NUL and half surrogates are dropped."""
    store.save_draft(Decision("M-1", "", "写到\0一半\ud800🙂"), "group3")
    assert store.drafts("group3")["M-1"].decision.opinion == "写到一半🙂"
