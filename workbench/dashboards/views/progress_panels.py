"""What stands beside the charts of the progress dashboard, one at a time: units, faults by unit, news, items."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ipywidgets
import pandas as pd
from ipecharts import EChartsRawWidget

from workbench.dashboards.reading import overview
from workbench.dashboards.reading.detail import group_name, rule_name
from workbench.dashboards.state.progress import Picked, ProgressState
from workbench.dashboards.templates import render
from workbench.dashboards.views import charts
from workbench.dashboards.views.frame import box
from workbench.dashboards.widgets import Column, Grid, Pane
from workbench.records import VERDICTS, Role

TABS = (
    ("units", "各单位"),
    ("heat", "问题分布"),
    ("rules", "退回最多的问题"),
    ("news", "昨日以来"),
    ("items", "事项明细"),
)
COLUMNS = (
    Column("unit", "单位", 128),
    Column("group", "审核组", 60),
    Column("kind", "目录", 70),
    Column("stage", "环节", 86),
    Column("left", "距截止", 60),
    Column("bar", "进度", 140, kind="bar", sort="done", flex=1),
    Column("share", "已审", 52, kind="number"),
    Column("rows", "件数", 50, kind="number"),
    Column("returned", "退回", 50, kind="number"),
    Column("violations", "违规", 50, kind="number"),
)
_PLAIN = ("unit", "rows", "returned", "violations")
_BAR = (("passed", "ok"), ("returned", "warn"), ("other", "bad"), ("undecided", "none"))
#: So many items and files are listed at once.
_MOST_ITEMS, _MOST_FILES = 300, 40
_MAY_DECIDE = (Role.REVIEWER, Role.LEAD, Role.LEGALITY)


class Panels:
    """``root`` shows the panel of the state's tab; a panel is drawn when it is looked at."""

    def __init__(self, state: ProgressState) -> None:
        """Build all; :meth:`show` draws."""
        self.state = state
        self.tabs = Pane()
        self.units = Grid(COLUMNS, self._rows())
        self.unit_line = Pane()
        self.rules = EChartsRawWidget(option={}, style={"height": "100%"})
        self.rules_list = Pane()
        self.pages = {name: Pane() for name in ("heat", "news", "items")}
        self._parts: dict[str, tuple[ipywidgets.Widget, ...]] = {
            "units": (self.unit_line, self.units),
            "rules": (self.rules_list, self.rules),
            **{name: (page,) for name, page in self.pages.items()},
        }
        self.body = box("wb-panel")
        self.root = box("wb-panels", self.tabs, self.body, classes=("wb-card",))
        for grows in (self.units, self.rules, *self.pages.values()):
            grows.add_class("wb-fills")
        self._listen()

    def _listen(self) -> None:
        state = self.state
        self.tabs.on_action("tab", lambda content: state.set_trait("tab", str(content["tab"])))
        for pane in (self.unit_line, *self.pages.values()):
            pane.on_action(
                "pick", lambda told: state.pick(**{key: str(told.get(key, "")) for key in ("unit", "rule", "kind")})
            )
        self.rules.on("click", None, self._pick_rule)
        self.units.observe(lambda _: self._show_unit(), "current")
        state.observe(lambda _: self.show(), ["tab", "picked"])

    def show(self) -> None:
        """Draw the panel that is looked at."""
        tab = self.state.tab
        self.tabs.html = render("progress_tabs", tabs=TABS, chosen=tab)
        draw: dict[str, Callable[[], None]] = {
            "units": self._show_units,
            "heat": self._show_heat,
            "rules": self._show_rules,
            "news": self._show_news,
            "items": self._show_items,
        }
        draw[tab]()
        if self.body.children != self._parts[tab]:
            self.body.children = self._parts[tab]

    def _show_units(self) -> None:
        self.units.load(self._rows())
        self._show_unit()

    def _show_unit(self) -> None:
        unit, _, kind = self.units.current.partition("|")
        chain = self.state.chain()
        lines = chain[(chain["unit"] == unit) & (chain["kind"] == kind)].to_dict("records")
        chains = [line | {"due": _due(line), "round": int(line["round"])} for line in lines]
        self.unit_line.html = render("unit_line", unit=unit, chains=chains)

    def _show_heat(self) -> None:
        table = self.state.rules_by_unit()
        lines = overview.heat_lines(table, Counter(self.state.items()["unit"]))
        self.pages["heat"].html = render("heat", lines=lines, units=list(table.columns))

    def _show_rules(self) -> None:
        top = self.state.top_rules(15)
        self.rules.option = charts.rule_bars(top)
        lines = [f"{rule_name(each.rule)}：发现 {each.found} 项，已退回 {each.returned} 项" for each in top]
        self.rules_list.html = render("unseen_list", lines=lines)

    def _show_news(self) -> None:
        news = self.state.news()
        since = f"{news.since.month}月{news.since.day}日"
        self.pages["news"].html = render(
            "news", since=since, verdicts=news.verdicts, units=news.units, steps=overview.steps(news),
            files=news.files[:_MOST_FILES], more=max(0, len(news.files) - _MOST_FILES),
        )  # fmt: skip

    def _show_items(self) -> None:
        picked, state = self.state.picked, self.state
        found = state.picked_items() if picked != Picked() else state.items().head(0)
        self.pages["items"].html = render(
            "picked", picked=self._called(picked), total=len(found), unit=picked.unit,
            items=[_item(line) for line in found.head(_MOST_ITEMS).to_dict("records")],
            may_decide=state.reviewer.role in _MAY_DECIDE,
        )  # fmt: skip

    def _called(self, picked: Picked) -> str:
        group = group_name(picked.group, self.state.workspace.assignments) if picked.group else ""
        stage = charts.STAGE_PARTS[picked.stage][0] if picked.stage else ""
        words = (picked.unit, group, picked.kind, stage, rule_name(picked.rule) if picked.rule else "")
        return " · ".join(word for word in words if word)

    def _pick_rule(self, params: Mapping[str, Any]) -> None:
        codes = {rule_name(each.rule): each.rule for each in self.state.top_rules(15)}
        self.state.pick(rule=codes.get(str(params.get("name", "")), ""))

    def _rows(self) -> dict[str, Sequence[Any]]:
        figures = self.state.figures
        chain = {(line["unit"], line["kind"]): line for line in self.state.chain().to_dict("records")}
        lines = [chain.get(place) for place in zip(figures["unit"], figures["kind"], strict=True)]
        counts = list(zip(figures["decided"].tolist(), figures["rows"].tolist(), strict=True))
        return {
            "id": [f"{unit}|{kind}" for unit, kind in zip(figures["unit"], figures["kind"], strict=True)],
            "group": [group_name(int(number), self.state.workspace.assignments) for number in figures["group"]],
            "kind": figures["kind"].fillna("—").tolist(),
            "stage": [line["stage_name"] if line else "未报送" for line in lines],
            "left": [_left(line) for line in lines],
            "share": [f"{done / rows:.0%}" if rows else "" for done, rows in counts],
            "done": [done / rows if rows else -1 for done, rows in counts],
            "bar": _bars(figures),
            **{field: figures[field].tolist() for field in _PLAIN},
        }


