"""Which items are secret (涉密), and from whom the store says that they are hidden."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from workbench.records import Decision, Submission
from workbench.store import database, upgrade


@pytest.fixture
def secret(store, matter, unit_of):
    """Stores a catalogue of the third group's first unit: M-1 marked secret or not, M-2 open."""

    def add(remarks, round_=1):
        unit = unit_of(3)
        rows = [matter(item, unit, round_, place) for place, item in enumerate(("M-1", "M-2"))]
        rows[0] = replace(rows[0], row=replace(rows[0].row, remarks=remarks))
        sent = Submission(f"{round_:064}", "目录.xlsx", unit, "省目录", round_, "2017-07-20T01:00:00+00:00", 2)
        store.add_submission(sent, b"PK", rows, {}, {}, [], [])

    return add


def test_a_marked_matter_is_hidden_from_other_groups_and_analysts(store, secret, unit_of):
    """The group itself, legality, leadership and administrators see it."""
    secret("涉密")
    assert store.secret_items() == {"M-1": unit_of(3)}
    for user in ("group3", "lead3", "legality", "leadership", "admin"):
        assert store.hidden_from(user) == frozenset()
    for user in ("group1", "lead4", "analyst", "stranger", None):
        assert store.hidden_from(user) == {"M-1"}


def test_the_mark_of_the_newest_round_counts(store, secret):
    """Also when the mark comes later; a denial is no mark."""
    secret("不涉密")
    assert store.secret_items() == {}
    secret("涉密，不公开", 2)
    assert set(store.secret_items()) == {"M-1"}
    secret("", 3)
    assert store.secret_items() == {}


def test_a_standing_verdict_that_keeps_a_matter_secret_counts(store, secret):
    """保留（不公开） hides until it is taken back or another verdict follows."""
    secret("")
    store.record(Decision("M-2", "keep_confidential", "密件。"), "group3")
    assert store.hidden_from("group1") == {"M-2"}
    store.record(Decision("M-2", "pass"), "group3")
    assert store.hidden_from("group1") == frozenset()
    store.undo("M-2", "group3")
    assert store.hidden_from("group1") == {"M-2"}


def test_marks_are_read_from_what_was_stored_before_they_were_kept(store, secret, engine):
    """The migration finds the marks in the remarks that are there."""
    secret("涉密")
    with database.writing(engine) as connection:
        for table in ("matters", "guides"):
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN secret"))
        connection.execute(text("DROP TABLE preferences"))
        connection.execute(text("ALTER TABLE matched DROP COLUMN run"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0008'"))
    upgrade.bring_up_to_date(engine)
    assert set(store.secret_items()) == {"M-1"}
