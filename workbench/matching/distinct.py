"""Names written once, however many rows have them: what is done once a wording is not done once a row."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from workbench.matching.numbers import Ints
from workbench.matching.rows import Mask, Rows

#: Pairs as keys ``a << 32 | b`` with a < b (rows, or places among distinct things).
Keys = NDArray[np.int64]
Texts = NDArray[np.object_]

_LOW = 0xFFFFFFFF


def keys(a: Ints, b: Ints) -> Keys:
    """Pairs as keys, the smaller first."""
    return (np.minimum(a, b) << 32) | np.maximum(a, b)


def ascending(*parts: Keys) -> Keys:
    """All keys, each once, in order: parts that are in order are merged, which is faster than np.unique."""
    whole = np.sort(np.concatenate([np.empty(0, np.int64), *parts]), kind="stable")
    first = np.ones(len(whole), bool)
    np.not_equal(whole[1:], whole[:-1], out=first[1:])
    return whole[first]


def sides(pairs: Keys) -> tuple[Ints, Ints]:
    """The two sides of keys."""
    return pairs >> 32, pairs & _LOW


def among(pairs: Keys) -> tuple[list[int], Keys]:
    """The things that pairs are of, ascending, and the pairs by their places among these."""
    things, place = np.unique(np.concatenate(sides(pairs)), return_inverse=True)
    return things.tolist(), keys(place[: len(pairs)], place[len(pairs) :])


def places_of(known: Keys, wanted: Keys) -> tuple[Ints, Mask]:
    """Where keys stand among known ones, which ascend, and whether they do."""
    if not len(known):
        return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), bool)
    place = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return place, known[place] == wanted


def numbered(values: Iterable[Hashable]) -> tuple[Ints, list[int]]:
    """Each value's number among the distinct ones, and the first row that has each."""
    number: dict[Hashable, int] = {}
    first: list[int] = []
    of: list[int] = []
    for row, value in enumerate(values):
        place = number.setdefault(value, len(number))
        if place == len(first):
            first.append(row)
        of.append(place)
    return np.array(of, np.int64), first


@dataclass(frozen=True)
class Wordings:
    """Distinct names, places and years left out; the first row of each stands for the others.

    Attributes:
        number: what each has in the vocabulary.
        texts: the wordings.
        cores: the object of each, without words that do not tell objects apart.
        core: its number.
        name: the number of the printed name that stands for each.
        names: these names.
        generic: the name does not say what it is about.
        of: row -> wording.
        rows: all rows, those of one wording together.
        begin: wording -> where its rows begin in ``rows``; one more at the end.
    """

    number: Ints
    texts: Texts
    cores: Texts
    core: Ints
    name: Ints
    names: Texts
    generic: Mask
    of: Ints
    rows: Ints
    begin: Ints

    @classmethod
    def among(cls, rows: Rows) -> Self:
        """The wordings of matters, in the order of their first rows."""
        number, first, of = np.unique(rows.wording, return_index=True, return_inverse=True)
        order = np.argsort(first)
        place = np.empty(len(order), np.int64)
        place[order] = np.arange(len(order))
        number, first, of = number[order], first[order], place[of]
        words = rows.words
        return cls(
            number=number,
            texts=words.wordings.column(number),
            cores=words.cores.column(rows.core[first]),
            core=rows.core[first],
            name=rows.name[first],
            names=words.names.column(rows.name[first]),
            generic=rows.generic[first],
            of=of,
            rows=np.argsort(of, kind="stable").astype(np.int64),
            begin=np.append(0, np.cumsum(np.bincount(of, minlength=len(first)))).astype(np.int64),
        )

    def written_out(self, pairs: Keys) -> Keys:
        """Pairs of wordings as pairs of the rows that have them."""
        a, b = sides(pairs)
        sizes = np.diff(self.begin)
        width, count = sizes[b], sizes[a] * sizes[b]
        which = np.repeat(np.arange(len(pairs)), count)
        place = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)
        one = self.rows[self.begin[a][which] + place // width[which]]
        two = self.rows[self.begin[b][which] + place % width[which]]
        return keys(one, two)

    def within(self) -> Keys:
        """Pairs of rows of one wording."""
        sizes = np.diff(self.begin)
        many = np.flatnonzero(sizes > 1)
        pairs = self.written_out(keys(many, many))
        a, b = sides(pairs)
        return ascending(pairs[a != b])


def told_of(first: Ints, second: Ints, answer: Callable[[int, int], int]) -> Ints:
    """Asks once for each two distinct numbers in this order, and answers for all pairs."""
    distinct, place = np.unique((first << 32) | second, return_inverse=True)
    a, b = sides(distinct)
    answers = [answer(one, two) for one, two in zip(a.tolist(), b.tolist(), strict=True)]
    return np.array(answers, np.int64)[place]
