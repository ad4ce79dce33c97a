"""The part of the review page's filter bar that folds out: further filters, saved ones, and the list's columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.dashboards.state import ReviewState
from workbench.dashboards.widgets import Column, FilterBar, Grid
from workbench.records import STAGE_NAMES, VERDICTS


class SettingUp:
    """Links a filter bar and a grid with what :class:`~workbench.dashboards.state.Kept` keeps."""

    def __init__(self, state: ReviewState, bar: FilterBar, grid: Grid, columns: Sequence[Column]) -> None:
        """Offer what there is, and keep what the user changes."""
        self.state, self.bar, self.grid, self.columns = state, bar, grid, columns
        bar.may_keep = state.kept.may_keep
        bar.more = further(state)
        self._show()
        state.kept.observe(lambda _: self._show(), ["filters", "columns"])
        bar.on_action("keep", lambda content: state.keep_filter(str(content["name"]), content["value"]))
        bar.on_action("drop", lambda content: state.drop_filter(str(content["name"])))
        bar.on_action("column", lambda content: self._toggle(content["field"], shown=bool(content["shown"])))
        grid.observe(lambda change: self._keep(change.new), "layout_kept")

    def _show(self) -> None:
        self.bar.saved = [list(each) for each in self.state.kept.filters]
        hidden = {each["field"]: each["hide"] for each in self.state.kept.columns}
        self.bar.columns = [
            {"field": each.field, "title": each.title, "shown": not hidden.get(each.field, each.hide)}
            for each in self.columns
        ]

    def _toggle(self, field: str, *, shown: bool) -> None:
        layout = completed(self.state.kept.columns, self.columns) or as_begun(self.columns)
        self.grid.layout_kept = [{**each, "hide": not shown} if each["field"] == field else each for each in layout]

    def _keep(self, layout: Sequence[Mapping[str, Any]]) -> None:
        if list(layout) != list(self.state.kept.columns):
            self.state.keep_columns(layout)


def as_begun(columns: Sequence[Column]) -> list[dict[str, Any]]:
    """The layout of columns that nobody has changed."""
    return [{"field": each.field, "width": each.width, "flex": each.flex, "hide": each.hide} for each in columns]


def completed(layout: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> list[dict[str, Any]]:
    """A kept layout, without columns that are gone, with those that came since at the end; none where none is kept."""
    known = {each.field for each in columns}
    kept = [dict(each) for each in layout if each.get("field") in known]
    there = {each["field"] for each in kept}
    return [*kept, *(each for each in as_begun(columns) if each["field"] not in there)] if kept else []


def further(state: ReviewState) -> list[Any]:
    """By rule, by verdict and by stage."""
    rules = [("", "全部规则"), *((code, f"{name}（{count}）") for code, name, count in state.rule_counts())]
    stages = [("", "全部阶段"), *((name, name) for name in STAGE_NAMES.values())]
    return [
        {"name": "rule", "label": "问题规则", "options": rules},
        {"name": "verdict", "label": "结论", "options": [("", "全部结论"), *VERDICTS.items()]},
        {"name": "stage", "label": "阶段", "options": stages},
    ]
