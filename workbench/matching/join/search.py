"""The search for pairs: groups of one signature, filters, verification; and giving up on time."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from workbench.matching.join.bounds import Bounds
from workbench.matching.join.crowds import Comparing, Crowds
from workbench.matching.join.encoded import Encoded
from workbench.matching.join.filters import Keys, candidates, in_groups
from workbench.matching.join.gathered import Gathered
from workbench.matching.join.signatures import Choices, continuations, first_choices, portions, refined, sifted
from workbench.matching.join.table import Ints, PairTable
from workbench.matching.join.tuning import Tuning

#: What a choice, a pair enumerated and a pair that passed the filters cost, in pairs by brute force.
_CHOSEN, _ENUMERATED, _VERIFIED = 10.0, 0.4, 10.0
#: What a batch may cost beyond brute force in its characters' groups: many small groups are slow that way.
_PATIENCE = 2e7
_VERIFIED_AT_ONCE = 200_000
#: Candidates noted, and choices made, at a time: some tens of megabytes.
_NOTED, _MADE = 2_000_000, 2_000_000


class Search:
    """Finds the pairs of a batch.

    Costs are counted in pairs compared by brute force.
    """

    def __init__(self, encoded: Encoded, bounds: Bounds, crowds: Crowds, tuning: Tuning, most: int) -> None:
        """Crowds are shared by all searches of a join; past ``most`` pairs the search ends."""
        self._encoded, self._bounds, self._crowds, self._tuning = encoded, bounds, crowds, tuning
        self._keys: list[Keys] = []
        self._noted = 0
        self._crowded: list[Comparing] = []
        self._found = Gathered(most)

    def pairs(self, entries: Ints) -> tuple[PairTable, list[Comparing]]:
        """The qualifying pairs whose most telling common character is one of ``entries``.

        Returns:
            Those found by signature, and the crowds that are left to compare by brute force.
        """
        ends = self._ends(entries)
        budget = _PATIENCE + float((np.diff(ends, prepend=0).astype(float) ** 2).sum()) / 2
        spent = self._within(first_choices(self._encoded, self._bounds, entries), 1, budget)
        if spent > budget:
            self._forget(0)
            members = np.split(self._encoded.owner[entries], ends[:-1])
            self._crowded += [self._crowds.settle(np.unique(each)) for each in members]
        self._verify()
        return self._found.table(), self._crowded

    def _ends(self, entries: Ints) -> NDArray[np.int64]:
        """Where the entries of each character end."""
        rank = self._encoded.rank[entries]
        return np.append(np.flatnonzero(rank[1:] != rank[:-1]) + 1, len(rank))

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
        count = continuations(self._encoded, self._bounds, chosen, size)
        spent = _CHOSEN * float(count.sum())
        if not spent or spent > budget:
            return spent
        for part in portions(chosen, count, _MADE):
            if self._found.full or spent > budget:
                break
            finer = refined(self._encoded, self._bounds, part, size)
            spent += self._within(finer, size + 1, budget - spent)
        return spent

    def _enumerate(self, chosen: Choices, budget: float) -> float:
        """Notes the candidates that pass the filters."""
        arranged, count = in_groups(chosen)
        spent = _ENUMERATED * float(count.sum())
        if spent > budget:
            return spent
        for keys in candidates(self._encoded, self._bounds, arranged, count):
            self._note(keys)
            spent += _VERIFIED * len(keys)
            if spent > budget or self._found.full:
                break
        return spent

    def _crowd(self, group: Choices, size: int) -> float:
        """Refines a group, or leaves it to brute force once that has cost as much."""
        members = np.unique(group.owner)
        budget = self._crowds.cost(members)
        if not budget or self._found.full:
            return 0
        kept = len(self._keys)
        spent = self._finer(group, size, budget)
        if spent <= budget:
            return spent
        self._forget(kept)
        self._crowded.append(self._crowds.settle(members))
        return spent + budget

    def _note(self, keys: Keys) -> None:
        """Keeps candidates to be verified later, many at a time and each once."""
        self._keys.append(keys)
        self._noted += len(keys)
        if self._noted > _NOTED:
            self._verify()

    def _forget(self, kept: int) -> None:
        """Drops the candidates noted last, but for those already verified."""
        del self._keys[kept:]
        self._noted = sum(map(len, self._keys))

    def _verify(self) -> None:
        keys = _distinct(self._keys)
        self._forget(0)
        for part in _parts(keys):
            self._found.add(_verified(self._encoded, self._bounds, part))


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
