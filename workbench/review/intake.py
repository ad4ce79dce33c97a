"""Takes submitted workbooks in: reads, checks, stores, and matches the whole corpus again."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from workbench import checks
from workbench.assignments import Assignments
from workbench.records import Finding, Problem, Submission
from workbench.review.corpus import examine_corpus
from workbench.review.examine import Examined, examine
from workbench.store import Store

#: What a folder is searched for; a file that is named is read whatever its ending.
ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".et")

Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class IntakeLine:
    """What became of one file. ``status``: 新收, 未变 (the same bytes are there), 待分派 or 无法读取."""

    file: str
    status: str
    unit: str = ""
    group: int | None = None
    kind: str = ""
    round: int = 0
    rows: int = 0
    findings: int = 0
    problems: tuple[Problem, ...] = ()


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The workbooks that the paths name; lock files and temporary files of office programs are left out."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(
                file
                for file in path.rglob("*")
                if file.suffix.lower() in ENDINGS and not file.name.startswith(("~$", ".")) and file.is_file()
            )
        else:
            files.append(path)
    return files


def take_in(
    store: Store,
    assignments: Assignments,
    context: checks.Context,
    files: Sequence[Path],
    report: Report,
    unit: str | None = None,
    kind: str | None = None,
) -> list[IntakeLine]:
    """Read, check and store the files, then match the corpus if anything changed."""
    work = partial(examine, assignments=assignments, context=context, unit=unit, kind=kind)
    lines = []
    for done, examined in enumerate(_examine_all(work, files), start=1):
        lines.append(_keep(store, examined))
        report("读取和检查", done, len(files))
    if any(line.status == "新收" for line in lines):
        match_corpus(store, context, report)
    return lines


def match_corpus(store: Store, context: checks.Context, report: Report) -> None:
    """Match all current matters with each other and store pairs, clusters and findings across rows."""
    result = examine_corpus(store.matters(), context, partial(report, "比对重复"))
    store.replace_corpus(result.findings, result.pairs, result.clusters)


def _examine_all(work: Callable[[Path], Examined], files: Sequence[Path]) -> Iterator[Examined]:
    """The files examined in their order, on every core when there are several."""
    if len(files) < 2:  # noqa: PLR2004 - one file is not worth a process
        yield from map(work, files)
        return
    with ProcessPoolExecutor(max_workers=min(os.cpu_count() or 1, len(files))) as pool:
        yield from pool.map(work, files)


def _keep(store: Store, examined: Examined) -> IntakeLine:
    """Store one examined workbook unless its content is there already."""
    line = IntakeLine(examined.file, "无法读取", problems=examined.problems)
    if not examined.readable:
        return line
    known = store.known(examined.sha256)
    if known is not None:
        owner = store.assignments.unit(known.unit)
        group = owner.group if owner else None
        return IntakeLine(examined.file, "未变", known.unit, group, known.kind, known.round, known.rows)
    if examined.unit is None or examined.kind is None:
        return replace(line, status="待分派", unit=examined.unit_text or "", kind=examined.kind or "")
    return _add(store, examined, line)


def _add(store: Store, examined: Examined, line: IntakeLine) -> IntakeLine:
    """Store a new submission as the next round of its unit and kind."""
    unit, kind = examined.unit, examined.kind
    if unit is None or kind is None:
        return line
    earlier = [s.round for s in store.submissions(current_only=False) if (s.unit, s.kind) == (unit.name, kind)]
    number = max(earlier, default=0) + 1
    received = datetime.now(UTC).isoformat(timespec="seconds")
    submission = Submission(examined.sha256, examined.file, unit.name, kind, number, received, len(examined.matters))
    store.add_submission(
        submission,
        examined.content,
        [replace(matter, round=number) for matter in examined.matters],
        examined.findings,
        examined.not_checked,
        examined.sheet_findings,
        examined.problems,
    )
    count = _count(examined.findings.values()) + len(examined.sheet_findings)
    return replace(
        line, status="新收", unit=unit.name, group=unit.group, kind=kind, round=number,
        rows=len(examined.matters), findings=count,
    )  # fmt: skip


def _count(findings: Iterable[Sequence[Finding]]) -> int:
    return sum(len(some) for some in findings)
