"""Where the search begins: the entries that can be a pair's most telling common character."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from workbench.matching.join.bounds import Bounds
from workbench.matching.join.encoded import Encoded
from workbench.matching.join.table import Ints


@dataclass(frozen=True, slots=True)
class FirstEntries:
    """The first ``skip + 1`` entries of each name, grouped by character.

    Attributes:
        entry: the entries; those of one character side by side, in the order of the names.
        ends: where each character's entries end.
        weight: running sum of the choices of two that the entries lead to.
    """

    entry: Ints
    ends: NDArray[np.int64]
    weight: NDArray[np.int64]

    @classmethod
    def of(cls, encoded: Encoded, bounds: Bounds, ranks: slice | None = None) -> Self:
        """Lists the entries; only those of some characters where ``ranks`` gives their places in the order."""
        skip = bounds.skip[encoded.length]
        count = np.minimum(skip + 1, encoded.length)
        name = np.repeat(np.arange(len(count)), count)
        within = np.arange(len(name)) - (np.cumsum(count) - count)[name]
        entry = encoded.start[name] + within
        order = np.argsort(encoded.rank[entry], kind="stable")
        rank = encoded.rank[entry[order]]
        if ranks is not None:
            order = order[slice(*np.searchsorted(rank, [ranks.start, ranks.stop]))]
            rank = encoded.rank[entry[order]]
        ends = np.append(np.flatnonzero(rank[1:] != rank[:-1]) + 1, len(rank))
        return cls(entry[order].astype(np.int32), ends, np.cumsum((skip[name] - within + 2)[order]))

    def divide(self, names: int) -> bool:
        """Whether looking at first characters leaves fewer than the ``names ** 2`` pairs of brute force."""
        return float((np.diff(self.ends, prepend=0).astype(float) ** 2).sum()) < float(names) ** 2

    def batches(self, weight: int) -> Iterator[Ints]:
        """The entries in batches of about the same ``weight``, all of one character in one batch."""
        heavy = self.weight[self.ends - 1]
        at = 0
        while at < len(self.entry):
            before = self.weight[at - 1] if at else 0
            fits = np.searchsorted(heavy, before + weight, side="right") - 1
            stop = int(self.ends[max(fits, np.searchsorted(self.ends, at, side="right"))])
            yield self.entry[at:stop]
            at = stop
