"""One file with all that a workspace holds, and the workspace again from it; both are verified before they are believed."""

import json
import os
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import workbench
from workbench import assignments
from workbench.store import Store, StoreProblem, copy_in, copy_out, is_server

DATABASE, MANIFEST = "database", "manifest.json"
#: What is made anew by itself, or is the database, of which the backup has a copy made at one moment.
_LEFT_OUT = ("workbench.sqlite", "cache")
_FORMAT = 1
_PIECE = 1 << 20
#: Files that only their owner may read.
_PRIVATE = 0o600
_NOT_OURS = "“{name}”不是工作台的备份，或者没有写完整。请换一个备份文件。"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a backup: its path below the workspace, its size and its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds. ``server``: its database is one of PostgreSQL's."""

    made_at: str
    version: str
    server: bool
    entries: tuple[Entry, ...]


def back_up(folder: Path, url: str, target: Path) -> Backup:
    """Write the workspace in ``folder`` with its database at ``url`` into the new file ``target``, while work goes on.

    Raises:
        StoreProblem: ``target`` is there already, cannot be written, or the database cannot be copied.
    """
    if target.exists():
        raise StoreProblem(f"“{target}”已存在，没有覆盖。请换一个文件名。")
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with TemporaryDirectory(dir=target.parent) as scratch:
            copy = Path(scratch) / DATABASE
            copy_out(url, copy)
            made = _write(draft, [(DATABASE, copy), *_files(folder)], server=is_server(url))
        _verified(draft)
        draft.replace(target)
    except OSError as error:
        raise StoreProblem(
            f"备份没有写成（{error.strerror}）。请确认“{target.parent}”存在、可写、空间足够。"
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return made


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The workspace's own files, by their paths below it."""
    yield assignments.FILE, folder / assignments.FILE
    for path in sorted((folder / "data").rglob("*")):
        below = path.relative_to(folder / "data")
        ours = not below.parts[0].startswith(_LEFT_OUT) and not path.name.startswith((".", "~$"))
        if ours and path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix(), path


def _write(target: Path, files: list[tuple[str, Path]], *, server: bool) -> Backup:
    entries = []
    with target.open("xb") as raw:
        target.chmod(_PRIVATE)  # it holds password hashes, and the key of the sessions
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, path in files:
                archive.write(path, name)
                with path.open("rb") as content:
                    entries.append(Entry(name, path.stat().st_size, file_digest(content, "sha256").hexdigest()))
            now = datetime.now(UTC).isoformat(timespec="seconds")
            made = Backup(now, workbench.__version__, server, tuple(entries))
            archive.writestr(MANIFEST, json.dumps({"format": _FORMAT, **asdict(made)}, ensure_ascii=False, indent=1))
        raw.flush()
        os.fsync(raw.fileno())
    return made


def _verified(file: Path) -> Backup:
    """What the backup holds, after every file in it was compared with its digest.

    Raises:
        StoreProblem: it is no backup, or something in it is missing, changed, or would lie outside of the workspace.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            told = json.loads(archive.read(MANIFEST))
            entries = tuple(Entry(**each) for each in told["entries"])
            for entry in entries:
                _require_same(archive, entry)
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, OSError) as error:
        raise StoreProblem(_NOT_OURS.format(name=file.name)) from error
    if told["format"] != _FORMAT:
        raise StoreProblem(f"“{file.name}”由更新的版本（{told['version']}）写成。请先升级工作台，再恢复。")
    return Backup(told["made_at"], told["version"], bool(told["server"]), entries)


def _require_same(archive: zipfile.ZipFile, entry: Entry) -> None:
    path = PurePosixPath(entry.path)
    if path.is_absolute() or ".." in path.parts or "\\" in entry.path:
        raise StoreProblem(f"备份中的“{entry.path}”会写到工作区之外，没有恢复。这个备份不可信。")
    digest = sha256()
    with archive.open(entry.path) as content:
        while piece := content.read(_PIECE):
            digest.update(piece)
    if digest.hexdigest() != entry.sha256:
        raise StoreProblem(f"备份中的“{entry.path}”与备份时不同，没有恢复。请换一个备份文件。")


def restore(file: Path, folder: Path, url: str | None = None) -> tuple[Backup, list[str]]:
    """Make a workspace of a backup in ``folder``, which must be new or empty; ``url`` where its database is a server's.

    Returns:
        What the backup holds, and what is broken in the log of decisions, in sentences.

    Raises:
        StoreProblem: the backup is not whole, the folder is in use, or the database cannot be made.
    """
    held = _verified(file)
    if folder.exists() and any(folder.iterdir()):
        raise StoreProblem(f"“{folder}”不是空文件夹，没有恢复。请指定一个新的文件夹。")
    if held.server != (url is not None and is_server(url)):
        kind = "PostgreSQL，请用 --database 指明一个空的数据库" if held.server else "SQLite，不要指明数据库"
        raise StoreProblem(f"这个备份的数据库是 {kind}。")
    url = url or f"sqlite:///{folder / 'data' / 'workbench.sqlite'}"
    with zipfile.ZipFile(file) as archive, TemporaryDirectory() as scratch:
        copy_in(Path(archive.extract(DATABASE, scratch)), url)
        for entry in held.entries:
            if entry.path != DATABASE:
                Path(archive.extract(entry.path, folder)).chmod(_PRIVATE)
    store = Store.open(url, assignments.load(folder / assignments.FILE))
    try:
        return held, store.verify()
    finally:
        store.close()
