"""The printed deadlines of the review (明电52号 四), and how long there is until the next one."""

import os
from dataclasses import dataclass
from datetime import date

_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One stage's last day (the day itself is in time)."""

    day: date
    track: str
    task: str
    clause: str

    @property
    def printed(self) -> str:
        """The day with its weekday; weekends matter, because the printed date stands."""
        return f"{self.day.month}月{self.day.day}日（周{_WEEKDAYS[self.day.weekday()]}）"

    def countdown(self, now: date) -> str:
        """What is left of the time, in words."""
        left = (self.day - now).days
        if left == 0:
            return "今天截止"
        return f"还有 {left} 天" if left > 0 else "已截止"


DEADLINES = (
    Deadline(date(2017, 7, 20), "省目录", "部门报送", "明电52号 四(二)1"),
    Deadline(date(2017, 7, 31), "市设目录", "各市报送", "明电52号 四(二)2"),
    Deadline(date(2017, 8, 31), "市设目录", "审核反馈", "明电52号 四(二)2"),
    Deadline(date(2017, 9, 10), "省目录", "审核反馈", "明电52号 四(二)1"),
    Deadline(date(2017, 9, 30), "省目录", "形成部门目录", "明电52号 四(二)1"),
    Deadline(date(2017, 10, 15), "市县目录", "形成本级目录", "明电52号 四(二)2"),
    Deadline(date(2017, 11, 15), "办事指南", "审核完成", "明电52号 四(二)3"),
    Deadline(date(2017, 11, 30), "公布", "公布目录和指南", "明电52号 四(三)"),
)


def today() -> date:
    """Today, or the day that ``WORKBENCH_TODAY`` (YYYY-MM-DD) names: for rehearsals and for looking back."""
    named = os.environ.get("WORKBENCH_TODAY")
    return date.fromisoformat(named) if named else date.today()  # noqa: DTZ011 - deadlines are local days
