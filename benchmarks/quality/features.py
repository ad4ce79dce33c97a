"""What two matters show, as named numbers: what the learned score is made of."""

from collections.abc import Mapping

from workbench.matching.basis import BasisMatch
from workbench.matching.evidence import Evidence
from workbench.matching.facets import ActMatch, Facet, SetMatch
from workbench.matching.objects import ObjectMatch
from workbench.matching.weights import Weights


def features(seen: Evidence, weights: Weights) -> Mapping[str, float]:
    """The features of a pair, each from 0 to 1."""
    one, two = seen.one.name, seen.two.name
    longer = max(len(one.core), len(two.core), 1)
    return {
        "name_likeness": weights.likeness(one.wording, two.wording),
        "object_likeness": weights.likeness(one.core, two.core),
        "object_same": float(seen.object is ObjectMatch.SAME),
        "object_reworded": float(seen.object is ObjectMatch.REWORDED),
        "object_within": float(seen.object in {ObjectMatch.WITHIN, ObjectMatch.LISTED}),
        "object_contrast": float(seen.object is ObjectMatch.CONTRAST),
        "object_length": abs(len(one.core) - len(two.core)) / longer,
        "act_apart": float(seen.acts in {ActMatch.APART, ActMatch.WITHIN}),
        "act_near": float(seen.acts is ActMatch.NEAR),
        "stage_apart": _apart(seen.stages),
        "stage_within": _within(seen.stages),
        "grade_apart": _apart(seen.grades),
        "grade_within": _within(seen.grades),
        "scope_apart": _apart(seen.scope),
        "scope_within": _within(seen.scope),
        "basis_shared": float(seen.basis is BasisMatch.SHARED),
        "basis_apart": float(seen.basis in {BasisMatch.APART, BasisMatch.OTHER_ARTICLE}),
    }


def _apart(facet: Facet) -> float:
    return float(facet.match in {SetMatch.APART, SetMatch.OVERLAP})


def _within(facet: Facet) -> float:
    return float(facet.match is SetMatch.WITHIN)
