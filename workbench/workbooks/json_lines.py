"""Reads JSON lines, one case a line in the vocabulary of the rule book (section 8), as a submission."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from workbench.records import COLUMN_NAMES, CatalogueKind, Place, Problem, ReadUse, Row
from workbench.records.json_records import GUIDE_KEYS, ROW_FIELDS, ROW_KEYS, inheriting, row_of
from workbench.records.json_texts import NotInVocabulary, list_of
from workbench.workbooks.cells import runs
from workbench.workbooks.guarded import Grid
from workbench.workbooks.json_guides import placed_guide
from workbench.workbooks.read_report import FIELD, IGNORED
from workbench.workbooks.reading import CatalogueReading, ReadGuide, ReadRow, SubmissionReading
from workbench.workbooks.recognition import GUIDES

_OF_CASE = frozenset({"id", "catalogue", "org", "region"})
#: So many faulty lines are told by themselves.
_MOST_TOLD = 500
_WHOLE = ("row", "rows", "guide", "guides", "parent")


@dataclass(slots=True)
class _Read:
    """What was read so far; ``uses`` are the lines in which each value was read or ignored."""

    file: str
    rows: list[ReadRow] = field(default_factory=list)
    guides: list[ReadGuide] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    uses: dict[tuple[str, str, str], list[int]] = field(default_factory=lambda: defaultdict(list))


def read_json_lines(file: str, lines: Grid) -> SubmissionReading:
    """Cases, as the guarded process parsed them, as a submission: rows and guides, each placed by its line and its key.

    A line that is no case becomes a problem and does not stop the others.
    """
    read = _Read(file)
    for number, error, case in _cases(lines):
        fault = error or _take(read, number, json.loads(case))
        if fault:
            told = f"{file} 第{number}行：{fault}，这一行已略过，请改正后重新报送。"
            read.problems.append(Problem(told, file, f"第{number}行"))
    if len(read.problems) > _MOST_TOLD:
        told = f"{file}：另有 {len(read.problems) - _MOST_TOLD:,} 行也有上述一类的问题，已略过，请改正后重新报送。"
        read.problems[_MOST_TOLD:] = [Problem(told, file)]
    return _reading(read)


def _cases(lines: Grid) -> Iterator[tuple[int, str, str]]:
    """Number, fault and JSON of each line, put together from its pieces."""
    for number, pieces in groupby((row + [""] * (3 - len(row)) for row in lines.rows), itemgetter(0)):
        _, errors, texts = zip(*pieces, strict=True)
        yield int(number), errors[0], "".join(texts)


def _take(read: _Read, number: int, case: Mapping[str, Any]) -> str:
    """Add what one case holds, all of it or nothing; what is wrong with it, if something is."""
    try:
        _add(read, number, case)
    except NotInVocabulary as error:
        return str(error)
    return ""


def _add(read: _Read, number: int, case: Mapping[str, Any]) -> None:
    rows = [_row(read.file, number, case, path, value) for path, value in _named(case, "row", "rows")]
    guides = [
        placed_guide(value, case, path, Place(read.file, f"第{number}行", path))
        for path, value in _named(case, "guide", "guides")
    ]
    if not rows and not guides:
        raise NotInVocabulary("没有 row、rows、guide 或 guides")
    read.rows += rows
    read.guides += guides
    for use in _uses(case):
        read.uses[use].append(number)


def _named(case: Mapping[str, Any], one: str, several: str) -> Iterator[tuple[str, Any]]:
    """The path of each row or guide of a case, and its value."""
    if case.get(one) is not None:
        yield one, case[one]
    yield from ((f"{several}[{at}]", each) for at, each in enumerate(list_of(case, several)))


def _row(file: str, number: int, case: Mapping[str, Any], path: str, value: Any) -> ReadRow:
    """One row; what it leaves blank it has from the ``parent`` of its case, if there is one."""
    row, cells = _values(case, path, value)
    if path == "row" and case.get("parent") is not None:
        above, places = _values(case, "parent", case["parent"])
        row, lacking = inheriting(row, above)
        cells |= {name: places[name] for name in lacking}
    return ReadRow(row, Place(file, f"第{number}行", path), cells)


def _values(case: Mapping[str, Any], path: str, value: Any) -> tuple[Row, dict[str, str]]:
    row = row_of(value, case, path)
    return row, {ROW_FIELDS[key]: f"{path}.{key}" for key in value if key in ROW_FIELDS}


def _uses(case: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Use, name and reason of every value of a case that is not empty."""
    for key, value in case.items():
        if key in _WHOLE and (key != "parent" or "row" in case):
            known = GUIDE_KEYS if key.startswith("guide") else ROW_KEYS
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, Mapping):
                    yield from (_use(name, known) for name, text in each.items() if text not in ("", None))
        elif value not in ("", None):
            yield _use(key, _OF_CASE)


def _use(key: str, known: frozenset[str]) -> tuple[str, str, str]:
    return (FIELD, key, "") if key in known else (IGNORED, "", f"“{key}”不是目录或指南的内容")


def _reading(read: _Read) -> SubmissionReading:
    kinds = {each.row.catalogue for each in read.rows} | {each.guide.catalogue for each in read.guides}
    kind = _only({name for name in kinds if name in set(CatalogueKind)})
    if not read.rows and read.guides:
        kind = GUIDES
    unit = _only({each.row.org for each in read.rows} | {each.guide.org for each in read.guides})
    problems = tuple(read.problems)
    if not read.rows and not read.guides:
        told = f"无法读取文件“{read.file}”：没有一行是可读的事项或指南。请按手册的词汇逐行填写后再报送。"
        problems = (Problem(told, read.file, fatal=True), *problems)
    return SubmissionReading(
        kind=kind,
        unit_text=unit,
        title="",
        catalogue=_catalogue(read, kind, unit) if read.rows else None,
        guides=tuple(read.guides),
        problems=problems,
        report=tuple(_report(read)),
        sheets=(read.file,),
    )


def _catalogue(read: _Read, kind: str | None, unit: str | None) -> CatalogueReading:
    """The rows as a catalogue. Its keys stand for the form's columns: none of them is missing."""
    form = set(COLUMN_NAMES) - {"levels_and_departments" if kind == CatalogueKind.DEPARTMENT else "implementing_agency"}
    headers = (tuple(name for field, name in COLUMN_NAMES.items() if field in form),)
    seq = tuple(each.row.seq for each in read.rows if each.row.seq is not None)
    return CatalogueReading(kind, unit, "", headers, seq, tuple(read.rows), (), ())


def _report(read: _Read) -> Iterator[ReadUse]:
    for (use, name, reason), numbers in read.uses.items():
        lines = ",".join(f"第{a}行" if a == b else f"第{a}-{b}行" for a, b in runs(set(numbers)))
        yield ReadUse(read.file, lines, len(numbers), use, name, reason)


def _only(texts: set[str | None]) -> str | None:
    told = [text for text in texts if text]
    return told[0] if len(told) == 1 else None
