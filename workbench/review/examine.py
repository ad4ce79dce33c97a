"""Reads one submitted file and runs the checks on its rows: the part of intake that needs no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from workbench import checks, workbooks
from workbench.assignments import Assignments
from workbench.records import (
    Finding,
    GuideEntry,
    Matter,
    NotChecked,
    Problem,
    ReadUse,
    Row,
    Unit,
)
from workbench.review.identity import item_ids, new_guide_id
from workbench.review.whole_file import GUIDES, check_file
from workbench.workbooks.opening import content_of

__all__ = ["GUIDES", "Examined", "Sent", "examine", "open_file", "row_item"]


@dataclass(frozen=True, slots=True)
class Examined:
    """What one file holds and what the checks say of it; ``unit`` or ``kind`` None: ask a person.

    ``file`` is its name, behind that of the .zip that it came in.
    ``kind`` is its catalogue's, or 办事指南 where it holds guides alone. Ids and rounds are those of a first
    submission; the checks on guides run later, beside the catalogue. ``turn`` is what the file says of its round,
    ``handlings`` what the unit wrote as 处理情况, ``told_items`` the ids of a corrected returns workbook, by place.
    """

    file: str
    sha256: str
    content: bytes = field(repr=False, default=b"")
    unit: Unit | None = None
    unit_text: str | None = None
    kind: str | None = None
    matters: tuple[Matter, ...] = ()
    guides: tuple[GuideEntry, ...] = ()
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    not_checked: Mapping[str, tuple[NotChecked, ...]] = field(default_factory=dict)
    sheet_findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    uses: tuple[ReadUse, ...] = ()
    turn: workbooks.Turn = field(default_factory=workbooks.Turn)
    handlings: tuple[workbooks.ReadHandling, ...] = ()
    told_items: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def readable(self) -> bool:
        """Whether the file could be read at all."""
        return not any(problem.fatal for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it came: its name, behind that of the .zip that it came in, and its bytes.

    ``refused`` says why it cannot be had out of that .zip.
    """

    name: str
    content: bytes = field(repr=False)
    refused: str = ""


def open_file(path: Path) -> list[Sent] | Examined:
    """The file, or each file in it where it is a .zip of submissions.

    What cannot be opened gives a fatal problem, never an exception.
    """
    try:
        content = content_of(path)
    except workbooks.UnreadableWorkbook as error:
        return Examined(path.name, "", problems=(Problem(str(error), path.name, fatal=True),))
    return files_in(path.name, content)


def files_in(name: str, content: bytes) -> list[Sent] | Examined:
    """The same of a file whose bytes are here."""
    try:
        parts = workbooks.unpack(name, content)
    except workbooks.UnreadableWorkbook as error:
        return _unreadable(name, content, str(error))
    if [part.content for part in parts] == [content]:
        return [Sent(name, content)]
    return [Sent(f"{name}/{part.name}", part.content, str(part.refused or "")) for part in parts]


def _unreadable(file: str, content: bytes, message: str) -> Examined:
    digest = sha256(content).hexdigest()
    return Examined(file, digest, content, problems=(Problem(message, file, fatal=True),))


def examine(
    file: Sent,
    assignments: Assignments,
    context: checks.Context,
    unit: str | None = None,
    kind: str | None = None,
) -> Examined:
    """Read and check one file. What cannot be read gives a fatal problem.

    ``unit`` and ``kind`` are a person's word and stand over what the file says.
    """
    name, content = file.name, file.content
    if file.refused:
        return _unreadable(name, content, file.refused)
    try:
        reading = workbooks.read_submission(Path(name), content)
    except workbooks.UnreadableWorkbook as error:
        return _unreadable(name, content, str(error))
    found = _unit(assignments, (unit,) if unit else (reading.unit_text, reading.title, *_names(name)))
    unit_text = unit or reading.unit_text
    kind = _kind(reading, kind)
    nothing = any(problem.fatal for problem in reading.problems)
    problems = (*reading.problems, *(() if nothing else _questions(name, found, unit_text, kind)))
    digest = sha256(content).hexdigest()
    examined = Examined(
        name, digest, content, found, unit_text, kind, problems=problems, uses=reading.report, turn=reading.turn,
        handlings=reading.handlings, told_items=reading.told_items,
    )  # fmt: skip
    if found is None or kind is None or not examined.readable:
        return examined
    whole = check_file(name, content, reading, found.name, kind, context)
    return replace(_check(examined, reading, context), sheet_findings=whole)


