"""Links that persons set: kept for ever, checked by group, and never at the cost of a verdict."""

import pytest

from workbench.records import Decision, Link, Relink, RowChange, RowState
from workbench.store import NotAllowed, Refused


@pytest.fixture
def rounds(submit, unit_of):
    """Two rounds of a unit of the third group: M-1 went on, M-2 is gone, M-9 is new."""
    submit(unit_of(3), ["M-1", "M-2"])
    return submit(unit_of(3), ["M-1", "M-9"], round_=2)


def asked(item: str, target: str | None, by: str = "group3", reason: str = "改了名称", given: str = "M-new") -> Relink:
    """What a person says."""
    return Relink(item, target, by, "", reason, given)


def test_a_new_row_becomes_the_earlier_item(store, rounds, finding):
    """It takes the id, and with it the history; findings move along; what was gone is linked by a person."""
    store.record(Decision("M-1", "cancel", "取消。"), "group3")
    store.replace_corpus({"M-9": [finding("DUP-SELF")]}, [], [])
    done = store.relink(asked("M-9", "M-2"))
    assert (done.item, done.target, done.by, done.given) == ("M-9", "M-2", "group3", None)
    assert [matter.item for matter in store.matters()] == ["M-1", "M-2"]
    assert [matter.round for matter in store.rounds_of("M-2")] == [2, 1]
    assert list(store.findings()) == ["M-2"]
    assert store.changes(rounds.sha256) == [RowChange("M-2", RowState.CHANGED, ("item_name",), Link.PERSON)]
    assert store.relinks() == [done]


def test_the_row_that_had_the_id_gets_the_new_one(store, rounds):
    """A wrong link is put right at once: the other row is new, and the item's old id is gone."""
    done = store.relink(asked("M-9", "M-1"))
    assert [matter.item for matter in store.matters()] == ["M-new", "M-1"]
    assert done.given == "M-new"
    states = {change.item: change.state for change in store.changes(rounds.sha256)}
    assert states == {"M-1": RowState.CHANGED, "M-new": RowState.NEW}


def test_a_row_that_is_none_of_the_earlier_ones(store, rounds):
    """Without a target the row is new, and the earlier item is gone."""
    store.relink(asked("M-1", None))
    assert [matter.item for matter in store.matters()] == ["M-new", "M-9"]
    states = {change.item: change.state for change in store.changes(rounds.sha256)}
    assert states == {"M-new": RowState.NEW, "M-1": RowState.GONE}


@pytest.mark.usefixtures("rounds")
@pytest.mark.parametrize("user", ["group2", "lead2", "leadership", "analyst", "admin", "legality"])
def test_only_the_units_group_links(store, user):
    """Others are refused, and nothing changes."""
    with pytest.raises(NotAllowed):
        store.relink(asked("M-9", "M-2", by=user))
    assert (store.relinks(), [matter.item for matter in store.matters()]) == ([], ["M-1", "M-9"])


@pytest.mark.usefixtures("rounds")
@pytest.mark.parametrize(
    ("item", "target", "reason", "said"),
    [
        ("M-9", "M-2", " ", "须写明理由"),
        ("M-9", "M-404", "改了名称", "不是.*以前轮次中的事项"),
        ("M-404", "M-2", "改了名称", "不在当前轮次"),
        ("M-2", "M-1", "改了名称", "不在当前轮次"),
    ],
)
def test_what_cannot_be_linked_is_said(store, item, target, reason, said):
    """A missing reason, an unknown or a former item is named, and nothing is written."""
    with pytest.raises(Refused, match=said):
        store.relink(asked(item, target, reason=reason))
    assert store.relinks() == []


@pytest.mark.usefixtures("rounds")
@pytest.mark.parametrize("decided", ["M-9", "M-1"])
def test_a_verdict_of_this_round_never_loses_its_row(store, decided):
    """A row that was decided in this round is linked only after the verdict is taken back."""
    store.record(Decision(decided, "cancel", "取消。"), "group3")
    with pytest.raises(Refused, match="先撤销结论"):
        store.relink(asked("M-9", "M-1"))
    store.undo(decided, "group3")
    assert store.relink(asked("M-9", "M-1")).target == "M-1"


@pytest.mark.usefixtures("rounds")
def test_the_returns_workbook_is_due_again(store, rounds):
    """The items in it are called otherwise now."""
    event = store.record(Decision("M-1", "cancel", "取消。"), "group3")
    store.exported(rounds.sha256, event.event)
    assert store.dirty() == []
    store.relink(asked("M-9", "M-2"))
    assert store.dirty() == [rounds.sha256]
    assert store.verify() == []
