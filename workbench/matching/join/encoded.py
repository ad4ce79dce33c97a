"""Names as arrays: their characters in telling order, and a bitmap each."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from workbench.matching.join.order import character_order, code_points
from workbench.matching.join.table import Ints

#: Positions in a name are packed in ten bits below its rank; longer names are left to brute force.
LONGEST = 1023
_PLACE_BITS = np.uint32(10)
_WORD = np.uint64(64)
_MAP_BITS = 128


@dataclass(frozen=True, slots=True)
class Encoded:
    """Distinct names that ascend by length, with all their characters in one row of entries.

    A name's entries run from ``start[name]``, the most telling character first, equal characters by
    position.

    Attributes:
        names: the strings.
        length: characters of each name.
        start: first entry of each name; one entry more than there are names.
        owner: the name of each entry.
        rank: the character of each entry by its place in the order, 0 the most telling.
        place: the entry's position in the name.
        maps: two 64-bit words a name: each character flips one of 128 bits.
    """

    names: NDArray[np.object_]
    length: Ints
    start: Ints
    owner: Ints
    rank: Ints
    place: NDArray[np.int16]
    maps: tuple[NDArray[np.uint64], NDArray[np.uint64]]

    @classmethod
    def of(cls, names: list[str], order: NDArray[np.uint32] | None = None) -> Self:
        """Encodes names of 1 to ``LONGEST`` characters, ascending by length.

        Args:
            names: the names.
            order: all their characters, the most telling first; worked out where it is not given.
        """
        length = np.fromiter(map(len, names), np.int32, len(names))
        start = np.zeros(len(names) + 1, np.int32)
        np.cumsum(length, out=start[1:])
        order = character_order(names) if order is None else order
        points = code_points(names)
        rank = np.zeros(int(order.max()) + 1, np.uint32)
        rank[order] = np.arange(len(order))
        ranks = rank[points]
        owner = np.repeat(np.arange(len(names), dtype=np.int32), length)
        place = np.arange(len(points), dtype=np.int32) - start[owner]
        packed = _in_telling_order((ranks << _PLACE_BITS) | place.astype(np.uint32), length)
        return cls(
            names=np.array(names, dtype=object),
            length=length,
            start=start,
            owner=owner,
            rank=(packed >> _PLACE_BITS).astype(np.int32),
            place=(packed & np.uint32(LONGEST)).astype(np.int16),
            maps=_bitmaps(ranks, start, len(order)),
        )


def _in_telling_order(packed: NDArray[np.uint32], length: Ints) -> NDArray[np.uint32]:
    """Sorts each name's entries; names of one length are rows of one matrix."""
    begin = 0
    for letters, names in zip(*np.unique(length, return_counts=True), strict=True):
        end = begin + letters * names
        packed[begin:end].reshape(names, letters).sort(axis=1)
        begin = end
    return packed


def _bitmaps(ranks: NDArray[np.uint32], start: Ints, letters: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The parity of each name's characters in 128 bits, the most frequent characters on bits of their own."""
    bit = ((letters - 1 - np.arange(letters)) % _MAP_BITS).astype(np.uint64)[ranks]
    flip = np.uint64(1) << (bit % _WORD)
    low = np.where(bit < _WORD, flip, np.uint64(0))
    return np.bitwise_xor.reduceat(low, start[:-1]), np.bitwise_xor.reduceat(flip ^ low, start[:-1])
