"""Pairs as they come in, in columns that grow: each pair once, and no more of them than may be held."""

import numpy as np
from numpy.typing import NDArray

from workbench.matching.join.table import Ints, PairTable

#: Pairs beyond ``most`` that are let in before those that came twice are taken out: half as many again, and
#: never fewer than these.
_SLACK = 1 << 16


class Gathered:
    """Columns that parts are written into, so that they need not be held beside them.

    Attributes:
        full: whether more than ``most`` different pairs came in; what comes after is not taken.
    """

    def __init__(self, most: int) -> None:
        """Takes up to ``most`` different pairs."""
        self._columns = np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.float64)
        self._length = 0
        self._last = -1
        self._ascending = True
        self._most = most
        self._room = most
        self.full = False

    def add(self, part: PairTable) -> None:
        """Takes a part."""
        if self.full or not len(part):
            return
        self._note_order(part)
        end = self._length + len(part)
        if end > len(self._columns[0]):
            self._resize(max(end, self._length * 3 // 2))
        a, b, score = self._columns
        a[self._length : end], b[self._length : end], score[self._length : end] = part.a, part.b, part.score
        self._length = end
        if end > self._room:
            self._settle()

    def table(self) -> PairTable:
        """The pairs, ordered by ``a``, then ``b``, each once."""
        self._resize(self._length)
        if not self._ascending:
            self._once()
        return PairTable(*self._columns)

    def _note_order(self, part: PairTable) -> None:
        """Notes whether the pairs are in order so far, without a pair twice."""
        if self._ascending:
            keys = _keys(part.a, part.b)
            self._ascending = bool(keys[0] > self._last and (keys[1:] > keys[:-1]).all())
            self._last = int(keys[-1])

    def _settle(self) -> None:
        """Sees whether there are too many pairs once each is counted once."""
        if not self._ascending:
            self._resize(self._length)
            self._once()
        self.full = self._length > self._most
        self._room = self._length + max(self._most // 2, _SLACK)

    def _once(self) -> None:
        """Sorts the pairs and leaves each once."""
        a, b, score = self._columns
        keys = _keys(a, b)
        order = np.argsort(keys, kind="stable")  # parts come in ascending runs
        keys = keys[order]
        first = np.append(True, keys[1:] != keys[:-1])
        keys, order = keys[first], order[first]
        self._columns = (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32), score[order]
        self._length, self._last, self._ascending = len(keys), int(keys[-1]), True

    def _resize(self, length: int) -> None:
        for column in self._columns:
            column.resize(length, refcheck=False)


def _keys(a: Ints, b: Ints) -> NDArray[np.int64]:
    """Pairs as single numbers that sort by ``a``, then ``b``."""
    return (a.astype(np.int64) << 32) | b
