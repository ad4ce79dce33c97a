"""How a list of ids narrows a query."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select

#: Databases limit the length of a list; past this the rows are sifted here.
LONGEST_LIST = 500


def rows_for(
    connection: Connection, query: Select[Any], column: ColumnElement[str], wanted: Collection[str] | None
) -> Iterator[tuple[Any, ...]]:
    """The rows of ``query`` whose ``column`` is one of ``wanted``; all for None.

    ``column`` must be the first that the query selects.
    """
    if wanted is None:
        yield from connection.execute(query)
    elif len(wanted) <= LONGEST_LIST:
        yield from connection.execute(query.where(column.in_(list(wanted))))
    else:
        kept = frozenset(wanted)
        yield from (row for row in connection.execute(query) if row[0] in kept)
