"""Any sequence of verdicts, undos, redos and bulks leaves what a plain model in memory says."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.records import Decision
from workbench.store import Refused, Store

#: The log itself is the same on both databases; here it is the sequence that varies.
DATABASES = ("sqlite",)

VERDICTS = ["cancel", "delete", "adjust"]
ITEM = st.integers(0, 2)
STEPS = st.one_of(
    st.tuples(st.just("record"), ITEM, st.sampled_from(VERDICTS)),
    st.tuples(st.sampled_from(["undo", "redo"]), ITEM),
    st.tuples(st.just("record_all"), st.sets(ITEM, min_size=1), st.sampled_from(VERDICTS)),
    st.tuples(st.sampled_from(["undo_all", "redo_all"]), st.integers(0, 3)),
)


class Model:
    """Each item's verdicts that stand and those that can come back, as (event that made or took it, what it took)."""

    def __init__(self, last: int) -> None:
        """Three items without verdicts, in a log of so many events."""
        self.last = last
        self.made: dict[int, list[int]] = {0: [], 1: [], 2: []}
        self.taken: dict[int, list[tuple[int, int]]] = {0: [], 1: [], 2: []}
        self.compensating: set[int] = set()
        self.put_back: set[int] = set()
        self.batches: list[dict[int, int]] = []

    def record(self, item: int, _verdict: str) -> bool:
        """A new verdict stands, and ends what could come back."""
        self.last += 1
        self.made[item].append(self.last)
        self.taken[item].clear()
        return True

    def undo(self, item: int) -> bool:
        """The verdict that stands is taken; False where none does."""
        if self.made[item]:
            self.last += 1
            self.compensating.add(self.last)
            self.taken[item].append((self.last, self.made[item].pop()))
            return True
        return False

    def redo(self, item: int) -> bool:
        """The verdict taken last comes back; False where none can."""
        if self.taken[item]:
            self.last += 1
            self.compensating.add(self.last)
            undo, verdict = self.taken[item].pop()
            self.put_back.add(undo)
            self.made[item].append(verdict)
            return True
        return False

    def record_all(self, items: set[int], verdict: str) -> bool:
        """One verdict on many items, as one batch."""
        return self._together(self.record, sorted(items), verdict)

    def undo_all(self, number: int) -> bool:
        """A batch's verdicts are taken; False where one of them does not stand, or all are gone."""
        left = {item: event for item, event in self.batches[number].items() if event in self.made[item]}
        fits = all(self.made[item][-1] == event for item, event in left.items())
        return fits and self._together(self.undo, list(left))

    def redo_all(self, number: int) -> bool:
        """What a batch took comes back; False where one of it cannot, or all is back."""
        open_ = self.compensating - self.put_back
        left = {item: event for item, event in self.batches[number].items() if event in open_}
        fits = all(self.taken[item][-1:] and self.taken[item][-1][0] == event for item, event in left.items())
        return fits and self._together(self.redo, list(left))

    def _together(self, step: Callable[..., bool], items: list[int], *rest: str) -> bool:
        if items:
            self.batches.append({item: self.last for item in items if step(item, *rest)})
        return bool(items)


def take(store: Store, names: list[str], batches: list[dict[int, int]], step: tuple) -> None:
    """Take the step in the store; two users of one group take turns."""
    name, *what = step
    if name == "record":
        store.record(Decision(names[what[0]], what[1], "意见。"), "group3")
    elif name == "record_all":
        store.record_all([Decision(names[item], what[1], "意见。") for item in sorted(what[0])], "group3")
    elif name in {"undo", "redo"}:
        getattr(store, name)(names[what[0]], "lead3")
    else:
        getattr(store, name)(min(batches[what[0]].values()), "lead3")


ROUNDS = count()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=16))
def test_the_store_is_what_the_model_says(store, submit, unit_of, steps):
    """The store takes the steps that the model takes, refuses the others whole, and the same verdicts stand."""
    names = [f"M-{next(ROUNDS)}" for _ in range(3)]
    submit(unit_of(3), names, round_=next(ROUNDS))
    model, before = Model(store.last_event()), store.last_event()
    for step in steps:
        if step[0] in {"undo_all", "redo_all"} and step[1] >= len(model.batches):
            continue
        batches = list(model.batches)
        if getattr(model, step[0])(*step[1:]):
            take(store, names, batches, step)
        else:
            with pytest.raises(Refused):
                take(store, names, batches, step)
        assert store.last_event() == model.last
    standing = {names[item]: made[-1] for item, made in model.made.items() if made}
    assert {item: event.event for item, event in store.states(names).items()} == standing
    assert [event.event for event in store.events_since(before)] == list(range(before + 1, model.last + 1))
    assert store.verify() == []
