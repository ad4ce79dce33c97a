"""What a login of a PostgreSQL server may do with the tables, whatever program it uses."""

from sqlalchemy import Connection

from workbench.store.chain_tables import moves
from workbench.store.conferring_tables import comments, second_samples, second_tasks, second_verdicts
from workbench.store.refusals import Refused
from workbench.store.tables import accounts, drafts, events, judgements, metadata, relinks, rule_settings

#: Tables that a reader has no business with: password hashes, and what reviewers have not said yet.
_PRIVATE = {accounts.name, drafts.name}
_APPEND_ONLY = {
    table.name
    for table in (
        comments,
        events,
        judgements,
        moves,
        relinks,
        rule_settings,
        second_samples,
        second_tasks,
        second_verdicts,
    )
}


def grant(connection: Connection, login: str, *, writes: bool) -> None:
    """Let a login read; with ``writes`` also do what the workbench itself does, and no more.

    What the login was granted before is taken away first. Neither can change the log or take its guards away.

    Raises:
        Refused: the database is SQLite, or there is no such login.
    """
    if connection.dialect.name != "postgresql":
        raise Refused("SQLite 没有数据库用户，不能按用户授权。需要按用户授权时，请改用 PostgreSQL。")
    if connection.exec_driver_sql("SELECT 1 FROM pg_roles WHERE rolname = %s", (login,)).first() is None:
        raise Refused(f"数据库服务器上没有用户“{login}”。请先由数据库管理员建立（CREATE ROLE … LOGIN）。")
    name = connection.dialect.identifier_preparer.quote_identifier(login)
    connection.exec_driver_sql(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {name}")
    connection.exec_driver_sql(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {name}")
    connection.exec_driver_sql(f"GRANT SELECT ON alembic_version TO {name}")
    for table in metadata.tables:
        if rights := _rights(table, writes=writes):
            connection.exec_driver_sql(f"GRANT {rights} ON {table} TO {name}")
    if writes:
        connection.exec_driver_sql(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name}")


def _rights(table: str, *, writes: bool) -> str | None:
    if not writes:
        return None if table in _PRIVATE else "SELECT"
    return "SELECT, INSERT" if table in _APPEND_ONLY else "SELECT, INSERT, UPDATE, DELETE"
