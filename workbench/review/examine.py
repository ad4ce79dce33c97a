"""Reads one workbook and runs the checks on its rows: the part of intake that needs no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from workbench import checks, workbooks
from workbench.assignments import Assignments
from workbench.records import Finding, Matter, NotChecked, Problem, Row, Unit
from workbench.review.identity import item_ids


@dataclass(frozen=True, slots=True)
class Examined:
    """What one workbook holds and what the checks say of it; ``unit`` or ``kind`` None: ask a person."""

    file: str
    sha256: str
    content: bytes = field(repr=False, default=b"")
    unit: Unit | None = None
    unit_text: str | None = None
    kind: str | None = None
    matters: tuple[Matter, ...] = ()
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    not_checked: Mapping[str, tuple[NotChecked, ...]] = field(default_factory=dict)
    sheet_findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether the file could be read at all."""
        return not any(problem.fatal for problem in self.problems)


def examine(
    path: Path,
    assignments: Assignments,
    context: checks.Context,
    unit: str | None = None,
    kind: str | None = None,
) -> Examined:
    """Read and check one workbook. A file that cannot be read gives a fatal problem, never an exception.

    ``unit`` and ``kind`` are a person's word and stand over what the file says.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"无法打开文件“{path.name}”：{error.strerror or error}。请确认文件存在、未被占用且有读取权限。"
        return Examined(path.name, "", problems=(Problem(message, path.name, fatal=True),))
    digest = sha256(content).hexdigest()
    try:
        reading = workbooks.read_catalogue(path, content)
    except workbooks.UnreadableWorkbook as error:
        return Examined(path.name, digest, content, problems=(Problem(str(error), path.name, fatal=True),))
    found = _unit(assignments, (unit,) if unit else (reading.unit_text, reading.title, path.stem))
    unit_text = unit or reading.unit_text
    kind = kind or reading.kind
    problems = (*reading.problems, *_questions(path.name, found, unit_text, kind))
    examined = Examined(path.name, digest, content, found, unit_text, kind, problems=problems)
    return _check(examined, reading, context) if found and kind else examined


def _unit(assignments: Assignments, texts: tuple[str | None, ...]) -> Unit | None:
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


def _check(examined: Examined, reading: "workbooks.CatalogueReading", context: checks.Context) -> Examined:
    """The same with matters and findings."""
    unit, kind = examined.unit, examined.kind
    if unit is None or kind is None:
        return examined
    rows = [_placed(read.row, unit, kind) for read in reading.rows]
    ids = item_ids(unit.name, kind, rows)
    matters, findings, not_checked = [], {}, {}
    for position, (item, row, read) in enumerate(zip(ids, rows, reading.rows, strict=True)):
        matters.append(Matter(item, unit.name, kind, 0, unit.region, row, read.place, read.cells, position))
        subject = checks.Item(id=item, row=row, catalogue=kind, org=unit.name)
        outcome = checks.run(subject, context)
        findings[item] = outcome.findings
        not_checked[item] = outcome.not_checked
    sheet = checks.Item(headers=reading.headers, seq=reading.seq, catalogue=kind, org=unit.name)
    return replace(
        examined,
        matters=tuple(matters),
        findings=findings,
        not_checked=not_checked,
        sheet_findings=checks.run(sheet, context).findings,
    )


def _placed(row: Row, unit: Unit, kind: str) -> Row:
    """The row with the unit, catalogue and region that the workbook as a whole tells."""
    return replace(row, org=unit.name, catalogue=kind, region=unit.region)
