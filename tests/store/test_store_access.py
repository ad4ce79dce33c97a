"""On PostgreSQL the server itself holds who reads and writes what, whatever program an account is used with."""

import json
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import make_url

from workbench.assignments import default_text
from workbench.records import Cluster, Comparison, Decision, Pair, Relation, Reviewer, Role, Stage, Submission
from workbench.store import NotAllowed, Refused, Store, StoreProblem, chain
from workbench.store.tables import metadata

DATABASES = ("postgresql",)
OPINION = "依据不足。"
SECRET = "军工产品储存库风险评估认定"
#: What an account may not do to anything, tried one by one.
CHANGES = (
    "UPDATE events SET opinion = '同意'", "DELETE FROM events", "TRUNCATE events CASCADE", "DELETE FROM moves",
    "UPDATE matters SET item_name = '改'", "DELETE FROM matters", "DELETE FROM submissions", "DELETE FROM findings",
    "UPDATE findings SET severity = '提示'", "INSERT INTO pairs SELECT 'P-0', a, b, relation, score, level, reasons FROM pairs",
    "DELETE FROM pairs", "UPDATE exports SET exported = 99", "DELETE FROM judgements", "SELECT * FROM accounts",
    "UPDATE guides SET elements = '{}'", "DELETE FROM rule_settings", "SELECT * FROM access.members",
    "UPDATE access.members SET role = 'admin'", "INSERT INTO access.steps VALUES ('x', 'x', 'x', 'x')",
    "SELECT * FROM access.secret()", "ALTER TABLE events DISABLE ROW LEVEL SECURITY", "DROP POLICY sees ON matters",
    "DROP TRIGGER events_hold_chain ON events", "CREATE TABLE mine (a int)", "SET ROLE postgres",
    "SET SESSION AUTHORIZATION postgres", "SET ROLE workbench_server", "SET session_replication_role = replica",
)  # fmt: skip


@pytest.fixture
def sent(store, matter, unit_of):
    """A catalogue of each group: M-1 (secret) and M-2 of the first, M-3 of the second, M-4 of the third, and a pair."""
    for group, items in ((1, ("M-1", "M-2")), (2, ("M-3",)), (3, ("M-4",))):
        rows = [matter(item, unit_of(group), 1, place) for place, item in enumerate(items)]
        if group == 1:
            rows[0] = replace(rows[0], row=replace(rows[0].row, item_name=SECRET, remarks="涉密"))
        day = "2017-07-20T01:00:00+00:00"
        submission = Submission(f"{group:064}", f"{group}.xlsx", unit_of(group), "省目录", 1, day, len(rows))
        store.add_submission(submission, b"PK", rows, {}, {}, [], [])
    found = Comparison(Relation.SAME, 1.0, "名称相同", (f"“{SECRET}”",))
    store.replace_corpus(
        {}, [Pair("P-1", "M-1", "M-3", found), Pair("P-2", "M-2", "M-3", replace(found, reasons=("同",)))],
        [Cluster("C-1", ("M-2", "M-3"))],
    )  # fmt: skip


@pytest.fixture
def accounts(store, sent, postgresql):
    """The accounts of the whole roster, by user; closed again after the test, for logins are the server's."""
    del sent
    made = {account.user: account for account in store.grant_accounts()}
    yield made
    database = make_url(str(store._engine.url)).database
    postgresql.execute(f"DROP DATABASE {database} WITH (FORCE)")
    postgresql.execute(f"CREATE DATABASE {database}")
    for account in made.values():
        postgresql.execute(f'DROP ROLE "{account.login}"')


@pytest.fixture
def raw(accounts, postgresql, url):
    """Runs a statement as a user's own account with nothing of ours; the rows, or how many were touched."""

    def run(user, statement, values=()):
        login, database = accounts[user].login, make_url(url).database
        with psycopg.connect(host=str(postgresql.folder), user=login, dbname=database) as connection:
            done = connection.execute(statement, values or None)
            return done.fetchall() if done.description else done.rowcount

    return run


