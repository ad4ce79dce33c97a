"""The triggers that keep what was decided from being changed: whether they are still there and still refuse."""

from sqlalchemy import Connection

from workbench.store.chain_tables import moves
from workbench.store.conferring_tables import comments, second_samples, second_tasks, second_verdicts
from workbench.store.tables import events, judgements, relinks, rule_settings

#: The tables that are only ever added to.
APPEND_ONLY = tuple(
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
)
_ENDINGS = {"sqlite": ("no_update", "no_delete", "no_replace"), "postgresql": ("no_change", "no_truncate")}
#: Triggers that are on and refuse: a name alone proves nothing.
_REFUSING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'",
    "postgresql": (
        "SELECT t.tgname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
        "WHERE t.tgenabled IN ('O', 'A') AND p.prosrc LIKE '%RAISE EXCEPTION%'"
    ),
}


def missing(connection: Connection) -> list[str]:
    """The tables that somebody could change unrefused now, as sentences."""
    kind = connection.dialect.name
    rows = connection.exec_driver_sql(_REFUSING[kind].replace("%", "%%") if kind == "postgresql" else _REFUSING[kind])
    there = set(rows.scalars())
    return [
        f"表 {table} 的防改保护 {table}_{ending} 被移除或停用，其间的改动没有被拦截"
        for table in APPEND_ONLY
        for ending in _ENDINGS[kind]
        if f"{table}_{ending}" not in there
    ]
