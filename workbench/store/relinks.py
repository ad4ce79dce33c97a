"""What persons decided about links: appended to, read, never changed."""

from sqlalchemy import Connection, insert, select

from workbench.records import Relink
from workbench.store.tables import relinks

#: In the order of the record's fields.
_NAMES = ("item", "target", "by", "at", "reason", "given")


def append(connection: Connection, submission: int, relink: Relink) -> None:
    """Insert a person's word."""
    values = {name: getattr(relink, name) for name in _NAMES}
    connection.execute(insert(relinks).values(submission=submission, **values))


def listed(connection: Connection) -> list[Relink]:
    """All of them, oldest first."""
    query = select(*(relinks.c[name] for name in _NAMES)).order_by(relinks.c.id)
    return [Relink(*row) for row in connection.execute(query)]