@pytest.fixture
def as_user(accounts, roster, url):
    """The store as opened with a user's own account."""
    opened = []

    def go(user):
        address = make_url(url).set(username=accounts[user].login).render_as_string(hide_password=False)
        opened.append(Store.open(address, roster))
        return opened[-1]

    yield go
    for each in opened:
        each.close()


def seen(raw, user, table="matters", column="item"):
    """The values of a column that the user sees, sorted."""
    return sorted(row[0] for row in raw(user, f"SELECT {column} FROM {table}"))


#: User -> the rows and pairs that the account sees, and how many files' bytes.
THEIRS = {
    "group1": (["M-1", "M-2", "M-3"], ["P-1", "P-2"], 1),
    "lead2": (["M-2", "M-3"], ["P-2"], 1),
    "group4": ([], [], 0),
    "analyst": (["M-2", "M-3", "M-4"], ["P-2"], 2),
    "legality": (["M-1", "M-2", "M-3", "M-4"], ["P-1", "P-2"], 3),
    "leadership": (["M-1", "M-2", "M-3", "M-4"], ["P-1", "P-2"], 3),
    "admin": (["M-1", "M-2", "M-3", "M-4"], ["P-1", "P-2"], 3),
}


def test_everybody_reads_what_is_theirs(raw):
    """The own group's rows and what they are suspected with; an analyst all but what is secret, bytes included."""
    for user, (items, pairs, files) in THEIRS.items():
        assert (seen(raw, user), seen(raw, user, "pairs", "pair")) == (items, pairs)
        assert raw(user, "SELECT count(*) FROM contents") == [(files,)]
        told = raw(user, "SELECT string_agg(m::text, '') FROM matters m")[0][0] or ""
        assert (SECRET in told) == ("M-1" in items)


def test_nobody_changes_what_was_stored(raw, store):
    """Every attempt is refused by the server, or touches no row."""
    store.record(Decision("M-3", "cancel", OPINION), "group2")
    before = (store.matters(), store.pairs(), store.events_since(0), store.moves())
    for user in ("analyst", "leadership", "group2", "legality", "admin"):
        for statement in CHANGES:
            with pytest.raises(psycopg.errors.Error):
                raw(user, statement)
    assert (store.matters(), store.pairs(), store.events_since(0), store.moves()) == before


def forged(store, **values):
    """A whole event as somebody who knows the code would make it, and the statement that inserts it."""
    last = store.events_since(0)[-1]
    event = chain.sealed(replace(last, **{"event": last.event + 1, "previous_hash": last.hash} | values))
    names = ("event", "item", "verdict", "opinion", "by", "at", "stage", "revision", "previous_hash", "hash")
    columns = ", ".join((*names, "answers"))
    statement = f"INSERT INTO events ({columns}) VALUES ({', '.join(['%s'] * len(names))}, '[]')"
    return statement, [getattr(event, name) for name in names]


#: Events that are perfect but for who writes them, or where.
FORGED = (
    ("analyst", {"by": "analyst", "revision": 1}),
    ("analyst", {"by": "group2", "revision": 1}),
    ("leadership", {"by": "lead2", "revision": 1}),
    ("group1", {"by": "group2", "revision": 1}),
    ("group1", {"item": "M-4", "by": "group1", "revision": 0}),
    ("group2", {"by": "lead2", "revision": 1}),
    ("group2", {"revision": 1, "stage": "legality_review"}),
    ("legality", {"by": "legality", "revision": 1}),
    ("admin", {"by": "admin", "revision": 1}),
    ("group4", {"item": "P-2", "by": "group4", "revision": 0}),
)


def test_no_account_writes_for_another_or_out_of_its_place(raw, store):
    """A forged name, another group's row, a stage of others: the policy refuses even a perfect event."""
    store.record(Decision("M-3", "cancel", OPINION), "group2")
    for user, values in FORGED:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            raw(user, *forged(store, **values))
    assert store.last_event() == 1


