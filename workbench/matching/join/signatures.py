"""Groups of names that share their most telling common characters.

Take two names that qualify, and the characters of a longest common subsequence in telling order. The
first k of them are the pair's *signature*: the same k characters in both names, in the same order of
positions. In each name they lie among the first ``k + skipped`` entries, where ``skipped`` is bounded
by (3) and (4) of :mod:`~workbench.matching.join.bounds`. So listing, for each name, all choices of k entries
within that prefix puts the pair into one group. Groups that are still large are refined by one more
character, up to the depth that every pair is sure to reach.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.matching.join.bounds import Bounds
from workbench.matching.join.encoded import Encoded
from workbench.matching.join.table import Ints
from workbench.matching.join.tuning import Tuning

Hashes = NDArray[np.uint64]

_PRIMES = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices of entries, one of each name's.

    Attributes:
        last: the last entry chosen.
        owner: the name.
        signature: hash of the characters chosen and of their order in the name.
        skipped: entries before ``last`` that were not chosen.
        as_shorter: whether so many may be skipped by the shorter name of a pair.
    """

    last: Ints
    owner: Ints
    signature: Hashes
    skipped: Ints
    as_shorter: NDArray[np.bool_]

    def where(self, which: NDArray[np.bool_] | NDArray[np.int64]) -> "Choices":
        """Some of the choices."""
        return Choices(
            self.last[which], self.owner[which], self.signature[which], self.skipped[which], self.as_shorter[which]
        )


def first_choices(encoded: Encoded, bounds: Bounds, entries: Ints) -> Choices:
    """One entry chosen each."""
    signature = _mixed(np.zeros(len(entries), np.uint64), encoded.rank[entries], np.zeros(len(entries), bool))
    return _choices(encoded, bounds, entries, signature, 1)


def sifted(chosen: Choices, size: int, tuning: Tuning) -> tuple[Choices, list[Choices], Choices]:
    """Sorts out choices of ``size`` entries by how many share their signature; lone ones are dropped.

    Returns:
        Choices in groups that are small, or as deep as signatures go; crowded groups, each by itself; the
        rest, to be refined. All keep the order of the names.
    """
    shorter, total = _shared(chosen)
    alive = (shorter > 0) & (total > 1)
    if size == tuning.depth:
        return chosen.where(alive), [], chosen.where(np.zeros(len(alive), bool))
    small = (shorter * total <= tuning.small) & (size >= tuning.leaf)
    crowded = alive & ~small & (total >= tuning.crowd)
    return chosen.where(alive & small), _apart(chosen.where(crowded)), chosen.where(alive & ~small & ~crowded)


def _apart(chosen: Choices) -> list[Choices]:
    """The choices of each signature by themselves."""
    if not len(chosen.last):
        return []
    order = np.argsort(chosen.signature, kind="stable")
    signature = chosen.signature[order]
    return [chosen.where(part) for part in np.split(order, np.flatnonzero(signature[1:] != signature[:-1]) + 1)]


def _shared(chosen: Choices) -> tuple[Ints, Ints]:
    """For each choice, how many share its signature (at most a few others counted with them by chance)."""
    bits = max(8, len(chosen.last).bit_length() + 1)
    slot = (chosen.signature >> np.uint64(64 - bits)).astype(np.int64) * 2 + chosen.as_shorter
    table = np.bincount(slot, minlength=2 << bits).reshape(-1, 2)[slot >> 1]
    return table[:, 1], table[:, 0] + table[:, 1]


def continuations(encoded: Encoded, bounds: Bounds, chosen: Choices, size: int) -> Ints:
    """In how many ways each choice of ``size`` entries can be refined."""
    length = encoded.length[chosen.owner]
    end = encoded.start[chosen.owner] + np.minimum(bounds.skip[length] + size + 1, length)
    return end - chosen.last - 1


def portions(chosen: Choices, count: Ints, most: int) -> Iterator[Choices]:
    """Choices of about ``most`` continuations at a time, those of one signature together.

    Args:
        chosen: choices of one size.
        count: continuations of each.
        most: as many as should be made at a time.

    Yields:
        All of them where they are few; else portions, each in the order of the names.
    """
    if count.sum() <= most:
        yield chosen
        return
    order = np.argsort(chosen.signature, kind="stable")
    signature, upto = chosen.signature[order], np.cumsum(count[order], dtype=np.int64)
    ends = np.append(np.flatnonzero(signature[1:] != signature[:-1]) + 1, len(order))
    portion = upto[ends - 1] // most
    for part in np.split(order, ends[:-1][portion[1:] != portion[:-1]]):
        yield chosen.where(np.sort(part))


def refined(encoded: Encoded, bounds: Bounds, chosen: Choices, size: int) -> Choices:
    """Every way to choose one entry more, of a choice of ``size``."""
    count = continuations(encoded, bounds, chosen, size)
    parent = np.repeat(np.arange(len(count), dtype=np.int32), count)
    begin = np.cumsum(count) - count
    entry = (np.arange(len(parent)) + (chosen.last + 1 - begin)[parent]).astype(np.int32)
    after = encoded.place[entry] > encoded.place[chosen.last][parent]
    signature = _mixed(chosen.signature[parent], encoded.rank[entry], after)
    return _choices(encoded, bounds, entry, signature, size + 1)


def _choices(encoded: Encoded, bounds: Bounds, entries: Ints, signature: Hashes, size: int) -> Choices:
    """Choices of ``size`` entries that end with ``entries``."""
    owner = encoded.owner[entries]
    skipped = entries - encoded.start[owner] - (size - 1)
    as_shorter = skipped <= bounds.skip_as_shorter[encoded.length[owner]]
    return Choices(entries, owner, signature, skipped, as_shorter)


def _mixed(signature: Hashes, rank: Ints, after: NDArray[np.bool_]) -> Hashes:
    """The signature with one character more, and whether it stands after the one before."""
    mixed = (signature ^ ((rank.astype(np.uint64) + np.uint64(1)) * _PRIMES[0] + after * _PRIMES[1])) * _PRIMES[1]
    return mixed ^ (mixed >> np.uint64(29))
