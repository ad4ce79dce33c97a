"""Matters, what they ask for and who issues it, as a graph; its cycles are mutual preconditions (附件2 一 三是)."""

import re
from collections.abc import Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

import networkx as nx

from workbench.checks.documents import documents
from workbench.checks.flow.results import Results, body_key, is_specific, results_of
from workbench.checks.item import Item
from workbench.checks.material_names import core, issuer_named
from workbench.checks.materials import BASIS
from workbench.records import Guide, Material
from workbench.records.tidy import fold

#: Matters that ask for the certificate which they change, prolong, replace or end (rule book, section 7: self-loops).
FOLLOW_UP = re.compile(
    r"变更|延续|注销|补办|补发|补领|换发|换证|换领|延期|续期|续展|年检|年审|校验|复审|增项|遗失|转让|变动|吊销|撤销"
)
#: Materials that not everybody hands in.
_SOME_ONLY = re.compile(r"如有|若有|如需|变更时|延续时|换证时|补办时|仅限|属于.{0,12}的|^原|原(?:许可|证|有|发|核发)")
_PROVINCE = "辽宁省"
#: Where regions are not told, everybody issues everything: more issuers would tell nothing new.
_MOST_ISSUERS = 30


@dataclass(frozen=True, slots=True)
class Edge:
    """Guide ``guide`` asks, as its material at ``material``, for ``result``, which guide ``issuer`` issues.

    ``name`` is the material as printed. ``returned`` says that the matter gives back or prolongs its own result:
    such an edge is part of no cycle.
    """

    guide: int
    issuer: int
    material: int
    name: str
    result: str
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Preconditions:
    """The graph of a set of guides: indexes of the guides that have an edge, the edges, and the cycles.

    Each cycle is a chain of edges in which every issuer is the next edge's guide and the last issuer the first guide.
    """

    nodes: tuple[int, ...]
    edges: tuple[Edge, ...]
    cycles: tuple[tuple[Edge, ...], ...]


def preconditions(guides: Sequence[Guide]) -> Preconditions:
    """The graph of guides, in time and room that grow with the guides and their materials, not with their square."""
    results = Results(guides)
    edges = tuple(edge for index in range(len(guides)) for edge in _edges_of(index, guides, results))
    nodes = tuple(sorted({node for edge in edges for node in (edge.guide, edge.issuer)}))
    return Preconditions(nodes, edges, tuple(_cycles(edges)))


class _SameGuides:
    """An item's guides told apart by identity, so that the three rules on one item share one graph."""

    __slots__ = ("guides",)

    def __init__(self, guides: tuple[Guide, ...]) -> None:
        self.guides = guides

    def __hash__(self) -> int:
        return id(self.guides)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameGuides) and self.guides is other.guides


@lru_cache(maxsize=1)
def _graph(same: _SameGuides) -> Preconditions:
    return preconditions(same.guides)


def graph_of(item: Item) -> Preconditions:
    """:func:`preconditions` of the item's guides, made once."""
    return _graph(_SameGuides(item.guides))


def _edges_of(index: int, guides: Sequence[Guide], results: Results) -> Iterator[Edge]:
    guide = guides[index]
    own = set(results_of(guide))
    for at, material in enumerate(guide.materials or ()):
        seen: set[int] = set()
        for result in results.like(core(material.name)):
            returned = result in own and _gives_back(guide, material)
            for issuer in _nearest(guide, index, results.issuers[result], guides):
                if issuer in seen or not _agrees(material, result, guides[issuer], own=issuer == index):
                    continue
                seen.add(issuer)
                if issuer != index or not returned:
                    yield Edge(index, issuer, at, material.name, result, returned)


def _gives_back(guide: Guide, material: Material) -> bool:
    """Whether a matter asks for its own result in order to change, prolong, replace or end it."""
    matters = guide.name + (material.text("事项名称") or "")
    return bool(FOLLOW_UP.search(matters) or _SOME_ONLY.search(fold(material.name)))


def _nearest(guide: Guide, index: int, issuers: Sequence[int], guides: Sequence[Guide]) -> list[int]:
    """The issuers that an applicant would go to: the own matter, and those of the region, else the province, else any.

    Matters that change or prolong a result count only where none issues it first.
    """
    first = [each for each in issuers if each == index or not FOLLOW_UP.search(guides[each].name)] or list(issuers)
    near = [each for each in first if guides[each].region == guide.region]
    if near or guide.region is None:
        return (near or first)[:_MOST_ISSUERS]
    return [each for each in first if guides[each].region in (None, _PROVINCE)] or first[:1]


def _agrees(material: Material, result: str, issuer: Guide, *, own: bool) -> bool:
    """Whether basis or issuer agree: a specific or an own result needs no sign, another needs one, none may contradict."""
    named = body_key(issuer_named(material.name))
    body = body_key(issuer.org or issuer.text("实施机构"))
    if named and body:
        return _same_body(named, body)
    if own or is_specific(result):
        return True
    shared = documents(material.text(BASIS) or "") & documents(issuer.text(BASIS) or "")
    return bool(shared)


def _same_body(named: str, body: str) -> bool:
    """Whether two names may be one body's: one is short for the other."""
    short, long = sorted((named, body), key=len)
    rest = iter(long)
    return all(char in rest for char in short) or named.endswith(("部门", "机关", "机构"))


def _cycles(edges: Sequence[Edge]) -> Iterator[tuple[Edge, ...]]:
    """For every guide on a cycle one that it lies on, the shortest first, none of them twice."""
    graph = nx.DiGraph()
    first: dict[tuple[int, int], Edge] = {}
    for edge in edges:
        if not edge.returned:
            first.setdefault((edge.guide, edge.issuer), edge)
    graph.add_edges_from(first)
    told: set[Hashable] = set()
    for component in sorted(nx.strongly_connected_components(graph), key=min):
        for node in sorted(component):
            if node in told or (len(component) == 1 and not graph.has_edge(node, node)):
                continue
            path = _shortest_cycle(graph, component, node)
            told.update(path)
            yield tuple(first[step] for step in zip(path, [*path[1:], path[0]], strict=True))


def _shortest_cycle(graph: "nx.DiGraph[int]", component: AbstractSet[int], node: int) -> list[int]:
    """The nodes of a shortest cycle through a node of a strongly connected component, beginning with the node."""
    if graph.has_edge(node, node):
        return [node]
    ways = (
        nx.bidirectional_shortest_path(graph, after, node) for after in graph.successors(node) if after in component
    )
    return [node, *min(ways, key=len)[:-1]]
