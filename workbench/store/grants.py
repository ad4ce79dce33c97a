"""What a login of a PostgreSQL server may do with the tables, whatever program it uses."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe

from sqlalchemy import Connection, text

from workbench.assignments import Assignments
from workbench.records import AFTER_NEW_FILE, OPEN_FOR, STEPS, Reviewer, Role
from workbench.store.access_policies import CALLED, SEEN, WRITTEN
from workbench.store.guards import APPEND_ONLY
from workbench.store.refusals import Refused
from workbench.store.tables import metadata

#: The class of logins that serve the workbench; the store itself then holds who may do what.
SERVER = "workbench_server"
_LONGEST_NAME = 63


@dataclass(frozen=True, slots=True)
class Account:
    """A database account: its login, the user and role it stands for, and its password where one was made now."""

    login: str
    user: str
    role: Role
    password: str | None


def class_of(role: Role) -> str:
    """The class of database accounts of a role; what a class may do, each of its accounts may."""
    return f"workbench_{role}"


def grant(connection: Connection, assignments: Assignments, login: str, *, writes: bool) -> None:
    """Let a login read as 分析 does; with ``writes`` do what the workbench itself does, and no more.

    What the login was granted before is taken away first. Neither can change the log or take its guards away.

    Raises:
        Refused: the database is SQLite, or there is no such login.
    """
    _require_postgresql(connection)
    if not _is_role(connection, login):
        raise Refused(f"数据库服务器上没有用户“{login}”。请先由数据库管理员建立（CREATE ROLE … LOGIN）。")
    set_up(connection, assignments)
    _enrol(connection, login, None, None if writes else Role.ANALYST)


def accounts(connection: Connection, assignments: Assignments, renew: Collection[str]) -> list[Account]:
    """Give every user of the roster an account of their own; see :meth:`workbench.store.Store.grant_accounts`."""
    _require_postgresql(connection)
    set_up(connection, assignments)
    known = {reviewer.user for reviewer in assignments.reviewers}
    strange = set(renew) - known
    if strange:
        raise Refused(f"用户“{'、'.join(sorted(strange))}”不在 group_assignments.yml 中，不能更换密码。请核对用户名。")
    _close(connection, known)
    return [_account(connection, reviewer, renew=reviewer.user in renew) for reviewer in assignments.reviewers]


def set_up(connection: Connection, assignments: Assignments) -> None:
    """Make the classes, the functions and the policies anew, and tell the database who is who."""
    for name in (SERVER, *map(class_of, Role)):
        if not _is_role(connection, name):
            _run(connection, f"CREATE ROLE {name} NOLOGIN")
    for statement in (Path(__file__).parent / "access.sql").read_text(encoding="utf-8").split("\n;\n"):
        _run(connection, statement.replace("%", "%%"))
    _fill(connection, assignments)
    _grant_tables(connection)
    _set_policies(connection)


def _fill(connection: Connection, assignments: Assignments) -> None:
    """The roster and the chain as data."""
    units = [{"a": unit.name, "b": unit.group} for unit in assignments.units]
    _replace(connection, 'access.units (unit, "group") VALUES (:a, :b)', units)
    steps = [
        {"a": step.code, "b": str(of), "c": str(step.to or of), "d": str(role), "e": step.guides}
        for step in STEPS
        for of in step.of
        for role in step.roles
    ]
    _replace(connection, 'access.steps (code, "of", "to", role, guides) VALUES (:a, :b, :c, :d, :e)', steps)
    after = [{"a": str(stage), "b": str(then)} for stage, then in AFTER_NEW_FILE.items()]
    _replace(connection, "access.after_new_file (stage, then_stage) VALUES (:a, :b)", after)
    opened = [{"a": str(stage), "b": str(each)} for stage, allowed in OPEN_FOR.items() for each in allowed]
    _replace(connection, "access.open_for (stage, verdicts) VALUES (:a, :b)", opened)


def _replace(connection: Connection, into: str, lines: Sequence[Mapping[str, object]]) -> None:
    _run(connection, f"TRUNCATE {into.split(maxsplit=1)[0]}")
    connection.execute(text(f"INSERT INTO {into}"), [dict(line) for line in lines])


def _grant_tables(connection: Connection) -> None:
    """What each class may try at all; the policies then say on which rows."""
    people, everybody = ", ".join(map(class_of, Role)), ", ".join((SERVER, *map(class_of, Role)))
    for kind in ("TABLES", "SEQUENCES"):
        _run(connection, f"REVOKE ALL ON ALL {kind} IN SCHEMA public FROM PUBLIC, {everybody}")
    _run(connection, "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA access FROM PUBLIC")
    _run(connection, "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    _run(connection, f"GRANT USAGE ON SCHEMA public, access TO {everybody}")
    _run(connection, f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {SERVER}")
    _run(connection, f"GRANT USAGE ON SEQUENCE rule_settings_id_seq TO {class_of(Role.ADMIN)}")
    _run(connection, f"GRANT SELECT ON alembic_version TO {everybody}")
    for function in CALLED:
        _run(connection, f"GRANT EXECUTE ON FUNCTION access.{function} TO {people}")
    for table in metadata.tables:
        rights = "SELECT, INSERT" if table in APPEND_ONLY else "SELECT, INSERT, UPDATE, DELETE"
        _run(connection, f"GRANT {rights} ON {table} TO {SERVER}")
    for table in SEEN:
        _run(connection, f"GRANT SELECT ON {table} TO {people}")
    for table, what, roles, _ in WRITTEN:
        _run(connection, f"GRANT {what} ON {table} TO {', '.join(map(class_of, roles))}")


def _set_policies(connection: Connection) -> None:
    """Row level security on every table: all rows for servers, those of the lists for people."""
    for table in metadata.tables:
        _run(connection, f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        _policy(connection, "serves", table, f"TO {SERVER} USING (true) WITH CHECK (true)")
    people = ", ".join(map(class_of, Role))
    for table, rows in SEEN.items():
        _policy(connection, "sees", table, f"FOR SELECT TO {people} USING ({rows})")
    for table, what, roles, rows in WRITTEN:
        verb = what.split()[0]
        seen = SEEN.get(table, rows)
        limits = {"INSERT": f"WITH CHECK ({rows})", "UPDATE": f"USING ({seen}) WITH CHECK ({rows})"}
        limit = limits.get(verb, f"USING ({rows})")
        _policy(connection, f"may_{verb.lower()}", table, f"FOR {verb} TO {', '.join(map(class_of, roles))} {limit}")


def _policy(connection: Connection, name: str, table: str, words: str) -> None:
    _run(connection, f"DROP POLICY IF EXISTS {name} ON {table}")
    _run(connection, f"CREATE POLICY {name} ON {table} {words}")


def _account(connection: Connection, reviewer: Reviewer, *, renew: bool) -> Account:
    """The user's own login, made where there is none; a new one, or one to renew, gets a password."""
    login = _login_of(connection, reviewer.user)
    new = not _is_role(connection, login)
    if new:
        _run(connection, f"CREATE ROLE {_quoted(connection, login)} LOGIN NOINHERIT")
    _run(connection, f"ALTER ROLE {_quoted(connection, login)} LOGIN INHERIT")
    password = token_urlsafe(18) if new or renew else None
    if password:
        _set_password(connection, login, password)
    _enrol(connection, login, reviewer, reviewer.role)
    return Account(login, reviewer.user, reviewer.role, password)


