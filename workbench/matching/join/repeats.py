"""Identical names are joined once, and their pairs written out at the end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from workbench.matching.join.table import Ints, PairTable

_AT_ONCE = 1 << 21


@dataclass(frozen=True, slots=True)
class Repeats:
    """Distinct names, and the rows that carry each.

    Attributes:
        distinct: the distinct names, in the order of their first row.
        rows: row numbers, grouped by distinct name, ascending in a group.
        start: where each group begins in ``rows``; one entry more than there are names.
    """

    distinct: tuple[str, ...]
    rows: Ints
    start: Ints

    @classmethod
    def of(cls, names: Sequence[str]) -> Self:
        """Groups ``names`` by equality."""
        number = dict.fromkeys(names, 0)
        if len(number) == len(names):
            rows = np.arange(len(names) + 1, dtype=np.int32)
            return cls(tuple(number), rows[:-1], rows)
        number = dict(zip(number, range(len(number)), strict=True))
        group = np.fromiter(map(number.__getitem__, names), np.int32, len(names))
        start = np.zeros(len(number) + 1, np.int32)
        np.cumsum(np.bincount(group, minlength=len(number)), out=start[1:])
        return cls(tuple(number), np.argsort(group, kind="stable").astype(np.int32), start)

    @property
    def identical(self) -> int:
        """How many pairs of rows have one name."""
        size = np.diff(self.start).astype(np.int64)
        return int((size * (size - 1) // 2).sum())

    def written_out(self, pairs: Iterable[PairTable]) -> Iterator[PairTable]:
        """Pairs of distinct names -> all pairs of rows, those of identical names (score 100) included."""
        yield from self._within()
        for part in pairs:
            yield from self._across(part)

    def _across(self, pairs: PairTable) -> Iterator[PairTable]:
        """Each pair of names as the pairs of their rows."""
        if len(self.distinct) == len(self.rows):
            yield pairs
            return
        size = np.diff(self.start).astype(np.int64)
        width = size[pairs.b]
        for pair, inner in spread(size[pairs.a] * width):
            first = self.start[pairs.a[pair]] + inner // width[pair]
            second = self.start[pairs.b[pair]] + inner % width[pair]
            yield self._rows(first, second, pairs.score[pair])

    def _within(self) -> Iterator[PairTable]:
        """Every pair of rows of one name."""
        ends = np.repeat(self.start[1:], np.diff(self.start))
        for place, inner in spread(ends - np.arange(len(self.rows)) - 1):
            yield self._rows(place, place + 1 + inner, np.full(len(place), 100.0))

    def _rows(self, first: np.ndarray, second: np.ndarray, score: np.ndarray) -> PairTable:
        return PairTable(first.astype(np.int32), second.astype(np.int32), score).renumbered(self.rows)


def spread(count: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Counts (2, 0, 3) -> who (0, 0, 2, 2, 2) and which of theirs (0, 1, 0, 1, 2), some millions at a time."""
    upto = np.cumsum(count, dtype=np.int64)
    for begin in range(0, int(upto[-1]) if len(upto) else 0, _AT_ONCE):
        at = np.arange(begin, min(begin + _AT_ONCE, int(upto[-1])))
        who = np.searchsorted(upto, at, side="right")
        yield who, at - (upto[who] - count[who])
