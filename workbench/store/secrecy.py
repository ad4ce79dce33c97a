"""Which matters and guides are secret (涉密, 附件1 3.1.2), and from whom they are hidden."""

from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

from workbench.assignments import Assignments
from workbench.records import Role, secret_matter_mark
from workbench.store import events
from workbench.store.tables import events as event_log
from workbench.store.tables import guides, matters

#: Roles that see what is secret in every unit: they review or answer for the whole province.
_SEEING = (Role.LEGALITY, Role.LEADERSHIP, Role.ADMIN)
#: The verdict that keeps a matter in the catalogue and out of what is published: 保留（不公开）.
_KEPT = "keep_confidential"


def is_marked(remarks: str | None) -> bool:
    """Whether the remarks of a row or guide say that it is secret."""
    return secret_matter_mark(remarks or "") is not None


def secret_items(connection: Connection) -> dict[str, str]:
    """The ids of secret matters and guides with their units.

    What counts is the mark in the newest round, or a standing 保留（不公开）; a guide is secret with its row.
    """
    marked = _marked(connection, matters) | _marked(connection, guides)
    secret = marked | _kept_secret(connection)
    tied = connection.execute(select(guides.c.item, guides.c.matter).where(guides.c.current))
    secret |= {row.item for row in tied if row.matter in secret}
    return {item: unit for item, unit in _units(connection) if item in secret} if secret else {}


def hidden_from(connection: Connection, assignments: Assignments, user: str | None) -> frozenset[str]:
    """The secret items that a user (None: nobody known) may not see: those outside of the own group's units."""
    reviewer = assignments.reviewer(user) if user is not None else None
    secret = secret_items(connection)
    if reviewer is not None and reviewer.role in _SEEING:
        return frozenset()
    own = {unit.name for unit in assignments.units_of(reviewer.group)} if reviewer and reviewer.group else set()
    return frozenset(item for item, unit in secret.items() if unit not in own)


def _marked(connection: Connection, table: Table) -> set[str]:
    """The items of a table whose newest round is marked."""
    ever = select(table.c.item).where(table.c.secret)
    query = select(table.c.item, table.c.secret).where(table.c.item.in_(ever)).order_by(table.c.round)
    newest = {row.item: row.secret for row in connection.execute(query)}
    return {item for item, secret in newest.items() if secret}


def _units(connection: Connection) -> Iterator[tuple[str, str]]:
    """Every item with its unit."""
    for table in (matters, guides):
        for row in connection.execute(select(table.c.item, table.c.unit)):
            yield row.item, row.unit


def _kept_secret(connection: Connection) -> set[str]:
    ever = select(event_log.c.item).where(event_log.c.verdict == _KEPT).distinct()
    items = list(connection.scalars(ever))
    held = events.states(connection, items) if items else {}
    return {item for item, event in held.items() if event.verdict == _KEPT}
