"""Pairs worth comparing, as keys ``a << 32 | b`` with a < b."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.matching.basis import Provision
from workbench.matching.join import PairTable, similar_pairs
from workbench.matching.profile import Profile

Keys = NDArray[np.int64]

#: Names are rarely reworded past this ratio, and few that are not reach it.
NAME_RATIO = 70.0
#: Objects of matters that rest on one article.
OBJECT_RATIO = 60.0
#: An article under which more matters than this are listed grounds a whole trade, not one matter.
_CROWD = 400


def by_name(profiles: Sequence[Profile]) -> Keys:
    """Pairs with similar tidied names."""
    rows = np.array([row for row, profile in enumerate(profiles) if not profile.name.generic], np.int32)
    return _keys(similar_pairs([profiles[row].name.tidied for row in rows], NAME_RATIO), rows)


def by_provision(profiles: Sequence[Profile]) -> Keys:
    """Pairs that share an article and have similar objects."""
    grounded: dict[Provision, list[int]] = defaultdict(list)
    for row, profile in enumerate(profiles):
        for provision in profile.grounds.provisions:
            if not profile.name.generic:
                grounded[provision].append(row)
    crowds = {tuple(rows) for rows in grounded.values() if 1 < len(rows) <= _CROWD}
    return np.unique(np.concatenate([np.empty(0, np.int64), *(_alike(profiles, rows) for rows in crowds)]))


def _alike(profiles: Sequence[Profile], rows: tuple[int, ...]) -> Keys:
    """The pairs of a few rows with similar objects."""
    return _keys(similar_pairs([profiles[row].name.core for row in rows], OBJECT_RATIO), np.array(rows, np.int32))


def _keys(pairs: PairTable, rows: NDArray[np.int32]) -> Keys:
    """Pairs of positions in ``rows`` (ascending) as keys of rows."""
    return (rows[pairs.a].astype(np.int64) << 32) | rows[pairs.b]
