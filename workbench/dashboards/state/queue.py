"""The table of items: what it holds, what the filters leave of it, and how many items each chip would show."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from traitlets import Any as Anything
from traitlets import HasTraits, Instance, observe

Mask = NDArray[np.bool_]

#: The chips that look at whether a row is decided; every other chip is a column of counts.
OPEN, DECIDED = "open", "decided"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reviewer wants to see; empty means everything. Chips of one sort widen each other."""

    units: tuple[str, ...] = ()
    kind: str = ""
    chips: tuple[str, ...] = ()
    text: str = ""
    rule: str = ""
    verdict: str = ""
    stage: str = ""


class QueueState(HasTraits):
    """Rows (one an ``item``, in the queue's order) and the filters over them.

    ``visible`` says which rows the filters left when they were set: a row that is decided afterwards stays
    where it is, so that the list does not move under the reader's eyes.
    """

    filters = Instance(Filters, args=())
    visible = Anything()

    def __init__(self, frame: pd.DataFrame, chips: Mapping[str, str], texts: Callable[[], Sequence[str]]) -> None:
        """Start with every row visible.

        ``frame`` has the columns ``item``, ``unit`` (one name, or a tuple of names), ``kind``, ``verdict`` and a
        column of counts for each key of ``chips`` but :data:`OPEN` and :data:`DECIDED`; ``texts`` gives one text to
        search in for each row, when first asked.
        """
        super().__init__()
        self.frame = frame
        self.place = {item: place for place, item in enumerate(frame["item"])}
        self._texts = texts
        self._folded: list[str] | None = None
        self.chips = dict(chips)
        self._counts = {key: frame[key].to_numpy(dtype=int) for key in chips if key not in {OPEN, DECIDED}}
        self._units = [(unit,) if isinstance(unit, str) else tuple(unit) for unit in frame["unit"]]
        self.verdicts = [verdict if isinstance(verdict, str) else None for verdict in frame["verdict"]]
        self.visible = np.ones(len(frame), dtype=bool)

    def __len__(self) -> int:
        """How many items there are."""
        return len(self.place)

    @observe("filters")
    def _filter(self, _change: object) -> None:
        self.visible = self._scope() & self._chosen()

    def chip_counts(self) -> dict[str, int]:
        """How many items each chip would show within the units, kind and text that are set."""
        scope = self._scope()
        return {key: int((scope & self._chip(key)).sum()) for key in self.chips}

    def progress(self) -> tuple[int, int]:
        """Decided and all items of the units and kind that are set."""
        scope = self._place_scope()
        return int((scope & ~self._chip(OPEN)).sum()), int(scope.sum())

    def units(self) -> list[str]:
        """The units that have rows, in the queue's order."""
        return list(dict.fromkeys(unit for units in self._units for unit in units))

    def any_open(self) -> bool:
        """Whether a visible row is undecided."""
        return bool((self.visible & self._chip(OPEN)).any())

    def shown(self, *, undecided: bool = False) -> tuple[str, ...]:
        """The visible rows, in the queue's order; only those that nobody has decided."""
        wanted = self.visible & self._chip(OPEN) if undecided else self.visible
        return tuple(self.frame["item"].to_numpy()[wanted])

    def first_open(self) -> str | None:
        """The first row that nobody has decided, else the first row."""
        undecided = (item for item, place in self.place.items() if self.verdicts[place] is None)
        return next(undecided, next(iter(self.place), None))

    def decide(self, item: str, verdict: str | None) -> bool:
        """Take note of an item's standing verdict; whether the item is one of these."""
        place = self.place.get(item)
        if place is not None:
            self.verdicts[place] = verdict
            self._folded = None
        return place is not None

    def move(self, unit: str, kind: str, stage: str) -> tuple[str, ...]:
        """Take note of the stage that a unit's items of a kind are in now; these items."""
        those = (self.frame["unit"] == unit) & (self.frame["kind"] == kind)
        self.frame.loc[those, "stage"] = stage
        return tuple(self.frame.loc[those, "item"])

    def count(self, key: str, counts: Sequence[int]) -> None:
        """Put other counts in place of a chip's; what is visible stays as it is."""
        self._counts[key] = np.array(counts, dtype=int)

    def _chip(self, key: str) -> Mask:
        if key in {OPEN, DECIDED}:
            return np.array([(verdict is None) == (key == OPEN) for verdict in self.verdicts], dtype=bool)
        return self._counts[key] > 0

    def _chosen(self) -> Mask:
        chosen = np.ones(len(self), dtype=bool)
        for sort in (self._counts.keys(), {OPEN, DECIDED}):
            found = [self._chip(key) for key in self.filters.chips if key in sort]
            if found:
                chosen &= np.logical_or.reduce(found)
        return chosen

    def _place_scope(self) -> Mask:
        scope = np.ones(len(self), dtype=bool)
        if self.filters.units:
            wanted = set(self.filters.units)
            scope &= np.array([not wanted.isdisjoint(units) for units in self._units], dtype=bool)
        if self.filters.kind:
            scope &= (self.frame["kind"] == self.filters.kind).to_numpy()
        return scope

    def _particular(self) -> Mask:
        """The rows in which the rule found something, with the verdict, in the stage that are asked for."""
        wanted, kept = self.filters, np.ones(len(self), dtype=bool)
        if wanted.rule:
            kept &= np.array([wanted.rule in codes.split() for codes in self.frame["rules"]], dtype=bool)
        if wanted.verdict:
            kept &= np.array([verdict == wanted.verdict for verdict in self.verdicts], dtype=bool)
        if wanted.stage:
            kept &= (self.frame["stage"] == wanted.stage).to_numpy()
        return kept

    def _scope(self) -> Mask:
        scope, words = self._place_scope() & self._particular(), self.filters.text.casefold().split()
        if words:
            if self._folded is None:
                self._folded = [text.casefold() for text in self._texts()]
            scope &= np.array([all(word in text for word in words) for text in self._folded], dtype=bool)
        return scope
