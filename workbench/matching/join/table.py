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
        """All parts in one table, sorted by ``a``, then ``b``, each pair once."""
        whole = _Gathered()
        for part in parts:
            whole.add(part)
        a, b, score = whole.columns()
        if whole.ascending:
            return cls(a, b, score)
        keys = _keys(a, b)
        del a, b
        order = np.argsort(keys, kind="stable")  # parts come in ascending runs
        keys = keys[order]
        first = np.append(True, keys[1:] != keys[:-1])
        keys, order = keys[first], order[first]
        return cls((keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32), score[order])

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


class _Gathered:
    """Columns that grow in place: parts are written into them and need not be held beside them."""

    def __init__(self) -> None:
        self._columns = np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.float64)
        self._length = 0
        self._last = -1
        self.ascending = True

    def add(self, part: PairTable) -> None:
        """Append a part; notes whether the pairs are in order so far, without a pair twice."""
        if not len(part):
            return
        keys = _keys(part.a, part.b)
        self.ascending = self.ascending and bool(keys[0] > self._last and (keys[1:] > keys[:-1]).all())
        self._last = int(keys[-1])
        end = self._length + len(part)
        if end > len(self._columns[0]):
            self._resize(max(end, self._length * 3 // 2))
        a, b, score = self._columns
        a[self._length : end], b[self._length : end], score[self._length : end] = part.a, part.b, part.score
        self._length = end

    def columns(self) -> tuple[Ints, Ints, Scores]:
        """The columns without what was kept ready for more."""
        self._resize(self._length)
        return self._columns

    def _resize(self, length: int) -> None:
        for column in self._columns:
            column.resize(length, refcheck=False)
