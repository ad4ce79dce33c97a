"""Pairs worth comparing: similar names, and similar objects on one article."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from workbench.matching.basis import Provision
from workbench.matching.distinct import Ints, Keys, Wordings, keys
from workbench.matching.engine import LOCAL, Engine
from workbench.matching.join import PairTable, similar_pairs
from workbench.matching.name_pairs import similar_names
from workbench.matching.profile import Profile
from workbench.matching.rejections import possible

#: Names are rarely reworded past this ratio, and few that are not reach it.
NAME_RATIO = 70.0
#: Objects of matters that rest on one article.
OBJECT_RATIO = 60.0
#: An article under which more wordings than this are listed grounds a whole trade, not one matter.
_CROWD = 400


def candidates(wordings: Wordings, profiles: Iterable[Profile], engine: Engine = LOCAL) -> Keys:
    """Pairs of rows to compare: those of one wording, and those of two that may be one matter."""
    of_two = np.union1d(by_name(wordings, engine), by_provision(wordings, profiles))
    of_two = possible(wordings.profiles, of_two)
    return np.unique(np.concatenate([wordings.within(), wordings.written_out(of_two)]))


def by_name(wordings: Wordings, engine: Engine = LOCAL) -> Keys:
    """Pairs of wordings with similar names."""
    told = np.array([at for at, profile in enumerate(wordings.profiles) if not profile.name.generic], np.int64)
    texts = [wordings.texts[at] for at in told]
    objects = [wordings.profiles[at].name.core for at in told]
    return _keys(similar_names(texts, objects, NAME_RATIO, OBJECT_RATIO, engine), told)


def by_provision(wordings: Wordings, profiles: Iterable[Profile]) -> Keys:
    """Pairs of wordings that share an article in some rows and have similar objects."""
    grounded: dict[Provision, set[int]] = defaultdict(set)
    for at, profile in zip(wordings.of.tolist(), profiles, strict=True):
        for provision in () if profile.name.generic else profile.grounds.provisions:
            grounded[provision].add(at)
    crowds = {frozenset(crowd) for crowd in grounded.values() if 1 < len(crowd) <= _CROWD}
    return np.unique(np.concatenate([np.empty(0, np.int64), *(_alike(wordings, sorted(crowd)) for crowd in crowds)]))


def _alike(wordings: Wordings, crowd: list[int]) -> Keys:
    """The pairs of a few wordings with similar objects."""
    return _keys(
        similar_pairs([wordings.profiles[at].name.core for at in crowd], OBJECT_RATIO), np.array(crowd, np.int64)
    )


def _keys(pairs: PairTable, at: Ints) -> Keys:
    """Pairs of positions in ``at`` as keys of what stands there."""
    return keys(at[pairs.a], at[pairs.b])
