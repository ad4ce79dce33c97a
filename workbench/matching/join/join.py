"""The join from names to pairs of rows."""

import os
from collections.abc import Iterator, Sequence

import numpy as np

from workbench.matching.join.bounds import Bounds
from workbench.matching.join.dense import all_pairs
from workbench.matching.join.encoded import LONGEST, Encoded
from workbench.matching.join.repeats import Repeats
from workbench.matching.join.sparse import sparse_pairs
from workbench.matching.join.table import Ints, PairTable

LOWEST_THRESHOLD, HIGHEST_THRESHOLD = 50.0, 100.0

#: Characters in a signature. Names that may share fewer with a partner are few, and compared by brute force.
_DEPTH = 5
#: So few names are joined by brute force before signatures are set up.
_FEW = 1_000


def similar_pairs(names: Sequence[str], threshold: float) -> PairTable:
    """All pairs of different rows whose names have ``rapidfuzz.fuzz.ratio`` >= ``threshold``.

    Exact: no pair is missed and none is extra. Identical names are pairs too (score 100).

    Args:
        names: any strings, compared as they are; tidy them first where that is wanted.
        threshold: 50 to 100.

    Returns:
        The pairs, ``a < b``, ordered by ``a``, then ``b``.

    Raises:
        ValueError: the threshold is outside 50 to 100.
    """
    if not LOWEST_THRESHOLD <= threshold <= HIGHEST_THRESHOLD:
        raise ValueError(f"相似度阈值应在50到100之间，现为{threshold}。")
    repeats = Repeats.of(names)
    return PairTable.ordered(repeats.written_out(_distinct_pairs(repeats.distinct, threshold)))


def _distinct_pairs(names: Sequence[str], threshold: float) -> Iterator[PairTable]:
    """The pairs among names that all differ, some perhaps more than once."""
    length = np.fromiter(map(len, names), np.int32, len(names))
    order = np.argsort(length, kind="stable").astype(np.int32)
    ascending = [names[row] for row in order]
    bounds = Bounds.of(threshold, int(length.max(initial=0)))
    for part in _ascending_pairs(ascending, length[order], bounds):
        yield part.renumbered(order)


def _ascending_pairs(names: list[str], length: Ints, bounds: Bounds) -> Iterator[PairTable]:
    """Brute force for the shortest and the longest names, signatures for those between."""
    if len(names) <= _FEW:
        yield from all_pairs(names, length, bounds)
        return
    workers = min(2, os.cpu_count() or 1)
    short = int(np.searchsorted(length, _longest_short(bounds), side="right"))
    far = int(np.searchsorted(length, LONGEST, side="right"))
    yield from all_pairs(names, length, bounds, rows=slice(short), workers=workers)
    if far > short:
        between = np.arange(short, far, dtype=np.int32)
        middle = sparse_pairs(Encoded.of(names[short:far]), bounds, _DEPTH, workers)
        yield from (part.renumbered(between) for part in middle)
    if far < len(names):
        yield from _with_longest(names, length, bounds, slice(short, far))


def _longest_short(bounds: Bounds) -> int:
    """The greatest length whose names may share fewer characters with a partner than a signature has."""
    return int(np.flatnonzero(bounds.least_common < _DEPTH).max(initial=0))


def _with_longest(names: list[str], length: Ints, bounds: Bounds, between: slice) -> Iterator[PairTable]:
    """The pairs of names past ``LONGEST`` with each other and with those ``between`` that reach them."""
    reaching = int(np.searchsorted(bounds.reach[length[between]], LONGEST, side="right")) + between.start
    rows = np.arange(reaching, len(names), dtype=np.int32)
    for part in all_pairs(names[reaching:], length[reaching:], bounds):
        pairs = part.renumbered(rows)
        yield pairs.where(pairs.b >= between.stop)
