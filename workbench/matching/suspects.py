"""All suspected pairs of a corpus: candidates by name and by provision, each compared."""

from collections.abc import Callable, Sequence

import numpy as np

from workbench.matching.candidates import by_name, by_provision
from workbench.matching.compare import told
from workbench.matching.evidence import Evidence
from workbench.matching.levels import level_of
from workbench.matching.named import Named
from workbench.matching.profile import Profile
from workbench.records import Comparison, Relation

Progress = Callable[[int, int], None]

_STEP = 5_000


def suspects(named: Sequence[Named], progress: Progress | None = None) -> list[tuple[int, int, Comparison]]:
    """Pairs of matters that are the same, part of one another, or may be.

    Candidates are the pairs whose tidied names have ratio >= 70 (exact join) and the pairs that rest on
    one article and have much of the object in common. Sub-items of one main item are left out unless
    their names are identical, and so are generic names that every unit has.

    Args:
        named: the matters; rows are numbered from 0.
        progress: called with candidates compared and candidates in all.

    Returns:
        ``(row, greater row, comparison)`` with relation same, part or unsure, in the order of the rows.
    """
    profiles = [Profile.of(matter) for matter in named]
    pairs = np.union1d(by_name(profiles), by_provision(profiles))
    found = []
    for done in range(0, len(pairs), _STEP):
        if progress:
            progress(done, len(pairs))
        for key in pairs[done : done + _STEP].tolist():
            a, b = key >> 32, key & 0xFFFFFFFF
            seen = Evidence(profiles[a], profiles[b])
            level = level_of(seen)
            if level.relation is not Relation.DIFFERENT:
                found.append((a, b, told(seen, level)))
    if progress:
        progress(len(pairs), len(pairs))
    return found
