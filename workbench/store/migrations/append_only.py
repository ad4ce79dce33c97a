"""Triggers that make the events a log: rows come in, and never change or leave."""

from alembic import op

_SAYS = "审核记录只能追加，不能修改或删除"

_SQLITE = (
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{says}'); END",
    "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{says}'); END",
    # INSERT OR REPLACE deletes without firing the trigger above.
    (
        "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} "
        "WHERE {replaces}) "
        "BEGIN SELECT RAISE(ABORT, '{says}'); END"
    ),
)
_POSTGRESQL = (
    "CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{says}'; END $$",
    (
        "CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION {table}_refuse()"
    ),
    (
        "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"
    ),
)


_EVENTS_KEYS = "event = NEW.event OR (item = NEW.item AND revision = NEW.revision)"


def protect(table: str, replaces: str = _EVENTS_KEYS) -> None:
    """Make ``table`` append-only; ``replaces`` is the condition on NEW under which its keys meet a row's."""
    statements = _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL
    for statement in statements:
        op.get_bind().exec_driver_sql(statement.format(table=table, says=_SAYS, replaces=replaces))
