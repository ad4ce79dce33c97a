"""The log cannot be changed unseen."""

import sqlite3
from contextlib import closing

import pytest

from workbench.records import Decision


@pytest.fixture
def log(store, submit, unit_of, tmp_path):
    """A raw connection to a database with three events on two items."""
    submit(unit_of(3), ["M-1", "M-2"])
    for item in ("M-1", "M-2", "M-1"):
        store.record(Decision(item, "cancel", "依据不足。"), "group3")
    with closing(sqlite3.connect(tmp_path / "workbench.sqlite", isolation_level=None)) as connection:
        yield connection


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET verdict = 'pass' WHERE event = 1",
        "DELETE FROM events WHERE event = 3",
        (
            "INSERT OR REPLACE INTO events SELECT event, item, 'pass', opinion, \"by\", at, stage, revision, answers, "
            "lead_unit, undoes, source, previous_hash, hash FROM events WHERE event = 3"
        ),
    ],
)
def test_events_cannot_be_updated_deleted_or_replaced(log, statement):
    """The database itself refuses every change of an event."""
    before = log.execute("SELECT * FROM events").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="只能追加"):
        log.execute(statement)
    assert log.execute("SELECT * FROM events").fetchall() == before


@pytest.mark.usefixtures("log")
def test_a_whole_log_verifies(store):
    """Nothing is said of a log that nobody touched."""
    assert store.verify() == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE events SET opinion = '同意' WHERE event = 2",
            ["第 2 号记录（事项 M-2）的内容与其哈希不符，已被改动。"],
        ),
        (
            "DELETE FROM events WHERE event = 2",
            ["第 2 号记录至第 2 号记录缺失。", "第 3 号记录与前一条记录的哈希不相接，其间有记录被修改、插入或删除。"],
        ),
        ("DELETE FROM events WHERE event = 3", ["第 3 号记录至第 3 号记录缺失：记录的末尾被删除。"]),
    ],
)
def test_tampering_shows(store, log, statement, said):
    """Whoever removes the triggers and changes the log is found out, with the event named."""
    log.execute("DROP TRIGGER events_no_update")
    log.execute("DROP TRIGGER events_no_delete")
    log.execute(statement)
    assert store.verify() == said
