"""How many pairs there are, judged by comparing a few rows with all."""

import numpy as np
from rapidfuzz import fuzz, process

from workbench.matching.join.repeats import Repeats
from workbench.matching.join.table import Cut

#: Rows in the sample, and comparisons that it may take: about a second.
_ROWS, _COMPARISONS = 400, 20_000_000
_SEED = 5
_HIGHEST = 100


def cut(repeats: Repeats, threshold: float, most: int, found: int) -> Cut:
    """What to say when more than ``most`` pairs were found, ``found`` different ones so far."""
    about, above = _by_threshold(repeats, threshold)
    at_least = max(found, repeats.identical)
    return Cut(most, at_least, max(at_least, about), next((whole for whole, n in above.items() if n <= most), None))


def _by_threshold(repeats: Repeats, threshold: float) -> tuple[int, dict[int, int]]:
    """About how many pairs of rows reach the threshold, and how many each whole threshold above it."""
    rows, size = len(repeats.rows), np.diff(repeats.start)
    count = max(1, min(rows, _ROWS, _COMPARISONS // len(size)))
    sample = np.random.default_rng(_SEED).choice(rows, count, replace=False)
    group = np.searchsorted(repeats.start, sample, side="right") - 1
    thresholds = [threshold, *range(int(threshold) + 1, _HIGHEST + 1)]
    reached = np.zeros(len(thresholds))
    for at in group.tolist():
        scores = process.cdist([repeats.distinct[at]], repeats.distinct, scorer=fuzz.ratio, score_cutoff=threshold)[0]
        reached += [size[scores >= each].sum() - 1 for each in thresholds]
    about, *above = (reached * rows / count / 2).astype(int).tolist()
    return about, dict(zip(range(int(threshold) + 1, _HIGHEST + 1), above, strict=True))
