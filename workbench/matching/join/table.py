"""The result of a join: three columns, one row a pair."""

from collections.abc import Iterable
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
        """All parts in one table, sorted by ``a``, then ``b``, each pair once.

        Parts are taken one by one and let go, so that only their columns are held together.
        """
        columns = [(_keys(part.a, part.b), part.score) for part in parts]
        keys = np.concatenate([np.empty(0, np.int64), *(keys for keys, _ in columns)])
        score = np.concatenate([np.empty(0, np.float64), *(score for _, score in columns)])
        del columns
        if not _first(keys, np.greater).all():
            order = np.argsort(keys, kind="stable")  # parts come in ascending runs
            keys = keys[order]
            score = score[order]
            del order
        if not (first := _first(keys, np.not_equal)).all():
            keys, score = keys[first], score[first]
        return cls((keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32), score)

    def where(self, which: NDArray[np.bool_]) -> Self:
        """Some of the pairs."""
        return type(self)(self.a[which], self.b[which], self.score[which])

    def renumbered(self, rows: Ints) -> Self:
        """The same pairs after row ``i`` became row ``rows[i]``, the smaller row first."""
        a, b = rows[self.a], rows[self.b]
        return type(self)(np.minimum(a, b), np.maximum(a, b), self.score)


def _keys(a: Ints, b: Ints) -> NDArray[np.int64]:
    """Pairs as single numbers that sort by ``a``, then ``b``."""
    return (a.astype(np.int64) << 32) | b


def _first(keys: NDArray[np.int64], differs: np.ufunc) -> NDArray[np.bool_]:
    """Where a key differs from the one before it."""
    first = np.ones(len(keys), bool)
    differs(keys[1:], keys[:-1], out=first[1:])
    return first
