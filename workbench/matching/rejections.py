"""Pairs of wordings that are different matters whatever their units, places and bases: dropped many at a time."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

import numpy as np

from workbench.matching.basis import Grounds
from workbench.matching.distinct import Keys, numbered, sides, told_of
from workbench.matching.engine import LOCAL, Engine
from workbench.matching.evidence import Evidence
from workbench.matching.facets import ActMatch, SetMatch, match_acts, match_limits, match_lists
from workbench.matching.frames import MARK
from workbench.matching.levels import level_of
from workbench.matching.lexicon import lexicon
from workbench.matching.named import Named
from workbench.matching.objects import ObjectMatch, conflict
from workbench.matching.parts import NameParts, take_apart
from workbench.matching.profile import Profile
from workbench.matching.rows import Mask
from workbench.matching.steps import Step, steps

_Value = Callable[[NameParts], Hashable]
_Differ = Callable[[NameParts, NameParts], bool]


def possible(names: Sequence[str], pairs: Keys, engine: Engine = LOCAL) -> Mask:
    """Which pairs no part of the names alone tells apart.

    Grades, stages, procedures, scopes and contrast words take few values, so each two values are compared once. A pair that
    is told apart here would have gone at the levels ``grade-differs``, ``action-differs``, ``procedure-differs`` and
    ``object-contrasts``.

    Args:
        names: as printed.
        pairs: of places in ``names``.
        engine: where what is left is compared one by one.
    """
    read = [take_apart(name) for name in names]
    left = np.ones(len(pairs), bool)
    for value, differ in _PARTS:
        left[left] = ~_apart(read, pairs[left], value, differ)
    left[left] = ~(_apart(read, pairs[left], _contrasts, _conflicting) & _plainly(read, pairs[left]))
    open_to_field = np.array([any(word in name.object for _, word, _ in lexicon().fields) for name in read], bool)
    a, b = sides(pairs)
    asked = left & ~(open_to_field[a] | open_to_field[b])
    matters = [Named(name) for name in names]
    left[asked] = [answer for some in engine.map(_left_open, steps(matters, pairs[asked])) for answer in some]
    return left


def _left_open(step: Step) -> list[bool]:
    """The pairs of names, places left out, that are not settled."""
    nowhere = [_nowhere(matter.name) for matter in step.read()]
    return [not _settled(Evidence(nowhere[a], nowhere[b])) for a, b in step.pairs]


def _nowhere(name: str) -> Profile:
    read = take_apart(name)
    return Profile(Named(read.text), replace(read, places=frozenset()) if read.places else read, Grounds())


def _settled(seen: Evidence) -> bool:
    """Whether the names alone make two matters different."""
    label = level_of(seen).label
    return label in _BY_NAME or (label == "object-differs" and seen.object is ObjectMatch.APART)


def _apart(names: Sequence[NameParts], pairs: Keys, value: _Value, differ: _Differ) -> Mask:
    of, first = numbered(map(value, names))
    a, b = sides(pairs)
    return told_of(of[a], of[b], lambda one, two: differ(names[first[one]], names[first[two]])) > 0


def _plainly(names: Sequence[NameParts], pairs: Keys) -> Mask:
    """Pairs in which neither name lists things nor has brackets: there a contrast is the last word."""
    plain = np.array([MARK not in name.listed and not name.scope for name in names], bool)
    a, b = sides(pairs)
    both: Mask = plain[a] & plain[b]
    return both


def _contrasts(name: NameParts) -> Hashable:
    return frozenset(name.contrasts.items())


def _conflicting(one: NameParts, two: NameParts) -> bool:
    return conflict(one.contrasts, two.contrasts) is not None


#: Levels of different matters that look at names only.
_BY_NAME = frozenset(
    {"grade-differs", "action-differs", "procedure-differs", "object-contrasts", "scope-differs", "neither-within"}
)
_PARTS: tuple[tuple[_Value, _Differ], ...] = (
    (lambda name: name.grades, lambda one, two: match_lists(one.grades, two.grades).match is SetMatch.APART),
    (lambda name: name.stages, lambda one, two: match_lists(one.stages, two.stages).match is SetMatch.APART),
    (
        lambda name: (name.acts, name.several),
        lambda one, two: match_acts(one, two)[0] is ActMatch.APART,
    ),
    (lambda name: name.scope, lambda one, two: match_limits(one.scope, two.scope).match is SetMatch.APART),
)
