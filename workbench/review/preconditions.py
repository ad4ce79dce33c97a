"""Which matter needs whose result, over all guides: what must not go round in circles, and what many ask for."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from workbench.checks.flow.graph import Edge, preconditions
from workbench.records import GuideEntry
from workbench.review.corpus import placed

#: So many steps of a circle are told in words.
MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class PreconditionNode:
    """A matter by its guide, with the number of matters that it needs results of, and of those that need its own.

    ``circular`` says that it is part of a circle.
    """

    item: str
    unit: str
    name: str
    needs: int
    needed: int
    circular: bool

    @property
    def called(self) -> str:
        """Unit and name, as sentences name a matter."""
        return f"{self.unit}“{self.name}”"


@dataclass(frozen=True, slots=True)
class Need:
    """The guide ``item`` asks, as its material at index ``material`` named ``name``, for ``result`` of ``issuer``.

    ``returned`` says that it is handed back or prolonged, not needed first: such a need is part of no circle.
    """

    item: str
    issuer: str
    material: int
    name: str
    result: str
    returned: bool


@dataclass(frozen=True, slots=True)
class Circle:
    """Mutual preconditions: every need's issuer asks by the next need, the last issuer by the first (附件2 一)."""

    id: str
    needs: tuple[Need, ...]

    @property
    def items(self) -> tuple[str, ...]:
        """The matters, in the order of the circle."""
        return tuple(need.item for need in self.needs)


@dataclass(frozen=True, slots=True)
class SharedResult:
    """A result that several matters ask the applicant for: who issues it, and which matters need it."""

    id: str
    result: str
    issuers: tuple[str, ...]
    askers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreconditionGraph:
    """Matters that have to do with each other (by item), their needs, circles, and results needed by several.

    ``guides`` says of how many guides, so that no circle can be told from no guide.
    """

    guides: int
    nodes: Mapping[str, PreconditionNode]
    needs: tuple[Need, ...]
    circles: tuple[Circle, ...]
    shared: tuple[SharedResult, ...]

    def of(self, items: Collection[str]) -> tuple[Need, ...]:
        """The needs between these matters."""
        return tuple(need for need in self.needs if need.item in items and need.issuer in items)

    def told(self, circle: Circle) -> str:
        """A circle's path in words, every step with the result that it needs."""
        called = {item: self.nodes[item].called for item in circle.items}
        if len(circle.needs) == 1:
            (need,) = circle.needs
            return f"{called[need.item]}以本事项的结果“{need.result}”为前置。"
        told = "，".join(
            f"{called[need.item]}需{called[need.issuer]}的“{need.result}”" for need in circle.needs[:MOST_TOLD]
        )
        return f"{told}，如此循环，共 {len(circle.needs)} 项。"


def precondition_graph(entries: Sequence[GuideEntry]) -> PreconditionGraph:
    """The graph of guides; short circles, and results that most matters need, come first."""
    found = preconditions([placed(each) for each in entries])
    items = [each.item for each in entries]
    circles = [
        Circle(f"circle-{number}", tuple(_need(edge, items) for edge in cycle))
        for number, cycle in enumerate(sorted(found.cycles, key=_shortest), start=1)
    ]
    needs = tuple(_need(edge, items) for edge in found.edges)
    nodes = _nodes([entries[index] for index in found.nodes], needs, circles)
    return PreconditionGraph(len(entries), nodes, needs, tuple(circles), tuple(_shared(needs)))


def picked(graph: PreconditionGraph, items: Iterable[str], limit: int) -> list[str]:
    """At most ``limit`` of the matters for a picture: those in circles, then those with most needs."""
    wanted = [graph.nodes[item] for item in dict.fromkeys(items) if item in graph.nodes]
    wanted.sort(key=lambda node: (not node.circular, -(node.needs + node.needed)))
    return [node.item for node in wanted[:limit]]


def _shortest(cycle: Sequence[Edge]) -> tuple[bool, int]:
    """Two matters come before three; a matter that needs its own result comes last."""
    return len(cycle) == 1, len(cycle)


def _need(edge: Edge, items: Sequence[str]) -> Need:
    return Need(items[edge.guide], items[edge.issuer], edge.material, edge.name, edge.result, edge.returned)


def _nodes(
    entries: Iterable[GuideEntry], needs: Sequence[Need], circles: Iterable[Circle]
) -> dict[str, PreconditionNode]:
    asking = Counter(item for item, _ in {(need.item, need.issuer) for need in needs})
    asked = Counter(issuer for _, issuer in {(need.item, need.issuer) for need in needs})
    circular = set(chain.from_iterable(circle.items for circle in circles))
    return {
        each.item: PreconditionNode(
            each.item, each.unit, each.guide.name, asking[each.item], asked[each.item], each.item in circular
        )
        for each in entries
    }


def _shared(needs: Sequence[Need]) -> list[SharedResult]:
    """Results that more than one matter needs, those that most need first."""
    issuers: dict[str, dict[str, None]] = defaultdict(dict)
    askers: dict[str, dict[str, None]] = defaultdict(dict)
    for need in needs:
        if need.item != need.issuer:
            issuers[need.result][need.issuer] = None
            askers[need.result][need.item] = None
    several = sorted((result for result in askers if len(askers[result]) > 1), key=lambda each: -len(askers[each]))
    return [
        SharedResult(f"shared-{number}", result, tuple(issuers[result]), tuple(askers[result]))
        for number, result in enumerate(several, start=1)
    ]
