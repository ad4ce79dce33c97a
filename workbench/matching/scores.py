"""The score of a pair: its level's, moved by the likeness of the objects and by the legal basis."""

import numpy as np
from numpy.typing import NDArray

from workbench.matching.basis import BasisMatch
from workbench.matching.levels import LEVELS, PLACES, Level
from workbench.records import Relation

#: How far the legal basis moves the score towards certainty, or away from it.
_FOR, _AGAINST = 0.4, 0.85
#: How far unlike wording takes the score down within a level.
_UNLIKE = 0.15
_DIGITS = 10_000

#: Bases by their place here.
BASES = tuple(BasisMatch)
_SHARED = np.array([basis is BasisMatch.SHARED for basis in BASES])
_APART = np.array([basis in {BasisMatch.APART, BasisMatch.OTHER_ARTICLE} for basis in BASES])
_OWN = np.array([level.score for level in LEVELS])
_DIFFERENT = np.array([level.relation is Relation.DIFFERENT for level in LEVELS])


def scores(levels: NDArray[np.int8], bases: NDArray[np.int8], likeness: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scores of many pairs, with four digits.

    Args:
        levels: places in :data:`~workbench.matching.levels.LEVELS`.
        bases: places in :data:`BASES`.
        likeness: of the objects, 0 to 1.
    """
    own = _OWN[levels]
    score = own * (1 - _UNLIKE * (1 - likeness))
    score = np.where(_SHARED[bases], score + (1 - score) * _FOR, np.where(_APART[bases], score * _AGAINST, score))
    rounded: NDArray[np.float64] = np.floor(score * _DIGITS + 0.5) / _DIGITS
    return np.where(_DIFFERENT[levels], own, rounded)


def scored(level: Level, basis: BasisMatch, likeness: float) -> float:
    """The score of one pair."""
    place, its = np.array([PLACES[level.label]], np.int8), np.array([BASES.index(basis)], np.int8)
    return float(scores(place, its, np.array([likeness]))[0])
