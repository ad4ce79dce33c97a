"""What people said of pairs, remembered by content and stronger than any comparison."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from workbench.matching.named import Named
from workbench.matching.tidy import tidy_name
from workbench.records import Comparison, Relation
from workbench.records.tidy import bare

#: One side of a pair by content: tidied name, unit.
Content = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person said of two matters.

    Attributes:
        name_a: a name, as printed.
        org_a: the unit that listed it.
        name_b: another name.
        org_b: its unit.
        relation: same (a duplicate), different (not one), or part: the first is part of the second.
        note: the opinion.
        by: who said so.
    """

    name_a: str
    org_a: str
    name_b: str
    org_b: str
    relation: Relation
    note: str = ""
    by: str = ""

    @property
    def sides(self) -> tuple[Content, Content]:
        """Both sides by content."""
        return (tidy_name(self.name_a), bare(self.org_a)), (tidy_name(self.name_b), bare(self.org_b))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A pair of which people and the comparison by words say different things."""

    judgement: Judgement
    comparison: Comparison


class Remembered:
    """Judgements by content; of two on one pair the later counts.

    A judgement holds for the same two tidied names of the same two units in any later round. Where the tables of
    synonyms change, names are tidied anew, so it also holds for the new wording.
    """

    def __init__(self, by_pair: Mapping[frozenset[Content], Judgement]) -> None:
        """Judgements by the set of their two sides; see :meth:`of`."""
        self._by_pair = by_pair

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Self:
        """Remembers judgements, given oldest first.

        Raises:
            ValueError: a judgement says neither same, part nor different.
        """
        by_pair = {}
        for judgement in judgements:
            if judgement.relation is Relation.UNSURE:
                raise ValueError(
                    f"对“{judgement.name_a}”与“{judgement.name_b}”的认定应为同一事项、包含关系或不同事项。"
                )
            by_pair[frozenset(judgement.sides)] = judgement
        return cls(by_pair)

    def __len__(self) -> int:
        """Pairs with a judgement."""
        return len(self._by_pair)

    def on(self, a: Named, b: Named) -> Judgement | None:
        """What people said of two matters, in either order."""
        return self._by_pair.get(frozenset((_content(a), _content(b)))) if self._by_pair else None

    def told(self, a: Named, b: Named) -> Comparison | None:
        """The same as a comparison."""
        judgement = self.on(a, b)
        return _told(judgement) if judgement else None

    def pairs_among(self, named: Sequence[Named]) -> Iterator[tuple[int, int]]:
        """Pairs of rows with a judgement, the smaller row first, however unlike their names are."""
        rows: dict[Content, list[int]] = defaultdict(list)
        for row, matter in enumerate(named if self._by_pair else ()):
            rows[_content(matter)].append(row)
        for sides in self._by_pair:
            one, two = tuple(sides) if len(sides) > 1 else tuple(sides) * 2
            yield from ((min(a, b), max(a, b)) for a in rows[one] for b in rows[two] if a != b)


def disagreements(remembered: Iterable[tuple[Judgement, Comparison]]) -> list[Disagreement]:
    """The pairs that people and the comparison by words see differently, the surest comparison first.

    An unsure comparison disagrees with nobody.

    Args:
        remembered: judgements, each with ``compare`` of its two matters without ``remembered``.
    """
    apart = [
        Disagreement(judgement, comparison)
        for judgement, comparison in remembered
        if comparison.relation not in {Relation.UNSURE, judgement.relation}
    ]
    return sorted(apart, key=lambda each: -abs(each.comparison.score - _SCORES[each.judgement.relation]))


_SCORES = {Relation.SAME: 1.0, Relation.PART: 0.5, Relation.DIFFERENT: 0.0}
_WORDS = {Relation.SAME: "同一事项", Relation.DIFFERENT: "不同事项"}


def _content(matter: Named) -> Content:
    return tidy_name(matter.name), bare(matter.org or "")


def _told(judgement: Judgement) -> Comparison:
    said = _WORDS.get(judgement.relation, f"“{judgement.name_a}”是“{judgement.name_b}”的一部分")
    note = f"：{judgement.note}" if judgement.note else ""
    return Comparison(
        judgement.relation,
        _SCORES[judgement.relation],
        f"judged-{judgement.relation}",
        (f"审核人员{judgement.by}认定为{said}{note.rstrip('。')}。",),
    )
