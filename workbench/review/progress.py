"""How far the review is, per submission: the figures that leadership sees."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from workbench.assignments import Assignments
from workbench.records import Event, Finding, Matter, Pair, Severity, Submission

COLUMNS = [
    "group", "unit", "kind", "round", "file", "rows", "decided", "passed", "returned", "other", "undecided",
    "violations", "doubts", "hints", "suspects",
]  # fmt: skip


def progress_frame(
    submissions: Iterable[Submission],
    matters: Sequence[Matter],
    assignments: Assignments,
    findings: Mapping[str, Sequence[Finding]],
    pairs: Sequence[Pair],
    states: Mapping[str, Event],
) -> pd.DataFrame:
    """One line a unit and kind: columns :data:`COLUMNS`; units that have not submitted have ``rows`` 0.

    ``returned`` counts 退回修改, ``other`` every further verdict; ``suspects`` the matters in a suspected pair.
    """
    in_pair = {item for pair in pairs for item in (pair.a, pair.b)}
    counted: dict[tuple[str, str], Counter[str]] = {}
    for matter in matters:
        counts = counted.setdefault((matter.unit, matter.kind), Counter())
        counts["rows"] += 1
        counts[_standing(states.get(matter.item))] += 1
        counts["suspects"] += matter.item in in_pair
        for finding in findings.get(matter.item, ()):
            counts[_COLUMN[finding.severity]] += 1
    groups = {unit.name: unit.group for unit in assignments.units}
    lines = [_line(groups, s, counted.get((s.unit, s.kind), Counter())) for s in submissions]
    submitted = {line["unit"] for line in lines}
    nothing: dict[str, object] = dict.fromkeys(COLUMNS[5:], 0)
    lines += [
        nothing | {"group": unit.group, "unit": unit.name, "round": 0}
        for unit in assignments.units
        if unit.name not in submitted
    ]
    frame = pd.DataFrame(lines, columns=COLUMNS)
    order = {unit.name: place for place, unit in enumerate(assignments.units)}
    return frame.sort_values(
        ["group", "unit"], key=lambda column: column.map(order) if column.name == "unit" else column
    ).reset_index(drop=True)


_COLUMN = {Severity.VIOLATION: "violations", Severity.DOUBT: "doubts", Severity.HINT: "hints"}


def _standing(event: Event | None) -> str:
    """Which column an item's standing verdict counts in."""
    if event is None or event.verdict is None:
        return "undecided"
    return {"pass": "passed", "return_for_revision": "returned"}.get(event.verdict, "other")


def _line(groups: Mapping[str, int], submission: Submission, counts: Counter[str]) -> dict[str, object]:
    return {
        "group": groups.get(submission.unit),
        "unit": submission.unit,
        "kind": submission.kind,
        "round": submission.round,
        "file": submission.file,
        "decided": counts["passed"] + counts["returned"] + counts["other"],
        **{column: counts[column] for column in COLUMNS[5:] if column != "decided"},
    }
