"""Where people and the comparison by words say different things of two matters."""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass

import pandas as pd

from workbench import matching
from workbench.records import RELATION_NAMES, Comparison, Judged, Matter
from workbench.records.tidy import bare
from workbench.review.corpus import named

COLUMNS = ["name_a", "unit_a", "name_b", "unit_b", "people", "words", "level", "reasons", "note", "by"]


@dataclass(frozen=True, slots=True)
class Apart:
    """A standing judgement that the words speak against.

    ``items`` are the ids that the two matters have in the current catalogues; None for one that is in none.
    """

    judged: matching.Judgement
    comparison: Comparison
    items: tuple[str | None, str | None]


def apart(judged: Iterable[Judged], matters: Iterable[Matter]) -> list[Apart]:
    """The judgements that the comparison by words contradicts, the surest comparison first.

    Of two judgements of one pair the later counts. Matters are compared as they are listed now; one that is in no
    current catalogue by its name and unit alone. Where the comparison is unsure there is nothing to disagree with.

    Args:
        judged: standing judgements, oldest first.
        matters: the current catalogues.
    """
    told = [matching.Judgement(*astuple(each)) for each in judged]
    last = {frozenset(each.sides): each for each in told}
    units = {unit for sides in last for _, unit in sides}
    now = {_content(matter): matter for matter in matters if bare(matter.unit) in units}
    compared = [(each, matching.compare(*_as_named(each, now))) for each in last.values()]
    return [_apart(found, now) for found in matching.disagreements(compared)]


def _content(matter: Matter) -> tuple[str, str]:
    return matching.tidy_name(matter.row.full_name), bare(matter.unit)


def _as_named(
    judged: matching.Judgement, now: Mapping[tuple[str, str], Matter]
) -> tuple[matching.Named, matching.Named]:
    one, two = (now.get(side) for side in judged.sides)
    return (
        named(one) if one else matching.Named(judged.name_a, judged.org_a),
        named(two) if two else matching.Named(judged.name_b, judged.org_b),
    )


def _apart(found: matching.Disagreement, now: Mapping[tuple[str, str], Matter]) -> Apart:
    one, two = (now[side].item if side in now else None for side in found.judgement.sides)
    return Apart(found.judgement, found.comparison, (one, two))


def frame(found: Iterable[Apart]) -> pd.DataFrame:
    """One line a disagreement: columns :data:`COLUMNS`; ``people`` and ``words`` are what either side says."""
    lines = [
        (
            each.judged.name_a, each.judged.org_a, each.judged.name_b, each.judged.org_b,
            RELATION_NAMES[each.judged.relation], RELATION_NAMES[each.comparison.relation], each.comparison.level,
            "".join(each.comparison.reasons), each.judged.note, each.judged.by,
        )
        for each in found
    ]  # fmt: skip
    return pd.DataFrame(lines, columns=COLUMNS)
