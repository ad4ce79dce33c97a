"""The progress dashboard (进度)."""

from collections.abc import Sequence
from typing import Any

import ipywidgets
import pandas as pd
from ipecharts import EChartsRawWidget

from workbench.dashboards.reading.detail import group_name, rule_name
from workbench.dashboards.state.progress import ProgressState
from workbench.dashboards.templates import render
from workbench.dashboards.views import charts
from workbench.dashboards.views.frame import Page, box
from workbench.dashboards.widgets import Column, Grid, Pane
from workbench.review.calendar import today
from workbench.review.deadlines import DEADLINES

CARDS = (
    ("rows", "事项和指南", "plain"),
    ("decided", "已审", "plain"),
    ("passed", "通过", "ok"),
    ("returned", "退回修改", "warn"),
    ("other", "其他结论", "bad"),
    ("violations", "违规", "bad"),
    ("doubts", "存疑", "warn"),
    ("suspects", "疑似重复", "warn"),
)
COLUMNS = (
    Column("unit", "单位", 124),
    Column("group", "审核组", 66),
    Column("kind", "目录", 74),
    Column("bar", "进度", 130, kind="bar", sort="done", flex=1),
    Column("share", "已审", 54, kind="number"),
    Column("rows", "件数", 54, kind="number"),
    Column("passed", "通过", 54, kind="number"),
    Column("returned", "退回", 54, kind="number"),
    Column("other", "其他", 54, kind="number"),
    Column("violations", "违规", 54, kind="number"),
    Column("suspects", "疑似重复", 72, kind="number"),
)
_BAR = (("passed", "ok"), ("returned", "warn"), ("other", "bad"), ("undecided", "none"))


class ProgressView:
    """Named widgets linked to a :class:`ProgressState`; ``root`` is what the notebook shows."""

    def __init__(self, state: ProgressState) -> None:
        """Build the widgets and show the figures."""
        self.state = state
        self.cards = Pane(html="")
        self.deadlines = Pane(html=_deadlines())
        self.groups = EChartsRawWidget(option={}, style={"height": "100%"})
        self.rules_list = Pane()
        self.rules = EChartsRawWidget(option={}, style={"height": "100%"})
        self.units = Grid(COLUMNS, self._rows())
        self.root = self._arrange()
        self.cards.on_action("group", lambda content: state.set_trait("group", int(content["group"])))
        state.observe(lambda _: self._show(), "figures")
        self._show()

    def _arrange(self) -> ipywidgets.Widget:
        self.cards.add_class("wb-cards")
        self.deadlines.add_class("wb-deadlines")
        charts_side = box(
            "wb-charts",
            _card("wb-chart-groups", "各审核组进度", self.groups),
            _card("wb-chart-rules", "退回最多的问题（按事项和指南数）", self.rules, self.rules_list),
        )
        table = box("wb-units", self.deadlines, _card("wb-table-card", "各单位", self.units))
        return Page(("progress",), self.cards, box("wb-progress-body", charts_side, table))

    def _show(self) -> None:
        state = self.state
        assignments = state.workspace.assignments
        groups = state.groups()
        numbers = [int(number) for number in groups.index]
        choices = [(0, "全部"), *((number, group_name(number, assignments)) for number in numbers)]
        self.cards.html = render(
            "cards", cards=CARDS, totals=state.totals(), groups=choices if len(numbers) > 1 else [], chosen=state.group
        )
        self.groups.option = charts.verdict_bars([group_name(number, assignments) for number in numbers], groups)
        top = state.top_rules()
        self.rules.option = charts.rule_bars(top)
        lines = [f"{rule_name(each.rule)}：发现 {each.found} 项，已退回 {each.returned} 项" for each in top]
        self.rules_list.html = render("unseen_list", lines=lines)
        self.units.load(self._rows())

    def _rows(self) -> dict[str, Sequence[Any]]:
        figures = self.state.figures
        names = [group_name(int(number), self.state.workspace.assignments) for number in figures["group"]]
        counts = list(zip(figures["decided"].tolist(), figures["rows"].tolist(), strict=True))
        plain = [column.field for column in COLUMNS if column.field not in {"share", "group", "kind", "bar"}]
        return {
            "id": [f"{unit}|{kind}" for unit, kind in zip(figures["unit"], figures["kind"], strict=True)],
            "group": names,
            "kind": figures["kind"].fillna("—").tolist(),
            "share": [f"{done / rows:.0%}" if rows else "未报" for done, rows in counts],
            "done": [done / rows if rows else -1 for done, rows in counts],
            "bar": _bars(figures),
            **{field: figures[field].tolist() for field in plain},
        }


def _bars(figures: pd.DataFrame) -> list[list[tuple[str, str, int]]]:
    """For each line the parts of its bar: tone, word, count."""
    parts = [[(tone, charts.PARTS[column][0], int(n)) for n in figures[column]] for column, tone in _BAR]
    return [list(line) for line in zip(*parts, strict=True)]


def _card(name: str, title: str, content: ipywidgets.Widget, *more: ipywidgets.Widget) -> ipywidgets.Widget:
    heading = Pane(html=render("heading", title=title))
    content.add_class("wb-fills")
    return box(name, heading, content, *more, classes=("wb-card",))


def _deadlines() -> str:
    now = today()
    upcoming = [deadline for deadline in DEADLINES if deadline.day >= now]
    nearest = upcoming[0] if upcoming else None
    return render("deadlines", deadlines=DEADLINES, nearest=nearest, now=now)
