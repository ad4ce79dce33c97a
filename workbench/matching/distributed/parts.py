"""The join cut into parts that a worker can do by itself.

Every part carries the names that it needs. Names that are joined by brute force go in blocks of rows; the
others by ranges of the character order: a part finds the pairs whose most telling common character is in its range,
and gets the names that have such a character among their first entries. All parts share one character order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from workbench.matching.join.batches import FirstEntries
from workbench.matching.join.bounds import Bounds
from workbench.matching.join.dense import all_pairs, mostly_alike
from workbench.matching.join.encoded import LONGEST, Encoded
from workbench.matching.join.gathered import Gathered
from workbench.matching.join.join import between, searched
from workbench.matching.join.order import character_order
from workbench.matching.join.table import Ints, PairTable
from workbench.matching.join.tuning import Tuning

#: Bytes that a worker takes for a name while it searches: measured, at 20 characters a name.
BYTES_A_NAME = 1_000
#: The share of a thread's memory that the names of a part may take: the rest is for pairs and for Dask.
_SHARE = 4
#: Parts for each thread, so that none is idle for long and little is done again when a worker dies.
_PARTS = 4
#: Pairs compared in a part by brute force: about two seconds.
_COMPARED = 50_000_000
_ENCODED = 200_000
_TUNING = Tuning(workers=1)


@dataclass(frozen=True, slots=True)
class Size:
    """What a cluster can take: threads in all, and bytes of memory for each."""

    threads: int
    memory: int

    def names(self, total: int) -> int:
        """How many names a part may have: a quarter of the memory, and at least four parts for a thread.

        ``min(memory / 4 / BYTES_A_NAME, total / (4 * threads))``
        """
        return max(1, min(self.memory // _SHARE // BYTES_A_NAME, -(-total // (_PARTS * self.threads))))


@dataclass(frozen=True, slots=True)
class Part:
    """Names, and which of their pairs are asked for.

    Attributes:
        names: ascending by length.
        rows: the number of each name.
        threshold: of the join.
        most: pairs that may be held.
        block: for brute force: so many names at the front are compared, each with all after it.
        order: for a search: the characters, the most telling first.
        ranks: for a search: the range of the order whose characters lead to the pairs.
    """

    names: tuple[str, ...]
    rows: Ints
    threshold: float
    most: int
    block: int = 0
    order: NDArray[np.uint32] | None = None
    ranks: tuple[int, int] = (0, 0)


def parts(names: Sequence[str], threshold: float, most: int, size: Size) -> Iterator[Part]:
    """Parts that together find every pair of ``names``, which all differ; some pairs are found by several."""
    length = np.fromiter(map(len, names), np.int32, len(names))
    rows = np.argsort(length, kind="stable").astype(np.int32)
    whole = Part(tuple(names[row] for row in rows), rows, threshold, most)
    length = length[rows]
    bounds = Bounds.of(threshold, int(length.max(initial=0)))
    if len(names) > _TUNING.few and mostly_alike(names, bounds):
        yield from _blocks(whole, length, bounds, slice(0, len(names)))
        return
    short, far = between(length, bounds, _TUNING)
    reaching = short + int(np.searchsorted(bounds.reach[length[short:far]], LONGEST, side="right"))
    yield from _blocks(whole, length, bounds, slice(0, short))
    yield from _searches(whole, slice(short, far), bounds, size)
    if far < len(names):
        yield from _blocks(whole, length, bounds, slice(reaching, len(names)))


def found(part: Part) -> PairTable:
    """The pairs of a part, by row; past ``most``, only some of them, but more than ``most``."""
    bounds = Bounds.of(part.threshold, max(map(len, part.names)))
    gathered = Gathered(part.most)
    for table in _compared(part, bounds) if part.block else _searched(part, bounds):
        gathered.add(table.renumbered(part.rows))
        if gathered.full:
            break
    return gathered.table()


def _compared(part: Part, bounds: Bounds) -> Iterator[PairTable]:
    length = np.fromiter(map(len, part.names), np.int32, len(part.names))
    return all_pairs(part.names, length, bounds, rows=slice(part.block))


def _searched(part: Part, bounds: Bounds) -> Iterator[PairTable]:
    encoded = Encoded.of(list(part.names), part.order)
    first = FirstEntries.of(encoded, bounds, slice(*part.ranks))
    return searched(encoded, first, bounds, _TUNING, part.most)


def _blocks(whole: Part, length: Ints, bounds: Bounds, rows: slice) -> Iterator[Part]:
    """Rows against all that they reach after them, few enough at a time."""
    begin = rows.start
    while begin < rows.stop:
        reach = int(np.searchsorted(length, bounds.reach[length[begin]], side="right"))
        end = min(rows.stop, begin + max(1, _COMPARED // (reach - begin)))
        reach = int(np.searchsorted(length, bounds.reach[length[end - 1]], side="right"))
        yield replace(whole, names=whole.names[begin:reach], rows=whole.rows[begin:reach], block=end - begin)
        begin = end


def _searches(whole: Part, among: slice, bounds: Bounds, size: Size) -> Iterator[Part]:
    """Ranges of the character order, each with the names that have one of its characters among their first."""
    names, rows = whole.names[among], whole.rows[among]
    if not names:
        return
    order = character_order(list(names))
    owner, rank = _first_entries(names, order, bounds)
    begin = 0
    for end in _ends(rank, size.names(len(rank))):
        some = np.unique(owner[begin:end])
        yield replace(
            whole,
            names=tuple(names[row] for row in some),
            rows=rows[some],
            order=order,
            ranks=(int(rank[begin]), int(rank[end - 1]) + 1),
        )
        begin = end


def _first_entries(names: Sequence[str], order: NDArray[np.uint32], bounds: Bounds) -> tuple[Ints, Ints]:
    """Name and rank of the first entries of all names, by rank; few names are encoded at a time."""
    owners, ranks = [], []
    for begin in range(0, len(names), _ENCODED):
        encoded = Encoded.of(list(names[begin : begin + _ENCODED]), order)
        entry = FirstEntries.of(encoded, bounds).entry
        owners.append(encoded.owner[entry] + np.int32(begin))
        ranks.append(encoded.rank[entry])
    owner, rank = np.concatenate(owners), np.concatenate(ranks)
    by_rank = np.argsort(rank, kind="stable")
    return owner[by_rank], rank[by_rank]


def _ends(rank: Ints, most: int) -> Iterator[int]:
    """Where to cut entries, so that all of one character stay together and ``most`` is passed only for one alone."""
    ends = np.append(np.flatnonzero(rank[1:] != rank[:-1]) + 1, len(rank))
    begin = 0
    while begin < len(rank):
        fits, least = np.searchsorted(ends, [begin + most, begin], side="right").tolist()
        begin = int(ends[max(fits - 1, least)])
        yield begin
