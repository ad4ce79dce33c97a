"""Chart options: plain dictionaries of the charts' own vocabulary."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd

from workbench.dashboards.reading.detail import rule_name
from workbench.dashboards.state.progress import TopRule
from workbench.review import Course
from workbench.review.calendar import days

FONT = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif'
INK, LINE, MUTED, ACCENT, BAD = "#1f2933", "#dfe5ec", "#56636f", "#1f5aa6", "#b42318"
_WORDS = {"fontFamily": FONT, "fontSize": 12, "color": INK}
#: Column of the figures -> word and colour; the colours are those of styles/theme.css, in their strong form.
PARTS = {
    "passed": ("通过", "#3c9a5f"),
    "returned": ("退回修改", "#d9a02b"),
    "other": ("其他结论", "#c4523f"),
    "undecided": ("未审", "#cfd7e1"),
}
#: Stage of the state's STAGES -> word and colour, from what waits to what is nearly done.
STAGE_PARTS = {
    "waiting": ("审核·未审", "#cfd7e1"),
    "reviewed": ("审核·已审", "#7ea6d8"),
    "legality_review": ("合法性审查", "#1f5aa6"),
    "returned": ("已反馈", "#d9a02b"),
    "revision": ("单位修改", "#a8642a"),
    "recheck": ("复核", "#3c9a5f"),
}
#: The burn-down looks ahead so many days at most.
_AHEAD = 75


def stage_bars(names: Sequence[str], figures: pd.DataFrame) -> dict[str, Any]:
    """Horizontal bars, one a name, by stage of the chain; stages without any item are left out."""
    series = [
        _bar(word, colour, [int(value) for value in figures[column]])
        for column, (word, colour) in STAGE_PARTS.items()
        if figures[column].any()
    ]
    return _bars(names, series)


def rule_bars(rules: Sequence[TopRule]) -> dict[str, Any]:
    """Horizontal bars, one a rule: items found and not returned, items returned."""
    back = _bar("已退回", "#d9a02b", [rule.returned for rule in rules])
    found = _bar("发现、尚未退回", "#cfd7e1", [rule.found - rule.returned for rule in rules])
    return _bars([rule_name(rule.rule) for rule in rules], [back, found])


def burn_down(course: Course, due: Sequence[tuple[date, str]]) -> dict[str, Any]:
    """What is left by day, the forecast as a dashed line, and the deadlines (day, words) within sight."""
    burn = course.burn_down
    now = burn.days[-1]
    wanted = [day for day in (burn.done_by, *(day for day, _ in due)) if day and day >= now]
    until = max(now + timedelta(days=7), min(max(wanted, default=now), now + timedelta(days=_AHEAD)))
    axis = [_day(day) for day in days(burn.days[0], until)]
    gap: list[float | None] = [None] * (len(burn.days) - 1)
    ahead = [round(left, 1) for _, left in burn.ahead(until)]
    forecast = f"按近{burn.measured}个工作日的速度"
    lines: list[dict[str, Any]] = [
        {"name": "未审", "data": list(burn.left), "step": "end", "areaStyle": {"opacity": 0.12}}
        | _line(ACCENT, "solid")
        | {"markLine": _marks(now, [(day, word) for day, word in due if burn.days[0] <= day <= until])}
    ]
    if ahead:
        lines.append({"name": forecast, "data": gap + ahead} | _line(ACCENT, "dashed"))
    return {
        **_base(),
        "grid": {"left": 4, "right": 24, "top": 28, "bottom": 2, "containLabel": True},
        "tooltip": {"trigger": "axis", "textStyle": _WORDS},
        "xAxis": {"type": "category", "data": axis, "boundaryGap": False, "axisLabel": _WORDS},
        "yAxis": {"type": "value", "min": 0, "minInterval": 1, "axisLabel": _WORDS, "splitLine": _SPLIT},
        "series": lines,
    }


_SPLIT = {"lineStyle": {"color": LINE}}


def _marks(now: date, due: Sequence[tuple[date, str]]) -> dict[str, Any]:
    """Upright lines for today and the deadlines."""
    label = {"fontFamily": FONT, "fontSize": 11}
    marks = [(now, "今天", MUTED, "insideStartTop"), *((day, word, BAD, "insideEndTop") for day, word in due)]
    return {
        "symbol": "none",
        "silent": True,
        "data": [
            {
                "xAxis": _day(day),
                "lineStyle": {"color": colour, "type": "solid", "width": 1},
                "label": label | {"formatter": word, "color": colour, "position": position},
            }
            for day, word, colour, position in marks
        ],
    }


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _line(colour: str, form: str) -> dict[str, Any]:
    return {
        "type": "line",
        "showSymbol": False,
        "itemStyle": {"color": colour},
        "lineStyle": {"color": colour, "type": form, "width": 2},
    }


def _bar(word: str, colour: str, data: Sequence[int]) -> dict[str, Any]:
    return {
        "name": word,
        "type": "bar",
        "stack": "all",
        "barMaxWidth": 18,
        "cursor": "pointer",
        "itemStyle": {"color": colour},
        "data": list(data),
    }


def _base() -> dict[str, Any]:
    return {
        "animation": False,
        "textStyle": {"fontFamily": FONT},
        "legend": {"top": 0, "right": 0, "itemWidth": 14, "itemHeight": 10, "textStyle": _WORDS},
    }


def _bars(names: Sequence[str], series: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        **_base(),
        "grid": {"left": 4, "right": 18, "top": 26, "bottom": 2, "containLabel": True},
        "tooltip": {"trigger": "axis", "axisPointer": {"type": "shadow"}, "textStyle": _WORDS},
        "xAxis": {"type": "value", "axisLabel": _WORDS, "splitLine": _SPLIT, "minInterval": 1},
        "yAxis": {
            "type": "category",
            "inverse": True,
            "data": list(names),
            "axisTick": {"show": False},
            "axisLabel": _WORDS | {"width": 150, "overflow": "truncate", "interval": 0},
        },
        "series": series,
    }
