"""The workspace's own tables of words: what names are read with besides the tables of the package."""

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from workbench import matching
from workbench.records import Reviewer, Role
from workbench.records.tidy import bare
from workbench.store import NotAllowed, Refused, StoreProblem

#: The folder of the tables among the reference lists.
FOLDER = "比对词表"
#: Table -> its name for people.
TABLES = {"synonyms": "同义词表", "contrasts": "对立词表"}
#: Roles that may add words: they change what is found in every group.
ADDING = (Role.LEAD, Role.ADMIN)
_COLUMNS = {"synonyms": ("word", "standard"), "contrasts": ("word", "group")}
_NOTED = ("note", "by", "at")
#: Characters of a word: one character is no wording, though it may set two things apart.
_SHORTEST, _LONGEST = {"synonyms": 2, "contrasts": 1}, 20


def use(folder: Path) -> None:
    """Read names with the tables of the folder in this process from now on, or with the package's where it has none.

    Raises:
        StoreProblem: a table cannot be read; the package's tables are in use then.
    """
    try:
        matching.extend_tables(folder)
    except UnicodeDecodeError as error:
        raise StoreProblem(f"“{folder}”中的词表不是 UTF-8 编码。请在表格软件中另存为“CSV UTF-8”后重试。") from error
    except (ValueError, csv.Error) as error:
        raise StoreProblem(f"“{folder}”：{error}") from error


def stamp(folder: Path) -> str:
    """Stands for the tables: the corpus is matched again when it changes; blank where there are none."""
    files = sorted(folder.glob("*.csv")) if folder.is_dir() else []
    told = [(file.name, sha256(file.read_bytes()).hexdigest()) for file in files]
    return sha256(repr(told).encode()).hexdigest()[:16] if told else ""


def add(folder: Path, table: str, words: tuple[str, str], note: str, reviewer: Reviewer) -> None:
    """Write two words into a table: as one wording (the second is the standard one), or as excluding each other.

    Raises:
        NotAllowed: the user is neither a group's lead nor an administrator.
        Refused: a word or the note is missing, a word is too short or long, or both are there already.
        StoreProblem: the table that is there cannot be read.
    """
    if reviewer.role not in ADDING:
        raise NotAllowed("比对词表影响所有审核组，只有组长和管理员可以增补。请将建议告诉本组组长。")
    one, two = (bare(word) for word in words)
    _require(table, one, two, note)
    use(folder)
    path = folder / f"{table}.csv"
    there = _rows(path)
    new = [row for row in _lines(table, one, two) if not any(row.items() <= each.items() for each in there)]
    if not new:
        raise Refused(f"“{one}”和“{two}”已在{TABLES[table]}中，不必再加。")
    noted = {"note": note.strip().lstrip("=+-@"), "by": reviewer.user}
    _append(path, table, [{**row, **noted, "at": datetime.now(UTC).isoformat(timespec="seconds")} for row in new])
    use(folder)


def _require(table: str, one: str, two: str, note: str) -> None:
    if table not in TABLES:
        raise Refused(f"没有名为“{table}”的词表，可选：{'、'.join(TABLES)}。")
    shortest = _SHORTEST[table]
    if one == two or not all(shortest <= len(word) <= _LONGEST for word in (one, two)):
        raise Refused(f"请填写两个不同的词语，每个 {shortest} 至 {_LONGEST} 个字，不含标点。")
    if not note.strip():
        raise Refused("请写明增补的理由，供其他审核组核对。")


def _lines(table: str, one: str, two: str) -> list[dict[str, str]]:
    if table == "synonyms":
        return [{"word": one, "standard": two}]
    return [{"word": word, "group": "/".join(sorted((one, two)))} for word in (one, two)]


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _append(path: Path, table: str, rows: Sequence[Mapping[str, str]]) -> None:
    """Put rows below those that are there, under the columns that the file has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    there = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    header = next(csv.reader(there.splitlines()), None) or [*_COLUMNS[table], *_NOTED]
    with path.open("a", encoding="utf-8" if there else "utf-8-sig", newline="") as file:
        if there and not there.endswith("\n"):
            file.write("\n")
        writer = csv.DictWriter(file, header, restval="", extrasaction="ignore", lineterminator="\n")
        if not there:
            writer.writeheader()
        writer.writerows(rows)
