"""The printed deadlines of the review (明电52号 四), and how long there is until the next one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workbench import checks
from workbench.records import Stage
from workbench.review.calendar import is_working_day

_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One stage's last day (the day itself is in time)."""

    day: date
    track: str
    task: str
    clause: str

    @property
    def weekend(self) -> str:
        """What is to be known of a day on which nobody works; empty for a working day."""
        if is_working_day(self.day):
            return ""
        return f"截止日为周{_WEEKDAYS[self.day.weekday()]}，按印发日期不顺延，请提前办结"

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


#: The stages that the pages show, by their ids in the rule book: those that end with a day and concern the review.
_SHOWN = ("S2-P1", "S2-C1", "S2-C2", "S2-P2", "S2-P3", "S2-C4", "S2-G2", "S2-G3", "S3")


def _deadline(stage: checks.Stage) -> Deadline:
    assert stage.day is not None
    return Deadline(stage.day, stage.track, stage.task, stage.clause)


DEADLINES = tuple(_deadline(checks.STAGES[number]) for number in _SHOWN)


#: Kind of a catalogue, or of a guide -> the stages that it goes through.
_OF_KIND = {
    "省目录": ("S2-P1", "S2-P2", "S2-P3"),
    "部门目录": ("S2-P1", "S2-P2", "S2-P3"),
    "市设目录": ("S2-C1", "S2-C2", "S2-C4"),
    "办事指南": ("S2-G2", "S2-G3"),
}


def current(kind: str, now: date) -> Deadline | None:
    """The stage that a catalogue is in: the first that has not ended, else the last; None for an unknown kind."""
    return _first_to_come(_OF_KIND.get(kind, ()), now)


def _first_to_come(numbers: Sequence[str], now: date) -> Deadline | None:
    stages = [_deadline(checks.STAGES[number]) for number in numbers]
    return next((each for each in stages if each.day >= now), stages[-1] if stages else None)


#: Kind -> the printed stages that end while a chain is with the reviewers, and while it is with the unit again.
_REVIEWED = {"省目录": ("S2-P2",), "部门目录": ("S2-P2",), "市设目录": ("S2-C2",), "办事指南": ("S2-G2", "S2-G3")}
_REVISED = {"省目录": ("S2-P3",), "部门目录": ("S2-P3",), "市设目录": ("S2-C3",), "办事指南": ("S2-G3",)}


def of_stage(kind: str, stage: Stage, now: date) -> Deadline | None:
    """The day by which a stage of the chain has to be over; of two that are printed the first still to come."""
    table = _REVIEWED if stage in {Stage.GROUP_REVIEW, Stage.LEGALITY_REVIEW} else _REVISED
    return _first_to_come(table.get(kind, ()), now)
