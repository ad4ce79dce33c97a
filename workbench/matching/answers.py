"""Answers to questions on pairs, kept for the next time that the same pairs are asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from workbench.matching.distinct import Keys, keys, places_of, sides
from workbench.matching.numbers import Ints

Values = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Answers:
    """A small number for each pair; the answer does not depend on which of the two comes first.

    Attributes:
        pairs: ascending keys of pairs, by the numbers that things had when they were asked for.
        values: the answers.
    """

    pairs: Keys
    values: Values

    @classmethod
    def none(cls) -> Self:
        """Nothing asked yet."""
        return cls(np.empty(0, np.int64), np.empty(0, np.int8))

    def again(self, pairs: Keys, old: Ints, work: Callable[[Keys], Values]) -> "Answers":
        """The answers for other pairs, at the cost of those that are new.

        Args:
            pairs: ascending keys by the numbers that things have now.
            old: a thing's number now -> its number in these answers, or -1.
            work: answers for some of ``pairs``.
        """
        values = np.zeros(len(pairs), np.int8)
        a, b = (old[side] for side in sides(pairs))
        place, known = places_of(self.pairs, np.where((a >= 0) & (b >= 0), keys(a, b), -1))
        values[known] = self.values[place[known]]
        if not known.all():
            values[~known] = work(pairs[~known])
        return Answers(pairs, values)