def _login_of(connection: Connection, user: str) -> str:
    """The login of a user: the database's name before it, for a server's logins are those of all its databases."""
    login = f"{connection.engine.url.database}_{user}"
    if len(login.encode()) > _LONGEST_NAME:
        raise Refused(
            f"数据库用户名“{login}”过长（最多 {_LONGEST_NAME} 字节）。请在 group_assignments.yml 中改用较短的用户名。"
        )
    return login


def _set_password(connection: Connection, login: str, password: str) -> None:
    """Set it as a verifier made here: the password itself never reaches the server, nor its log."""
    driver = connection.connection.driver_connection
    assert driver is not None
    verifier = driver.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode()
    _run(connection, f"ALTER ROLE {_quoted(connection, login)} PASSWORD '{verifier}'")


def _enrol(connection: Connection, login: str, reviewer: Reviewer | None, role: Role | None) -> None:
    """Make the login a member of its one class (None: of the servers), and tell the database whose it is."""
    name = _quoted(connection, login)
    _expel(connection, login)
    _run(connection, f"GRANT {class_of(role) if role else SERVER} TO {name}")
    if role is not None:
        values = {"login": login, "user": reviewer and reviewer.user, "role": str(role)}
        connection.execute(
            text('INSERT INTO access.members (login, "user", role, "group") VALUES (:login, :user, :role, :group)'),
            values | {"group": reviewer and reviewer.group},
        )


def _expel(connection: Connection, login: str) -> None:
    """Take away what the login was granted, by whatever version, and forget whose it is."""
    name = _quoted(connection, login)
    for kind in ("TABLES", "SEQUENCES"):
        _run(connection, f"REVOKE ALL ON ALL {kind} IN SCHEMA public FROM {name}")
    for each in (SERVER, *map(class_of, Role)):
        _run(connection, f"REVOKE {each} FROM {name}")
    connection.execute(text("DELETE FROM access.members WHERE login = :login"), {"login": login})


def _close(connection: Connection, known: set[str]) -> None:
    """Close the accounts of users who left the roster, and end what they have open."""
    listed = connection.execute(text('SELECT login, "user" FROM access.members WHERE "user" IS NOT NULL')).all()
    for login, user in listed:
        if user not in known:
            _expel(connection, login)
            _run(connection, f"ALTER ROLE {_quoted(connection, login)} NOLOGIN")
            ended = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login")
            connection.execute(ended, {"login": login})


def _require_postgresql(connection: Connection) -> None:
    if connection.dialect.name != "postgresql":
        raise Refused("SQLite 没有数据库用户，不能按用户授权。需要按用户授权时，请改用 PostgreSQL。")


def _is_role(connection: Connection, name: str) -> bool:
    found = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": name})
    return found.first() is not None


def _quoted(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote_identifier(name)


def _run(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement)
