"""What a verdict on a pair or cluster says of two matters, kept by content: it holds in later rounds, too."""

from itertools import combinations

from sqlalchemy import Connection, insert, select

from workbench.records import Event, Judged, Relation
from workbench.store import events, subjects
from workbench.store.tables import events as event_log
from workbench.store.tables import judgements, matters, submissions

#: Verdicts after which one of the two matters goes: they are one. A pass says that both may stay.
_ONE = ("merge", "move_to_lead", "delete", "cancel", "move_to_provincial")
_SIDES = ("name_a", "org_a", "name_b", "org_b")


def keep(connection: Connection, event: Event) -> None:
    """Note what the event says of the matters of its pair or cluster; nothing for other items and verdicts."""
    relation = Relation.SAME if event.verdict in _ONE else Relation.DIFFERENT if event.verdict == "pass" else None
    if relation is None or event.undoes is not None or not event.item.startswith(("P-", "C-")):
        return
    sides = _contents(connection, subjects.members(connection, event.item))
    lines = [
        {"event": event.event, "position": at, "relation": str(relation)} | dict(zip(_SIDES, (*a, *b), strict=True))
        for at, (a, b) in enumerate(combinations(sides, 2))
    ]
    if lines:
        connection.execute(insert(judgements), lines)


def _contents(connection: Connection, items: list[str]) -> list[tuple[str, str]]:
    """Name and unit of each matter as it stands in its current round."""
    query = select(matters.c.item_name, matters.c.sub_item_name, matters.c.unit)
    query = query.join(submissions, submissions.c.id == matters.c.submission)
    rows = connection.execute(query.where(submissions.c.current, matters.c.item.in_(items)).order_by(matters.c.item))
    return [(f"{main}（{sub}）" if main and sub else main or sub or "", unit) for main, sub, unit in rows]


def standing(connection: Connection) -> list[Judged]:
    """The judgements of verdicts that stand, oldest first."""
    columns = [judgements.c[name] for name in (*_SIDES, "relation")]
    query = select(event_log.c.item, judgements.c.event, *columns).join(
        event_log, event_log.c.event == judgements.c.event
    )
    rows = connection.execute(query.order_by(judgements.c.event, judgements.c.position)).all()
    held = events.states(connection, {row.item for row in rows}) if rows else {}
    return [
        Judged(row.name_a, row.org_a, row.name_b, row.org_b, Relation(row.relation), event.opinion, event.by)
        for row in rows
        if (event := held.get(row.item)) is not None and event.event == row.event
    ]
