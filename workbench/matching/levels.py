"""The ordered levels of comparison: the first that applies says what two matters are to each other.

``score`` is the level's place between certainly different (0) and certainly one matter (1), before the legal
basis is weighed in. It is an order, not a probability.
"""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.matching.basis import BasisMatch
from workbench.matching.evidence import Evidence
from workbench.matching.facets import ActMatch, SetMatch, Wider
from workbench.matching.objects import ObjectMatch
from workbench.records import Relation

#: The label of what one department lists twice under names that may mean one thing.
HELD_APART = "reworded-listed-beside"
#: Characters that a rewording may add to an object.
_FEW = 2
#: Characters of an object that is unlikely to go through two like procedures.
_TELLING = 4


@dataclass(frozen=True, slots=True)
class Level:
    """A label for ever, what it means, and when it applies."""

    label: str
    relation: Relation
    score: float
    applies: Callable[[Evidence], bool]


def _same_object(seen: Evidence) -> bool:
    return seen.object is ObjectMatch.SAME


def _alike_object(seen: Evidence) -> bool:
    return seen.object in {ObjectMatch.SAME, ObjectMatch.REWORDED}


def _shared(seen: Evidence) -> bool:
    return seen.basis is BasisMatch.SHARED


def _as_wide(seen: Evidence) -> bool:
    equal = (seen.stages, seen.grades, seen.scope, seen.places)
    return all(part.match is SetMatch.EQUAL for part in equal) and seen.acts is not ActMatch.WITHIN


def _one_decision(seen: Evidence) -> bool:
    """Procedures of near kinds are one when the stage or the article is the same, or the object is telling."""
    told = seen.acts is ActMatch.LIKE and len(seen.one.name.core) >= _TELLING
    staged = bool(seen.one.name.stages and seen.one.name.acts and seen.two.name.acts)
    return told or staged or _shared(seen)


def _reworded(seen: Evidence) -> bool:
    """One object adds a little to the other, no word that sets objects apart, and both rest on one article."""
    one, two = seen.one.name, seen.two.name
    few = abs(len(one.core) - len(two.core)) <= _FEW and one.contrasts == two.contrasts
    return seen.object is ObjectMatch.WITHIN and few and _as_wide(seen) and _shared(seen) and _one_act(seen)


def _one_act(seen: Evidence) -> bool:
    return seen.acts in {ActMatch.SAME, ActMatch.LIKE}


def _one_stage(seen: Evidence) -> bool:
    """One is a stage of the other, and nothing else tells them apart."""
    kinds = seen.one.name.contrasts == seen.two.name.contrasts
    return (_same_object(seen) or (_alike_object(seen) and kinds)) and seen.stages.match is SetMatch.WITHIN


def _one_of_the_acts(seen: Evidence) -> bool:
    """One lists the procedure of the other and one more, about the same object or a thing beside it."""
    one, two = seen.one.name.object, seen.two.name.object
    return seen.acts is ActMatch.WITHIN and (_alike_object(seen) or one.startswith(two) or two.startswith(one))


def _part(seen: Evidence) -> bool:
    """One takes in the other in every part in which they differ, by like procedures."""
    return seen.wider is not Wider.NEITHER and seen.acts is not ActMatch.NEAR


def _held_apart(seen: Evidence) -> bool:
    """One department lists both under names of their own, and no article shows them to be one matter."""
    return seen.beside and not _shared(seen)


LEVELS = (
    Level("generic-name", Relation.DIFFERENT, 0.1, lambda seen: seen.generic and not seen.same_org),
    Level("sibling-items", Relation.DIFFERENT, 0.1, lambda seen: seen.siblings and not seen.identical),
    Level(
        "field-differs", Relation.DIFFERENT, 0.1, lambda seen: seen.identical and seen.object is ObjectMatch.CONTRAST
    ),
    Level("identical-name", Relation.SAME, 0.96, lambda seen: seen.identical),
    Level("grade-differs", Relation.DIFFERENT, 0.08, lambda seen: seen.grades.match is SetMatch.APART),
    Level("action-differs", Relation.DIFFERENT, 0.08, lambda seen: seen.stages.match is SetMatch.APART),
    Level("procedure-differs", Relation.DIFFERENT, 0.1, lambda seen: seen.acts is ActMatch.APART),
    Level(
        "place-differs",
        Relation.DIFFERENT,
        0.1,
        lambda seen: seen.places.match in {SetMatch.APART, SetMatch.OVERLAP},
    ),
    Level("object-contrasts", Relation.DIFFERENT, 0.05, lambda seen: seen.object is ObjectMatch.CONTRAST),
    Level("scope-differs", Relation.DIFFERENT, 0.15, lambda seen: seen.scope.match is SetMatch.APART),
    Level("neither-within", Relation.DIFFERENT, 0.15, lambda seen: seen.crossing),
    Level(
        HELD_APART,
        Relation.UNSURE,
        0.5,
        lambda seen: _alike_object(seen) and _as_wide(seen) and _one_act(seen) and _held_apart(seen),
    ),
    Level(
        "same-object-same-action",
        Relation.SAME,
        0.88,
        lambda seen: _same_object(seen) and _as_wide(seen) and seen.acts is ActMatch.SAME,
    ),
    Level(
        "same-object-near-action",
        Relation.SAME,
        0.75,
        lambda seen: _same_object(seen) and _as_wide(seen) and _one_decision(seen),
    ),
    Level(
        "same-object-other-procedure",
        Relation.UNSURE,
        0.55,
        lambda seen: _same_object(seen) and _as_wide(seen),
    ),
    Level(
        "reworded",
        Relation.SAME,
        0.7,
        lambda seen: seen.object is ObjectMatch.REWORDED and _as_wide(seen) and _one_act(seen),
    ),
    Level("stage-listed-beside", Relation.DIFFERENT, 0.2, lambda seen: _one_stage(seen) and seen.same_org),
    Level(
        "stage-of-another-procedure",
        Relation.DIFFERENT,
        0.2,
        lambda seen: _one_stage(seen) and seen.acts is ActMatch.NEAR,
    ),
    Level("action-within", Relation.PART, 0.45, lambda seen: _one_stage(seen) and _part(seen)),
    Level("procedure-within", Relation.PART, 0.45, _one_of_the_acts),
    Level("scope-within", Relation.PART, 0.5, lambda seen: _alike_object(seen) and _part(seen)),
    Level("reworded-same-article", Relation.SAME, 0.72, _reworded),
    Level(
        "listed-within",
        Relation.PART,
        0.45,
        lambda seen: seen.object is ObjectMatch.LISTED and seen.wider is not Wider.NEITHER,
    ),
    Level("object-within", Relation.PART, 0.4, lambda seen: seen.object is ObjectMatch.WITHIN and _part(seen)),
    Level(
        "similar-object-same-article",
        Relation.UNSURE,
        0.45,
        lambda seen: seen.object in {ObjectMatch.SIMILAR, ObjectMatch.ALIKE} and _shared(seen),
    ),
    Level("similar-object", Relation.UNSURE, 0.3, lambda seen: seen.object is ObjectMatch.SIMILAR),
    Level("object-differs", Relation.DIFFERENT, 0.05, lambda _: True),
)

#: Label -> place in the order.
PLACES = {level.label: at for at, level in enumerate(LEVELS)}
#: The place of the level that rests on likeness alone.
WEAKEST = PLACES["similar-object"]


def level_of(seen: Evidence) -> Level:
    """The first level that applies."""
    return next(level for level in LEVELS if level.applies(seen))
