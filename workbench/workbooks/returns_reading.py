"""Reads a returns workbook back: what was typed into it, tied to the items by the ids that 说明 carries."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from workbench.records import Problem
from workbench.workbooks.answered import Answered, part_of, told
from workbench.workbooks.guarded import Grid, parse
from workbench.workbooks.own_parts import EVENT_KEY, INSTRUCTIONS_TITLE, SHA256_KEY
from workbench.workbooks.submission_reading import read_submission
from workbench.workbooks.told_items import listed_items
from workbench.workbooks.unreadable import UnreadableWorkbook

_NOT_OURS = UnreadableWorkbook(
    "这不是本系统生成的反馈工作簿，或者“说明”工作表被删改", "请使用反馈目录（returns）中的工作簿填写审核结论"
)


@dataclass(frozen=True, slots=True)
class TypedPart:
    """What was typed beside an element or material of a guide; ``name`` says which, such as 申请材料第2项.

    ``parts`` are the elements and materials (``申请材料[0]``) that stand in this row, ``name`` is the first's.
    """

    name: str
    cell: str
    verdict: str
    handling: str
    opinion: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedRow:
    """What one row says now: the verdict's Chinese name, the opinion, and the unit's 处理情况; blank where nothing.

    Of a guide, this is what stands beside 事项名称; ``parts`` are those of its further rows that say something.
    """

    item: str
    name: str
    sheet: str
    cell: str
    verdict: str
    opinion: str
    handling: str
    parts: tuple[TypedPart, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnsReading:
    """A returns workbook: the submission that it answers, the last event that it showed, and its rows.

    ``problems`` name the items whose row could not be told for sure: they are not in ``rows``.
    """

    sha256: str
    event: int
    rows: tuple[TypedRow, ...]
    problems: tuple[Problem, ...]


def read_returns(path: Path, content: bytes | None = None) -> ReturnsReading:
    """Read a returns workbook in which verdicts were typed.

    A row is the item's when the name still stands where it stood, or stands in one other row of the sheet alone.

    Raises:
        UnreadableWorkbook: the file cannot be read, or is no returns workbook.
    """
    content = path.read_bytes() if content is None else content
    try:
        grids = parse(content)
    except UnreadableWorkbook as error:
        raise UnreadableWorkbook(error.reason, error.remedy, path.name) from error
    about = next((grid for grid in grids if grid.text(0, 0) == INSTRUCTIONS_TITLE), None)
    keys = _keys(about) if about else {}
    if about is None or SHA256_KEY not in keys or not keys.get(EVENT_KEY, "").isdigit():
        raise UnreadableWorkbook(_NOT_OURS.reason, _NOT_OURS.remedy, path.name)
    sheets = {grid.name: Answered(grid) for grid in grids}
    known = _Rows(_placed(path, content))
    rows, problems = [], []
    for item, name, sheet, cell in listed_items(about):
        read = known.find(name, sheet, cell)
        if read is None:
            told = f"{path.name} 中找不到“{name}”所在的行，该事项的审核结论未读取，请核对后在工作台录入。"
            problems.append(Problem(told, path.name, sheet, cell))
        else:
            rows.append(_typed(item, name, read, sheets))
    return ReturnsReading(keys[SHA256_KEY], int(keys[EVENT_KEY]), tuple(rows), tuple(problems))


class _Placed(NamedTuple):
    """A row of the catalogue or a guide: its name, its place, and of a guide the cell of everything on it."""

    name: str
    sheet: str
    cell: str
    parts: Mapping[str, str]


def _placed(path: Path, content: bytes) -> list[_Placed]:
    reading = read_submission(path, content)
    rows = reading.catalogue.rows if reading.catalogue else ()
    return [
        *(_Placed(read.row.full_name, read.place.sheet, read.place.cell, {}) for read in rows),
        *(_Placed(read.guide.name, read.place.sheet, read.place.cell, read.cells) for read in reading.guides),
    ]


class _Rows:
    """Rows and guides by place and by name."""

    def __init__(self, rows: Sequence[_Placed]) -> None:
        self._at = {(read.sheet, read.cell): read for read in rows}
        self._named = {(read.sheet, read.name): read for read in rows}
        self._count = Counter((read.sheet, read.name) for read in rows)

    def find(self, name: str, sheet: str, cell: str) -> _Placed | None:
        """The row of an item; None where it is gone or more than one could be meant."""
        there = self._at.get((sheet, cell))
        if there is not None and there.name == name:
            return there
        return self._named[sheet, name] if self._count[sheet, name] == 1 else None


def _keys(about: Grid) -> Mapping[str, str]:
    return {row[0]: row[1] for row in about.rows if len(row) == 2}  # noqa: PLR2004 - key and value


def _typed(item: str, name: str, read: _Placed, sheets: Mapping[str, Answered]) -> TypedRow:
    own = sheets[read.sheet]
    return TypedRow(
        item, name, read.sheet, read.cell, *own.texts(own.beside(read.cell)), parts=tuple(_parts(read, sheets))
    )


def _parts(read: _Placed, sheets: Mapping[str, Answered]) -> Iterator[TypedPart]:
    """What stands beside the further rows of a guide; elements side by side share a row."""
    rows: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for name, cell in read.parts.items():
        sheet, _, at = cell.rpartition("!")
        sheet = sheet or read.sheet
        rows.setdefault((sheet, sheets[sheet].beside(at)), []).append((name, at))
    rows.pop((read.sheet, sheets[read.sheet].beside(read.cell)), None)
    for (sheet, line), parts in rows.items():
        verdict, opinion, handling = sheets[sheet].texts(line)
        if verdict or handling:
            (name, at), names = parts[0], dict.fromkeys(part_of(each) for each, _ in parts)
            yield TypedPart(told(name), f"{sheet}!{at}", verdict, handling, opinion, tuple(names))
