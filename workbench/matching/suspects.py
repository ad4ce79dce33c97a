"""All suspected pairs of a corpus: candidates by name and by provision, each compared."""

from collections.abc import Callable, Sequence

import numpy as np

from workbench.matching.answers import Answers, Values
from workbench.matching.candidates import candidates
from workbench.matching.distinct import Keys, Wordings, among, ascending, keys, numbered, sides, told_of
from workbench.matching.engine import LOCAL, Engine
from workbench.matching.evidence import Evidence
from workbench.matching.facets import SetMatch, match_limits
from workbench.matching.incremental import RememberingEngine
from workbench.matching.levels import LEVELS, PLACES, WEAKEST, level_of
from workbench.matching.memory import Matters, Memory
from workbench.matching.named import Named
from workbench.matching.numbers import Ints
from workbench.matching.profile import Profile
from workbench.matching.reasons import reasons
from workbench.matching.rejections import possible
from workbench.matching.remembered import Remembered
from workbench.matching.rows import Mask
from workbench.matching.steps import Step, steps
from workbench.matching.told import Found, Reading, Told
from workbench.matching.weights import usual_weights
from workbench.records import Comparison, Relation

Progress = Callable[[int, int], None]
#: Says for two columns of rows which pairs concern the caller.
Wanted = Callable[[Ints, Ints], Mask]

#: A matter with more look-alikes than this is one of a family, and mere likeness says nothing.
_FAMILY = 20
#: Fewer wordings than this say little of what is common.
_CORPUS = 1_000
_DIFFERENT = np.array([level.relation is Relation.DIFFERENT for level in LEVELS])
#: In place of a level: sub-items of one main item, or other places.
_NOT_COMPARED = -1
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
    memory: Memory | None = None,
) -> list[tuple[int, int, Comparison]]:
    """Pairs of matters that are the same, part of one another, or may be.

    Candidates are the pairs whose tidied names, places and years left out, have ratio >= 70 (exact join) and the
    pairs that rest on one article and have much of the object in common. Left out are sub-items of one main item
    unless their names are identical, generic names that every unit has, and pairs that are merely similar
    (level ``similar-object``) when one of the two has more than 20 such look-alikes.

    Args:
        named: the matters; rows are numbered from 0.
        progress: called with pairs compared and pairs in all; with a memory only those that are new are counted.
        wanted: keeps pairs by two columns of rows before they are compared; all are kept without it.
        remembered: what people said; a pair that they called the same or a part is told however unlike the names
            are, one that they called different is not.
        engine: where names are joined and pairs compared; the result is the same.
        memory: what the last search of this corpus found out; it is brought up to date. The result is that of a
            search without it, at the cost of the matters that are new.

    Returns:
        ``(row, greater row, comparison)`` with relation same, part or unsure, in the order of the rows.
    """
    found = _found(named, progress, wanted, engine, memory or Memory(), keeping=memory is not None)
    judged = {(a, b): said for a, b in remembered.pairs_among(named) if (said := remembered.told(named[a], named[b]))}
    if not judged:
        return found
    told = [(a, b, said) for (a, b), said in judged.items() if said.relation is not Relation.DIFFERENT]
    return sorted([*(each for each in found if each[:2] not in judged), *told], key=lambda each: each[:2])


def _found(
    named: Sequence[Named],
    progress: Progress | None,
    wanted: Wanted | None,
    engine: Engine,
    memory: Memory,
    *,
    keeping: bool,
) -> Found:
    """What the comparison by words finds; the memory is brought up to date where it is kept."""
    memory.fit()
    matters, old = memory.matters.again(named)
    wordings = matters.wordings
    joiner = RememberingEngine(engine, memory.indexes) if keeping else engine
    of_two, alike = candidates(wordings, matters.rows, joiner, memory.alike)
    names = wordings.names.tolist()
    open_ = memory.open.again(of_two, memory.matters.wordings_of(wordings), lambda some: _open(names, some, engine))
    pairs = _rows(wordings, of_two[open_.values > 0], wanted)
    levels = memory.levels.again(pairs, old, lambda some: _levels(named, some, progress, engine))
    kept = _kept(wordings, levels)
    told = memory.told.again(pairs[kept], old, lambda some: _told(named, matters, memory, some, engine))
    memory.keep(matters, open_, levels, told, alike, joiner.indexes if isinstance(joiner, RememberingEngine) else ())
    usual = None if len(wordings.texts) >= _CORPUS else usual_weights()
    return memory.told.scored(levels.values[kept], memory.overlaps, memory.counts.weights(usual))


def _rows(wordings: Wordings, of_two: Keys, wanted: Wanted | None) -> Keys:
    """The pairs of rows to look at: those of one wording, and those of two that may be one matter."""
    pairs = ascending(wordings.within(), wordings.written_out(of_two))
    return pairs if wanted is None else pairs[wanted(*sides(pairs))]


