"""The picture of matters and the results that they need: every group of connected matters beside the others."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from workbench.dashboards.views.charts import FONT, INK
from workbench.review import Need, PreconditionGraph

RED, BLUE, GREY = "#b42318", "#1f5aa6", "#8795a5"
#: How much wider than high the picture is, and how much wider than high the room of one matter: names are wide.
_SHAPE, _STRETCH = 2.4, 1.7
#: Room between neighbours, in the picture's own units.
_STEP = 100.0

Places = Mapping[str, tuple[float, float]]


def picture(graph: PreconditionGraph, items: Sequence[str], chosen: Collection[str]) -> dict[str, Any]:
    """The chart's option: ``items`` as nodes, an arrow from each to what it needs, circles in red.

    ``chosen`` matters, and the needs between them, stand out.
    """
    needs = _one_each(need for need in graph.of(set(items)) if not need.returned)
    places = _places(items, needs)
    circular = {(need.item, need.issuer) for circle in graph.circles for need in circle.needs}
    words = {"fontFamily": FONT, "fontSize": 12, "color": INK}
    series = {
        "type": "graph",
        "layout": "none",
        "roam": True,
        "scaleLimit": {"min": 0.5, "max": 8},
        "edgeSymbol": ["none", "arrow"],
        "edgeSymbolSize": 8,
        "label": {"show": True, "position": "bottom", "width": 130, "overflow": "truncate"} | words,
        "labelLayout": {"hideOverlap": True},
        "emphasis": {"focus": "adjacency", "label": {"fontWeight": "bold"}},
        "data": [_node(graph, item, places[item], item in chosen) for item in items],
        "links": [_link(graph, need, (need.item, need.issuer) in circular, chosen) for need in needs],
    }
    tooltip = {"renderMode": "richText", "confine": True, "textStyle": words}
    return {"animation": False, "textStyle": {"fontFamily": FONT}, "tooltip": tooltip, "series": [series]}


def _node(graph: PreconditionGraph, item: str, place: tuple[float, float], chosen: bool) -> dict[str, Any]:
    node = graph.nodes[item]
    look = {"color": RED if node.circular else BLUE, "borderColor": INK, "borderWidth": 3 if chosen else 0}
    return {
        "id": item,
        "name": node.name,
        "x": place[0],
        "y": place[1],
        "symbolSize": min(34, 12 + 2 * node.needed) + (6 if chosen else 0),
        "itemStyle": look,
        "label": {"fontWeight": "bold"} if chosen else {},
        "tooltip": {"formatter": f"{node.called}\n需 {node.needs} 项的结果，被 {node.needed} 项需要"},
    }


def _link(graph: PreconditionGraph, need: Need, circular: bool, chosen: Collection[str]) -> dict[str, Any]:
    lit = need.item in chosen and need.issuer in chosen
    look = {
        "color": RED if circular else GREY,
        "width": 2.5 if circular and lit else 1.5,
        "curveness": 0.18,
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


def _places(items: Sequence[str], needs: Iterable[Need]) -> Places:
    """Where each matter stands: connected ones around each other, groups in lines from the largest to the smallest."""
    graph = nx.Graph()
    graph.add_nodes_from(items)
    graph.add_edges_from((need.item, need.issuer) for need in needs)
    groups = sorted(nx.connected_components(graph), key=len, reverse=True)
    sizes = [_STEP * (1.2 + math.sqrt(len(group))) for group in groups]
    width = max([*sizes, math.sqrt(sum(size * size for size in sizes) * _SHAPE / _STRETCH)], default=0)
    square: dict[str, tuple[float, float]] = {}
    across = down = highest = 0.0
    for group, size in zip(groups, sizes, strict=True):
        if across + size > width * 1.001:
            across, down, highest = 0.0, down + highest, 0.0
        middle = (across + size / 2, down + size / 2)
        square |= _around(graph.subgraph(group), middle, size / 2 - _STEP / 2)
        across, highest = across + size, max(highest, size)
    return {name: (x * _STRETCH, y) for name, (x, y) in square.items()}


def _around(group: "nx.Graph[str]", middle: tuple[float, float], radius: float) -> dict[str, tuple[float, float]]:
    """A small group as a ring, a larger one by springs; the same group always looks the same."""
    names = sorted(group)
    ordered = nx.Graph()
    ordered.add_nodes_from(names)
    ordered.add_edges_from(sorted(map(sorted, group.edges)))
    small = len(names) <= len("甲乙丙丁戊")
    found = (
        nx.circular_layout(ordered)
        if small
        else nx.spring_layout(ordered, k=2.2 / math.sqrt(len(names)), seed=7, iterations=150)
    )
    if len(names) == 1:
        return {names[0]: middle}
    return {name: (middle[0] + radius * float(x), middle[1] + radius * float(y)) for name, (x, y) in found.items()}
