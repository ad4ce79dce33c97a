"""Which rows of a table with ``submission`` and ``item`` speak of an item that is current."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func

from workbench.store.tables import guides, submissions


def live(query: Select[Any], table: Table) -> Select[Any]:
    """The query narrowed to current items: a guide is current by itself, a row with its submission."""
    same = and_(guides.c.submission == table.c.submission, guides.c.item == table.c.item)
    joined = query.join(submissions, submissions.c.id == table.c.submission).outerjoin(guides, same)
    return joined.where(_is_current())


def _is_current() -> ColumnElement[bool]:
    current: ColumnElement[bool] = func.coalesce(guides.c.current, submissions.c.current)
    return current
