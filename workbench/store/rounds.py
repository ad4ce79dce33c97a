"""A submission's items beside the round before it."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from workbench.records import Link, RowChange, RowState
from workbench.store.live import live
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
    rows = connection.execute(_query().where(row_changes.c.submission == submission)).all()
    return sorted(map(_record, rows), key=lambda change: change.state is RowState.GONE)


def current(connection: Connection) -> dict[str, RowChange]:
    """What became of every item since the round before its current one, by item."""
    return {change.item: change for change in map(_record, connection.execute(live(_query(), row_changes)))}


def _query() -> Select[Any]:
    columns = (row_changes.c.item, row_changes.c.state, row_changes.c.fields, row_changes.c.link)
    return select(*columns).order_by(row_changes.c.submission, row_changes.c.item)


def _record(values: Sequence[Any]) -> RowChange:
    item, state, fields, link = values
    return RowChange(item, RowState(state), tuple(json.loads(fields)), link and Link(link))