def _kind(reading: "workbooks.SubmissionReading", said: str | None) -> str | None:
    """The catalogue's kind, as a person or the file says; 办事指南 where there is no catalogue."""
    if reading.catalogue is None:
        return GUIDES if reading.guides else reading.kind
    return (said if said != GUIDES else None) or reading.catalogue.kind or reading.kind


def _names(name: str) -> tuple[str, ...]:
    """What the file's name may say: its own, then those of the folders and the .zip around it, the nearest first."""
    return tuple(Path(part).stem for part in reversed(Path(name).parts))


def _unit(assignments: Assignments, texts: Sequence[str | None]) -> Unit | None:
    """The unit that the first telling text names, in full or somewhere in it."""
    known = (assignments.unit(text) or assignments.unit_in(text) for text in texts if text)
    return next((unit for unit in known if unit), None)


def _questions(file: str, unit: Unit | None, unit_text: str | None, kind: str | None) -> list[Problem]:
    """What a person has to say before the workbook can be taken in."""
    asked = []
    if unit is None:
        named = f"“{unit_text}”不在四个审核组的名单中" if unit_text else "表内和文件名均未写明报送单位"
        asked.append(
            f"{file}：{named}，未分派到审核组。请执行“workbench intake 文件 --unit 单位简称”指明单位，"
            "或先用“workbench assign 单位 组号”分派该单位。"
        )
    if kind is None:
        asked.append(
            f"{file}：无法判断是省目录、市设目录还是部门目录，请执行“workbench intake 文件 --kind 省目录”指明。"
        )
    return [Problem(message, file) for message in asked]


def _check(examined: Examined, reading: "workbooks.SubmissionReading", context: checks.Context) -> Examined:
    """The same with matters, guides and findings."""
    unit = examined.unit
    if unit is None:
        return examined
    examined = replace(examined, guides=_entries(unit, reading.guides))
    if reading.catalogue is None or examined.kind is None:
        return examined
    return _check_rows(examined, unit, examined.kind, reading.catalogue, context)


def _entries(unit: Unit, guides: Sequence["workbooks.ReadGuide"]) -> tuple[GuideEntry, ...]:
    """The guides of the unit, under the ids of a first submission."""
    taken: set[str] = set()
    entries = []
    for position, read in enumerate(guides):
        item = new_guide_id(unit.name, read.guide, taken)
        taken.add(item)
        entries.append(
            GuideEntry(
                item, unit.name, GUIDES, 1, unit.region, read.guide, read.place, None, read.cells, read.order, position
            )
        )
    return tuple(entries)


def _check_rows(
    examined: Examined, unit: Unit, kind: str, reading: "workbooks.CatalogueReading", context: checks.Context
) -> Examined:
    """The same with the catalogue's rows and what the rules on rows and sheets say."""
    rows = [_placed(read.row, unit, kind) for read in reading.rows]
    ids = item_ids(unit.name, kind, rows)
    matters, findings, not_checked = [], {}, {}
    for position, (item, row, read) in enumerate(zip(ids, rows, reading.rows, strict=True)):
        matters.append(Matter(item, unit.name, kind, 0, unit.region, row, read.place, read.cells, position))
        outcome = checks.run(row_item(matters[-1]), context)
        findings[item] = outcome.findings
        not_checked[item] = outcome.not_checked
    return replace(
        examined,
        matters=tuple(matters),
        findings=findings,
        not_checked=not_checked,
    )


def row_item(matter: Matter) -> checks.Item:
    """A catalogue row as the rules on rows see it."""
    return checks.Item(id=matter.item, row=matter.row, catalogue=matter.kind, org=matter.unit)


def _placed(row: Row, unit: Unit, kind: str) -> Row:
    """The row with the unit, catalogue and region that the workbook as a whole tells."""
    return replace(row, org=unit.name, catalogue=kind, region=unit.region)
