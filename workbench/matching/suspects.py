"""All suspected pairs of a corpus: candidates by name and by provision, each compared."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.matching.candidates import Keys, by_name, by_provision
from workbench.matching.compare import told
from workbench.matching.evidence import Evidence
from workbench.matching.levels import LEVELS, WEAKEST, level_of
from workbench.matching.named import Named
from workbench.matching.profile import Profile
from workbench.records import Comparison, Relation

Progress = Callable[[int, int], None]

_STEP = 5_000
#: A matter with more look-alikes than this is one of a family, and mere likeness says nothing.
_FAMILY = 20
_DIFFERENT = np.array([level.relation is Relation.DIFFERENT for level in LEVELS])


def suspects(named: Sequence[Named], progress: Progress | None = None) -> list[tuple[int, int, Comparison]]:
    """Pairs of matters that are the same, part of one another, or may be.

    Candidates are the pairs whose tidied names have ratio >= 70 (exact join) and the pairs that rest on
    one article and have much of the object in common. Left out are sub-items of one main item unless
    their names are identical, generic names that every unit has, and pairs that are merely similar
    (level ``similar-object``) when one of the two has more than 20 such look-alikes.

    Args:
        named: the matters; rows are numbered from 0.
        progress: called with candidates compared and candidates in all.

    Returns:
        ``(row, greater row, comparison)`` with relation same, part or unsure, in the order of the rows.
    """
    profiles = [Profile.of(matter) for matter in named]
    pairs = np.union1d(by_name(profiles), by_provision(profiles))
    decided = _decided(profiles, pairs, progress)
    kept = ~_DIFFERENT[decided] & ~_in_family(pairs, decided == WEAKEST, len(named))
    found = []
    for key, level in zip(pairs[kept].tolist(), decided[kept].tolist(), strict=True):
        a, b = key >> 32, key & 0xFFFFFFFF
        found.append((a, b, told(Evidence(profiles[a], profiles[b]), LEVELS[level])))
    return found


def _decided(profiles: Sequence[Profile], pairs: Keys, progress: Progress | None) -> NDArray[np.int8]:
    """Each pair's level, by its place in the table."""
    place = {level.label: at for at, level in enumerate(LEVELS)}
    decided = np.empty(len(pairs), np.int8)
    for begin in range(0, len(pairs), _STEP):
        if progress:
            progress(begin, len(pairs))
        for at, key in enumerate(pairs[begin : begin + _STEP].tolist(), begin):
            seen = Evidence(profiles[key >> 32], profiles[key & 0xFFFFFFFF])
            decided[at] = place[level_of(seen).label]
    if progress:
        progress(len(pairs), len(pairs))
    return decided


def _in_family(pairs: Keys, weak: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    """The weak pairs of which a matter has too many."""
    a, b = pairs >> 32, pairs & 0xFFFFFFFF
    count = np.bincount(a[weak], minlength=size) + np.bincount(b[weak], minlength=size)
    crowded: NDArray[np.bool_] = weak & (np.maximum(count[a], count[b]) > _FAMILY)
    return crowded
