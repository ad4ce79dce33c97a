"""The exact join of a list of names that changes: what stays the same is not joined again.

What is kept is one threshold's pairs of distinct names. When the list is given again, the pairs of names that are
gone are dropped, and the new names are compared with all: the length and the bitmap of a name (see
:mod:`~workbench.matching.join.filters`) leave few for rapidfuzz.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import repeat
from typing import Self

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from workbench.matching.engine import LOCAL, Engine
from workbench.matching.join import PairTable
from workbench.matching.join.bounds import Bounds
from workbench.matching.join.join import checked_limits, gathered
from workbench.matching.join.repeats import Repeats
from workbench.matching.join.table import Ints

Words = NDArray[np.uint64]

#: From this share of new names on, joining all of them anew costs less.
_MANY = 10
_MIXER, _BIT = np.uint64(0x9E3779B97F4A7C15), np.uint64(57)
_HALF = np.uint64(64)
_NONE = PairTable(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.float64))


@dataclass(frozen=True, slots=True)
class JoinIndex:
    """Distinct names, a bitmap each, and the pairs that reach a threshold.

    Attributes:
        names: the names.
        maps: two 64-bit words a name: each character flips one of 128 bits.
        pairs: pairs of numbers of names.
        threshold: 50 to 100.
    """

    names: tuple[str, ...]
    maps: tuple[Words, Words]
    pairs: PairTable
    threshold: float

    @classmethod
    def of(cls, names: Sequence[str], threshold: float, *, engine: Engine = LOCAL, most: int | None = None) -> Self:
        """Joins distinct names from scratch; ``pairs.cut`` tells where they are too many."""
        return cls(tuple(names), _bitmaps(names), engine.pairs(names, threshold, most=most), threshold)

    def changed(self, names: Sequence[str], *, engine: Engine = LOCAL, most: int | None = None) -> "JoinIndex":
        """The index of other distinct ``names``, at the cost of those that are new."""
        known = dict(zip(self.names, range(len(self.names)), strict=True))
        old = np.fromiter(map(known.get, names, repeat(-1)), np.int64, len(names))
        new = np.flatnonzero(old < 0).astype(np.int32)
        if self.pairs.cut or len(new) * _MANY > len(names):
            return JoinIndex.of(names, self.threshold, engine=engine, most=most)
        kept = _carried(self.pairs, old, len(self.names))
        fresh = _bitmaps([names[row] for row in new.tolist()])
        low, high = (
            np.where(old < 0, 0, words[old]) if len(words) else np.zeros(len(old), np.uint64) for words in self.maps
        )
        low[new], high[new] = fresh
        found = _with_all(names, (low, high), new, self.threshold)
        return JoinIndex(tuple(names), (low, high), _joined(kept, found), self.threshold)

    def to_bytes(self) -> bytes:
        """The index as bytes, to be stored."""
        text = "".join(self.names).encode("utf-8", "surrogatepass")
        length = np.fromiter(map(len, self.names), np.int32, len(self.names))
        stream = BytesIO()
        np.savez(
            stream,
            text=np.frombuffer(text, np.uint8),
            length=length,
            a=self.pairs.a,
            b=self.pairs.b,
            score=self.pairs.score,
            threshold=np.float64(self.threshold),
        )
        return stream.getvalue()

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """An index that was stored."""
        with np.load(BytesIO(content), allow_pickle=False) as held:
            text = held["text"].tobytes().decode("utf-8", "surrogatepass")
            ends = np.cumsum(held["length"]).tolist()
            names = tuple(text[begin:end] for begin, end in zip([0, *ends], ends, strict=False))
            pairs = PairTable(held["a"], held["b"], held["score"])
            return cls(names, _bitmaps(names), pairs, float(held["threshold"]))


class RememberingEngine:
    """An engine whose join remembers the names of the last time, for each threshold.

    Give it to :func:`~workbench.matching.suspects` in place of the local one and keep it, or its indexes, between
    two rounds: the result is that of the engine that it stands before.
    """

    def __init__(self, engine: Engine = LOCAL, indexes: Sequence[JoinIndex] = ()) -> None:
        """Stands before an engine; may start with indexes that were stored."""
        self._engine = engine
        self._indexes = {index.threshold: index for index in indexes}
        self.map = engine.map

    @property
    def indexes(self) -> tuple[JoinIndex, ...]:
        """What to store."""
        return tuple(self._indexes.values())

    def pairs(self, names: Sequence[str], threshold: float, *, most: int | None = None) -> PairTable:
        """The exact join, at the cost of the names that are new since the last time."""
        most = checked_limits(threshold, most)
        repeats = Repeats.of(names)
        index = self._indexes.get(threshold) or JoinIndex.of((), threshold)
        index = index.changed(repeats.distinct, engine=self._engine, most=most)
        if index.pairs.cut:
            self._indexes.pop(threshold, None)
            return self._engine.pairs(names, threshold, most=most)
        self._indexes[threshold] = index
        return gathered(repeats, [index.pairs], threshold, most)


def _carried(pairs: PairTable, old: NDArray[np.int64], size: int) -> PairTable:
    """The pairs whose two names are still there, by their new numbers (``old``: new -> old number, or -1)."""
    number = np.full(size, -1, np.int32)
    number[old[old >= 0]] = np.flatnonzero(old >= 0)
    return pairs.where((number[pairs.a] >= 0) & (number[pairs.b] >= 0)).renumbered(number)


def _with_all(names: Sequence[str], maps: tuple[Words, Words], new: Ints, threshold: float) -> PairTable:
    """The pairs of each new name with all others, each pair once."""
    length = np.fromiter(map(len, names), np.int32, len(names))
    bounds = Bounds.of(threshold, int(length.max(initial=0)))
    fresh = np.zeros(len(names), bool)
    fresh[new] = True
    tables = [_NONE]
    texts = np.array(names, dtype=object)
    for row in new.tolist():
        other = _near(length, maps, bounds, row)
        other = other[~fresh[other] | (other > row)]
        score = process.cdist(
            [names[row]], texts[other], scorer=fuzz.ratio, score_cutoff=bounds.cutoff, dtype=np.float64
        )[0]
        same = np.full(len(other), row, np.int32)
        tables.append(PairTable(same, other, score).where(score >= threshold))
    return _joined(*tables)


def _near(length: Ints, maps: tuple[Words, Words], bounds: Bounds, row: int) -> Ints:
    """The names whose length and bitmap do not rule out a pair with one name."""
    low, high = maps
    distance = bounds.distance[length + length[row]]
    flipped = np.bitwise_count(low ^ low[row]) + np.bitwise_count(high ^ high[row])
    possible = (flipped <= distance) & (np.abs(length - length[row]) <= distance)
    possible[row] = False
    return np.flatnonzero(possible).astype(np.int32)


def _joined(*tables: PairTable) -> PairTable:
    """Tables one after the other, the smaller number of each pair first."""
    columns = (np.concatenate(parts) for parts in zip(*((t.a, t.b, t.score) for t in tables), strict=True))
    a, b, score = columns
    return PairTable(np.minimum(a, b), np.maximum(a, b), score)


def _bitmaps(names: Sequence[str]) -> tuple[Words, Words]:
    """The parity of each name's characters in 128 bits; the same character always has the same bit."""
    length = np.fromiter(map(len, names), np.int64, len(names))
    points = np.frombuffer("".join(names).encode("utf-32-le", "surrogatepass"), np.uint32)
    bit = (points.astype(np.uint64) * _MIXER) >> _BIT
    flip = np.uint64(1) << (bit % _HALF)
    lower = bit < _HALF
    return _parity(np.where(lower, flip, 0), length), _parity(np.where(lower, 0, flip), length)


def _parity(flip: NDArray[np.uint64], length: NDArray[np.int64]) -> Words:
    """Exclusive or of each name's own."""
    running = np.append(np.uint64(0), np.bitwise_xor.accumulate(flip)) if len(flip) else np.zeros(1, np.uint64)
    ends = np.cumsum(length)
    whole: Words = running[ends] ^ running[ends - length]
    return whole
