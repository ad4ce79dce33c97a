"""Suspected duplicates as the dashboard lists them: clusters, and the pairs that lie in none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.records import Cluster, Event, Matter, Pair, Relation

#: The surest first.
CERTAINTY = (Relation.SAME, Relation.PART, Relation.UNSURE, Relation.DIFFERENT)
#: What stands of a pair that people judged in an earlier round, or as part of a cluster, by its comparison's level.
REMEMBERED = {"judged-same": "判为同一事项", "judged-part": "判为包含关系", "judged-different": "不属重复"}


@dataclass(frozen=True, slots=True)
class Twins:
    """A cluster or a single pair: its id, its members, what matching says of them, and what was decided.

    ``lead`` is the unit proposed to keep the matter and ``lead_reason`` says why. ``pairs`` are the suspected pairs
    among the members, the surest first.
    """

    id: str
    members: tuple[Matter, ...]
    pairs: tuple[Pair, ...]
    lead: str | None = None
    lead_reason: str = ""
    history: tuple[Event, ...] = ()
    may_decide: bool = False

    @property
    def revision(self) -> int:
        """How many events there are: what a verdict is made on."""
        return len(self.history)

    @property
    def relation(self) -> Relation:
        """What the members are to each other: the surest pair speaks."""
        return self.surest.comparison.relation

    @property
    def surest(self) -> Pair:
        """The pair with the highest score."""
        return self.pairs[0]

    @property
    def units(self) -> tuple[str, ...]:
        """The members' units, each once."""
        return tuple(dict.fromkeys(member.unit for member in self.members))

    @property
    def remembered(self) -> str | None:
        """The level by which people judged every pair, where all were judged alike: then nothing is open."""
        levels = {pair.comparison.level for pair in self.pairs}
        return next(iter(levels)) if len(levels) == 1 and levels <= REMEMBERED.keys() else None


def found(pairs: Iterable[Pair], clusters: Sequence[Cluster], matters: Mapping[str, Matter]) -> list[Twins]:
    """Clusters, and pairs that lie within none; what left the catalogues is left out."""
    cluster_of = {item: cluster.cluster for cluster in clusters for item in cluster.items}
    inside: dict[str, list[Pair]] = defaultdict(list)
    alone = []
    for pair in pairs:
        cluster = cluster_of.get(pair.a)
        if cluster is not None and cluster == cluster_of.get(pair.b):
            inside[cluster].append(pair)
        else:
            alone.append(Twins(pair.pair, _members((pair.a, pair.b), matters), (pair,)))
    grouped = [
        Twins(each.cluster, _members(each.items, matters), _surest_first(inside[each.cluster]), each.lead)
        for each in clusters
        if inside[each.cluster]
    ]
    return [twins for twins in (*alone, *grouped) if len(twins.members) > 1]


def by_certainty(twins: Twins, *, across_groups: bool) -> tuple[int, float, bool, int]:
    """Key to sort by: the same before a part before what is unsure, the surest, across groups, the largest first."""
    place = CERTAINTY.index(twins.relation)
    return place, -twins.surest.comparison.score, not across_groups, -len(twins.members)


def _members(items: Iterable[str], matters: Mapping[str, Matter]) -> tuple[Matter, ...]:
    return tuple(matters[item] for item in items if item in matters)


def _surest_first(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda pair: -pair.comparison.score))