def _kept(wordings: Wordings, levels: Answers) -> Mask:
    """The pairs that are not different, and not merely two of a family."""
    found: Mask = (levels.values != _NOT_COMPARED) & ~_DIFFERENT[levels.values]
    return found & ~_in_family(wordings.of, levels.pairs, levels.values == WEAKEST)


def _open(names: Sequence[str], pairs: Keys, engine: Engine) -> Values:
    """Which pairs of wordings names alone do not tell apart."""
    rows, placed = among(pairs)
    return possible([names[row] for row in rows], placed, engine).astype(np.int8)


def _levels(named: Sequence[Named], pairs: Keys, progress: Progress | None, engine: Engine) -> Values:
    """Each pair's level by its place in the table."""
    rows, placed = among(pairs)
    matters = [named[row] for row in rows]
    profiles = [Profile.of(matter) for matter in matters]
    compared = _compared(profiles, placed)
    found = np.full(len(pairs), _NOT_COMPARED, np.int8)
    found[compared] = _decided(matters, profiles, placed[compared], progress, engine)
    return found


def _compared(profiles: Sequence[Profile], pairs: Keys) -> Mask:
    """The pairs that are not sub-items of one main item, nor in other places."""
    a, b = sides(pairs)
    name, _ = numbered(profile.name.tidied for profile in profiles)
    main, _ = numbered(profile.named.main or row for row, profile in enumerate(profiles))
    elsewhere = _places(profiles, a, b) == _ELSEWHERE
    kept: Mask = (name[a] == name[b]) | ~((main[a] == main[b]) | elsewhere)
    return kept


def _places(profiles: Sequence[Profile], a: Ints, b: Ints) -> Ints:
    """How the places of two rows stand to each other, as a small number."""
    places, first = numbered(profile.places for profile in profiles)
    listed = [profiles[row].places for row in first]
    return told_of(places[a], places[b], lambda one, two: _place(listed[one], listed[two]))


def _place(one: frozenset[str], two: frozenset[str]) -> int:
    facet = match_limits(one, two)
    return _ELSEWHERE if facet.match in {SetMatch.APART, SetMatch.OVERLAP} else facet.wider


def _decided(
    matters: Sequence[Named], profiles: Sequence[Profile], pairs: Keys, progress: Progress | None, engine: Engine
) -> Values:
    """The level of pairs that are to be compared; those of equal content in equal context are compared once."""
    distinct, first, of = np.unique(_content(profiles, pairs), return_index=True, return_inverse=True)
    decided: list[int] = []
    if progress:
        progress(0, len(distinct))
    for levels in engine.map(_levels_of, steps(matters, pairs[first])):
        decided += levels
        if progress:
            progress(len(decided), len(distinct))
    return np.array(decided, np.int8)[of]


def _levels_of(step: Step) -> list[int]:
    return [PLACES[level_of(seen).label] for seen in _seen(step)]


def _seen(step: Step) -> list[Evidence]:
    """The pairs of a step side by side."""
    profiles = [Profile.of(matter) for matter in step.read()]
    return [Evidence(profiles[a], profiles[b]) for a, b in step.pairs]


def _content(profiles: Sequence[Profile], pairs: Keys) -> Ints:
    """A number for all that levels look at: names without places, bases, and how units and places compare."""
    a, b = sides(pairs)
    content, first = numbered((*each.name.said, each.implied, each.grounds) for each in profiles)
    name, _ = numbered(each.name.tidied for each in profiles)
    org, _ = numbered(each.named.org or row for row, each in enumerate(profiles))
    shelf, _ = numbered((each.named.org or row, each.named.listing) for row, each in enumerate(profiles))
    department = np.array([each.department for each in profiles], bool)
    beside = (org[a] == org[b]) * 1 + ((shelf[a] == shelf[b]) & department[a])
    context = (_places(profiles, a, b) + 1) * 6 + (name[a] == name[b]) * 3 + beside
    told: Ints = (content[a] * len(first) + content[b]) * 32 + context
    return told


def _in_family(wording: Ints, pairs: Keys, weak: Mask) -> Mask:
    """The weak pairs of which a wording has too many."""
    a, b = sides(pairs)
    one, two = sides(ascending(keys(wording[a], wording[b])[weak]))
    count = np.bincount(one, minlength=len(wording)) + np.bincount(two, minlength=len(wording))
    crowded: Mask = weak & (np.maximum(count[wording[a]], count[wording[b]]) > _FAMILY)
    return crowded


def _told(named: Sequence[Named], matters: Matters, memory: Memory, pairs: Keys, engine: Engine) -> Told:
    """What is told of pairs that are new; the order of the two counts."""
    readings = [reading for some in engine.map(_read, steps(named, pairs)) for reading in some]
    core, cores = matters.rows.core, matters.rows.words.cores.things
    one, two = (core[side].tolist() for side in sides(pairs))
    objects = ((cores[a], cores[b]) for a, b in zip(one, two, strict=True))
    return Told.unscored(pairs, readings, memory.overlaps.add(objects, memory.counts.grams))


def _read(step: Step) -> list[Reading]:
    return [Reading(seen.basis, reasons(seen, level_of(seen))) for seen in _seen(step)]
