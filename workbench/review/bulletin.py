"""What the monthly bulletin (通报) tells: how far each group and unit is, and what is wrong most."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from workbench import checks
from workbench.records import Event, Finding, Severity, in_beijing

_MOST = 10


@dataclass(frozen=True, slots=True)
class Standing:
    """Figures of a group or unit; ``month`` is how many verdicts were recorded in the bulletin's month.

    ``corrected`` and ``uncorrected`` count findings that were returned in the round before.
    """

    name: str
    rows: int
    decided: int
    passed: int
    returned: int
    other: int
    violations: int
    doubts: int
    month: int
    corrected: int = 0
    uncorrected: int = 0

    @property
    def share(self) -> float:
        """Decided of all, 0 to 1; 0 where there is nothing yet."""
        return self.decided / self.rows if self.rows else 0.0


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule with on how many items it found something, and how many of them were returned."""

    rule: str
    name: str
    clause: str
    items: int
    returned: int


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One month: ``missing`` are units that have handed in nothing, ``due`` the stages still to come."""

    month: date
    made_on: date
    total: Standing
    groups: tuple[Standing, ...]
    units: tuple[tuple[int, Standing], ...]
    missing: tuple[str, ...]
    faults: tuple[Fault, ...]
    due: tuple[tuple[date, str, str], ...]


def compile_bulletin(
    month: date,
    today: date,
    progress: pd.DataFrame,
    events: Sequence[Event],
    units: Mapping[str, str],
    findings: Mapping[str, Sequence[Finding]],
    states: Mapping[str, Event],
) -> Bulletin:
    """The bulletin of the month that ``month`` is the first day of.

    Args:
        month: its first day.
        today: the day that the bulletin is made on; later stages are still to come.
        progress: one line a unit and kind, as :func:`workbench.review.progress.progress_frame` gives it.
        events: all events.
        units: item -> unit.
        findings: the current findings by item.
        states: the standing event of each item.
    """
    of_month = Counter(units[e.item] for e in events if e.item in units and _in_month(e, month))
    lines = progress.groupby(["group", "unit"], sort=False)[list(_SUMMED)].sum().reset_index()
    standings = [(int(line["group"]), _standing(str(line["unit"]), line, of_month)) for _, line in lines.iterrows()]
    groups = {number: [each for at, each in standings if at == number] for number, _ in standings}
    return Bulletin(
        month=month,
        made_on=today,
        total=_together("全省", [each for _, each in standings]),
        groups=tuple(_together(f"第{'一二三四'[number - 1]}组", some) for number, some in sorted(groups.items())),
        units=tuple(standings),
        missing=tuple(each.name for _, each in standings if not each.rows),
        faults=tuple(_faults(findings, states)),
        due=tuple((s.day, s.track, s.task) for s in checks.STAGES.values() if s.day and s.day >= today),
    )


_SUMMED = ("rows", "decided", "passed", "returned", "other", "violations", "doubts", "corrected", "uncorrected")


def _in_month(event: Event, month: date) -> bool:
    """Whether a verdict was recorded in the month, by the local calendar."""
    when = in_beijing(event.at)
    return event.verdict is not None and (when.year, when.month) == (month.year, month.month)


def _standing(name: str, line: "pd.Series[int]", of_month: Counter[str]) -> Standing:
    return Standing(name, **{column: int(line[column]) for column in _SUMMED}, month=of_month[name])


def _together(name: str, some: Sequence[Standing]) -> Standing:
    sums = {column: sum(int(getattr(each, column)) for each in some) for column in (*_SUMMED, "month")}
    return Standing(name, **sums)


def _faults(findings: Mapping[str, Sequence[Finding]], states: Mapping[str, Event]) -> list[Fault]:
    """The rules that found faults in most items; hints are left out."""
    at: dict[str, set[str]] = defaultdict(set)
    for item, some in findings.items():
        for finding in some:
            if finding.severity is not Severity.HINT:
                at[finding.rule].add(item)
    back = {item for item, event in states.items() if event.verdict == "return_for_revision"}
    most = sorted(at.items(), key=lambda entry: (-len(entry[1]), entry[0]))[:_MOST]
    rules = ((rule, items) for code, items in most if (rule := checks.by_code(code)))
    return [Fault(rule.code, rule.name, rule.clause, len(items), len(items & back)) for rule, items in rules]
