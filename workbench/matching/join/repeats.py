"""Identical names are joined once, and their pairs written out at the end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from workbench.matching.join.table import Ints, PairTable


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
        number: dict[str, int] = {}
        group = np.fromiter((number.setdefault(name, len(number)) for name in names), np.int32, len(names))
        start = np.zeros(len(number) + 1, np.int32)
        np.cumsum(np.bincount(group, minlength=len(number)), out=start[1:])
        return cls(tuple(number), np.argsort(group, kind="stable").astype(np.int32), start)

    def written_out(self, pairs: Iterable[PairTable]) -> Iterator[PairTable]:
        """Pairs of distinct names -> all pairs of rows, those of identical names (score 100) included."""
        yield from map(self._across, pairs)
        yield self._within()

    def _across(self, pairs: PairTable) -> PairTable:
        """Each pair of names as the pairs of their rows."""
        if len(self.distinct) == len(self.rows):
            return pairs
        size = np.diff(self.start)
        width = size[pairs.b].astype(np.int64)
        pair, inner = spread(size[pairs.a] * width)
        first = self.start[pairs.a][pair] + inner // width[pair]
        second = self.start[pairs.b][pair] + inner % width[pair]
        return PairTable(first.astype(np.int32), second.astype(np.int32), pairs.score[pair]).renumbered(self.rows)

    def _within(self) -> PairTable:
        """Every pair of rows of one name."""
        ends = np.repeat(self.start[1:], np.diff(self.start))
        place, inner = spread(ends - np.arange(len(self.rows)) - 1)
        first, second = self.rows[place], self.rows[place + 1 + inner]
        return PairTable(first, second, np.full(len(first), 100.0))


def spread(count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Counts (2, 0, 3) -> who (0, 0, 2, 2, 2) and which of theirs (0, 1, 0, 1, 2)."""
    who = np.repeat(np.arange(len(count)), count)
    return who, np.arange(len(who)) - np.repeat(np.cumsum(count) - count, count)
