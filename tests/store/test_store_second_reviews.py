"""Second, blind reviews: drawn by a seed, kept from the second reviewer's eyes, recorded once."""

from collections import Counter
from hashlib import sha256

import pytest

from workbench.records import Answer, Decision, Severity
from workbench.store import NotAllowed, Refused, StoreProblem
from workbench.store.sampling import shared_out

OPINION = "依据不足。"


def chance(item):
    """What decides whether an item is drawn: anybody can work it out from the seed."""
    return sha256(f"2017-08\0{item}".encode()).hexdigest()


@pytest.fixture
def decided(store, submit, roster):
    """Thirty items of three units of the third group, each decided by its reviewer, then by its lead for some."""
    for number, unit in enumerate(roster.units_of(3)[:3]):
        items = [f"M-{number}-{place}" for place in range(5 * (number + 1))]
        submit(unit.name, items)
        store.record_all([Decision(item, "cancel", OPINION) for item in items], "group3")
    return store


def test_a_draw_is_the_same_for_a_seed_and_has_each_unit_in_proportion(decided):
    """The seed alone decides; another seed draws others, and of what was drawn nothing is drawn again."""
    sample, tasks = decided.draw_second_reviews(3, 6, "2017-08", "lead3")
    assert (sample.size, sample.of, sample.seed) == (6, 30, "2017-08")
    assert sorted(Counter(task.unit for task in tasks).values()) == [1, 2, 3]
    assert {task.reviewer for task in tasks} == {"lead3"}
    by_hash = {n: sorted((f"M-{n}-{at}" for at in range(5 * (n + 1))), key=chance) for n in range(3)}
    assert {task.item for task in tasks} == {item for n, items in by_hash.items() for item in items[: n + 1]}
    _, more = decided.draw_second_reviews(3, 100, "2017-08", "lead3")
    assert len(more) == 24
    assert not {task.item for task in more} & {task.item for task in tasks}
    assert decided.second_samples()[0] == sample


@pytest.mark.parametrize(
    ("counts", "size", "shares"),
    [
        ({"a": 90, "b": 9, "c": 1}, 10, {"a": 8, "b": 1, "c": 1}),
        ({"a": 50, "b": 50}, 4, {"a": 2, "b": 2}),
        ({"a": 1, "b": 1}, 9, {"a": 1, "b": 1}),
        ({"a": 9, "b": 1}, 1, {"a": 1, "b": 0}),
        ({"a": 0, "b": 3}, 2, {"a": 0, "b": 2}),
    ],
)
def test_units_share_a_sample_by_their_sizes(counts, size, shares):
    """Each unit gets one where they suffice, the rest goes where most is missing."""
    assert shared_out(counts, size, "seed") == shares


def test_the_second_reviewer_reads_nothing_of_the_first_verdict(decided):
    """No reading function of the reviewer's store gives the event, and other items are as ever."""
    _, (task,) = decided.draw_second_reviews(3, 1, "seed", "lead3")
    event = decided.history(task.item)[0]
    seen = decided.seen_by("lead3")
    assert seen.history(task.item) == []
    assert task.item not in seen.states()
    assert task.item not in seen.states([task.item])
    assert event not in seen.events_since(0)
    assert event not in seen.batch(event.batch)
    assert len(seen.events_since(0)) == len(decided.events_since(0)) - 1
    assert seen.second_reviews() == []
    assert decided.seen_by("group3").history(task.item) == [event]


def test_the_second_reviewer_learns_nothing_by_trying(decided):
    """A verdict, an undo, a redo, a bulk and its preview on the item are refused in words that do not tell the verdict."""
    _, (task,) = decided.draw_second_reviews(3, 1, "seed", "lead3")
    again = Decision(task.item, "delete", OPINION)
    for step in (
        lambda: decided.record(again, "lead3"),
        lambda: decided.record(again, "lead3", 0),
        lambda: decided.undo(task.item, "lead3"),
        lambda: decided.redo(task.item, "lead3"),
        lambda: decided.record_all([again], "lead3"),
        lambda: decided.comment(task.item, "请看。", "lead3"),
    ):
        with pytest.raises(Refused, match="背靠背复审") as refused:
            step()
        assert "取消" not in str(refused.value)
    (problem,) = decided.bulk_problems([again], "lead3").values()
    assert "取消" not in str(problem)
    assert len(decided.history(task.item)) == 1


