"""Brute force in blocks: names of compatible lengths against each other, by rapidfuzz itself."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from workbench.matching.join.bounds import Bounds
from workbench.matching.join.table import Ints, PairTable, Scores

#: Scores held at a time: 16 MB.
_CELLS = 2_000_000
_ROWS = 100
#: How many names are compared with how many to see what share of all pairs qualifies, and from which share on
#: no filter pays.
_SAMPLE = (64, 128)
_ALIKE = 0.1


def all_pairs(
    names: Sequence[str], length: Ints, bounds: Bounds, *, rows: slice = slice(None), workers: int = 1
) -> Iterator[PairTable]:
    """Every qualifying pair of names, each name with those after it.

    Args:
        names: names that ascend by length.
        length: their lengths.
        bounds: the threshold's bounds.
        rows: only the pairs whose first name is one of these.
        workers: threads.

    Yields:
        Pairs of positions in ``names``, the first one smaller.
    """
    begin, stop, _ = rows.indices(len(names))
    for at, upto in _ranges(begin, stop):
        reach = int(np.searchsorted(length, bounds.reach[length[upto - 1]], side="right"))
        yield from _against(names, slice(at, upto), slice(at, reach), bounds, workers)


def across(rows: Sequence[str], columns: Sequence[str], bounds: Bounds, *, workers: int = 1) -> Iterator[PairTable]:
    """Every qualifying pair of one of ``rows`` and one of ``columns``, numbered as one list."""
    names = [*rows, *columns]
    for at, upto in _ranges(0, len(rows)):
        yield from _against(names, slice(at, upto), slice(len(rows), len(names)), bounds, workers)


def _ranges(begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Ranges thin enough that the half of a square that is computed twice stays small."""
    for at in range(begin, stop, _ROWS):
        yield at, min(at + _ROWS, stop)


def _against(names: Sequence[str], rows: slice, columns: slice, bounds: Bounds, workers: int) -> Iterator[PairTable]:
    """The qualifying pairs of rows and columns, each with the row first; a name pairs with later ones."""
    step = max(1, _CELLS // (rows.stop - rows.start))
    for at in range(columns.start, columns.stop, step):
        scores = process.cdist(
            names[rows],
            names[at : min(at + step, columns.stop)],
            scorer=fuzz.ratio,
            score_cutoff=bounds.cutoff,
            dtype=np.float64,
            workers=workers,
        )
        hits = scores >= bounds.threshold
        if at == rows.start:  # the block on the diagonal: each pair once, and no name with itself
            hits[:, : len(hits)] = np.triu(hits[:, : len(hits)], 1)
        yield _pairs(scores, hits, rows.start, at)


def _pairs(scores: Scores, hits: NDArray[np.bool_], first: int, second: int) -> PairTable:
    """The pairs of a block whose rows are numbered from ``first`` and columns from ``second``."""
    count = np.count_nonzero(hits, axis=1)
    row = np.arange(len(hits), dtype=np.int32)
    place = np.flatnonzero(hits).astype(np.int32)
    place -= np.repeat(row * np.int32(hits.shape[1]) - np.int32(second), count)
    return PairTable(np.repeat(row + np.int32(first), count), place, scores[hits])


def mostly_alike(names: Sequence[str], bounds: Bounds) -> bool:
    """Whether a sample says that so many pairs qualify that writing them down is most of the work."""
    rows, columns = (names[:: max(1, len(names) // size)] for size in _SAMPLE)
    scores = process.cdist(rows, columns, scorer=fuzz.ratio, score_cutoff=bounds.cutoff, dtype=np.float32)
    return float(np.mean(scores > 0)) > _ALIKE
