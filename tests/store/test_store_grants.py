"""What a login of the PostgreSQL server may do, with our own code or with any other."""

from contextlib import closing

import pytest
from sqlalchemy import make_url
from sqlalchemy.exc import ProgrammingError

from workbench.records import Decision
from workbench.store import Refused, Store, StoreProblem, database

OPINION = "依据不足。"


@pytest.fixture
def as_login(store, submit, unit_of, postgresql, url):
    """Grants to a new login, and gives the address of the database as that login sees it."""
    submit(unit_of(3), ["M-1"])
    logins = iter(("one", "two"))

    def grant(*, writes):
        login = f"{make_url(url).database}_{next(logins)}"
        postgresql.execute(f"CREATE ROLE {login} LOGIN")
        store.grant(login, writes=writes)
        return make_url(url).set(username=login).render_as_string(hide_password=False)

    return grant


@pytest.mark.parametrize("backend", ["postgresql"])
def test_a_reading_login_reads_and_cannot_write(store, as_login, roster):
    """An analyst with the address, and even with a reviewer's name, records nothing; the message says why."""
    event = store.record(Decision("M-1", "cancel", OPINION), "group3")
    with closing(Store.open(as_login(writes=False), roster)) as reader:
        assert reader.states() == {"M-1": event}
        assert reader.verify() == []
        for write in (
            lambda: reader.record(Decision("M-1", "delete", OPINION), "group3"),
            lambda: reader.undo("M-1", "group3"),
            lambda: reader.set_password("group3", "long enough"),
            lambda: reader.drafts("group3"),
            lambda: reader.check_password("group3", "long enough"),
        ):
            with pytest.raises(StoreProblem, match="数据库用户的权限不足"):
                write()
    assert store.last_event() == 1


@pytest.mark.parametrize("backend", ["postgresql"])
def test_a_writing_login_serves_and_cannot_touch_the_log(store, as_login, roster):
    """A server's login does all that the workbench does, but no statement of its own changes the log or its guards."""
    address = as_login(writes=True)
    with closing(Store.open(address, roster)) as server:
        server.record(Decision("M-1", "cancel", OPINION), "group3")
        server.save_draft(Decision("M-1", "delete", OPINION), "group3")
        server.record_all([Decision("M-1", "delete", OPINION)], "group3")
        server.set_rule("NAME-LEVY", "admin", "试用", off=True)
        server.replace_corpus({}, [], [])
        server.exported(server.dirty()[0], 2)
        assert server.verify() == []
    engine = database.connect(address)
    for statement in (
        "UPDATE events SET opinion = '同意'",
        "DELETE FROM events",
        "TRUNCATE events CASCADE",
        "DROP TRIGGER events_no_change ON events",
        "ALTER TABLE events DISABLE TRIGGER ALL",
    ):
        with engine.connect() as connection, pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
            connection.exec_driver_sql(statement)
    engine.dispose()
    assert store.verify() == []


def test_a_grant_that_cannot_be_made_is_said(store, backend):
    """SQLite has no logins, and a login has to be there."""
    said = "改用 PostgreSQL" if backend == "sqlite" else "没有用户“nobody at all”"
    with pytest.raises(Refused, match=said):
        store.grant("nobody at all")
