"""The graph of matters (前置)."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import ipywidgets
from ipecharts import EChartsRawWidget

from workbench.dashboards.reading.preconditions import read_line
from workbench.dashboards.state.preconditions import CIRCLE, MATTER, SHARED, Line, PreconditionsState
from workbench.dashboards.templates import render
from workbench.dashboards.views.frame import box
from workbench.dashboards.views.listing import ListingView
from workbench.dashboards.views.picture import picture
from workbench.dashboards.widgets import Column, Pane

_KINDS = (CIRCLE, SHARED, MATTER)
_TONES = {CIRCLE: "bad", SHARED: "tip", MATTER: "none"}
#: So many units are named in one line.
_MOST_NAMED = 3


class PreconditionsView(ListingView):
    """Circles, shared results and matters in a list; their picture; and the materials of what is open."""

    styles = ("review", "duplicates", "preconditions")
    columns = (
        Column("kind", "类别", 88, kind="tags", sort="kind_order"),
        Column("name", "事项或材料 / 单位", 190, kind="name", below="below", flex=1),
        Column("weight", "关系数", 62, kind="number"),
    )
    words: Mapping[str, str] = MappingProxyType({"unit": "单位", "kind": "类别", "text": "搜索事项、材料、单位"})
    help = (
        (("J", "↓"), "下一条"),
        (("K", "↑"), "上一条"),
        (("N",), "下一条互为前置的"),
        (("/",), "搜索事项、材料、单位"),
        (("?",), "显示本说明"),
    )

    def __init__(self, state: PreconditionsState) -> None:
        """Build the widgets and show the first circle."""
        self.heading = Pane()
        self.chart = EChartsRawWidget(option={}, style={"height": "100%"})
        super().__init__(state)
        self.chart.on("click", None, self._clicked)
        state.observe(lambda _: self.show(), "stale")

    def desk(self) -> tuple[ipywidgets.Widget, ...]:
        """The picture above what is open."""
        self.chart.add_class("wb-fills")
        return box("wb-picture", self.heading, self.chart, classes=("wb-card",)), self.detail

    def choices(self) -> dict[str, Any]:
        """Units that have to do with others, and the kinds of lines."""
        units = self.state.queue.units()
        kinds = [kind for kind in _KINDS if any(line.kind == kind for line in self.state.lines.values())]
        return {
            "units": [("", f"全部单位（{len(units)}）"), *((unit, unit) for unit in units)],
            "kinds": [("", "全部类别"), *((kind, kind) for kind in kinds)],
        }

    def values(self) -> Mapping[str, Sequence[Any]]:
        """One row a line."""
        lines: Sequence[Line] = list(self.state.lines.values())
        return {
            "id": [line.id for line in lines],
            "kind": [[(_TONES[line.kind], line.kind)] for line in lines],
            "kind_order": [_KINDS.index(line.kind) for line in lines],
            "name": [self._name(line) for line in lines],
            "below": [self._units(line) for line in lines],
            "weight": [line.weight for line in lines],
            "marked": [line.kind == CIRCLE for line in lines],
        }

    def page(self) -> str:
        """What is open, or why there is nothing."""
        state: PreconditionsState = self.state
        if state.line is None:
            return render("empty", text=self._nothing())
        line = {"link": "", "circles": []} | read_line(state, state.line)
        return render("precondition", line=line, stale=state.stale)

    def summary(self) -> str:
        """How many circles, shared results and matters there are."""
        kinds = [line.kind for line in self.state.lines.values()]
        circles, shared, matters = (kinds.count(kind) for kind in _KINDS)
        return f"循环 {circles:,} · 共享材料 {shared:,} · 事项 {matters:,}"

    def show(self) -> None:
        """Show what is open, in the picture too."""
        super().show()
        state: PreconditionsState = self.state
        items, left_out = state.drawn()
        self.heading.html = render("picture_heading", drawn=len(items), left_out=left_out)
        self.chart.option = picture(state.graph, items, self._chosen())

    def filtered(self) -> None:
        """The picture shows what the list shows."""
        super().filtered()
        self.show()

    def _chosen(self) -> tuple[str, ...]:
        line: Line | None = self.state.line
        if line is None:
            return ()
        return (line.id,) if line.kind == MATTER else line.items

    def _clicked(self, event: Mapping[str, Any]) -> None:
        """A click on a matter opens it; one on an arrow opens the matter that asks."""
        data = event.get("data") or {}
        self.state.open(str(data.get("id") or data.get("source") or ""))

    def _name(self, line: Line) -> str:
        state: PreconditionsState = self.state
        if line.kind == CIRCLE:
            return "、".join(state.graph.nodes[item].name.partition("（")[0] for item in line.items)
        return state.shared[line.id].result if line.kind == SHARED else state.graph.nodes[line.id].name

    def _units(self, line: Line) -> str:
        """A matter's own unit; of the other lines the units of all matters."""
        items = (line.id,) if line.kind == MATTER else line.items
        units = list(dict.fromkeys(self.state.graph.nodes[item].unit for item in items))
        return "、".join(units[:_MOST_NAMED]) + ("等" if len(units) > _MOST_NAMED else "")

    def _nothing(self) -> str:
        if self.state.graph.guides == 0:
            return (
                "还没有办事指南。请将报送的办事指南放入 data/submissions 文件夹，"
                "执行“workbench intake”，然后重新加载本页。"
            )
        return (
            f"已比对 {self.state.graph.guides:,} 份办事指南：没有一项的材料是另一项的结果，也没有互为前置。"
            "有新的办事指南时，请执行“workbench intake”后重新加载本页。"
        )
