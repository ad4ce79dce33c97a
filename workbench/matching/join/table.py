"""The result of a join: three columns, one row a pair."""

from collections.abc import Iterable, Sequence
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
    def ordered(cls, parts: Iterable[Self]) -> Self:
        """All parts in one table, sorted by ``a``, then ``b``, each pair once."""
        held = [part for part in parts if len(part)]
        whole = cls._joined(held)
        if _ascending(held):
            return whole
        del held
        keys = _keys(whole.a, whole.b)
        order = np.argsort(keys, kind="stable")  # parts come in ascending runs
        keys = keys[order]
        first = np.append(True, keys[1:] != keys[:-1])
        keys, order = keys[first], order[first]
        return cls((keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32), whole.score[order])

    @classmethod
    def _joined(cls, parts: list[Self]) -> Self:
        """The parts one after the other."""
        return cls(
            np.concatenate([np.empty(0, np.int32), *(part.a for part in parts)]),
            np.concatenate([np.empty(0, np.int32), *(part.b for part in parts)]),
            np.concatenate([np.empty(0, np.float64), *(part.score for part in parts)]),
        )

    def where(self, which: NDArray[np.bool_]) -> Self:
        """Some of the pairs."""
        return type(self)(self.a[which], self.b[which], self.score[which])

    def renumbered(self, rows: Ints) -> Self:
        """The same pairs after row ``i`` became row ``rows[i]``, the smaller row first."""
        a, b = rows[self.a], rows[self.b]
        swapped = a > b
        if swapped.any():
            a, b = np.where(swapped, b, a), np.where(swapped, a, b)
        return type(self)(a, b, self.score)


def _keys(a: Ints, b: Ints) -> NDArray[np.int64]:
    """Pairs as single numbers that sort by ``a``, then ``b``."""
    return (a.astype(np.int64) << 32) | b


def _ascending(parts: Sequence[PairTable]) -> bool:
    """Whether the parts are in order already, without a pair twice."""
    last = -1
    for part in parts:
        keys = _keys(part.a, part.b)
        if keys[0] <= last or not (keys[1:] > keys[:-1]).all():
            return False
        last = int(keys[-1])
    return True
