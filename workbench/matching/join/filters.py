"""Pairs of names within groups of one signature, and the filters that they must pass.

With lengths a <= b and Indel distance at most d (see :mod:`~workbench.matching.join.bounds`):

* **bitmap**: each character outside the common subsequence flips at most one bit of the difference
  of the two bitmaps, so ``popcount(map_a ^ map_b) <= d``.
* **skip**: of the shorter name at most ``(d - (b - a)) / 2`` characters are skipped, of the longer one at
  most ``(d + (b - a)) / 2``.
* **shift**: if a common character stands at p in the shorter and at q in the longer name, then q - p
  characters of the longer one before it are skipped, or p - q of the shorter: the same two bounds hold
  for ``q - p`` and ``p - q``.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from workbench.matching.join.bounds import Bounds
from workbench.matching.join.encoded import Encoded
from workbench.matching.join.signatures import Choices
from workbench.matching.join.table import Ints

Keys = NDArray[np.uint64]

#: Pairs enumerated at a time: small enough to stay in the processor's cache.
_AT_ONCE = 300_000
_WORD_BITS = 64


def in_groups(chosen: Choices) -> tuple[Choices, NDArray[np.int64]]:
    """Choices side by side with those of their signature, and how many follow each that it pairs with."""
    size = len(chosen.last)
    low = np.uint64((1 << max(1, size.bit_length())) - 1)
    packed = (chosen.signature & ~low) | np.arange(size, dtype=np.uint64)
    packed.sort()
    order = (packed & low).astype(np.int64)
    signature = packed & ~low
    new = np.flatnonzero(np.append(True, signature[1:] != signature[:-1]))
    ends = np.repeat(np.append(new[1:], size), np.diff(np.append(new, size)))
    arranged = Choices(
        chosen.last[order], chosen.owner[order], signature, chosen.skipped[order], chosen.as_shorter[order]
    )
    return arranged, np.where(arranged.as_shorter, ends - np.arange(size) - 1, 0)


def candidates(encoded: Encoded, bounds: Bounds, arranged: Choices, count: NDArray[np.int64]) -> Iterator[Keys]:
    """The pairs that pass all filters, as ``shorter << 32 | longer``; a pair may come more than once."""
    upto = np.cumsum(count)
    low, loosest = encoded.maps[0][arranged.owner], _loosest(bounds, encoded.length[arranged.owner])
    begin = 0
    while begin < len(count):
        before = upto[begin - 1] if begin else 0
        end = max(begin + 1, int(np.searchsorted(upto, before + _AT_ONCE, side="right")))
        some = count[begin:end]
        offset = np.arange(begin + 1, end + 1) - (upto[begin:end] - some - before)
        second = np.arange(upto[end - 1] - before, dtype=np.int32)
        second += np.repeat(offset.astype(np.int32), some)
        differing = np.repeat(low[begin:end], some)
        differing ^= low[second]
        keep = np.flatnonzero(np.bitwise_count(differing) <= np.repeat(loosest[begin:end], some))
        if len(keep):
            first = begin + np.searchsorted(upto[begin:end] - before, keep, side="right")
            yield _passing(encoded, bounds, arranged, first, second[keep], np.bitwise_count(differing[keep]))
        begin = end


def _loosest(bounds: Bounds, length: Ints) -> NDArray[np.uint8]:
    """The distance that a name's longest partner may have: 64 bits never differ by more than fits."""
    loosest: NDArray[np.uint8] = np.minimum(bounds.distance[length + bounds.reach[length]], _WORD_BITS).astype(np.uint8)
    return loosest


def _passing(
    encoded: Encoded, bounds: Bounds, arranged: Choices, first: np.ndarray, second: np.ndarray, flipped: np.ndarray
) -> Keys:
    """The pairs of choices that pass all filters, after the first half of the bitmap."""
    a, b = arranged.owner[first], arranged.owner[second]
    distance = bounds.distance[encoded.length[a] + encoded.length[b]]
    high, place = encoded.maps[1], encoded.place
    flipped = flipped + np.bitwise_count(high[a] ^ high[b])
    longer_by = encoded.length[b] - encoded.length[a]
    of_shorter, of_longer = distance - longer_by, distance + longer_by
    shift = 2 * (place[arranged.last[second]].astype(np.int32) - place[arranged.last[first]])
    passing = (
        (flipped <= distance)
        & (2 * arranged.skipped[first] <= of_shorter)
        & (2 * arranged.skipped[second] <= of_longer)
        & (-shift <= of_shorter)
        & (shift <= of_longer)
        & (a != b)
    )
    keys: Keys = (a[passing].astype(np.uint64) << np.uint64(32)) | b[passing].astype(np.uint64)
    return keys
