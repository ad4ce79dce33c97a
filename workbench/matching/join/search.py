"""The search for pairs: groups of one signature, filters, verification; and giving up on time."""

from collections.abc import Iterator

import numpy as np
from rapidfuzz import fuzz, process

from workbench.matching.join.bounds import Bounds
from workbench.matching.join.crowds import Crowds
from workbench.matching.join.encoded import Encoded
from workbench.matching.join.filters import Keys, candidates, in_groups
from workbench.matching.join.signatures import Choices, continuations, first_choices, refined, sifted
from workbench.matching.join.table import Ints, PairTable
from workbench.matching.join.tuning import Tuning

#: What a choice, a pair enumerated and a pair that passed the filters cost, in pairs by brute force.
_CHOSEN, _ENUMERATED, _VERIFIED = 10.0, 0.4, 10.0
#: What a batch may cost beyond brute force in its characters' groups: many small groups are slow that way.
_PATIENCE = 2e7
_VERIFIED_AT_ONCE = 200_000


class Search:
    """Finds the pairs of a batch.

    Costs are counted in pairs compared by brute force.
    """

    def __init__(self, encoded: Encoded, bounds: Bounds, crowds: Crowds, tuning: Tuning) -> None:
        """Crowds are shared by all searches of a join."""
        self._encoded, self._bounds, self._crowds, self._tuning = encoded, bounds, crowds, tuning
        self._keys: list[Keys] = []
        self._found: list[PairTable] = []

    def pairs(self, entries: Ints) -> list[PairTable]:
        """The qualifying pairs whose most telling common character is one of ``entries``."""
        crowds = self._by_character(entries)
        budget = _PATIENCE + sum(len(members) ** 2 / 2 for members in crowds)
        spent = self._within(first_choices(self._encoded, self._bounds, entries), 1, budget)
        if spent > budget:
            self._keys.clear()
            return [*self._found, *(part for members in crowds for part in self._crowds.pairs(members))]
        keys = _distinct(self._keys)
        verified = (_verified(self._encoded, self._bounds, part) for part in _parts(keys))
        return [*self._found, *verified]

    def _by_character(self, entries: Ints) -> list[Ints]:
        """The names of the entries by character, ascending."""
        rank = self._encoded.rank[entries]
        parts = np.split(self._encoded.owner[entries], np.flatnonzero(rank[1:] != rank[:-1]) + 1)
        return [np.unique(part) for part in parts]

    def _within(self, chosen: Choices, size: int, budget: float) -> float:
        """Finds the candidates in groups of one signature; gives up past the budget. Returns the cost."""
        done, crowded, rest = sifted(chosen, size, self._tuning)
        spent = self._enumerate(done, budget)
        for group in crowded:
            if spent <= budget:
                spent += self._crowd(group, size)
        return spent if spent > budget else spent + self._finer(rest, size, budget - spent)

    def _finer(self, chosen: Choices, size: int, budget: float) -> float:
        """The same with one character more, unless there are too many ways to choose it."""
        spent = _CHOSEN * float(continuations(self._encoded, self._bounds, chosen, size).sum())
        if not spent or spent > budget:
            return spent
        finer = refined(self._encoded, self._bounds, chosen, size)
        return spent + self._within(finer, size + 1, budget - spent)

    def _enumerate(self, chosen: Choices, budget: float) -> float:
        """Notes the candidates that pass the filters."""
        arranged, count = in_groups(chosen)
        spent = _ENUMERATED * float(count.sum())
        if spent > budget:
            return spent
        for keys in candidates(self._encoded, self._bounds, arranged, count):
            self._keys.append(keys)
            spent += _VERIFIED * len(keys)
            if spent > budget:
                break
        return spent

    def _crowd(self, group: Choices, size: int) -> float:
        """Refines a group, or compares all of it once that has cost as much."""
        members = np.unique(group.owner)
        budget = self._crowds.cost(members)
        if not budget:
            return 0
        kept = len(self._keys)
        spent = self._finer(group, size, budget)
        if spent <= budget:
            return spent
        del self._keys[kept:]
        self._found += self._crowds.pairs(members)
        return spent + budget


def _distinct(parts: list[Keys]) -> Keys:
    """All keys once, ascending."""
    keys = np.concatenate([np.empty(0, np.uint64), *parts])
    keys.sort()
    once: Keys = keys[np.append(True, keys[1:] != keys[:-1])[: len(keys)]]
    return once


def _parts(keys: Keys) -> Iterator[Keys]:
    for at in range(0, len(keys), _VERIFIED_AT_ONCE):
        yield keys[at : at + _VERIFIED_AT_ONCE]


def _verified(encoded: Encoded, bounds: Bounds, keys: Keys) -> PairTable:
    """The candidates that rapidfuzz confirms, with its score."""
    a, b = (keys >> np.uint64(32)).astype(np.int32), (keys & np.uint64(0xFFFFFFFF)).astype(np.int32)
    score = process.cpdist(
        encoded.names[a], encoded.names[b], scorer=fuzz.ratio, score_cutoff=bounds.cutoff, dtype=np.float64
    )
    return PairTable(a, b, score).where(score >= bounds.threshold)
