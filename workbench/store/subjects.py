"""What a decision is about: a matter, a guide, or a pair or cluster of matters, of the current round."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, union_all

from workbench.store.refusals import Refused
from workbench.store.tables import clusters, guides, matters, pairs, submissions


@dataclass(frozen=True, slots=True)
class Subject:
    """An item that can be decided, with the units and submissions that it concerns."""

    item: str
    units: tuple[str, ...]
    submissions: tuple[int, ...]


def find(connection: Connection, item: str) -> Subject:
    """Look an item up.

    Raises:
        Refused: there is none, or it is not part of a current submission any more.
    """
    meant = members(connection, item)
    listed = select(matters.c.unit, matters.c.submission).join(submissions, submissions.c.id == matters.c.submission)
    forms = select(guides.c.unit, guides.c.submission).where(guides.c.current, guides.c.item.in_(meant))
    query = union_all(listed.where(submissions.c.current, matters.c.item.in_(meant)), forms)
    rows = connection.execute(query).all()
    if not rows or len(rows) < len(meant):
        raise Refused(
            f"编号“{item}”不在当前轮次的报送中，结论没有写入。"
            "请核对编号；若该单位刚重新报送，请刷新后在新一轮中查找该事项。"
        )
    return Subject(item, tuple(dict.fromkeys(row.unit for row in rows)), tuple({row.submission for row in rows}))


def members(connection: Connection, item: str) -> list[str]:
    """The matters that the id stands for: those of a pair (P-) or cluster (C-), else the matter or guide itself."""
    if item.startswith("P-"):
        row = connection.execute(select(pairs.c.a, pairs.c.b).where(pairs.c.pair == item)).first()
        return [] if row is None else list(row)
    if item.startswith("C-"):
        return list(connection.scalars(select(clusters.c.item).where(clusters.c.cluster == item)))
    return [item]
