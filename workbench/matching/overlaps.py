"""How much the objects of pairs have in common, weighed anew for all pairs at once when the corpus changes."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from workbench.matching.numbers import Ints, Numbers
from workbench.matching.weights import Weights, grams, weight

#: Instead of a place: the two objects are the same.
EQUAL = -1
_NOTHING = np.empty(0, np.int64)


class Counts:
    """In how many wordings each two neighbouring characters stand.

    Attributes:
        grams: numbers of two characters.
        count: number -> wordings.
        size: wordings.
    """

    def __init__(self, numbered: Numbers[str], count: Ints, size: int) -> None:
        """What was counted."""
        self.grams, self.count, self.size = numbered, count, size

    @classmethod
    def none(cls) -> "Counts":
        """Nothing counted yet."""
        return cls(Numbers(), _NOTHING, 0)

    def change(self, come: Sequence[str], gone: Sequence[str]) -> None:
        """Counts wordings that came, and counts no more those that are gone."""
        more, fewer = (self.grams.of(chain.from_iterable(map(grams, texts))) for texts in (come, gone))
        length = len(self.grams.things)
        self.count = np.concatenate([self.count, np.zeros(length - len(self.count), np.int64)])
        self.count += np.bincount(more, minlength=length) - np.bincount(fewer, minlength=length)
        self.size += len(come) - len(gone)

    def weights(self, instead: Weights | None) -> Ints:
        """The weight of each two characters by number, of this corpus or by those given ``instead``."""
        if instead is None:
            count, size = self.count, self.size
        else:
            size = instead.size
            count = np.array([instead.counts.get(gram, 0) for gram in self.grams.things], np.int64)
        distinct, place = np.unique(count, return_inverse=True)
        return np.array([weight(each, size) for each in distinct.tolist()], np.int64)[place]


class Overlaps:
    """What two objects have in common and what they have in all, as numbers of two characters each.

    Attributes:
        flat: the numbers of all pairs, one after the other.
        ends: pair -> where what is common begins, where it ends and all begins, and where that ends.
    """

    def __init__(self, flat: Ints = _NOTHING, ends: NDArray[np.int64] | None = None) -> None:
        """No pairs where nothing is given."""
        self.flat = flat
        self.ends = np.empty((0, 3), np.int64) if ends is None else ends

    def add(self, pairs: Iterable[tuple[str, str]], numbered: Numbers[str]) -> Ints:
        """Takes pairs of objects in; the places that they got."""
        parts: list[frozenset[str] | list[str]] = []
        placed: list[bool] = []
        for one, two in pairs:
            placed.append(one != two)
            if one != two:
                its, others = grams(one), grams(two)
                parts += (its & others, [*its, *others])
        ends = np.array([0, *accumulate(map(len, parts))], np.int64) + len(self.flat)
        added = np.column_stack([ends[:-1:2], ends[1::2], ends[2::2]])
        places = np.full(len(placed), EQUAL, np.int64)
        places[np.array(placed, bool)] = len(self.ends) + np.arange(len(added))
        self.flat = np.concatenate([self.flat, numbered.of(chain.from_iterable(parts))])
        self.ends = np.concatenate([self.ends, added])
        return places

    def likeness(self, places: Ints, weights: Ints) -> NDArray[np.float64]:
        """Twice the weight in common by all weight of pairs, from 0 to 1."""
        running = np.append(0, np.cumsum(weights[self.flat]))
        begin, middle, end = self.ends[places[places != EQUAL]].T
        common, whole = running[middle] - running[begin], running[end] - running[middle]
        found = np.ones(len(places))
        found[places != EQUAL] = np.where(whole > 0, 2 * common / np.maximum(whole, 1), 1.0)
        return found

    def only(self, live: Ints) -> "Overlaps":
        """Those at ascending places, which get new places in the same order."""
        ends = self.ends[live]
        length = ends[:, 2] - ends[:, 0]
        shift = np.cumsum(length) - length - ends[:, 0]
        at = np.repeat(-shift, length) + np.arange(int(length.sum()))
        return Overlaps(self.flat[at], ends + shift[:, None])