def test_the_server_holds_the_chain(raw, store):
    """Number, revision and hash must follow, even for whom the row belongs to; a right one goes in."""
    store.record(Decision("M-3", "cancel", OPINION), "group2")
    for values in ({"event": 7}, {"previous_hash": ""}, {"revision": 5}):
        with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="不相接"):
            raw("group2", *forged(store, **{"revision": 1} | values))
    statement, told = forged(store, revision=1, opinion='换行\n“引号"\\”\t😀')
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
        raw("group2", statement, [*told[:-1], "0" * 64])
    assert raw("group2", statement, told) == 1
    assert store.verify() == []


def test_a_locked_round_is_locked_for_the_server_too(raw, store):
    """A verdict on a returned round, and a step out of turn, are refused whatever program writes them."""
    store.record(Decision("M-4", "cancel", OPINION), "group3")
    unit = store.matters()[-1].unit
    store.take_step(unit, "省目录", "to_legality", "lead3")
    for user, values in (("group3", {"revision": 1}), ("lead3", {"revision": 1, "by": "lead3"})):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            raw(user, *forged(store, **values))
    last = store.moves()[-1]
    move = chain.sealed(
        replace(last, event=2, step="return", stage="returned", by="lead3", revision=1, previous_hash=last.hash)
    )
    names = [name for name in move.__dataclass_fields__ if name != "receiver"]
    insert = f"INSERT INTO moves ({', '.join(names)}) VALUES ({', '.join(['%s'] * len(names))})"
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        raw("lead3", insert, [getattr(move, name) for name in names])
    assert len(store.moves()) == 1


def test_the_store_works_with_a_reviewers_own_account(as_user, store, unit_of):
    """Record, undo, redo, bulk, drafts, pairs and steps go through the policies; what is another group's does not."""
    store.record(Decision("M-4", "cancel", OPINION), "group3")
    mine = as_user("group1")
    mine.save_draft(Decision("M-2", "delete", "在拟"), "group1")
    assert mine.record(Decision("M-2", "cancel", OPINION), "group1", 0).event == 2
    assert (mine.undo("M-2", "group1").event, mine.redo("M-2", "group1").event) == (3, 4)
    events = mine.record_all([Decision("M-1", "cancel", OPINION), Decision("M-2", "pass")], "group1")
    assert [(event.event, event.batch) for event in events] == [(5, 5), (6, 5)]
    assert mine.record(Decision("P-2", "merge", OPINION, lead_unit=unit_of(1)), "group1").event == 7
    as_user("lead1").take_step(unit_of(1), "省目录", "to_legality", "lead1")
    assert as_user("legality").record(Decision("M-2", "pass", stage=Stage.LEGALITY_REVIEW), "legality").event == 8
    with pytest.raises(Refused, match="不在当前轮次"):
        mine.record(Decision("M-4", "cancel", OPINION), "group1")
    with pytest.raises(StoreProblem, match="权限不足"):
        mine.record(Decision("M-3", "cancel", OPINION), "group2")
    assert [event.item for event in as_user("analyst").events_since(0)] == ["M-4", *["M-2"] * 3, "M-2", "P-2", "M-2"]
    assert store.verify() == []
    assert {judged.name_a for judged in store.judgements()} != set()


def test_drafts_and_judgements_on_secrets_are_nobody_elses(raw, store):
    """A lead reads no member's draft, an analyst none at all, and no name of a secret matter in what was judged."""
    store.save_draft(Decision("M-2", "delete", "在拟"), "group1")
    store.record(Decision("P-1", "pass"), "group1")
    assert raw("group1", "SELECT item FROM drafts") == [("M-2",)]
    assert raw("lead1", "SELECT item FROM drafts") == []
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        raw("analyst", "SELECT item FROM drafts")
    counts = [
        raw(user, "SELECT count(*) FROM judgements")[0][0] for user in ("group1", "group2", "analyst", "legality")
    ]
    assert counts == [1, 0, 0, 1]
    assert [raw(user, "SELECT count(*) FROM events")[0][0] for user in ("group2", "analyst")] == [1, 0]