def _left(line: Mapping[Any, Any] | None) -> str:
    """Days until the deadline of the stage, in words."""
    if line is None or pd.isna(line["days_left"]):
        return "—"
    days = int(line["days_left"])
    return f"{days} 天" if days > 0 else "今天" if days == 0 else "已过"


def _due(line: Mapping[Any, Any]) -> str:
    if pd.isna(line["days_left"]):
        return ""
    return f"{line['deadline'].month}月{line['deadline'].day}日截止，{_left(line).replace('已过', '已截止')}"


def _item(line: Mapping[Any, Any]) -> dict[str, Any]:
    name = "".join(
        part for part in (line["item_name"], line["sub_item_name"] and f"（{line['sub_item_name']}）") if part
    )
    words = {"stage": charts.STAGE_PARTS[line["stage"]][0], "verdict": VERDICTS.get(line["verdict"], "未审")}
    plain = ("item", "unit", "kind", "violations", "doubts")
    return {key: line[key] for key in plain} | words | {"name": name, "seq": line["seq"] or ""}


def _bars(figures: pd.DataFrame) -> list[list[tuple[str, str, int]]]:
    """For each line the parts of its bar: tone, word, count."""
    parts = [[(tone, charts.PARTS[column][0], int(n)) for n in figures[column]] for column, tone in _BAR]
    return [list(line) for line in zip(*parts, strict=True)]
