"""Opening a database: new, known, newer than the code, somewhere it must not be."""

from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from workbench.records import Decision
from workbench.store import Store, StoreProblem, database, migrations, network, tables, upgrade


def test_the_migrations_build_the_tables_that_the_code_uses(url, roster, engine):
    """From an empty database, the steps lead to exactly the tables of the code."""
    Store.open(url, roster).close()
    with database.reading(engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_the_code_knows_every_step():
    """The listed versions are the steps in the folder, oldest first."""
    steps = ScriptDirectory(migrations.__path__[0]).walk_revisions()
    assert tuple(step.revision for step in reversed(list(steps))) == upgrade.VERSIONS


def test_opening_again_keeps_everything(store, submit, unit_of, url, roster):
    """A second opening changes nothing."""
    submission = submit(unit_of(3), ["M-1"])
    store.close()
    with closing(Store.open(url, roster)) as again:
        assert again.submissions() == [submission]


@pytest.mark.usefixtures("store")
def test_a_newer_database_is_refused_and_left_alone(url, roster, engine):
    """A database of a newer version is not opened; the message names both versions and the way out."""
    with database.writing(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    known = upgrade.VERSIONS[-1]
    with pytest.raises(StoreProblem, match=rf"库版本 9999，本软件支持到 {known}.*升级"):
        Store.open(url, roster)
    with database.reading(engine) as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all() == ["9999"]


def test_a_step_that_fails_leaves_nothing_behind(url, roster, engine):
    """The steps and the note that they ran are one transaction."""
    with database.writing(engine) as connection:
        connection.exec_driver_sql("CREATE TABLE exports (something TEXT)")
    with pytest.raises(StoreProblem):
        Store.open(url, roster)
    with database.reading(engine) as connection:
        assert inspect(connection).get_table_names() == ["exports"]


@pytest.mark.parametrize(
    ("backend", "question", "answer"),
    [
        ("sqlite", "PRAGMA journal_mode", "wal"),
        ("sqlite", "PRAGMA synchronous", 2),
        ("sqlite", "PRAGMA busy_timeout", 30000),
        ("postgresql", "SHOW synchronous_commit", "on"),
        ("postgresql", "SHOW lock_timeout", "30s"),
    ],
)
def test_full_durability_is_asked_for(engine, question, answer):
    """Every connection writes ahead, syncs in full and waits for others."""
    with database.reading(engine) as connection:
        assert connection.exec_driver_sql(question).scalar() == answer


def test_a_writer_that_waits_too_long_is_told(url, engine, monkeypatch):
    """While another writes, a writer waits its turn, and past the time it is told so; nothing is written."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 1)
    other = database.connect(url)
    with database.writing(engine), pytest.raises(StoreProblem, match="正被其他程序占用"), database.writing(other):
        pass
    other.dispose()


def test_a_server_that_does_not_answer_is_said(roster, tmp_path):
    """No server at the address: a sentence with what to look at, and no traceback."""
    with pytest.raises(StoreProblem, match="连接不上数据库服务器"):
        Store.open(f"postgresql+psycopg://postgres@/workbench?host={tmp_path}", roster)


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3"])
def test_a_network_share_is_refused_with_the_way_out(tmp_path, kind):
    """The innermost mount decides; the message names it and PostgreSQL."""
    share = tmp_path / "公用 盘"
    mounts = tmp_path / "mounts"
    escaped = str(share).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {escaped} {kind} rw 0 0\n", encoding="utf-8")
    with pytest.raises(StoreProblem, match=f"网络共享盘（{kind}）.*PostgreSQL"):
        network.refuse_network_share(share / "data" / "workbench.sqlite", mounts)
    network.refuse_network_share(tmp_path / "workbench.sqlite", mounts)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nonsense", "无法识别"),
        ("nosuch://host/name", "无法识别"),
        ("sqlite:////nowhere/at/all/workbench.sqlite", "无法打开数据库"),
    ],
)
def test_a_wrong_address_is_said(roster, address, said):
    """An address that leads nowhere gives a sentence, not a traceback."""
    with pytest.raises(StoreProblem, match=said):
        Store.open(address, roster)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_file_that_is_no_database_is_said(url, roster, tmp_path):
    """Some other file under the database's name is named as such."""
    (tmp_path / "workbench.sqlite").write_bytes(b"not a database at all, but long enough to look at" * 100)
    with pytest.raises(StoreProblem, match="不是数据库"):
        Store.open(url, roster)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_file_opened_for_reading_takes_nothing(store, submit, unit_of, url, roster):
    """Analysts read it, also while others write; every write is refused in words."""
    submit(unit_of(3), ["M-1"])
    with closing(Store.open(url, roster, read_only=True)) as reader:
        event = store.record(Decision("M-1", "cancel", "依据不足。"), "group3")
        assert reader.states() == {"M-1": event}
        with pytest.raises(StoreProblem, match="只读"):
            reader.record(Decision("M-1", "delete", "依据不足。"), "group3")
    assert store.last_event() == 1


def test_a_file_that_is_not_there_is_not_made_for_a_reader(tmp_path, roster):
    """The reader is told who makes it."""
    with pytest.raises(StoreProblem, match="没有数据库"):
        Store.open(f"sqlite:///{tmp_path / 'none.sqlite'}", roster, read_only=True)
    assert list(tmp_path.glob("*.sqlite")) == []
