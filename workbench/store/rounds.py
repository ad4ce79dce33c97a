"""A submission's items beside the round before it."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from workbench.records import Link, RowChange, RowState
from workbench.store.tables import row_changes
from workbench.store.text import to_json


def add(connection: Connection, submission: int, changes: Sequence[RowChange]) -> None:
    """Insert what became of the items."""
    lines = [
        {
            "submission": submission,
            "item": change.item,
            "state": str(change.state),
            "fields": to_json(change.fields),
            "link": change.link and str(change.link),
        }
        for change in changes
    ]
    if lines:
        connection.execute(insert(row_changes), lines)


def of(connection: Connection, submission: int) -> list[RowChange]:
    """What became of the items of a submission, gone ones last."""
    columns = (row_changes.c.item, row_changes.c.state, row_changes.c.fields, row_changes.c.link)
    query = select(*columns).where(row_changes.c.submission == submission)
    rows = connection.execute(query.order_by(row_changes.c.item)).all()
    found = [
        RowChange(item, RowState(state), tuple(json.loads(fields)), link and Link(link))
        for item, state, fields, link in rows
    ]
    return sorted(found, key=lambda change: change.state is RowState.GONE)
