"""All suspected pairs of a corpus: candidates by name and by provision, each compared."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.matching.candidates import candidates
from workbench.matching.compare import told
from workbench.matching.distinct import Ints, Keys, Mask, Wordings, keys, numbered, sides, told_of
from workbench.matching.engine import LOCAL, Engine
from workbench.matching.evidence import Evidence
from workbench.matching.facets import SetMatch, match_limits
from workbench.matching.levels import LEVELS, WEAKEST, level_of
from workbench.matching.named import Named
from workbench.matching.profile import Profile
from workbench.matching.remembered import Remembered
from workbench.matching.weights import Weights, usual_weights
from workbench.records import Comparison, Relation

Progress = Callable[[int, int], None]
#: Says for two columns of rows which pairs concern the caller.
Wanted = Callable[[Ints, Ints], Mask]

_STEP = 5_000
#: A matter with more look-alikes than this is one of a family, and mere likeness says nothing.
_FAMILY = 20
#: Fewer wordings than this say little of what is common.
_CORPUS = 1_000
_DIFFERENT = np.array([level.relation is Relation.DIFFERENT for level in LEVELS])
_PLACE = {level.label: at for at, level in enumerate(LEVELS)}
#: Besides the values of Wider: places of which neither takes in the other.
_ELSEWHERE = 2
_NOBODY = Remembered({})


def suspects(
    named: Sequence[Named],
    progress: Progress | None = None,
    *,
    wanted: Wanted | None = None,
    remembered: Remembered = _NOBODY,
    engine: Engine = LOCAL,
) -> list[tuple[int, int, Comparison]]:
    """Pairs of matters that are the same, part of one another, or may be.

    Candidates are the pairs whose tidied names, places and years left out, have ratio >= 70 (exact join) and the
    pairs that rest on one article and have much of the object in common. Left out are sub-items of one main item
    unless their names are identical, generic names that every unit has, and pairs that are merely similar
    (level ``similar-object``) when one of the two has more than 20 such look-alikes.

    Args:
        named: the matters; rows are numbered from 0.
        progress: called with pairs compared and pairs in all.
        wanted: keeps pairs by two columns of rows before they are compared; all are kept without it.
        remembered: what people said; a pair that they called the same or a part is told however unlike the names
            are, one that they called different is not.
        engine: where names are joined and pairs compared; the result is the same. One that remembers (see
            :class:`~workbench.matching.incremental.RememberingEngine`) joins only the names that are new.

    Returns:
        ``(row, greater row, comparison)`` with relation same, part or unsure, in the order of the rows.
    """
    profiles = [Profile.of(matter) for matter in named]
    wordings = Wordings.among(profiles)
    pairs = _compared(profiles, candidates(wordings, profiles, engine), wanted)
    decided = _decided(profiles, pairs, progress, engine)
    kept = ~_DIFFERENT[decided] & ~_in_family(wordings.of, pairs, decided == WEAKEST)
    found = {
        (key >> 32, key & 0xFFFFFFFF): level
        for key, level in zip(pairs[kept].tolist(), decided[kept].tolist(), strict=True)
    }
    weights = Weights.of(wordings.texts) if len(wordings.texts) >= _CORPUS else usual_weights()
    judged = {pair: remembered.told(named[pair[0]], named[pair[1]]) for pair in remembered.pairs_among(named)}
    return [
        (a, b, judged.get((a, b)) or told(Evidence(profiles[a], profiles[b]), LEVELS[found[a, b]], weights))
        for a, b in sorted(found.keys() | judged.keys())
        if (said := judged.get((a, b))) is None or said.relation is not Relation.DIFFERENT
    ]


def _compared(profiles: Sequence[Profile], pairs: Keys, wanted: Wanted | None) -> Keys:
    """The candidates that concern the caller, without sub-items of one main item and without other places."""
    if wanted is not None:
        pairs = pairs[wanted(*sides(pairs))]
    a, b = sides(pairs)
    name, _ = numbered(profile.name.tidied for profile in profiles)
    main, _ = numbered(profile.named.main or row for row, profile in enumerate(profiles))
    elsewhere = _places(profiles, a, b) == _ELSEWHERE
    kept: Mask = (name[a] == name[b]) | ~((main[a] == main[b]) | elsewhere)
    return pairs[kept]


def _places(profiles: Sequence[Profile], a: Ints, b: Ints) -> Ints:
    """How the places of two rows stand to each other, as a small number."""
    places, first = numbered(profile.places for profile in profiles)
    listed = [profiles[row].places for row in first]
    return told_of(places[a], places[b], lambda one, two: _place(listed[one], listed[two]))


def _place(one: frozenset[str], two: frozenset[str]) -> int:
    facet = match_limits(one, two)
    return _ELSEWHERE if facet.match in {SetMatch.APART, SetMatch.OVERLAP} else facet.wider


def _decided(profiles: Sequence[Profile], pairs: Keys, progress: Progress | None, engine: Engine) -> NDArray[np.int8]:
    """Each pair's level, by its place in the table; pairs of equal content in equal context are compared once."""
    distinct, first, of = np.unique(_content(profiles, pairs), return_index=True, return_inverse=True)
    decided: list[int] = []
    if progress:
        progress(0, len(distinct))
    for levels in engine.map(_levels, _steps(profiles, pairs[first])):
        decided += levels
        if progress:
            progress(len(decided), len(distinct))
    return np.array(decided, np.int8)[of]


def _steps(profiles: Sequence[Profile], pairs: Keys) -> Iterator[list[tuple[Profile, Profile]]]:
    """The profiles of some thousand pairs at a time."""
    for at in range(0, len(pairs), _STEP):
        yield [(profiles[key >> 32], profiles[key & 0xFFFFFFFF]) for key in pairs[at : at + _STEP].tolist()]


def _levels(step: list[tuple[Profile, Profile]]) -> list[int]:
    return [_PLACE[level_of(Evidence(one, two)).label] for one, two in step]


def _content(profiles: Sequence[Profile], pairs: Keys) -> Ints:
    """A number for all that levels look at: names without places, bases, and how units and places compare."""
    a, b = sides(pairs)
    content, first = numbered((*each.name.said, each.implied, each.grounds) for each in profiles)
    name, _ = numbered(each.name.tidied for each in profiles)
    org, _ = numbered(each.named.org or row for row, each in enumerate(profiles))
    context = (_places(profiles, a, b) + 1) * 4 + (name[a] == name[b]) * 2 + (org[a] == org[b])
    told: Ints = (content[a] * len(first) + content[b]) * 16 + context
    return told


def _in_family(wording: Ints, pairs: Keys, weak: Mask) -> Mask:
    """The weak pairs of which a wording has too many."""
    a, b = sides(pairs)
    one, two = sides(np.unique(keys(wording[a], wording[b])[weak]))
    count = np.bincount(one, minlength=len(wording)) + np.bincount(two, minlength=len(wording))
    crowded: Mask = weak & (np.maximum(count[wording[a]], count[wording[b]]) > _FAMILY)
    return crowded
