"""What leadership reads: the course in sentences, what is new, and the faults by unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from workbench.dashboards.reading.detail import rule_name
from workbench.review import Course, News
from workbench.review.calendar import days, is_working_day

#: From how large a share of a unit's items a cell of the table of rules is shaded more strongly.
_SHADES = (0.05, 0.15, 0.3, 0.5)


@dataclass(frozen=True, slots=True)
class CourseLine:
    """One kind's course in words; ``late`` says that it is not over by the deadline, at the pace of late or at all."""

    kind: str
    left: int
    due: str
    needed: str
    forecast: str
    late: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """How many items of a unit a rule found faults in; ``shade`` 0 to 5 by their share of the unit's items."""

    unit: str
    count: int
    shade: int
    share: str


def course_line(course: Course, now: date) -> CourseLine:
    """The course of one kind against its deadline."""
    burn, left = course.burn_down, course.burn_down.left[-1]
    due = course.deadline
    late = bool(left and due and (due.day < now or (burn.measured and (burn.done_by or date.max) > due.day)))
    return CourseLine(
        course.kind or "全部",
        left,
        f"{due.printed}，{due.countdown(now)}" if due else "",
        _needed(left, due.day, now) if due and left else "",
        _forecast(course, now),
        late,
    )


def _needed(left: int, due: date, now: date) -> str:
    working = sum(is_working_day(day) for day in days(now, due))
    return f"{-(-left // working):,} 项" if working else "—"


def _forecast(course: Course, now: date) -> str:
    burn = course.burn_down
    if not burn.left[-1]:
        return "已全部审完"
    if burn.pace is None:
        return "尚无完整工作日的数据，暂不预测"
    if burn.done_by is None:
        return "近期没有进度，无法预测"
    year = "" if burn.done_by.year == now.year else f"{burn.done_by.year}年"
    late = "，晚于截止日" if course.deadline and burn.done_by > course.deadline.day else ""
    return f"预计 {year}{burn.done_by.month}月{burn.done_by.day}日审完{late}"


def pace(course: Course) -> str:
    """The name of the forecast's way, with its figure."""
    burn = course.burn_down
    return f"按近{burn.measured}个工作日的速度（每个工作日 {burn.pace:,.0f} 项）" if burn.pace else ""


def steps(news: News) -> list[tuple[str, str]]:
    """Each step of the chain that was taken, with the catalogues that took it."""
    taken: dict[str, list[str]] = {}
    for unit, kind, step in news.steps:
        taken.setdefault(step, []).append(f"{unit}{kind}")
    return [(step, "、".join(names)) for step, names in taken.items()]


def heat_lines(table: pd.DataFrame, rows: Mapping[str, int]) -> list[tuple[str, str, int, list[Cell]]]:
    """For each rule its code, name, the items in all, and its cells; ``rows`` are the items of each unit."""
    lines = []
    for rule, counts in table.iterrows():
        cells = [_cell(str(unit), int(count), rows[str(unit)]) for unit, count in counts.items()]
        lines.append((str(rule), rule_name(str(rule)), int(counts.sum()), cells))
    return lines


def _cell(unit: str, count: int, rows: int) -> Cell:
    share = count / rows if rows else 0.0
    return Cell(unit, count, sum(share >= least for least in _SHADES) + 1 if count else 0, f"{share:.0%}")


def deadlines_of(courses: Sequence[Course]) -> list[tuple[date, str]]:
    """The deadlines of the kinds that have items left, each once with the kinds that it is for."""
    by_day: dict[date, list[str]] = {}
    for each in courses:
        if each.deadline and each.burn_down.left[-1]:
            by_day.setdefault(each.deadline.day, []).append(each.kind)
    return [(day, "、".join(kinds)) for day, kinds in sorted(by_day.items())]
