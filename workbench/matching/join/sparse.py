"""The join by signatures: batches of telling characters, their groups, filters and verification."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import numpy as np
from rapidfuzz import fuzz, process

from workbench.matching.join.bounds import Bounds
from workbench.matching.join.crowds import Crowds
from workbench.matching.join.encoded import Encoded
from workbench.matching.join.filters import Keys, candidates, in_groups
from workbench.matching.join.signatures import Choices, first_choices, refined, sifted
from workbench.matching.join.table import Ints, PairTable

#: Choices of two entries that a batch starts from.
_BATCH = 150_000
#: A pair enumerated, filtered and perhaps verified costs about this share of a pair by brute force.
_ENUMERATED = 0.4
_VERIFIED = 10.0
_VERIFIED_AT_ONCE = 200_000


def sparse_pairs(encoded: Encoded, bounds: Bounds, depth: int, workers: int) -> list[PairTable]:
    """Every qualifying pair of names that each have at least ``depth`` characters in common with any partner.

    A pair may come more than once.
    """
    crowds = Crowds(encoded, bounds, workers)

    def found(entries: Ints) -> list[PairTable]:
        return _Search(encoded, bounds, crowds, depth).pairs(entries)

    with ThreadPoolExecutor(workers) as pool:
        return list(chain.from_iterable(pool.map(found, _batches(encoded, bounds))))


def _batches(encoded: Encoded, bounds: Bounds) -> Iterator[Ints]:
    """The entries that can be a pair's most telling common character, all of one character together."""
    skip = bounds.skip[encoded.length]
    count = np.minimum(skip + 1, encoded.length)
    begin = np.cumsum(count) - count
    name = np.repeat(np.arange(len(count)), count)
    within = np.arange(len(name)) - begin[name]
    entry = encoded.start[name] + within
    order = np.argsort(encoded.rank[entry], kind="stable")
    weight = np.cumsum((skip[name] - within + 2)[order])
    rank = encoded.rank[entry][order]
    ends = np.append(np.flatnonzero(rank[1:] != rank[:-1]) + 1, len(rank))
    at = 0
    while at < len(rank):
        before = weight[at - 1] if at else 0
        fits = np.searchsorted(weight[ends - 1], before + _BATCH, side="right")
        stop = int(ends[max(fits - 1, np.searchsorted(ends, at, side="right"))])
        yield entry[order[at:stop]].astype(np.int32)
        at = stop


class _Search:
    """Finds the pairs of a batch.

    Costs are counted in pairs compared by brute force.
    """

    def __init__(self, encoded: Encoded, bounds: Bounds, crowds: Crowds, depth: int) -> None:
        self._encoded, self._bounds, self._crowds, self._depth = encoded, bounds, crowds, depth
        self._keys: list[Keys] = []
        self._found: list[PairTable] = []

    def pairs(self, entries: Ints) -> list[PairTable]:
        """The qualifying pairs whose most telling common character is one of ``entries``."""
        self._within(first_choices(self._encoded, self._bounds, entries), 1, np.inf)
        keys = _distinct(self._keys)
        verified = (_verified(self._encoded, self._bounds, part) for part in _parts(keys))
        return [*self._found, *verified]

    def _within(self, chosen: Choices, size: int, budget: float) -> float:
        """Finds the candidates in groups of one signature; gives up past the budget. Returns the cost."""
        done, crowded, rest = sifted(chosen, size, self._depth)
        spent = self._enumerate(done, budget)
        for group in crowded:
            if spent <= budget:
                spent += self._crowd(group, size)
        if spent <= budget and len(rest.last):
            finer = refined(self._encoded, self._bounds, rest, size)
            spent += self._within(finer, size + 1, budget - spent)
        return spent

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
        spent = self._within(refined(self._encoded, self._bounds, group, size), size + 1, budget)
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
        encoded.names[a], encoded.names[b], scorer=fuzz.ratio, score_cutoff=bounds.threshold, dtype=np.float64
    )
    return PairTable(a, b, score).where(score > 0)
