"""The join from names to pairs of rows."""

from collections.abc import Sequence

import numpy as np

from workbench.matching.join.bounds import Bounds
from workbench.matching.join.dense import all_pairs
from workbench.matching.join.repeats import Repeats
from workbench.matching.join.table import PairTable

LOWEST, HIGHEST = 50.0, 100.0


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
    if not LOWEST <= threshold <= HIGHEST:
        raise ValueError(f"相似度阈值应在{LOWEST:.0f}到{HIGHEST:.0f}之间，现为{threshold}。")
    repeats = Repeats.of(names)
    return repeats.written_out(_distinct_pairs(repeats.distinct, threshold)).ordered()


def _distinct_pairs(names: Sequence[str], threshold: float) -> PairTable:
    """The pairs among names that all differ."""
    lengths = np.fromiter(map(len, names), np.int32, len(names))
    order = np.argsort(lengths, kind="stable").astype(np.int32)
    ascending = [names[row] for row in order]
    bounds = Bounds.of(threshold, int(lengths.max(initial=0)))
    return all_pairs(ascending, lengths[order], bounds).renumbered(order)
