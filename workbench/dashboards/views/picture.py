"""The picture of matters and the results that they need: every group of connected matters beside the others."""

import itertools
import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from workbench.dashboards.views.charts import FONT, INK
from workbench.review import Need, PreconditionGraph

RED, BLUE, GREY = "#b42318", "#1f5aa6", "#8795a5"
#: How much wider than high the picture is, and how much wider than high the room of one matter: names are wide.
_SHAPE, _STRETCH = 2.8, 1.9
#: Room between neighbours, in the picture's own units.
_STEP = 100.0
#: So many connected matters stand in a ring, their names outside of it.
_RING = 5
#: So few matters have room for their whole names and their units.
_FEW = 14
#: Characters of a line of a name, and how far above the middle of a ring a name stands above its matter.
_LINE, _MIDDLE = 14, 0.1
#: So many ways to break the groups into lines are tried.
_TRIED = 24


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a matter stands, and on which side of it its name does."""

    x: float
    y: float
    side: str = "bottom"


def picture(graph: PreconditionGraph, items: Sequence[str], chosen: Collection[str]) -> dict[str, Any]:
    """The chart's option: ``items`` as nodes, an arrow from each to what it needs, circles in red.

    ``chosen`` matters, and the needs between them, stand out.
    """
    needs = _one_each(need for need in graph.of(set(items)) if not need.returned)
    places, corners = _places(items, needs)
    circular = {(need.item, need.issuer) for circle in graph.circles for need in circle.needs}
    words = {"fontFamily": FONT, "fontSize": 12, "color": INK}
    series = {
        "type": "graph",
        "layout": "none",
        "roam": True,
        "scaleLimit": {"min": 0.5, "max": 8},
        "edgeSymbol": ["none", "arrow"],
        "edgeSymbolSize": 8,
        "label": {"show": True, "distance": 6, "lineHeight": 16, **_names(len(items)), **words},
        "labelLayout": {"hideOverlap": True},
        "emphasis": {"focus": "adjacency", "label": {"fontWeight": "bold"}},
        "data": [
            *(_node(graph, item, places[item], chosen=item in chosen, few=len(items) <= _FEW) for item in items),
            *(_corner(spot) for spot in corners),
        ],
        "links": [
            _link(graph, need, (need.item, need.issuer) in circular, chosen, curved=_is_answered(need, needs))
            for need in needs
        ],
    }
    tooltip = {"renderMode": "richText", "confine": True, "textStyle": words}
    return {"animation": False, "textStyle": {"fontFamily": FONT}, "tooltip": tooltip, "series": [series]}


def _names(count: int) -> dict[str, Any]:
    """How names are printed: whole where there is room for it."""
    return {} if count <= _FEW else {"width": 130, "overflow": "truncate", "ellipsis": "…"}


def _corner(spot: Spot) -> dict[str, Any]:
    """A corner of the picture: nothing to be seen, so that names at the edge have room."""
    bare = {"symbolSize": 0, "label": {"show": False}, "tooltip": {"show": False}}
    return {"id": f"corner {spot.x:g} {spot.y:g}", "x": spot.x, "y": spot.y} | bare


def _node(graph: PreconditionGraph, item: str, place: Spot, *, chosen: bool, few: bool) -> dict[str, Any]:
    node = graph.nodes[item]
    label: dict[str, Any] = {"position": place.side} | ({"fontWeight": "bold"} if chosen else {})
    if few:
        label["formatter"] = f"{_wrapped(node.name)}\n{node.unit}"
    look = {"color": RED if node.circular else BLUE, "borderColor": INK, "borderWidth": 3 if chosen else 0}
    return {
        "id": item,
        "name": node.name,
        "x": place.x,
        "y": place.y,
        "symbolSize": min(34, 12 + 2 * node.needed) + (6 if chosen else 0),
        "itemStyle": look,
        "label": label,
        "tooltip": {"formatter": f"{node.called}\n需 {node.needs} 项的结果，被 {node.needed} 项需要"},
    }


def _is_answered(need: Need, needs: Iterable[Need]) -> bool:
    """Whether the issuer needs something of the one that asks: the two arrows must not lie on each other."""
    return any((each.item, each.issuer) == (need.issuer, need.item) for each in needs)


def _link(
    graph: PreconditionGraph, need: Need, circular: bool, chosen: Collection[str], *, curved: bool
) -> dict[str, Any]:
    lit = need.item in chosen and need.issuer in chosen
    look = {
        "color": RED if circular else GREY,
        "width": 2.5 if circular and lit else 1.5,
        "curveness": 0.3 if curved else 0.05,
        "opacity": 0.85,
    }
    told = f"{graph.nodes[need.item].called}\n需{graph.nodes[need.issuer].called}\n的“{need.result}”"
    return {"source": need.item, "target": need.issuer, "lineStyle": look, "tooltip": {"formatter": told}}


def _one_each(needs: Iterable[Need]) -> list[Need]:
    """One need for each two matters: a second one would lie on the first."""
    first: dict[tuple[str, str], Need] = {}
    for need in needs:
        first.setdefault((need.item, need.issuer), need)
    return list(first.values())


def _wrapped(name: str) -> str:
    """A name in lines of even length, at most two; what is longer ends in …."""
    line = _LINE
    short = name if len(name) <= 2 * line else f"{name[: 2 * line - 1]}…"
    half = max(math.ceil(len(short) / 2), line // 2) if len(short) > line else line
    return "\n".join(short[at : at + half] for at in range(0, len(short), half))


def _places(items: Sequence[str], needs: Iterable[Need]) -> tuple[Mapping[str, Spot], list[Spot]]:
    """Where each matter stands: connected ones around each other, groups in lines from the largest to the smallest.

    Also the corners of the whole.
    """
    graph = nx.Graph()
    graph.add_nodes_from(items)
    graph.add_edges_from((need.item, need.issuer) for need in needs)
    groups = sorted(nx.connected_components(graph), key=lambda group: (-len(group), min(group)))
    sizes = [_STEP * (1.2 + math.sqrt(len(group))) for group in groups]
    middles = list(_middles(sizes, _width(sizes)))
    spots: dict[str, Spot] = {}
    for group, size, middle in zip(groups, sizes, middles, strict=True):
        spots |= _around(graph.subgraph(group), middle, size / 2 - _STEP / 2)
    across, down = _reach(sizes, middles)
    return spots, [Spot(0, 0), Spot(across * _STRETCH, down)] if items else []


def _reach(sizes: Sequence[float], middles: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """How far the groups reach across and down."""
    across = max((x + size / 2 for (x, _), size in zip(middles, sizes, strict=True)), default=0)
    return across, max((y + size / 2 for (_, y), size in zip(middles, sizes, strict=True)), default=0)


def _width(sizes: Sequence[float]) -> float:
    """The width of the lines with which the picture can be largest."""
    sums = list(itertools.accumulate(sizes))[:_TRIED]
    usual = math.sqrt(sum(size * size for size in sizes) * _SHAPE / _STRETCH)
    tried = [each for each in (*sums, usual) if each >= max(sizes, default=0)]

    def room(width: float) -> float:
        across, down = _reach(sizes, list(_middles(sizes, width)))
        return max(across * _STRETCH / _SHAPE, down)

    return min(tried, key=room, default=0)


def _middles(sizes: Sequence[float], width: float) -> Iterator[tuple[float, float]]:
    """The middles of groups in lines that are no wider than ``width``."""
    across = down = highest = 0.0
    for size in sizes:
        if across + size > width * 1.001:
            across, down, highest = 0.0, down + highest, 0.0
        yield across + size / 2, down + size / 2
        across, highest = across + size, max(highest, size)


def _around(group: "nx.Graph[str]", middle: tuple[float, float], radius: float) -> dict[str, Spot]:
    """A small group as a ring, a larger one by springs; the same group always looks the same."""
    names = sorted(group)
    if len(names) <= _RING:
        found = dict(zip(names, _ring(len(names)), strict=True))
        return {name: _spot(x, y, middle, radius, _side(y)) for name, (x, y) in found.items()}
    ordered = nx.Graph()
    ordered.add_nodes_from(names)
    ordered.add_edges_from(sorted(map(sorted, group.edges)))
    sprung = nx.spring_layout(ordered, k=2.2 / math.sqrt(len(names)), seed=7, iterations=150)
    return {name: _spot(float(x), float(y), middle, radius, "bottom") for name, (x, y) in sprung.items()}


def _spot(x: float, y: float, middle: tuple[float, float], radius: float, side: str) -> Spot:
    return Spot((middle[0] + radius * x) * _STRETCH, middle[1] + radius * y, side)


def _ring(count: int) -> list[tuple[float, float]]:
    """Places on a circle around nothing, the first on top; one alone is in the middle."""
    if count == 1:
        return [(0.0, 0.0)]
    turns = (2 * math.pi * at / count - math.pi / 2 for at in range(count))
    return [(math.cos(turn), math.sin(turn)) for turn in turns]


def _side(y: float) -> str:
    """Names stand above and below the ring, where no arrow is."""
    return "top" if y < -_MIDDLE else "bottom"
