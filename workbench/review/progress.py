"""How far the review is, per submission: the figures that leadership sees."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from workbench.assignments import Assignments
from workbench.records import Event, Finding, FollowUp, GuideEntry, Matter, Outcome, Pair, Severity, Submission
from workbench.review.whole_file import GUIDES

COLUMNS = [
    "group", "unit", "kind", "round", "file", "rows", "decided", "passed", "returned", "other", "undecided",
    "violations", "doubts", "hints", "suspects",
    "corrected", "uncorrected",
]  # fmt: skip
_FOLLOWED = {
    Outcome.CORRECTED: "corrected",
    Outcome.NOT_CORRECTED: "uncorrected",
    Outcome.OTHERWISE: "uncorrected",
}


def progress_frame(
    submissions: Iterable[Submission],
    matters: Sequence[Matter],
    guides: Sequence[GuideEntry],
    assignments: Assignments,
    findings: Mapping[str, Sequence[Finding]],
    pairs: Sequence[Pair],
    states: Mapping[str, Event],
    followed: Mapping[str, Sequence[FollowUp]] | None = None,
) -> pd.DataFrame:
    """One line a unit and kind, of which 办事指南 is one; units that have not submitted have ``rows`` 0.

    Columns :data:`COLUMNS`. A unit's guides may come in many files: ``file`` then says how many.

    ``returned`` counts 退回修改, ``other`` every further verdict; ``suspects`` the matters in a suspected pair.
    ``corrected`` and ``uncorrected`` count what was returned in the round before and is corrected, or is not for sure;
    ``followed`` says so by item.
    """
    in_pair = {item for pair in pairs for item in (pair.a, pair.b)}
    counted: dict[tuple[str, str], Counter[str]] = {}
    items: list[Matter | GuideEntry] = [*matters, *guides]
    for each in items:
        counts = counted.setdefault((each.unit, each.kind), Counter())
        counts["rows"] += 1
        counts[_standing(states.get(each.item))] += 1
        counts["suspects"] += each.item in in_pair
        for told in (followed or {}).get(each.item, ()):
            counts[_FOLLOWED.get(told.outcome, "")] += 1
        for finding in findings.get(each.item, ()):
            counts[_COLUMN[finding.severity]] += 1
    groups = {unit.name: unit.group for unit in assignments.units}
    catalogues = [s for s in submissions if s.kind != GUIDES]
    lines = [_line(groups, s, counted.get((s.unit, s.kind), Counter())) for s in (*catalogues, *_sent(guides))]
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


def _sent(guides: Sequence[GuideEntry]) -> Iterator[Submission]:
    """All guides of a unit as one submission, in the round of the newest."""
    by_unit: dict[str, list[GuideEntry]] = {}
    for guide in guides:
        by_unit.setdefault(guide.unit, []).append(guide)
    for unit, mine in by_unit.items():
        files = sorted({guide.place.file for guide in mine})
        name = files[0] if len(files) == 1 else f"{len(files)} 个文件"
        yield Submission("", name, unit, GUIDES, max(guide.round for guide in mine), "", len(mine))


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
