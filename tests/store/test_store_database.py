"""Opening a database: new, known, newer than the code, somewhere it must not be."""

import sqlite3
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from workbench.store import Store, StoreProblem, database, migrations, network, tables, upgrade


def test_the_migrations_build_the_tables_that_the_code_uses(url, roster):
    """From an empty file, the steps lead to exactly the tables of the code."""
    Store.open(url, roster)
    with database.reading(database.connect(url)) as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_the_code_knows_every_step():
    """The listed versions are the steps in the folder, oldest first."""
    steps = ScriptDirectory(migrations.__path__[0]).walk_revisions()
    assert tuple(step.revision for step in reversed(list(steps))) == upgrade.VERSIONS


def test_opening_again_keeps_everything(store, submit, unit_of, url, roster):
    """A second opening changes nothing."""
    submission = submit(unit_of(3), ["M-1"])
    store.close()
    assert Store.open(url, roster).submissions() == [submission]


def test_a_newer_database_is_refused_and_left_alone(store, url, roster, tmp_path):
    """A database of a newer version is not opened; the message names both versions and the way out."""
    store.close()
    with closing(sqlite3.connect(tmp_path / "workbench.sqlite", isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreProblem, match=r"库版本 9999，本软件支持到 0003.*升级"):
        Store.open(url, roster)


def test_a_step_that_fails_leaves_nothing_behind(url, roster, tmp_path):
    """The steps and the note that they ran are one transaction."""
    with closing(sqlite3.connect(tmp_path / "workbench.sqlite", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE exports (something TEXT)")
    with pytest.raises(StoreProblem):
        Store.open(url, roster)
    with closing(sqlite3.connect(tmp_path / "workbench.sqlite")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("exports",)]


def test_full_durability_is_asked_for(url):
    """Every connection writes ahead, syncs in full and waits for others."""
    with database.reading(database.connect(url)) as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")
        }
    assert asked == {"journal_mode": "wal", "synchronous": 2}


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


def test_a_file_that_is_no_database_is_said(url, roster, tmp_path):
    """Some other file under the database's name is named as such."""
    (tmp_path / "workbench.sqlite").write_bytes(b"not a database at all, but long enough to look at" * 100)
    with pytest.raises(StoreProblem, match="不是数据库"):
        Store.open(url, roster)
