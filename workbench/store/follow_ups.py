"""What a new round is held against: the findings and verdicts of the round before, and what the unit answers."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, Select, and_, func, insert, select, tuple_, union_all

from workbench.records import Event, Finding, Handling, whole
from workbench.store import events, findings
from workbench.store.filters import rows_for
from workbench.store.handling_tables import handlings, round_starts
from workbench.store.live import live
from workbench.store.tables import findings as finding_table
from workbench.store.tables import guides, matters, row_changes, submissions

_ITEM, _PART, _TEXT = handlings.c.item, handlings.c.part, handlings.c.text


def begin(connection: Connection, submission: int, answered: Mapping[str, Sequence[Handling]]) -> None:
    """Note where the log stands as a submission comes in, and what its unit wrote as 处理情况."""
    connection.execute(insert(round_starts).values(submission=submission, event=events.last(connection)))
    lines = [
        {"submission": submission, "item": item, "part": each.part, "text": each.text}
        for item, some in answered.items()
        for each in some
    ]
    if lines:
        connection.execute(insert(handlings), lines)


def handlings_of(connection: Connection, items: Collection[str] | None) -> dict[str, list[Handling]]:
    """The units' 处理情况 on current items (None: on all); items without are left out."""
    query = live(select(_ITEM, _PART, _TEXT), handlings).order_by(_ITEM, _PART)
    found: dict[str, list[Handling]] = defaultdict(list)
    for item, part, text in rows_for(connection, query, _ITEM, items):
        found[item].append(Handling(part, text))
    return dict(found)


def earlier_findings(connection: Connection, items: Collection[str] | None) -> dict[str, list[Finding]]:
    """The findings of the round before the current one; items without any are left out."""
    held = tuple_(finding_table.c.submission, finding_table.c.item).in_(_stood_before())
    query = select(finding_table.c.item, *findings.COLUMNS).where(held).order_by(finding_table.c.id)
    found: dict[str, list[Finding]] = defaultdict(list)
    for item, *values in rows_for(connection, query, finding_table.c.item, items):
        found[item].append(findings.record(values))
    return dict(found)


def _stood_before() -> Select[tuple[int, str]]:
    """Submission and item of all that stood in the round before the current one."""
    now, old = submissions.alias("now"), submissions.alias("old")
    next_round = and_(now.c.unit == old.c.unit, now.c.kind == old.c.kind, now.c.round == old.c.round + 1)
    rows = select(matters.c.submission, matters.c.item).join(old, old.c.id == matters.c.submission)
    rows = rows.join(now, next_round).where(now.c.current)
    newer = guides.alias("newer")
    same = and_(newer.c.item == guides.c.item, newer.c.round == guides.c.round + 1, newer.c.current)
    forms = select(guides.c.submission, guides.c.item).join(newer, same)
    both = union_all(rows, forms).subquery()
    return select(both.c.submission, both.c.item)


def decided_before(connection: Connection, items: Collection[str] | None) -> dict[str, list[Event]]:
    """The verdicts that stood on items and on parts of guides when the current round came in, by the whole item.

    Only items that have a round before (or are gone since) are looked at.
    """
    starts = _starts(connection, items)
    history: dict[str, list[Event]] = defaultdict(list)
    for event in events.about(connection, items) if starts else ():
        if event.event <= starts.get(whole(event.item), 0):
            history[event.item].append(event)
    found: dict[str, list[Event]] = defaultdict(list)
    for item, some in history.items():
        held = events.standing(some)
        if held is not None:
            found[whole(item)].append(held)
    return dict(found)


def _starts(connection: Connection, items: Collection[str] | None) -> dict[str, int]:
    """The last event before the current round of every item that has a round before."""
    query = live(select(row_changes.c.item, func.max(round_starts.c.event)), row_changes)
    query = query.join(round_starts, round_starts.c.submission == row_changes.c.submission)
    query = query.group_by(row_changes.c.item)
    return dict(tuple(row) for row in rows_for(connection, query, row_changes.c.item, items))