def test_accounts_follow_the_roster(store, accounts, raw, roster, url):
    """Passwords are told once; who leaves is shut out at once, who changes role gets that role's rights."""
    assert all(account.password for account in accounts.values())
    assert [account.password for account in store.grant_accounts()] == [None] * len(accounts)
    (renewed,) = [each for each in store.grant_accounts(["group3"]) if each.password]
    assert renewed.user == "group3"
    with pytest.raises(Refused, match="nobody"):
        store.grant_accounts(["nobody"])
    moved = [each for each in roster.reviewers if each.user not in {"group1", "lead2"}]
    changed = replace(roster, reviewers=(*moved, Reviewer("lead2", "李某", Role.ANALYST)))
    with closing(Store.open(url, changed)) as opened:
        opened.grant_accounts()
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        seen(raw, "group1")
    assert seen(raw, "lead2") == ["M-2", "M-3", "M-4"]
    store.grant_accounts()
    assert seen(raw, "lead2") == ["M-2", "M-3"]


def test_what_python_hides_the_server_hides(store, accounts, raw):
    """Both say the same of who may not see which secret, also after a verdict keeps one from the public."""
    store.record(Decision("M-4", "keep_confidential", "密件。"), "group3")
    for user in accounts:
        hidden = {row[0] for row in raw(user, "SELECT * FROM access.hidden()")}
        assert hidden == store.hidden_from(user)


def test_a_table_that_nobody_thought_of_is_closed_to_people(accounts, raw):
    """Every table is under row level security, and none is open that has no policy for people."""
    del accounts
    listed = dict(
        raw("analyst", "SELECT relname, relrowsecurity FROM pg_class WHERE relnamespace = 'public'::regnamespace")
    )
    assert {table for table in metadata.tables if not listed[table]} == set()


def test_an_own_account_is_not_enough_for_what_the_role_may_not(as_user):
    """The store's own refusal comes first, with its words."""
    with pytest.raises(NotAllowed, match="只能查看"):
        as_user("analyst").record(Decision("M-2", "cancel", OPINION), "analyst")


def test_who_sees_part_of_the_log_does_not_call_it_broken(as_user, store):
    """A reviewer and an analyst are told that they cannot verify it; an administrator can."""
    store.record(Decision("M-1", "cancel", OPINION), "group1")
    store.record(Decision("M-4", "cancel", OPINION), "group3")
    for user in ("group1", "analyst"):
        with pytest.raises(NotAllowed, match="只看得到部分审核记录"):
            as_user(user).verify()
    assert as_user("admin").verify() == []


def test_accounts_are_made_at_the_command_line(accounts, url, tmp_path):
    """As JSON lines for programs; a password that is not new is not told."""
    (tmp_path / "group_assignments.yml").write_text(default_text(), encoding="utf-8")
    database = make_url(url).render_as_string(hide_password=False)
    command = [sys.executable, "-m", "workbench", "grant", "--renew", "analyst", "--format", "jsonl"]
    command += ["--workspace", str(tmp_path), "--database"]
    done = subprocess.run([*command, database], capture_output=True, text=True, check=False)
    told = {line["user"]: line for line in map(json.loads, done.stdout.splitlines())}
    assert (done.returncode, set(told)) == (0, set(accounts))
    assert [user for user, line in told.items() if line["password"]] == ["analyst"]
    refused = subprocess.run([*command, f"sqlite:///{tmp_path / 'a'}"], capture_output=True, text=True, check=False)
    assert (refused.returncode, "SQLite 没有数据库用户" in refused.stderr) == (2, True)
