"""A database that an earlier version wrote is brought up to date with everything in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy.exc import DBAPIError

from workbench.records import Event, Finding, Matter, Place, Problem, Row, Severity, Submission
from workbench.records.finding import Certainty
from workbench.store import Store, database, migrations
from workbench.store.chain import sealed

#: Version 0001 only ever wrote files.
DATABASES = ("sqlite",)

#: What version 0001 wrote, statement by statement.
WRITTEN = (
    "INSERT INTO submissions VALUES (7, 'aa', '目录.xlsx', '省农委', '省目录', 1, '2017-07-20T01:00:00+00:00', 1, 0)",
    "INSERT INTO submissions VALUES (9, 'bb', '目录2.xlsx', '省农委', '省目录', 2, '2017-08-20T01:00:00+00:00', 1, 1)",
    "INSERT INTO contents VALUES (7, X'504B'), (9, X'504B03')",
    """INSERT INTO matters VALUES (9, 'M-1', '省农委', '省目录', 2, '辽宁省', 0, '目录2.xlsx', '目录', 'A4',
        '{"item_name":"B4"}', NULL, NULL, NULL, '1', '种子生产经营许可', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL)""",
    """INSERT INTO findings VALUES (1, 9, 'M-1', 'row', 'NAME-LEVY', '附件1 4.2.1', '违规', 'certain', '请改正。',
        'item_name', '许可', 6, 8, 'return_for_revision', NULL, NULL, NULL, NULL)""",
    "INSERT INTO problems VALUES (1, 9, '第 9 行无法读取。', '目录2.xlsx', '目录', 'A9', 0, 0)",
    "INSERT INTO exports VALUES (7, 0, 0), (9, 1, 0)",
)
EVENT = sealed(
    Event(
        1, "M-1", "cancel", "取消。", "group3", "2017-08-21T01:00:00+00:00", "group_review", 0, (), None, None, None, ""
    )
)


@pytest.fixture
def of_version_1(url: str) -> str:
    """The address of a database as version 0001 left it."""
    with database.writing(database.connect(url)) as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(Path(migrations.__path__[0])))
        config.set_main_option("path_separator", "os")
        command.upgrade(config, "0001")
        for statement in WRITTEN:
            connection.exec_driver_sql(statement)
        values = (
            1,
            "M-1",
            "cancel",
            "取消。",
            "group3",
            EVENT.at,
            "group_review",
            0,
            "[]",
            None,
            None,
            None,
            "",
            EVENT.hash,
        )
        connection.exec_driver_sql(f"INSERT INTO events VALUES ({', '.join('?' * len(values))})", values)
    return url


def test_everything_that_version_1_wrote_is_there(of_version_1, roster):
    """Submissions, bytes, matters, findings, problems and events come through; the chain is whole."""
    store = Store.open(of_version_1, roster)
    former = Submission("aa", "目录.xlsx", "省农委", "省目录", 1, "2017-07-20T01:00:00+00:00", 1)
    latest = Submission("bb", "目录2.xlsx", "省农委", "省目录", 2, "2017-08-20T01:00:00+00:00", 1)
    assert store.submissions(current_only=False) == [former, latest]
    assert store.submissions() == [latest]
    assert (store.content("aa"), store.content("bb")) == (b"PK", b"PK\x03")
    row = Row(seq="1", item_name="种子生产经营许可", sub_item_name="")
    place = Place("目录2.xlsx", "目录", "A4")
    assert store.matters() == [Matter("M-1", "省农委", "省目录", 2, "辽宁省", row, place, {"item_name": "B4"}, 0)]
    assert store.findings() == {
        "M-1": [
            Finding(
                "NAME-LEVY",
                "附件1 4.2.1",
                Severity.VIOLATION,
                Certainty.CERTAIN,
                "请改正。",
                "item_name",
                "许可",
                (6, 8),
            )
        ]
    }
    assert store.problems("bb") == [Problem("第 9 行无法读取。", "目录2.xlsx", "目录", "A9")]
    assert store.history("M-1") == [EVENT]
    assert store.verify() == []
    assert store.dirty() == ["bb"]
    assert (store.guides(), store.read_report("bb"), store.changes("bb"), store.relinks()) == ([], [], [], [])


def test_the_links_between_tables_hold_after_the_upgrade(of_version_1, roster, tmp_path):
    """No row points to a submission that is not there, and what points to submissions still must."""
    Store.open(of_version_1, roster).close()
    with closing(sqlite3.connect(tmp_path / "workbench.sqlite")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        targets = {row[2] for row in connection.execute("PRAGMA foreign_key_list(contents)")}
    assert targets == {"submissions"}


def test_what_a_later_version_added_to_an_old_event_shows(of_version_1, roster):
    """An old event keeps its hash; whoever gives it a target, which it never had, is found out."""
    store = Store.open(of_version_1, roster)
    assert store.verify() == []
    with database.writing(database.connect(of_version_1)) as connection:
        connection.exec_driver_sql("DROP TRIGGER events_no_update")
        connection.exec_driver_sql("UPDATE events SET target_type = '行政确认'")
    assert store.verify() == ["第 1 号记录（事项 M-1）的内容与其哈希不符，已被改动。"]


@pytest.mark.parametrize("table", ["events", "relinks"])
@pytest.mark.parametrize("words", ["UPDATE {} SET by = 'x'", "DELETE FROM {}", "REPLACE INTO {0} SELECT * FROM {0}"])
def test_what_persons_decided_can_only_be_added_to(of_version_1, roster, table, words):
    """Verdicts and links are append-only also in an upgraded database."""
    Store.open(of_version_1, roster).close()
    with database.writing(database.connect(of_version_1)) as connection:
        connection.exec_driver_sql(
            "INSERT INTO relinks VALUES (1, 9, 'M-1', NULL, 'group3', '2017-08-22', '新事项', 'M-2')"
        )
    with pytest.raises(DBAPIError, match="只能追加"), database.connect(of_version_1).connect() as connection:
        connection.exec_driver_sql(words.format(table))
