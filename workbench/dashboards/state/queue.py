"""The table of items: what it holds, what the filters leave of it, and how many items each chip would show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from traitlets import Any, HasTraits, Instance, observe

Mask = NDArray[np.bool_]

#: Key of a chip -> its word. The first four look at what was found, the last at whether it is decided.
CHIPS = {"violations": "违规", "doubts": "存疑", "hints": "提示", "suspects": "疑似重复", "open": "未审"}
_FOUND = ("violations", "doubts", "hints", "suspects")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reviewer wants to see; empty means everything. Chips of what was found widen each other."""

    unit: str = ""
    kind: str = ""
    chips: tuple[str, ...] = ()
    text: str = ""


class QueueState(HasTraits):  # type: ignore[misc] - traitlets ships no types
    """Rows of the review queue (one an item, in the queue's order) and the filters over them.

    ``visible`` says which rows the filters left when they were set: a row that is decided afterwards stays
    where it is, so that the list does not move under the reader's eyes.
    """

    filters = Instance(Filters, args=())
    visible = Any()

    def __init__(self, frame: pd.DataFrame, texts: Callable[[], Sequence[str]]) -> None:
        """``frame`` is the review queue; ``texts`` gives one text to search in for each row, when first asked."""
        super().__init__()
        self.frame = frame
        self.place = {item: place for place, item in enumerate(frame["item"])}
        self._texts = texts
        self._folded: list[str] | None = None
        self._counts = {key: frame[key].to_numpy(dtype=int) for key in _FOUND}
        self.verdicts = [verdict if isinstance(verdict, str) else None for verdict in frame["verdict"]]
        self.visible = np.ones(len(frame), dtype=bool)

    def __len__(self) -> int:
        """How many items there are."""
        return len(self.place)

    @observe("filters")  # type: ignore[untyped-decorator] - traitlets ships no types
    def _filter(self, _change: object) -> None:
        self.visible = self._scope() & self._chosen()

    def chip_counts(self) -> dict[str, int]:
        """How many items each chip would show within the unit, kind and text that are set."""
        scope = self._scope()
        return {key: int((scope & self._chip(key)).sum()) for key in CHIPS}

    def progress(self) -> tuple[int, int]:
        """Decided and all items of the unit and kind that are set."""
        scope = self._place_scope()
        return int((scope & ~self._chip("open")).sum()), int(scope.sum())

    def decide(self, item: str, verdict: str | None) -> bool:
        """Take note of an item's standing verdict; whether the item is one of these."""
        place = self.place.get(item)
        if place is not None:
            self.verdicts[place] = verdict
        return place is not None

    def _chip(self, key: str) -> Mask:
        if key == "open":
            return np.array([verdict is None for verdict in self.verdicts], dtype=bool)
        return self._counts[key] > 0

    def _chosen(self) -> Mask:
        chosen = np.ones(len(self), dtype=bool)
        found = [self._chip(key) for key in self.filters.chips if key in _FOUND]
        if found:
            chosen &= np.logical_or.reduce(found)
        if "open" in self.filters.chips:
            chosen &= self._chip("open")
        return chosen

    def _place_scope(self) -> Mask:
        scope = np.ones(len(self), dtype=bool)
        for column, wanted in (("unit", self.filters.unit), ("kind", self.filters.kind)):
            if wanted:
                scope &= (self.frame[column] == wanted).to_numpy()
        return scope

    def _scope(self) -> Mask:
        scope, words = self._place_scope(), self.filters.text.casefold().split()
        if words:
            if self._folded is None:
                self._folded = [text.casefold() for text in self._texts()]
            scope &= np.array([all(word in text for word in words) for text in self._folded], dtype=bool)
        return scope
