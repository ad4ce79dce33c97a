"""Checks files without storing: the findings of the files given, with file, sheet and cell."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from workbench import checks
from workbench.assignments import Assignments
from workbench.matching.engine import LOCAL, Engine
from workbench.records import Finding, GuideEntry, Matter, Place, material_field
from workbench.review.corpus import examine_corpus, unsaid
from workbench.review.examine import Examined, examine
from workbench.review.guidework import GuideWork, check_guides
from workbench.review.reading_files import cores, examine_files, find_files
from workbench.review.ties import tied


def check_files(
    paths: Sequence[Path], assignments: Assignments, context: checks.Context | None = None, engine: Engine = LOCAL
) -> tuple[list[dict[str, Any]], list[str]]:
    """Output records of all findings, those across the files included, and what could not be read, in sentences.

    ``engine`` is where files are read, guides checked and matters compared; the findings are the same.
    """
    context = context or checks.Context(units=assignments.full_names())
    work = partial(examine, assignments=assignments, context=context)
    files = list(examine_files(work, find_files(paths), lambda _done, _of: None, engine))
    messages = [
        problem.message
        for each in files
        for problem in each.problems
        if problem.fatal or not (each.matters or each.guides)
    ]
    matters = [matter for each in files for matter in each.matters]
    guides = [guide for each in files for guide in each.guides]
    across = examine_corpus(matters, context, guides=guides, engine=engine).findings if matters or guides else {}
    checked = _checked(guides, matters, context, engine)
    across = unsaid(across, {guide.item: each.findings for guide, each in zip(guides, checked, strict=True)})
    outcomes = iter(checked)
    records: list[dict[str, Any]] = []
    for each in files:
        records += _sheet(each)
        for matter in each.matters:
            found = (*each.findings.get(matter.item, ()), *across.get(matter.item, ()))
            records += _told(matter, checks.Outcome(found, each.not_checked.get(matter.item, ())))
        for guide in each.guides:
            outcome = next(outcomes)
            found = (*outcome.findings, *across.get(guide.item, ()))
            records += _told(guide, checks.Outcome(found, outcome.not_checked))
    return records, messages


def _checked(
    guides: Sequence[GuideEntry], matters: Sequence[Matter], context: checks.Context, engine: Engine
) -> Sequence[checks.Outcome]:
    """What the rules on single guides say, each beside its row where the files have it."""
    ties = tied(guides, matters, ())
    return list(check_guides([GuideWork.of(guide, ties[guide.item]) for guide in guides], context, cores(), engine))


def _told(item: Matter | GuideEntry, outcome: checks.Outcome) -> list[dict[str, Any]]:
    """The records of one item, each with the cell that holds the fault, or the item's first cell."""
    told = list(checks.told(checks.Item(id=item.item), outcome))
    count = len(outcome.findings)
    placed = [
        _placed(record, each, item.cells, item.place) for record, each in zip(told, outcome.findings, strict=False)
    ]
    return placed + told[count:]


def _placed(record: dict[str, Any], finding: Finding, cells: Mapping[str, str], place: Place) -> dict[str, Any]:
    return record | {"where": {"file": place.file, "sheet": place.sheet, "cell": cell_of(finding, cells, place)}}


def cell_of(finding: Finding, cells: Mapping[str, str], place: Place) -> str:
    """The cell that a finding speaks of: its field's, its material's sub-field's, else the item's first."""
    field = finding.field
    if finding.material is not None:
        field = material_field(finding.material, field.partition(".")[2])
    return cells.get(field) or cells.get(finding.field.partition(".")[0]) or place.cell


def _sheet(examined: Examined) -> list[dict[str, Any]]:
    """Findings on the sheet as a whole: the file's hash is its id."""
    outcome = checks.Outcome(examined.sheet_findings)
    sheet = examined.matters[0].place.sheet if examined.matters else ""
    where = {"file": examined.file, "sheet": sheet, "cell": ""}
    return [record | {"where": where} for record in checks.told(checks.Item(id=examined.sha256[:12]), outcome)]
