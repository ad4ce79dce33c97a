"""The account of every cell of a workbook that was read."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from workbench.records import ReadUse
from workbench.store.tables import read_uses

#: In the order of the record's fields.
_NAMES = ("sheet", "cells", "count", "use", "name", "reason")


def add(connection: Connection, submission: int, uses: Sequence[ReadUse]) -> None:
    """Insert what became of a submission's cells."""
    lines = [
        {"submission": submission, "position": position, **{name: getattr(use, name) for name in _NAMES}}
        for position, use in enumerate(uses)
    ]
    if lines:
        connection.execute(insert(read_uses), lines)


def of(connection: Connection, submission: int) -> list[ReadUse]:
    """What became of a submission's cells, in the order of the reading."""
    query = select(*(read_uses.c[name] for name in _NAMES)).where(read_uses.c.submission == submission)
    return [ReadUse(*row) for row in connection.execute(query.order_by(read_uses.c.position))]
