"""Reads all that a submitted file holds: its catalogue, its guides, and what became of every cell."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.records import Problem, ReadUse
from workbench.workbooks.catalogue import NO_HEADER, about, catalogue_of
from workbench.workbooks.guarded import parse
from workbench.workbooks.read_report import IGNORED, OUR_SHEET, table_sheet, whole_sheet
from workbench.workbooks.read_report import NO_HEADER as WITHOUT_HEADER
from workbench.workbooks.reading import SubmissionReading
from workbench.workbooks.recognition import About
from workbench.workbooks.sheets import Sheet, read_sheets
from workbench.workbooks.unreadable import UnreadableWorkbook


def read_submission(path: Path, content: bytes | None = None) -> SubmissionReading:
    """Read a submission: a catalogue, guides, or both.

    A file in which neither is found gives a fatal problem, and a report that says so of every cell.

    Args:
        path: names the file in places and messages; read when ``content`` is None.
        content: the file's bytes.

    Raises:
        UnreadableWorkbook: the file cannot be read.
    """
    try:
        grids = parse(path.read_bytes() if content is None else content)
    except UnreadableWorkbook as error:
        raise UnreadableWorkbook(error.reason, error.remedy, path.name) from error
    sheets = read_sheets(grids)
    told = about(path.stem, sheets)
    catalogue = catalogue_of(path.name, sheets, told)
    return SubmissionReading(
        kind=told.kind,
        unit_text=told.unit_text,
        title=told.title,
        catalogue=catalogue,
        round_text=told.round_text,
        date_text=told.date_text,
        problems=(*_doubts(path.name, told), *(catalogue.problems if catalogue else _nothing(path.name))),
        report=tuple(report(sheets)),
        sheets=tuple(grid.name for grid in grids),
    )


def report(sheets: Sequence[Sheet]) -> Iterator[ReadUse]:
    """What became of every cell that is not empty."""
    for sheet in sheets:
        if sheet.tables:
            yield from table_sheet(sheet.grid.name, sheet.columns, sheet.tables)
        else:
            why = OUR_SHEET if sheet.ours else WITHOUT_HEADER
            yield from whole_sheet(sheet.grid.name, sheet.columns, IGNORED, why)


def _doubts(file: str, told: About) -> Iterator[Problem]:
    for doubt in told.doubts:
        yield Problem(f"{file}：{doubt}。", file)


def _nothing(file: str) -> Iterator[Problem]:
    error = UnreadableWorkbook(NO_HEADER.reason, NO_HEADER.remedy, file)
    yield Problem(str(error), file, fatal=True)
