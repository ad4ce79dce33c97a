"""What users have set up for themselves, like saved filters: each user's own, no part of the log."""

import json
from typing import Any

from sqlalchemy import Column, Connection, Table, Text, delete, insert, select

from workbench.store.tables import metadata
from workbench.store.text import storable, to_json

#: ``value`` is JSON. Changed and dropped at will.
preferences = Table(
    "preferences",
    metadata,
    Column("user", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)


def keep(connection: Connection, user: str, name: str, value: Any) -> None:
    """Put a value that JSON can hold in place of the user's former one of this name."""
    mine = (preferences.c.user == user) & (preferences.c.name == name)
    connection.execute(delete(preferences).where(mine))
    connection.execute(insert(preferences).values(user=user, name=name, value=storable(to_json(value))))


def of(connection: Connection, user: str, name: str) -> Any:
    """The user's value of this name; None where there is none."""
    mine = (preferences.c.user == user) & (preferences.c.name == name)
    found = connection.scalar(select(preferences.c.value).where(mine))
    return None if found is None else json.loads(found)
