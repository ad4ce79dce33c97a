"""Brute force in blocks: names of compatible lengths against each other, by rapidfuzz itself."""

from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from workbench.matching.join.bounds import Bounds
from workbench.matching.join.table import Ints, PairTable

#: Scores held at a time: 16 MB.
_CELLS = 2_000_000
_ROWS = 500


def all_pairs(names: Sequence[str], lengths: Ints, bounds: Bounds) -> PairTable:
    """Every qualifying pair of ``names``, which ascend by length."""
    parts = []
    for begin, end in _blocks(len(names)):
        stop = int(np.searchsorted(lengths, bounds.reach[lengths[end - 1]], side="right"))
        step = _CELLS // (end - begin)
        parts += [
            _block(names, slice(begin, end), slice(at, min(at + step, stop)), bounds.threshold)
            for at in range(begin, stop, step)
        ]
    return PairTable.joined(parts)


def _blocks(size: int) -> Iterator[tuple[int, int]]:
    """Row ranges, thin enough that the half of a square that is computed twice stays small."""
    step = max(1, min(_ROWS, size // 8))
    for begin in range(0, size, step):
        yield begin, min(begin + step, size)


def _block(names: Sequence[str], rows: slice, columns: slice, threshold: float) -> PairTable:
    """The qualifying pairs of a block of rows and columns, each with the row first."""
    scores = process.cdist(names[rows], names[columns], scorer=fuzz.ratio, score_cutoff=threshold, dtype=np.float64)
    a, b = np.nonzero(scores)
    score = scores[a, b]
    a, b = a + rows.start, b + columns.start
    above = b > a
    return PairTable(a[above].astype(np.int32), b[above].astype(np.int32), score[above])
