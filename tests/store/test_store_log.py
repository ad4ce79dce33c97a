"""The log cannot be changed unseen."""

import pytest
from sqlalchemy.exc import DBAPIError

from workbench.records import Decision
from workbench.store import database

#: How somebody with all rights takes the guards away.
UNGUARD = {
    "sqlite": ("DROP TRIGGER events_no_update", "DROP TRIGGER events_no_delete"),
    "postgresql": ("DROP TRIGGER events_no_change ON events",),
}


@pytest.fixture
def log(store, submit, unit_of, engine):
    """The engine of a database with three events on two items."""
    submit(unit_of(3), ["M-1", "M-2"])
    for item in ("M-1", "M-2", "M-1"):
        store.record(Decision(item, "cancel", "依据不足。"), "group3")
    return engine


@pytest.mark.parametrize(
    ("backend", "statement"),
    [
        ("sqlite", "UPDATE events SET verdict = 'pass' WHERE event = 1"),
        ("sqlite", "DELETE FROM events WHERE event = 3"),
        ("sqlite", "INSERT OR REPLACE INTO events SELECT * FROM events WHERE event = 3"),
        ("postgresql", "UPDATE events SET verdict = 'pass' WHERE event = 1"),
        ("postgresql", "DELETE FROM events WHERE event = 3"),
        ("postgresql", "TRUNCATE events CASCADE"),
        ("postgresql", "INSERT INTO events SELECT * FROM events ON CONFLICT (event) DO UPDATE SET verdict = 'pass'"),
    ],
)
def test_events_cannot_be_updated_deleted_or_replaced(store, log, statement):
    """The database itself refuses every change of an event."""
    before = store.events_since(0)
    with log.connect() as connection, pytest.raises(DBAPIError, match="只能追加"):
        connection.exec_driver_sql(statement)
    assert store.events_since(0) == before


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
def test_tampering_shows(store, log, backend, statement, said):
    """Whoever removes the triggers and changes the log is found out, with the event named."""
    with database.writing(log) as connection:
        for words in (*UNGUARD[backend], statement):
            connection.exec_driver_sql(words)
    assert store.verify() == said
