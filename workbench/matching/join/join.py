"""The join from names to pairs of rows."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np

from workbench.matching.join.batches import FirstEntries
from workbench.matching.join.bounds import Bounds
from workbench.matching.join.crowds import Comparing, Crowds
from workbench.matching.join.dense import all_pairs, mostly_alike
from workbench.matching.join.encoded import LONGEST, Encoded
from workbench.matching.join.estimate import cut
from workbench.matching.join.gathered import Gathered
from workbench.matching.join.memory import usual_most
from workbench.matching.join.repeats import Repeats
from workbench.matching.join.search import Search
from workbench.matching.join.table import Ints, PairTable
from workbench.matching.join.tuning import Tuning

LOWEST_THRESHOLD, HIGHEST_THRESHOLD = 50.0, 100.0
_USUAL = Tuning()


def similar_pairs(
    names: Sequence[str], threshold: float, tuning: Tuning = _USUAL, *, most: int | None = None
) -> PairTable:
    """All pairs of different rows whose names have ``rapidfuzz.fuzz.ratio`` >= ``threshold``.

    Exact: no pair is missed and none is extra. Identical names are pairs too (score 100).

    Args:
        names: any strings, compared as they are; tidy them first where that is wanted.
        threshold: 50 to 100.
        tuning: how the work is divided; the result is the same.
        most: how many pairs may be held; an eighth of the free memory at 64 bytes each where it is not given.

    Returns:
        The pairs, ``a < b``, ordered by ``a``, then ``b``. Where there are more than ``most``, the work ends early
        and the table has ``most`` of them, whichever were found first, and says so in ``cut``.

    Raises:
        ValueError: the threshold is outside 50 to 100, or ``most`` is negative.
    """
    most = checked_limits(threshold, most)
    repeats = Repeats.of(names)
    return gathered(repeats, distinct_pairs(repeats.distinct, threshold, tuning, most), threshold, most)


def checked_limits(threshold: float, most: int | None) -> int:
    """How many pairs may be held; ValueError when that or the threshold is out of range."""
    if not LOWEST_THRESHOLD <= threshold <= HIGHEST_THRESHOLD:
        raise ValueError(f"相似度阈值应在50到100之间，现为{threshold}。")
    if most is not None and most < 0:
        raise ValueError(f"最多列出的行对数不能是负数，现为{most}。")
    return usual_most() if most is None else most


def gathered(repeats: Repeats, found: Iterable[PairTable], threshold: float, most: int) -> PairTable:
    """The pairs of distinct names as one table of pairs of rows; ends early when they are too many."""
    whole = Gathered(most)
    for part in repeats.written_out(found):
        whole.add(part)
        if whole.full:
            break
    table = whole.table()
    if not whole.full:
        return table
    return replace(table.where(slice(most)), cut=cut(repeats, threshold, most, len(table)))


def distinct_pairs(names: Sequence[str], threshold: float, tuning: Tuning, most: int) -> Iterator[PairTable]:
    """The pairs among names that all differ, some perhaps more than once.

    Brute force for the shortest and the longest names, signatures for those between; brute force for all of
    them, as they come, where nearly every two names of like length qualify.
    """
    length = np.fromiter(map(len, names), np.int32, len(names))
    bounds = Bounds.of(threshold, int(length.max(initial=0)))
    if tuning.few < len(names) and mostly_alike(names, bounds):
        everything = np.full(len(names), length.max(), np.int32)
        yield from all_pairs(names, everything, bounds, workers=tuning.workers)
        return
    order = np.argsort(length, kind="stable").astype(np.int32)
    ascending, length = [names[row] for row in order], length[order]
    short, far = between(length, bounds, tuning)
    for part in all_pairs(ascending, length, bounds, rows=slice(short), workers=tuning.workers):
        yield part.renumbered(order)
    for part in _by_signature(ascending[short:far], length[short:far], bounds, tuning, most):
        yield part.renumbered(order[short:far])
    if far < len(names):
        for part in _with_longest(ascending, length, bounds, slice(short, far)):
            yield part.renumbered(order)


def between(length: Ints, bounds: Bounds, tuning: Tuning) -> tuple[int, int]:
    """Where names are long enough to have a signature, and where they are too long."""
    if len(length) <= tuning.few:
        return len(length), len(length)
    longest_short = int(np.flatnonzero(bounds.least_common < tuning.depth).max(initial=0))
    short, far = np.searchsorted(length, [longest_short, max(longest_short, LONGEST)], side="right").tolist()
    return short, far


def _by_signature(names: list[str], length: Ints, bounds: Bounds, tuning: Tuning, most: int) -> Iterator[PairTable]:
    """The pairs of names that have ``depth`` characters or more in common with any partner."""
    if not names:
        return
    encoded = Encoded.of(names)
    first = FirstEntries.of(encoded, bounds)
    if len(names) <= tuning.many and not first.divide(len(names)):
        yield from all_pairs(names, length, bounds, workers=tuning.workers)
    else:
        yield from searched(encoded, first, bounds, tuning, most)


def searched(encoded: Encoded, first: FirstEntries, bounds: Bounds, tuning: Tuning, most: int) -> Iterator[PairTable]:
    """The pairs whose most telling common character is one of the first entries."""
    crowds = Crowds(encoded, bounds, tuning.workers)

    def found(batch: Ints) -> tuple[PairTable, list[Comparing]]:
        return Search(encoded, bounds, crowds, tuning, most).pairs(batch)

    with ThreadPoolExecutor(tuning.workers) as pool:
        for table, crowded in pool.map(found, first.batches(tuning.batch)):
            yield table
            for each in crowded:
                yield from crowds.pairs(each)


def _with_longest(names: list[str], length: Ints, bounds: Bounds, among: slice) -> Iterator[PairTable]:
    """The pairs of names past ``LONGEST`` with each other and with those ``among`` that reach them."""
    reaching = among.start + int(np.searchsorted(bounds.reach[length[among]], LONGEST, side="right"))
    rows = np.arange(reaching, len(names), dtype=np.int32)
    for part in all_pairs(names[reaching:], length[reaching:], bounds):
        pairs = part.renumbered(rows)
        yield pairs.where(pairs.b >= among.stop)
