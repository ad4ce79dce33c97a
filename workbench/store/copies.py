"""A database as a file, while others go on writing to it, and back again."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from shutil import which

from sqlalchemy.engine import URL, make_url

from workbench.store.refusals import StoreProblem

_MISSING = (
    "本机没有 {tool}，无法{what} PostgreSQL 数据库。请安装 PostgreSQL 客户端（Debian：postgresql-client），然后重试。"
)


def is_server(url: str) -> bool:
    """Whether the database is a server's, not a file."""
    return make_url(url).get_backend_name() == "postgresql"


def copy_out(url: str, target: Path) -> None:
    """Write the whole database into the new file ``target``, as it is at one moment.

    Raises:
        StoreProblem: there is no database, it is damaged, or the server's tool is missing or fails.
    """
    parsed = make_url(url)
    if is_server(url):
        _run("pg_dump", "备份", parsed, "--format=custom", "--no-owner", f"--file={target}")
        return
    source = Path(parsed.database or "")
    if not source.is_file():
        raise StoreProblem(f"没有数据库“{source}”，没有什么可备份。请核对工作区。")
    try:
        with (
            closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as live,
            closing(sqlite3.connect(target)) as copy,
        ):
            live.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise StoreProblem(f"数据库“{source}”无法备份（{error}）。请执行“workbench doctor --verify”核查。") from error
    _require_whole(target)


def _require_whole(file: Path) -> None:
    """Raise where SQLite itself finds a fault in the file."""
    try:
        with closing(sqlite3.connect(file)) as copy:
            told = [row[0] for row in copy.execute("PRAGMA integrity_check")]
    except sqlite3.Error as error:
        told = [str(error)]
    if told != ["ok"]:
        raise StoreProblem(f"数据库已损坏（{told[0]}）。请改用更早的备份，或请管理员修复。")


def copy_in(source: Path, url: str) -> None:
    """Make the database at ``url`` of a file that :func:`copy_out` wrote; a file must not be there, a server's must be empty.

    Raises:
        StoreProblem: something is there already, the file is damaged, or the server's tool is missing or fails.
    """
    parsed = make_url(url)
    if is_server(url):
        _run("pg_restore", "恢复", parsed, "--exit-on-error", "--single-transaction", "--no-owner", str(source))
        return
    target = Path(parsed.database or "")
    if target.exists():
        raise StoreProblem(f"“{target}”已存在，没有覆盖。请恢复到一个新的文件夹。")
    _require_whole(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.touch(mode=0o600)
    with closing(sqlite3.connect(source)) as copy, closing(sqlite3.connect(target)) as fresh:
        copy.backup(fresh)


def _run(tool: str, what: str, url: URL, *options: str) -> None:
    """Run one of PostgreSQL's tools on the database; its password goes by the environment, where others cannot see it."""
    program = which(tool)
    if program is None:
        raise StoreProblem(_MISSING.format(tool=tool, what=what))
    address = url.set(drivername="postgresql", password=None).render_as_string()
    environment = os.environ | ({"PGPASSWORD": str(url.password)} if url.password else {})
    done = subprocess.run(  # noqa: S603 - a program of the system with options of ours
        [program, f"--dbname={address}", *options], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        reason = done.stderr.strip().splitlines() or ["原因不明"]
        raise StoreProblem(f"{tool} 没有完成{what}：{reason[0]}。请核对数据库地址、权限和磁盘空间。")
