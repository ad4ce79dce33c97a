"""Pairs worth comparing: similar names, and similar objects on one article."""

from collections.abc import Sequence

import numpy as np

from workbench.matching.distinct import Keys, Wordings, ascending, keys
from workbench.matching.engine import LOCAL, Engine
from workbench.matching.join import PairTable, similar_pairs
from workbench.matching.name_pairs import similar_names
from workbench.matching.numbers import Ints
from workbench.matching.rows import Rows

#: Names are rarely reworded past this ratio, and few that are not reach it.
NAME_RATIO = 70.0
#: Objects of matters that rest on one article.
OBJECT_RATIO = 60.0
#: An article under which more wordings than this are listed grounds a whole trade, not one matter.
_CROWD = 400

#: The ascending numbers of the objects that rest on one article, as bytes -> the keys of their places that are alike.
Alike = dict[bytes, Keys]


def candidates(wordings: Wordings, rows: Rows, engine: Engine, known: Alike) -> tuple[Keys, Alike]:
    """Pairs of wordings that may be one matter; what objects of an article are alike, to be ``known`` the next time."""
    by_article, alike = by_provision(wordings, rows, known)
    return ascending(by_name(wordings, engine), by_article), alike


def by_name(wordings: Wordings, engine: Engine = LOCAL) -> Keys:
    """Pairs of wordings with similar names."""
    told = np.flatnonzero(~wordings.generic)
    texts, objects = wordings.texts[told].tolist(), wordings.cores[told].tolist()
    return _keys(similar_names(texts, objects, NAME_RATIO, OBJECT_RATIO, engine), told)


def by_provision(wordings: Wordings, rows: Rows, known: Alike) -> tuple[Keys, Alike]:
    """Pairs of wordings that share an article in some rows and have similar objects.

    Args:
        wordings: of all rows.
        rows: all of them.
        known: what was found for the objects of an article before.

    Returns:
        The pairs, and what was found for the objects of each article now.
    """
    member, ends = _grounded(wordings, rows)
    core = wordings.core[member]
    found: Alike = {}
    pairs: list[Keys] = []
    for begin, end in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True):
        objects = core[begin:end].tobytes()
        alike = found.get(objects)
        if alike is None:
            alike = known.get(objects)
            if alike is None:
                alike = _alike([rows.words.cores.things[number] for number in core[begin:end].tolist()])
            found[objects] = alike
        if len(alike):
            at = member[begin:end]
            pairs.append(keys(at[alike >> 32], at[alike & 0xFFFFFFFF]))
    return ascending(*pairs), found


def _grounded(wordings: Wordings, rows: Rows) -> tuple[Ints, Ints]:
    """The wordings of each article that grounds some, by the number of their object; where each article's end."""
    told = np.repeat(~rows.generic, np.diff(rows.ends))
    wording = np.repeat(wordings.of, np.diff(rows.ends))[told]
    pairs = ascending((rows.provision[told] << 32) | wording)
    provision, member = pairs >> 32, pairs & 0xFFFFFFFF
    count = np.bincount(provision)
    some = ((count > 1) & (count <= _CROWD))[provision]
    provision, member = provision[some], member[some]
    order = np.argsort((provision << 32) | wordings.core[member], kind="stable")
    provision, member = provision[order], member[order]
    change = np.flatnonzero(np.diff(provision, prepend=-1, append=-1))
    return member, change if len(member) else np.zeros(1, np.int64)


def _alike(objects: Sequence[str]) -> Keys:
    """The pairs of places of a few objects that are similar."""
    every = len(objects) ** 2
    return _keys(similar_pairs(objects, OBJECT_RATIO, most=every), np.arange(len(objects)))


def _keys(pairs: PairTable, at: Ints) -> Keys:
    """Pairs of positions in ``at`` as keys of what stands there."""
    return keys(at[pairs.a], at[pairs.b])
