"""Checks workbooks without storing: the findings of the files given, with file, sheet and cell."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workbench import checks
from workbench.assignments import Assignments
from workbench.records import Finding, Matter
from workbench.review.corpus import examine_corpus
from workbench.review.examine import Examined, examine
from workbench.review.intake import find_files


def check_files(paths: Sequence[Path], assignments: Assignments) -> tuple[list[dict[str, Any]], list[str]]:
    """Output records of all findings, duplicates among the files included, and what could not be read, in sentences."""
    context = checks.Context(units=assignments.full_names())
    files = [examine(path, assignments, context) for path in find_files(paths)]
    messages = [problem.message for each in files for problem in each.problems if problem.fatal or not each.matters]
    matters = [matter for each in files for matter in each.matters]
    across = examine_corpus(matters, context).findings if matters else {}
    records: list[dict[str, Any]] = []
    for each in files:
        records += _sheet(each)
        for matter in each.matters:
            item = checks.Item(id=matter.item)
            found = (*each.findings.get(matter.item, ()), *across.get(matter.item, ()))
            outcome = checks.Outcome(found, each.not_checked.get(matter.item, ()))
            records += [_placed(record, matter, found) for record in _told(item, outcome)]
    return records, messages


def _told(item: checks.Item, outcome: checks.Outcome) -> list[dict[str, Any]]:
    return list(checks.told(item, outcome))


def _placed(record: dict[str, Any], matter: Matter, findings: Sequence[Finding]) -> dict[str, Any]:
    """The record with the cell that holds the fault, or the row's first cell."""
    if "where" not in record:
        return record
    found = next(f for f in findings if f.rule == record["rule"] and f.message == record["message"])
    cell = matter.cells.get(found.field, matter.place.cell)
    return record | {"where": {"file": matter.place.file, "sheet": matter.place.sheet, "cell": cell}}


def _sheet(examined: Examined) -> list[dict[str, Any]]:
    """Findings on the sheet as a whole: the file's hash is its id."""
    outcome = checks.Outcome(examined.sheet_findings)
    sheet = examined.matters[0].place.sheet if examined.matters else ""
    where = {"file": examined.file, "sheet": sheet, "cell": ""}
    return [record | {"where": where} for record in checks.told(checks.Item(id=examined.sha256[:12]), outcome)]
