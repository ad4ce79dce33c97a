"""The reference lists of a workspace: workbooks in ``data/reference/``, each with its version and date."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from workbench import checks, workbooks
from workbench.records import Problem

_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """One workbook of a list: which list, its version and date as printed, entries, and its content's hash."""

    file: str
    name: str
    version: str
    date: str
    entries: int
    sha256: str


@dataclass(frozen=True, slots=True)
class References:
    """All that is loaded: entries by list name, the files that they came from, and what could not be read."""

    lists: Mapping[str, tuple[checks.ListEntry, ...]] = field(default_factory=dict)
    files: tuple[LoadedFile, ...] = ()
    problems: tuple[Problem, ...] = ()


def load(folder: Path) -> References:
    """Read every list of the folder; files are read again only when one of them has changed.

    A file belongs to the list that its name names: ``权责清单.xlsx``, ``权责清单-省水利厅.xlsx``. A file that
    is no known list, or cannot be read, gives a problem and never stops the others. A list whose workbook has
    no entry counts as not loaded: an empty template must not let rules pass.
    """
    if not folder.is_dir():
        return References()
    files = sorted(
        file for file in folder.iterdir() if file.suffix.lower() in _ENDINGS and not file.name.startswith(("~$", "."))
    )
    return _load(tuple((file, file.stat().st_mtime_ns, file.stat().st_size) for file in files))


@lru_cache(maxsize=8)
def _load(files: tuple[tuple[Path, int, int], ...]) -> References:
    lists: dict[str, list[checks.ListEntry]] = defaultdict(list)
    loaded: list[LoadedFile] = []
    problems: list[Problem] = []
    for file, _, _ in files:
        known = _list_of(file)
        if known is None:
            problems.append(_unknown(file))
            continue
        try:
            reading = workbooks.read_reference_list(file)
        except (workbooks.UnreadableWorkbook, OSError) as error:
            problems.append(Problem(f"参考清单“{file.name}”没有读入：{error}", file.name))
            continue
        problems += reading.problems
        owner = file.stem.partition("-")[2] if known.by_unit else ""
        lists[known.name] += [_entry(row, owner) for row in reading.rows]
        digest = sha256(file.read_bytes()).hexdigest()
        loaded.append(LoadedFile(file.name, known.name, reading.version, reading.date, len(reading.rows), digest))
    filled = {name: tuple(entries) for name, entries in lists.items() if entries}
    return References(filled, tuple(loaded), tuple(problems))


def _list_of(file: Path) -> checks.ReferenceList | None:
    """The list that a file's name names; what follows a dash is the unit or the version."""
    return checks.list_named(file.stem) or checks.list_named(file.stem.split("-")[0].split("_")[0])


def _entry(row: workbooks.ListRow, owner: str) -> checks.ListEntry:
    """The entry; in a unit's own list the file's name tells the department where the row does not."""
    texts = (text or None for text in (row.item_type, row.org or owner, row.basis, row.remarks))
    return checks.ListEntry(row.name, *texts)


def _unknown(file: Path) -> Problem:
    names = "、".join(each.name for each in checks.LISTS)
    return Problem(f"“{file.name}”不是已知的参考清单，没有读入。请以清单名称命名文件：{names}。", file.name)


def write_templates(folder: Path) -> list[Path]:
    """Write a template for every list that has no file yet; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    there = {known.name for file in folder.iterdir() if (known := _list_of(file))}
    written = []
    for each in checks.LISTS:
        if each.name not in there:
            path = folder / f"{each.name}.xlsx"
            workbooks.write_list_template(path, each.name, each.about)
            written.append(path)
    return written