def test_a_second_verdict_is_recorded_once_and_changes_no_verdict(decided):
    """After it the first is seen, the chain has no new event, and the workbook does not become due by it."""
    _, (task,) = decided.draw_second_reviews(3, 1, "seed", "lead3")
    due, last = decided.dirty(), decided.last_event()
    done = decided.record_second(Decision(task.item, "delete", OPINION), "lead3")
    assert decided.second_tasks("lead3") == []
    (review,) = decided.second_reviews()
    assert (review.group, review.unit, review.second) == (3, task.unit, done)
    assert (review.first.verdict, review.second.decision.verdict) == ("cancel", "delete")
    assert decided.seen_by("lead3").history(task.item) == decided.history(task.item) != []
    assert (decided.dirty(), decided.last_event(), decided.verify()) == (due, last, [])
    with pytest.raises(NotAllowed, match="已经复审"):
        decided.record_second(Decision(task.item, "cancel", OPINION), "lead3")


def test_a_second_verdict_needs_what_a_first_needs(store, submit, unit_of, finding):
    """An opinion, and for 通过 an answer to each 违规; nobody else records it."""
    submit(unit_of(3), ["M-1"], {"M-1": [finding("NAME-LEVY", Severity.VIOLATION)]})
    store.record(Decision("M-1", "cancel", OPINION), "group3")
    store.draw_second_reviews(3, 1, "seed", "lead3")
    with pytest.raises(Refused, match="审核意见"):
        store.record_second(Decision("M-1", "delete"), "lead3")
    with pytest.raises(Refused, match="还有 1 条违规"):
        store.record_second(Decision("M-1", "pass"), "lead3")
    for user in ("group3", "group1", "analyst"):
        with pytest.raises(NotAllowed, match="没有待"):
            store.record_second(Decision("M-1", "delete", OPINION), user)
    overruled = (Answer("NAME-LEVY", upheld=False, reason="名称依法规原文。"),)
    store.record_second(Decision("M-1", "pass", answers=overruled), "lead3")
    assert store.second_reviews()[0].second.decision.answers == overruled


@pytest.mark.parametrize("user", ["group3", "lead1", "leadership", "analyst"])
def test_only_the_groups_lead_and_the_whole_provinces_offices_draw(decided, user):
    """A member, another group's lead and readers do not."""
    with pytest.raises(NotAllowed, match="请由该组组长"):
        decided.draw_second_reviews(3, 5, "seed", user)
    assert decided.second_samples() == []


def test_nothing_to_draw_is_said(store, submit, unit_of):
    """Without verdicts, or where both of a group have decided, there is nobody to ask."""
    submit(unit_of(3), ["M-1"])
    with pytest.raises(Refused, match="没有可供抽查的结论"):
        store.draw_second_reviews(3, 5, "seed", "admin")
    store.record(Decision("M-1", "cancel", OPINION), "group3")
    store.record(Decision("M-1", "delete", OPINION), "lead3")
    with pytest.raises(Refused, match="另有一人"):
        store.draw_second_reviews(3, 5, "seed", "admin")
    with pytest.raises(Refused, match="1 以上"):
        store.draw_second_reviews(3, 0, "seed", "admin")


def test_a_store_seen_by_one_writes_no_workbook(decided):
    """What one user may see must not become the unit's workbook."""
    with pytest.raises(StoreProblem, match="导出进程"):
        decided.seen_by("lead3").exported(decided.dirty()[0], 1)
