"""Compares two matters and says why."""

from workbench.matching.evidence import Evidence
from workbench.matching.levels import Level, level_of
from workbench.matching.named import Named
from workbench.matching.profile import Profile
from workbench.matching.reasons import reasons
from workbench.matching.remembered import Remembered
from workbench.matching.scores import scored
from workbench.matching.weights import Weights, usual_weights
from workbench.records import Comparison


def compare(a: Named, b: Named, remembered: Remembered | None = None, weights: Weights | None = None) -> Comparison:
    """What two matters are to each other, wherever they are.

    Args:
        a: a matter.
        b: another matter.
        remembered: what people said of pairs; it outweighs everything else.
        weights: how much each two characters tell in the corpus that the two are from; those of the package
            without it.

    Returns:
        The relation, a score from 0 to 1, the stable label of the level that decided (see
        :data:`~workbench.matching.levels.LEVELS`), and the reasons as Chinese sentences. The score orders pairs by
        how likely they are one matter; it is no probability. Whether two that are the same are a banned duplicate
        follows from region and level.
    """
    if remembered is not None and (said := remembered.told(a, b)):
        return said
    seen = Evidence(Profile.of(a), Profile.of(b))
    return told(seen, level_of(seen), weights or usual_weights())


def told(seen: Evidence, level: Level, weights: Weights) -> Comparison:
    """The comparison of a decided level, with score and reasons."""
    likeness = weights.likeness(seen.one.name.core, seen.two.name.core)
    return Comparison(level.relation, scored(level, seen.basis, likeness), level.label, reasons(seen, level))
