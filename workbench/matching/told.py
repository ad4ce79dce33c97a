"""What is told of the pairs that are kept: basis and reasons, which stay, and the score, which hangs on the corpus."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from workbench.matching.basis import BasisMatch
from workbench.matching.distinct import Keys, places_of, sides
from workbench.matching.levels import LEVELS
from workbench.matching.numbers import Ints
from workbench.matching.overlaps import EQUAL, Overlaps
from workbench.matching.scores import BASES, scores
from workbench.records import Comparison

Found = list[tuple[int, int, Comparison]]


class Reading(NamedTuple):
    """What is told of a pair besides its level."""

    basis: BasisMatch
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Columns by pair.

    Attributes:
        pairs: ascending keys of rows; the order of the two counts.
        basis: places in :data:`~workbench.matching.scores.BASES`.
        reasons: sentences.
        overlap: places in :class:`~workbench.matching.overlaps.Overlaps`.
        score: what each had the last time; not a number where it had none.
        comparisons: with that score.
    """

    pairs: Keys
    basis: NDArray[np.int8]
    reasons: NDArray[np.object_]
    overlap: Ints
    score: NDArray[np.float64]
    comparisons: NDArray[np.object_]

    @classmethod
    def none(cls) -> Self:
        """Nothing told yet."""
        return cls.unscored(np.empty(0, np.int64), (), np.empty(0, np.int64))

    @classmethod
    def unscored(cls, pairs: Keys, readings: Sequence[Reading], overlap: Ints) -> Self:
        """Pairs that were read."""
        basis = np.array([BASES.index(reading.basis) for reading in readings], np.int8)
        reasons = np.empty(len(pairs), object)
        reasons[:] = [reading.reasons for reading in readings]
        return cls(pairs, basis, reasons, overlap, np.full(len(pairs), np.nan), np.empty(len(pairs), object))

    def again(self, pairs: Keys, old: Ints, read: Callable[[Keys], "Told"]) -> "Told":
        """What is told of other pairs, at the cost of those that are new.

        Args:
            pairs: ascending keys by the rows of now.
            old: row of now -> row in ``pairs`` here, or -1.
            read: tells of some of ``pairs``.
        """
        a, b = (old[side] for side in sides(pairs))
        place, known = places_of(self.pairs, np.where((a >= 0) & (b >= 0), (a << 32) | b, -1))
        new = read(pairs[~known])
        whole = Told(pairs, *(np.empty(len(pairs), column.dtype) for column in self.columns()))
        for into, of_old, of_new in zip(whole.columns(), self.columns(), new.columns(), strict=True):
            into[known] = of_old[place[known]]
            into[~known] = of_new
        return whole

    def scored(self, levels: NDArray[np.int8], overlaps: Overlaps, weights: Ints) -> Found:
        """The pairs with the score that they have by the corpus' weights; it is noted here."""
        score = scores(levels, self.basis, overlaps.likeness(self.overlap, weights))
        moved = np.flatnonzero(self.score != score)
        for at, its, place in zip(moved.tolist(), score[moved].tolist(), levels[moved].tolist(), strict=True):
            level = LEVELS[place]
            self.comparisons[at] = Comparison(level.relation, its, level.label, self.reasons[at])
        self.score[:] = score
        a, b = sides(self.pairs)
        return list(zip(a.tolist(), b.tolist(), self.comparisons.tolist(), strict=True))

    def compact(self, overlaps: Overlaps) -> tuple["Told", Overlaps]:
        """The same with only the overlaps of these pairs."""
        live = np.unique(self.overlap[self.overlap != EQUAL])
        overlap = np.where(self.overlap == EQUAL, EQUAL, np.searchsorted(live, self.overlap))
        return Told(self.pairs, self.basis, self.reasons, overlap, self.score, self.comparisons), overlaps.only(live)

    def columns(self) -> tuple[NDArray[Any], ...]:
        """All but the pairs."""
        return self.basis, self.reasons, self.overlap, self.score, self.comparisons
