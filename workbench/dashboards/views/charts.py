"""Chart options: plain dictionaries of the charts' own vocabulary."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from workbench.dashboards.reading.detail import rule_name
from workbench.dashboards.state.progress import TopRule

FONT = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif'
INK, LINE = "#1f2933", "#dfe5ec"
#: Column of the figures -> word and colour; the colours are those of styles/theme.css, in their strong form.
PARTS = {
    "passed": ("通过", "#3c9a5f"),
    "returned": ("退回修改", "#d9a02b"),
    "other": ("其他结论", "#c4523f"),
    "undecided": ("未审", "#cfd7e1"),
}


def verdict_bars(names: Sequence[str], figures: pd.DataFrame) -> dict[str, Any]:
    """Horizontal bars, one a name, by verdict."""
    series = [
        {
            "name": word,
            "type": "bar",
            "stack": "all",
            "barMaxWidth": 18,
            "itemStyle": {"color": colour},
            "data": [int(value) for value in figures[column]],
        }
        for column, (word, colour) in PARTS.items()
    ]
    return _bars(names, series)


def rule_bars(rules: Sequence[TopRule]) -> dict[str, Any]:
    """Horizontal bars, one a rule: items found and not returned, items returned."""
    parts = (
        ("已退回", "#d9a02b", [rule.returned for rule in rules]),
        ("发现、尚未退回", "#cfd7e1", [rule.found - rule.returned for rule in rules]),
    )
    series = [
        {"name": word, "type": "bar", "stack": "all", "barMaxWidth": 16, "itemStyle": {"color": colour}, "data": data}
        for word, colour, data in parts
    ]
    return _bars([rule_name(rule.rule) for rule in rules], series)


def _bars(names: Sequence[str], series: list[dict[str, Any]]) -> dict[str, Any]:
    words = {"fontFamily": FONT, "fontSize": 12, "color": INK}
    return {
        "animation": False,
        "textStyle": {"fontFamily": FONT},
        "legend": {"top": 0, "right": 0, "itemWidth": 12, "itemHeight": 10, "textStyle": words},
        "grid": {"left": 4, "right": 18, "top": 26, "bottom": 2, "containLabel": True},
        "tooltip": {"trigger": "axis", "axisPointer": {"type": "shadow"}, "textStyle": words},
        "xAxis": {"type": "value", "axisLabel": words, "splitLine": {"lineStyle": {"color": LINE}}, "minInterval": 1},
        "yAxis": {
            "type": "category",
            "inverse": True,
            "data": list(names),
            "axisTick": {"show": False},
            "axisLabel": words | {"width": 150, "overflow": "truncate", "interval": 0},
        },
        "series": series,
    }
