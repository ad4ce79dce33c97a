"""Pairs worth comparing: similar names, and similar objects on one article."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from workbench.matching.basis import Provision
from workbench.matching.distinct import Ints, Keys, Wordings, ascending, keys
from workbench.matching.engine import LOCAL, Engine
from workbench.matching.gist import Gist
from workbench.matching.join import PairTable, similar_pairs
from workbench.matching.name_pairs import similar_names

#: Names are rarely reworded past this ratio, and few that are not reach it.
NAME_RATIO = 70.0
#: Objects of matters that rest on one article.
OBJECT_RATIO = 60.0
#: An article under which more wordings than this are listed grounds a whole trade, not one matter.
_CROWD = 400

#: The objects that rest on one article -> the keys of their places that are alike.
Alike = dict[tuple[str, ...], Keys]


def candidates(wordings: Wordings, gists: Sequence[Gist], engine: Engine, known: Alike) -> tuple[Keys, Alike]:
    """Pairs of wordings that may be one matter; what objects of an article are alike, to be ``known`` the next time."""
    by_article, alike = by_provision(wordings, gists, known)
    return ascending(by_name(wordings, engine), by_article), alike


def by_name(wordings: Wordings, engine: Engine = LOCAL) -> Keys:
    """Pairs of wordings with similar names."""
    told = np.array([at for at, gist in enumerate(wordings.gists) if not gist.generic], np.int64)
    texts = [wordings.texts[at] for at in told.tolist()]
    objects = [wordings.gists[at].core for at in told.tolist()]
    return _keys(similar_names(texts, objects, NAME_RATIO, OBJECT_RATIO, engine), told)


def by_provision(wordings: Wordings, gists: Sequence[Gist], known: Alike) -> tuple[Keys, Alike]:
    """Pairs of wordings that share an article in some rows and have similar objects.

    Args:
        wordings: of all rows.
        gists: of all rows.
        known: what was found for the objects of an article before.

    Returns:
        The pairs, and what was found for the objects of each article now.
    """
    grounded: dict[Provision, set[int]] = defaultdict(set)
    for at, gist in zip(wordings.of.tolist(), gists, strict=True):
        for provision in () if gist.generic else gist.provisions:
            grounded[provision].add(at)
    found: Alike = {}
    pairs: list[Keys] = []
    core = [gist.core for gist in wordings.gists]
    for crowd in grounded.values():
        if not 1 < len(crowd) <= _CROWD:
            continue
        members = sorted(crowd, key=core.__getitem__)
        objects = tuple([core[at] for at in members])
        alike = found.get(objects)
        if alike is None:
            alike = found[objects] = known[objects] if objects in known else _alike(objects)
        if len(alike):
            at = np.array(members, np.int64)
            pairs.append(keys(at[alike >> 32], at[alike & 0xFFFFFFFF]))
    return ascending(*pairs), found


def _alike(objects: Sequence[str]) -> Keys:
    """The pairs of places of a few objects that are similar."""
    every = len(objects) ** 2
    return _keys(similar_pairs(objects, OBJECT_RATIO, most=every), np.arange(len(objects)))


def _keys(pairs: PairTable, at: Ints) -> Keys:
    """Pairs of positions in ``at`` as keys of what stands there."""
    return keys(at[pairs.a], at[pairs.b])
