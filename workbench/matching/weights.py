"""How much a pair of characters tells: common ones (经营, 管理) little, rare ones much."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Self

from workbench.matching.lexicon import table


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """In how many of ``size`` names each two neighbouring characters stand."""

    counts: Mapping[str, int]
    size: int
    _known: dict[str, float] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, names: Iterable[str]) -> Self:
        """The weights of a corpus of tidied names."""
        counts: Counter[str] = Counter()
        size = 0
        for name in names:
            counts.update(grams(name))
            size += 1
        return cls(counts, size)

    def changed(self, come: Collection[str], gone: Collection[str]) -> "Weights":
        """The weights after names came and went: those of all names that are there then."""
        counts = Counter(self.counts)
        for name in come:
            counts.update(grams(name))
        for name in gone:
            counts.subtract(grams(name))
        return Weights(counts, self.size + len(come) - len(gone))

    def weight(self, gram: str) -> float:
        """The inverse document frequency, smoothed."""
        known = self._known.get(gram)
        if known is None:
            count = self.counts.get(gram, 0)
            known = math.log((1 + self.size) / (1 + count)) + 1
            if count:
                self._known[gram] = known
        return known

    def read(self, text: str) -> "Weighed":
        """A text's grams and their weight; the sum is exact, so that it does not hang on their order."""
        its = grams(text)
        return its, math.fsum(map(self.weight, its))

    def likeness(self, one: str, two: str) -> float:
        """Twice the weight in common by all weight, from 0 to 1."""
        return 1.0 if one == two else self.common(self.read(one), self.read(two))

    def common(self, one: "Weighed", two: "Weighed") -> float:
        """The likeness of two texts that were read."""
        whole = one[1] + two[1]
        return 2 * math.fsum(map(self.weight, one[0] & two[0])) / whole if whole else 1.0


#: A text's grams, and their weight together.
Weighed = tuple[frozenset[str], float]


def grams(text: str) -> frozenset[str]:
    """Each two neighbouring characters; a single character is its own."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1)) or frozenset({text} - {""})


@cache
def usual_weights() -> Weights:
    """The weights that come with the package, for pairs without a corpus."""
    counts = {row["gram"]: int(row["names"]) for row in table("weights")}
    return Weights(counts, counts.pop(""))
