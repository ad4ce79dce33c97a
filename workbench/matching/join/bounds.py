"""What a threshold says about lengths: the inequalities that every filter rests on.

Two names of lengths a and b with a common subsequence of c characters have
``ratio = 100 * 2c / (a + b)`` and Indel distance ``a + b - 2c``. So ``ratio >= t`` exactly when
``a + b - 2c <= d`` with ``d = floor((a + b)(1 - t / 100))``.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from workbench.matching.join.table import Ints

#: Far above the rounding error of the product, far below the step of a distance.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds for one threshold and lengths up to ``longest``.

    Attributes:
        threshold: 0 to 100.
        distance: ``distance[a + b]`` is d, the largest Indel distance that qualifies.
        reach: ``reach[a]`` is the greatest length that a name of length a can qualify with.
    """

    threshold: float
    distance: Ints
    reach: Ints

    @classmethod
    def of(cls, threshold: float, longest: int) -> Self:
        """Bounds for names of 0 to ``longest`` characters."""
        share = 1 - threshold / 100
        total = np.arange(2 * longest + 1)
        distance = np.floor(total * share + _ROUNDING).astype(np.int32)
        # |a - b| <= d (the longer name has b - a characters too many), solved for b: b (1 - s) <= a (1 + s).
        length = np.arange(longest + 1)
        reach = np.minimum(longest, np.floor(length * (1 + share) / (1 - share) + _ROUNDING))
        return cls(threshold, distance, reach.astype(np.int32))
