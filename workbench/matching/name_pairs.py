"""Pairs of similar names, with crowds told apart by what differs in them.

Where hundreds of names are alike, they share a frame (…产品经营许可证核发), and that they are alike says nothing: comparing
each two would take hours and end in nothing. Such pairs are kept only where the objects are alike, too, without the
characters that the crowd shares.
"""

import logging
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from workbench.matching.engine import Engine
from workbench.matching.join import PairTable

#: A name with more similar names than this stands in a crowd.
CROWD = 200
_AT_ONCE = 1_000_000
_log = logging.getLogger(__name__)


def similar_names(
    names: Sequence[str], objects: Sequence[str], threshold: float, object_threshold: float, engine: Engine
) -> PairTable:
    """Pairs of names that reach a threshold; between two of a crowd, the objects must reach theirs, too.

    Where the pairs do not fit into memory, the threshold is raised until they do, and a warning tells.

    Args:
        names: wordings.
        objects: what each is about, without its frame.
        threshold: for names, 50 to 100.
        object_threshold: for objects.
        engine: where names are joined.
    """
    pairs = engine.pairs(names, threshold)
    while pairs.cut and pairs.cut.threshold:
        _log.warning(
            "名称过于相似：相似度达到 %g 的名称对约有 %d 对，内存放不下，改为只比较达到 %d 的。",
            threshold,
            pairs.cut.about,
            pairs.cut.threshold,
        )
        threshold = pairs.cut.threshold
        pairs = engine.pairs(names, threshold)
    return pairs.where(_telling(pairs, objects, object_threshold))


def _telling(pairs: PairTable, objects: Sequence[str], threshold: float) -> NDArray[np.bool_]:
    """The pairs that are not merely two of a crowd."""
    count = np.bincount(pairs.a, minlength=len(objects)) + np.bincount(pairs.b, minlength=len(objects))
    kept: NDArray[np.bool_] = np.minimum(count[pairs.a], count[pairs.b]) <= CROWD
    crowded = np.flatnonzero(~kept)
    texts = _unframed(objects, _crowds(pairs.where(~kept), len(objects)))
    for at in range(0, len(crowded), _AT_ONCE):
        some = crowded[at : at + _AT_ONCE]
        scores = process.cpdist(
            texts[pairs.a[some]], texts[pairs.b[some]], scorer=fuzz.ratio, score_cutoff=threshold, dtype=np.float64
        )
        kept[some] = scores >= threshold
    return kept


def _crowds(pairs: PairTable, size: int) -> NDArray[np.int64]:
    """For each name the least number that pairs lead to from it: names of one crowd have the same."""
    least = np.arange(size)
    while True:
        before = least.copy()
        np.minimum.at(least, pairs.a, least[pairs.b])
        np.minimum.at(least, pairs.b, least[pairs.a])
        least = least[least]
        if np.array_equal(least, before):
            return least


def _unframed(objects: Sequence[str], crowd: NDArray[np.int64]) -> NDArray[np.object_]:
    """Objects without the characters that more than half of their crowd has, where something is left."""
    texts = np.array(objects, dtype=object)
    members = np.bincount(crowd, minlength=len(texts))
    for number in np.flatnonzero(members > CROWD):
        rows = np.flatnonzero(crowd == number)
        had = Counter(letter for text in texts[rows] for letter in set(text))
        frame = str.maketrans(dict.fromkeys(letter for letter, times in had.items() if times * 2 > len(rows)))
        for row in rows:
            texts[row] = texts[row].translate(frame) or texts[row]
    return texts
