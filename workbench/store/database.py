"""Connections to the database: how they are set up, begun, ended, and what their faults mean to a person."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import uniform
from typing import Any, cast
from urllib.parse import quote
from weakref import WeakSet

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError
from sqlalchemy.pool import Pool

from workbench.store.network import refuse_network_share
from workbench.store.refusals import StoreProblem

BUSY_SECONDS = 30
#: Seconds between two questions whether the lock is free, by chance, so that writers do not ask in step.
_ASK_AGAIN = (0.002, 0.008)
#: Names the one lock that writers take on PostgreSQL, where SQLite has BEGIN IMMEDIATE.
_WRITERS_LOCK = 20170610
_engines: WeakSet[Engine] = WeakSet()
#: In a forked child: its parent's pools, kept and never used, because closing them would harm the parent.
_inherited: list[Pool] = []


def connect(url: str, *, read_only: bool = False) -> Engine:
    """The engine for ``url``; nothing is opened yet except that a new SQLite file is made, for its owner only.

    ``read_only`` opens an SQLite file that is there so that nothing can be written to it (a server has its own rights).

    Raises:
        StoreProblem: the address is wrong, its driver is missing, or the file lies on a network share.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            parsed = _read_only(parsed) if read_only else parsed
            _prepare_file(None if read_only else parsed.database)
        engine = create_engine(parsed, pool_pre_ping=parsed.get_backend_name() != "sqlite")
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreProblem(
            f"数据库地址“{url}”无法识别。应写作 sqlite:///路径 或 postgresql+psycopg://用户:密码@主机/库名。"
        ) from error
    except ModuleNotFoundError as error:
        raise StoreProblem(f"缺少数据库驱动 {error.name}，请执行“pip install {error.name}”后重试。") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_reading if read_only else _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    elif engine.dialect.name == "postgresql":
        event.listen(engine, "connect", _set_up_postgresql)
    _engines.add(engine)
    return engine


def _read_only(url: URL) -> URL:
    """The address of the same file, opened by SQLite itself for reading only."""
    file = Path(url.database or "")
    if not file.is_file():
        raise StoreProblem(f"没有数据库“{file}”，无从读取。请核对路径，或由审核人员先执行“workbench intake”。")
    refuse_network_share(file)
    return url.set(database=f"file:{quote(str(file.resolve()))}", query={"mode": "ro", "uri": "true"})


def _set_up_reading(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")


def _prepare_file(name: str | None) -> None:
    """Refuse a share; make a new file that only its owner can read, for it will hold password hashes."""
    if not name or name == ":memory:":
        return
    file = Path(name)
    refuse_network_share(file)
    try:
        file.touch(mode=0o600)
    except OSError as error:
        raise StoreProblem(f"无法打开数据库“{file}”：{error.strerror}。请确认文件夹存在、有写入权限。") from error


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """Own the transactions (the driver begins none) and ask for full durability."""
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _set_up_postgresql(connection: Any, _record: Any) -> None:
    """Ask for full durability, whatever the server's habit, and wait for other writers no longer than on SQLite."""
    connection.execute(f"SET synchronous_commit = on; SET lock_timeout = '{BUSY_SECONDS}s'")
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    """Writers take the lock at once: a lock asked for in mid-transaction fails without waiting."""
    if not connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql("BEGIN")
        return
    raw = cast("sqlite3.Connection", connection.connection.dbapi_connection)
    raw.execute("PRAGMA busy_timeout=0")
    try:
        if not _took_turn(raw):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        raw.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")


def _took_turn(raw: sqlite3.Connection) -> bool:
    """Ask for the writers' lock at even intervals; False when the time is up, or asking fails otherwise.

    SQLite's own waiting asks the less often the longer it waits, so that of many writers some never get their turn.
    """
    until = time.monotonic() + BUSY_SECONDS
    while time.monotonic() < until:
        try:
            raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                return False
            time.sleep(uniform(*_ASK_AGAIN))  # noqa: S311 - spreads the questions, keeps no secret
        else:
            return True
    return False


def _open_own_connections() -> None:
    for engine in _engines:
        _inherited.append(engine.pool)
        engine.dispose(close=False)


os.register_at_fork(after_in_child=_open_own_connections)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view of the database."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with _in_words(), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction, committed when the block ends; writers wait for each other.

    Raises:
        StoreProblem: the database is busy, full, unreadable or damaged; nothing was written.
    """
    writer = engine.execution_options(writes=True)
    with _in_words(), writer.connect() as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITERS_LOCK})
        yield connection


@contextmanager
def _in_words() -> Iterator[None]:
    """Turn a fault of the database into a sentence; a broken constraint is ours and stays as it is."""
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        raise StoreProblem(_explain(f"[{getattr(error.orig, 'sqlstate', None)}] {error.orig}")) from error


_BUSY = "数据库正被其他程序占用，等待 30 秒仍未轮到，本次操作没有保存。请稍后重试。"
_FULL = "磁盘已满，本次操作没有保存，此前已保存的记录不受影响。请清理磁盘后重试。"
_AWAY = "连接不上数据库服务器，本次操作没有保存。请确认服务器已启动，地址、用户和密码无误后重试。"
#: By a sign in the fault, the first that fits: SQLite's words, or PostgreSQL's number, whose words may be in any language.
_EXPLANATIONS = {
    "[55P03]": _BUSY,
    "locked": _BUSY,
    "[53100]": _FULL,
    "full": _FULL,
    "[42501]": "数据库用户的权限不足，本次操作没有保存。请联系管理员授权。",
    "[25006]": "数据库是只读的，本次操作没有保存。请联系管理员。",
    "connection to server": _AWAY,
    "server closed": _AWAY,
    "[57P01]": _AWAY,
    "readonly": "数据库文件是只读的，本次操作没有保存。请检查文件和所在文件夹的写入权限。",
    "unable to open": "无法打开数据库文件。请确认所在文件夹存在并有读写权限。",
    "malformed": "数据库文件已损坏。请停止使用，保留该文件，并从备份恢复。",
    "not a database": "该文件不是数据库，请核对 --database 指向的文件。",
}


def _explain(fault: str) -> str:
    for sign, sentence in _EXPLANATIONS.items():
        if sign in fault:
            return sentence
    words = fault.partition("] ")[2]
    return f"数据库出错，本次操作没有保存：{words}。请执行“workbench doctor”检查。"
