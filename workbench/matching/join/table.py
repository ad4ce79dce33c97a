"""The result of a join: three columns, one row a pair."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cut:
    """What is known of the pairs when there are more of them than may be held.

    Attributes:
        most: how many pairs may be held.
        at_least: so many pairs there are for certain.
        about: how many there are, judged by a sample of the rows.
        threshold: the least whole threshold that leaves no more than ``most`` by the same sample; ``None`` where
            none does, as too many names are identical.
    """

    most: int
    at_least: int
    about: int
    threshold: int | None


@dataclass(frozen=True, slots=True)
class PairTable:
    """Pairs of rows with their similarity, ordered by ``a``, then ``b``.

    Attributes:
        a: row numbers from 0, int32.
        b: row numbers, always greater than ``a``, int32.
        score: rapidfuzz ``ratio``, 0 to 100, float64.
        cut: ``None`` where no pair is missing; else why these are only some of the pairs.
    """

    a: Ints
    b: Ints
    score: Scores
    cut: Cut | None = None

    def __len__(self) -> int:
        """How many pairs."""
        return len(self.a)

    def where(self, which: NDArray[np.bool_] | slice) -> Self:
        """Some of the pairs."""
        return type(self)(self.a[which], self.b[which], self.score[which], self.cut)

    def renumbered(self, rows: Ints) -> Self:
        """The same pairs after row ``i`` became row ``rows[i]``, the smaller row first."""
        a, b = rows[self.a], rows[self.b]
        swapped = a > b
        if swapped.any():
            a, b = np.where(swapped, b, a), np.where(swapped, a, b)
        return type(self)(a, b, self.score, self.cut)
