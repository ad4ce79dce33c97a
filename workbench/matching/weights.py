"""How much a pair of characters tells: common ones (经营, 管理) little, rare ones much."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Self

from workbench.matching.lexicon import table

#: Weights are whole numbers of this fraction: their sum is exact, in whatever order and by whatever means.
_WHOLE = 1 << 30


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """In how many of ``size`` names each two neighbouring characters stand."""

    counts: Mapping[str, int]
    size: int

    @classmethod
    def of(cls, names: Iterable[str]) -> Self:
        """The weights of a corpus of tidied names."""
        counts: Counter[str] = Counter()
        size = 0
        for name in names:
            counts.update(grams(name))
            size += 1
        return cls(counts, size)

    def likeness(self, one: str, two: str) -> float:
        """Twice the weight in common by all weight, from 0 to 1."""
        if one == two:
            return 1.0
        its, others = grams(one), grams(two)
        whole = self._weight(its) + self._weight(others)
        return 2 * self._weight(its & others) / whole if whole else 1.0

    def _weight(self, of: Iterable[str]) -> int:
        return sum(weight(self.counts.get(gram, 0), self.size) for gram in of)


@lru_cache(maxsize=1 << 14)
def weight(count: int, size: int) -> int:
    """The inverse document frequency of what stands in ``count`` of ``size`` names, smoothed."""
    return round((math.log((1 + size) / (1 + count)) + 1) * _WHOLE)


def grams(text: str) -> frozenset[str]:
    """Each two neighbouring characters; a single character is its own."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1)) or frozenset({text} - {""})


@cache
def usual_weights() -> Weights:
    """The weights that come with the package, for pairs without a corpus."""
    counts = {row["gram"]: int(row["names"]) for row in table("weights")}
    return Weights(counts, counts.pop(""))
