"""Reads all that a submitted file holds: its catalogue, its guides, and what became of every cell."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.records import Problem, ReadUse
from workbench.workbooks.answered import handlings
from workbench.workbooks.catalogue import about, catalogue_of, sheets_of
from workbench.workbooks.collecting import no_collection
from workbench.workbooks.guarded import Grid, is_json_lines, parse
from workbench.workbooks.guides import GuidesReading, read_guides
from workbench.workbooks.json_lines import read_json_lines
from workbench.workbooks.opening import content_of
from workbench.workbooks.read_report import (
    EXPLAINS,
    IGNORED,
    OUR_SHEET,
    OUTSIDE,
    WITHOUT_HEADER,
    table_sheet,
    whole_sheet,
)
from workbench.workbooks.reading import SubmissionReading
from workbench.workbooks.recognition import GUIDES, About, recognise
from workbench.workbooks.sheet_heads import guide_head
from workbench.workbooks.sheet_problems import notes, sheet_problems
from workbench.workbooks.sheets import Sheet
from workbench.workbooks.told_items import told_items
from workbench.workbooks.turns import turn_of
from workbench.workbooks.unreadable import UnreadableWorkbook, naming

_NOTHING = UnreadableWorkbook(
    "既没有找到目录的表头（序号、事项名称、事项类型、设定依据等），也没有找到办事指南的要素",
    "请使用手册规定的式样填写后再报送",
)


def read_submission(path: Path, content: bytes | None = None) -> SubmissionReading:
    """Read a submission: a catalogue, guides, or both; a workbook, a document or JSON lines.

    A file in which neither is found gives a fatal problem, and a report that says so of every cell.

    Args:
        path: names the file in places and messages; read when ``content`` is None.
        content: the file's bytes.

    Raises:
        UnreadableWorkbook: the file cannot be read.
    """
    content = content_of(path) if content is None else content
    with no_collection():
        if is_json_lines(content):
            with naming(path.name):
                (lines,) = parse(content)
            return read_json_lines(path.name, lines)
        return _read(path, sheets_of(path, content))


def _read(path: Path, sheets: Sequence[Sheet]) -> SubmissionReading:
    grids = [sheet.grid for sheet in sheets]
    guides = read_guides(path.name, [sheet.grid for sheet in sheets if not sheet.tables and not sheet.ours])
    understood = set(guides.read)
    others = [sheet for sheet in sheets if sheet.grid.name not in understood]
    told = _about(path.stem, sheets, guides)
    catalogue = catalogue_of(path.name, others, told)
    problems = catalogue.problems if catalogue else tuple(sheet_problems(path.name, others))
    return SubmissionReading(
        kind=told.kind,
        unit_text=told.unit_text,
        title=told.title,
        catalogue=catalogue,
        guides=guides.guides,
        round_text=told.round_text,
        date_text=told.date_text,
        problems=(*_overall(path.name, told, grids, catalogue or guides.guides), *problems, *guides.problems),
        report=tuple(_report(sheets, guides.uses)),
        sheets=tuple(grid.name for grid in grids),
        turn=turn_of(told.round_text, told.date_text),
        handlings=tuple(handlings(grids, catalogue.rows if catalogue else (), guides.guides)),
        told_items=told_items(grids, catalogue.rows if catalogue else (), guides.guides),
    )


def _about(stem: str, sheets: Sequence[Sheet], guides: GuidesReading) -> About:
    """What a workbook says of itself; where it has guides alone, their implementing body may tell the unit."""
    if any(sheet.tables for sheet in sheets):
        return about(stem, sheets)
    understood = set(guides.read)
    told = recognise(stem, [guide_head(sheet.grid) for sheet in sheets if sheet.grid.name in understood])
    if not guides.guides:
        return told
    bodies = {read.guide.org for read in guides.guides}
    return replace(told, kind=GUIDES, unit_text=told.unit_text or (bodies.pop() if len(bodies) == 1 else None))


def _report(sheets: Sequence[Sheet], of_guides: Sequence[ReadUse]) -> Iterator[ReadUse]:
    """What became of every cell that is not empty, sheet by sheet."""
    by_sheet: dict[str, list[ReadUse]] = defaultdict(list)
    for use in of_guides:
        by_sheet[use.sheet].append(use)
    for sheet in sheets:
        name, columns = sheet.grid.name, sheet.columns
        uses = by_sheet.get(name)
        if sheet.tables:
            yield from table_sheet(name, columns, sheet.tables)
        elif uses:
            yield from uses
        else:
            why = OUR_SHEET if sheet.ours else EXPLAINS if sheet.explains else WITHOUT_HEADER
            yield from whole_sheet(name, columns, IGNORED, why)
        if around := [line for line in sheet.grid.caption.splitlines() if line.strip()]:
            yield ReadUse(name, "表外文字", len(around), IGNORED, "", OUTSIDE)


def _overall(file: str, told: About, grids: Sequence[Grid], found: object) -> Iterator[Problem]:
    """What is told of the file as a whole."""
    if not found:
        error = UnreadableWorkbook(_NOTHING.reason, _NOTHING.remedy, file)
        yield Problem(str(error), file, fatal=True)
    for doubt in told.doubts:
        yield Problem(f"{file}：{doubt}。", file)
    yield from notes(file, grids)
