"""The newest record of a log: what has to be known of it to append the next."""

from typing import Literal

from sqlalchemy import Connection, select, text

from workbench.store.chain_tables import moves
from workbench.store.tables import events

_LOGS = {"event": events, "move": moves}


def newest(connection: Connection, log: Literal["event", "move"]) -> tuple[int, str]:
    """Number and hash; 0 and an empty text where there is none. Also for an account that may not see it."""
    if connection.dialect.name == "postgresql":
        found = connection.execute(text(f"SELECT event, hash FROM newest_{log}()")).first()  # noqa: S608 - one of two  # nosec B608
    else:
        table = _LOGS[log]
        query = select(table.c.event, table.c.hash).order_by(table.c.event.desc()).limit(1)
        found = connection.execute(query).first()
    return (0, "") if found is None else (found.event, found.hash)
