"""The reference lists of a workspace: workbooks in ``data/reference/``, each with its version and date."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from workbench import checks, workbooks
from workbench.citations import Statute
from workbench.records import Problem
from workbench.review.statute_list import REQUIRED, statutes_of

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
    """All that is loaded: entries by list name, the files that they came from, and what could not be read.

    ``statutes`` are the entries of the list of statutes.
    """

    lists: Mapping[str, tuple[checks.ListEntry, ...]] = field(default_factory=dict)
    files: tuple[LoadedFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    statutes: tuple[Statute, ...] = ()

    def has(self, name: str) -> bool:
        """Whether anything of the list is loaded."""
        return any(file.name == name and file.entries for file in self.files)

    @property
    def stamp(self) -> str:
        """Stands for the statutes; blank where there are none."""
        return sha256(repr(self.statutes).encode("utf-8", "surrogatepass")).hexdigest()[:16] if self.statutes else ""


def load(folder: Path, only: str | None = None) -> References:
    """Read every list of the folder, or only one; files are read again only when one of them has changed.

    A file belongs to the list that its name names: ``权责清单.xlsx``, ``权责清单-省水利厅.xlsx``. A file that
    is no known list, or cannot be read, gives a problem and never stops the others. A list whose workbook has
    no entry counts as not loaded: an empty template must not let rules pass.
    """
    if not folder.is_dir():
        return References()
    files = sorted(
        file for file in folder.iterdir() if file.suffix.lower() in _ENDINGS and not file.name.startswith(("~$", "."))
    )
    if only:
        files = [file for file in files if (known := _list_of(file)) and known.name == only]
    return _load(tuple((file, file.stat().st_mtime_ns, file.stat().st_size) for file in files))


@lru_cache(maxsize=8)
def _load(files: tuple[tuple[Path, int, int], ...]) -> References:
    loading = _Loading()
    for file, _, _ in files:
        if known := _list_of(file):
            loading.read(file, known)
        else:
            loading.problems.append(_unknown(file))
    filled = {name: tuple(entries) for name, entries in loading.lists.items() if entries}
    return References(filled, tuple(loading.files), tuple(loading.problems), tuple(loading.statutes))


@dataclass
class _Loading:
    """What has been read so far."""

    lists: dict[str, list[checks.ListEntry]] = field(default_factory=lambda: defaultdict(list))
    files: list[LoadedFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    statutes: list[Statute] = field(default_factory=list)

    def read(self, file: Path, known: checks.ReferenceList) -> None:
        """Take one file in; a file that cannot be read gives a problem."""
        try:
            reading = workbooks.read_reference_list(file, _columns(known))
        except (workbooks.UnreadableWorkbook, OSError) as error:
            self.problems.append(Problem(f"参考清单“{file.name}”没有读入：{error}", file.name))
            return
        self.problems += reading.problems
        taken = self._take(file, known, reading.rows)
        digest = sha256(file.read_bytes()).hexdigest()
        self.files.append(LoadedFile(file.name, known.name, reading.version, reading.date, taken, digest))

    def _take(self, file: Path, known: checks.ReferenceList, rows: Sequence[workbooks.ListRow]) -> int:
        """Take the rows in; how many of them are entries."""
        if known.name != checks.STATUTE_LIST:
            owner = file.stem.partition("-")[2] if known.by_unit else ""
            self.lists[known.name] += [_entry(row, owner) for row in rows]
            return len(rows)
        statutes, faults = statutes_of(file.name, rows)
        self.statutes += statutes
        self.problems += faults
        return len(statutes)


def _columns(known: checks.ReferenceList) -> workbooks.ListColumns:
    return workbooks.STATUTE_COLUMNS if known.name == checks.STATUTE_LIST else workbooks.LIST_COLUMNS


def _list_of(file: Path) -> checks.ReferenceList | None:
    """The list that a file's name names; what follows a dash is the unit or the version."""
    return checks.list_named(file.stem) or checks.list_named(file.stem.split("-")[0].split("_")[0])


def _entry(row: workbooks.ListRow, owner: str) -> checks.ListEntry:
    """The entry; in a unit's own list the file's name tells the department where the row does not."""
    told = row.texts
    texts = (text or None for text in (told["类型"], told["部门"] or owner, told["依据"], told["备注"]))
    return checks.ListEntry(told["名称"], *texts)


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
            required = REQUIRED if each.name == checks.STATUTE_LIST else ("名称",)
            workbooks.write_list_template(path, each.name, each.about, _columns(each), required)
            written.append(path)
    return written
