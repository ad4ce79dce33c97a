"""What a threshold says about lengths: the inequalities that every filter rests on.

Two names of lengths a <= b with a longest common subsequence of c characters have
``ratio / 100 = 2c / (a + b)``. With t = threshold / 100, ``ratio >= threshold`` means:

1. The Indel distance ``a + b - 2c`` is at most ``d = floor((a + b)(1 - t))``.
2. c <= a, so ``2a >= t(a + b)``, and ``b <= a(2 - t) / t``: the *reach* of length a.
3. The shorter name keeps ``c >= t(a + b) / 2 >= t a`` characters, whatever its partner.
4. Any name of length l keeps at least ``t l / (2 - t)``: as the longer one, ``c >= t(c + l) / 2``.

Characters outside the common subsequence are *skipped*; (3) and (4) bound how many can be.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from workbench.matching.join.table import Ints

#: Far above the rounding error of the products, far below the step of a distance.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds for one threshold and lengths up to ``longest``, each a table by length.

    Attributes:
        threshold: above 0, at most 100.
        distance: by ``a + b``: the largest Indel distance d that qualifies (1).
        reach: the greatest length that a name can qualify with (2).
        skip_as_shorter: characters that a name may skip with a partner no shorter (3).
        skip: characters that a name may skip with any partner (4).
    """

    threshold: float
    distance: Ints
    reach: Ints
    skip_as_shorter: Ints
    skip: Ints

    @classmethod
    def of(cls, threshold: float, longest: int) -> Self:
        """Bounds for names of 0 to ``longest`` characters."""
        t = threshold / 100
        length = np.arange(longest + 1)
        return cls(
            threshold=threshold,
            distance=_floor(np.arange(2 * longest + 1) * (1 - t)),
            reach=np.minimum(_floor(length * (2 - t) / t), longest).astype(np.int32),
            skip_as_shorter=_floor(length * (1 - t)),
            skip=_floor(length * (1 - t / (2 - t))),
        )

    @property
    def cutoff(self) -> float:
        """A cut-off for rapidfuzz that its own rounding cannot push past the threshold."""
        return self.threshold - _ROUNDING

    @property
    def least_common(self) -> Ints:
        """Characters that a name has in common with any partner, by length."""
        return np.arange(len(self.skip), dtype=np.int32) - self.skip


def _floor(values: np.ndarray) -> Ints:
    """Rounded down, forgiving what the product lost."""
    return np.floor(values + _ROUNDING).astype(np.int32)
