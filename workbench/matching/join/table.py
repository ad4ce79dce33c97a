"""The result of a join: three columns, one row a pair."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PairTable:
    """Pairs of rows with their similarity, ordered by ``a``, then ``b``.

    Attributes:
        a: row numbers from 0, int32.
        b: row numbers, always greater than ``a``, int32.
        score: rapidfuzz ``ratio``, 0 to 100, float64.
    """

    a: Ints
    b: Ints
    score: Scores

    def __len__(self) -> int:
        """How many pairs."""
        return len(self.a)

    @classmethod
    def empty(cls) -> Self:
        """A table without pairs."""
        return cls(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.float64))

    @classmethod
    def joined(cls, parts: "list[Self]") -> Self:
        """The tables one after the other, as they are."""
        if not parts:
            return cls.empty()
        return cls(
            np.concatenate([part.a for part in parts]),
            np.concatenate([part.b for part in parts]),
            np.concatenate([part.score for part in parts]),
        )

    def renumbered(self, rows: Ints) -> Self:
        """The same pairs after row ``i`` became row ``rows[i]``, the smaller row first."""
        a, b = rows[self.a], rows[self.b]
        return type(self)(np.minimum(a, b), np.maximum(a, b), self.score)

    def ordered(self) -> Self:
        """Sorted by ``a``, then ``b``, each pair once."""
        keys = (self.a.astype(np.int64) << 32) | self.b
        keys, first = np.unique(keys, return_index=True)
        a, b = (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)
        return type(self)(a, b, self.score[first])
