"""The log of decisions: appended to, read, never changed."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, exists, func, insert, or_, select

from workbench.records import PART_SIGN, Answer, Event
from workbench.store.chain import sealed
from workbench.store.filters import rows_for
from workbench.store.newest import newest
from workbench.store.tables import events, guides
from workbench.store.text import to_json

#: In the order of the record's fields.
_COLUMNS = [
    events.c[name]
    for name in (
        "event", "item", "verdict", "opinion", "by", "at", "stage", "revision", "answers", "lead_unit", "undoes",
        "source", "previous_hash", "hash", "target_type", "target_level", "batch",
    )
]  # fmt: skip
_ANSWERS = 8
#: A query does not name more items and the beginnings of their parts.
_FEW = 20
_INSERT = insert(events)


def append(connection: Connection, draft: Event) -> Event:
    """Number, chain and insert an event; ``draft.at`` is the clock's time.

    The number says what came first, not the time: a clock that was wrong is not mended by telling another time.
    """
    number, previous = newest(connection, "event")
    event = sealed(replace(draft, event=number + 1, previous_hash=previous))
    values = {column.name: getattr(event, column.name) for column in _COLUMNS}
    answers = to_json([[answer.rule, answer.upheld, answer.reason] for answer in event.answers])
    connection.execute(_INSERT, values | {"answers": answers})
    return event


def of_item(connection: Connection, item: str) -> list[Event]:
    """The item's events, oldest first."""
    query = select(*_COLUMNS).where(events.c.item == item).order_by(events.c.revision)
    return [_record(row) for row in connection.execute(query)]


def since(connection: Connection, event: int) -> Iterator[Event]:
    """The events after number ``event``, oldest first."""
    query = select(*_COLUMNS).where(events.c.event > event).order_by(events.c.event)
    return map(_record, connection.execute(query))


def about(connection: Connection, items: Collection[str] | None) -> Iterator[Event]:
    """The events on the items and on their parts (None: on all), oldest first; of many items, those on others, too."""
    query = select(*_COLUMNS).order_by(events.c.event)
    if items is not None and len(items) <= _FEW:
        parts = (events.c.item.startswith(f"{item}{PART_SIGN}", autoescape=True) for item in items)
        query = query.where(or_(events.c.item.in_(list(items)), *parts))
    return map(_record, connection.execute(query))


def last(connection: Connection) -> int:
    """The newest event's number; 0 where there is none."""
    return newest(connection, "event")[0]


def last_of(connection: Connection, items: Select[Any] | CompoundSelect[Any]) -> int:
    """The number of the newest event of the items that a query selects; 0 where there is none."""
    return connection.scalar(select(func.max(events.c.event)).where(events.c.item.in_(items))) or 0


def last_on_parts(connection: Connection, submission: int) -> int:
    """The number of the newest event on a part of a guide of the submission; 0 where there is none."""
    mine = exists().where(guides.c.submission == submission, events.c.item.startswith(guides.c.item + PART_SIGN))
    return connection.scalar(select(func.max(events.c.event)).where(events.c.item.contains(PART_SIGN), mine)) or 0


def of_batch(connection: Connection, batch: int) -> list[Event]:
    """The events of a bulk, oldest first."""
    query = select(*_COLUMNS).where(events.c.batch == batch).order_by(events.c.event)
    return [_record(row) for row in connection.execute(query)]


def numbered(connection: Connection, numbers: Collection[int]) -> dict[int, Event]:
    """The events with these numbers, by number."""
    wanted = frozenset(numbers)
    query = select(*_COLUMNS).where(events.c.event >= min(wanted, default=0))
    return {row.event: _record(row) for row in connection.execute(query) if row.event in wanted} if wanted else {}


@dataclass(frozen=True, slots=True)
class Replayed:
    """An item's verdicts that were not taken back, oldest first, and what can be put back: undos with their verdicts."""

    made: list[Event]
    taken: list[tuple[Event, Event]]


def replayed(history: Sequence[Event]) -> Replayed:
    """Go through an item's history (oldest first). A new verdict ends what could be put back."""
    made: list[Event] = []
    taken: list[tuple[Event, Event]] = []
    for event in history:
        if event.undoes is None:
            made.append(event)
            taken.clear()
        elif taken and taken[-1][0].event == event.undoes:
            made.append(taken.pop()[1])
        else:
            taken += [(event, earlier) for earlier in made if earlier.event == event.undoes]
            made = [earlier for earlier in made if earlier.event != event.undoes]
    return Replayed(made, taken)


def standing(history: Sequence[Event]) -> Event | None:
    """The event of an item's history (oldest first) whose verdict holds now; None where all were undone."""
    made = replayed(history).made
    return made[-1] if made else None


def states(connection: Connection, items: Collection[str] | None) -> dict[str, Event]:
    """The event that stands on each of the items (None: all); undecided items are not in it."""
    newest = select(func.max(events.c.event)).group_by(events.c.item)
    query = select(events.c.item, *_COLUMNS).where(events.c.event.in_(newest)).order_by(events.c.event)
    found: dict[str, Event] = {}
    for item, *values in rows_for(connection, query, events.c.item, items):
        event = _record(values)
        held = event if event.undoes is None else standing(of_item(connection, item))
        if held is not None:
            found[item] = held
    return found


def standing_on_parts(connection: Connection, guide: str) -> dict[str, Event]:
    """The event that stands on each part of a guide; undecided parts are not in it."""
    mine = events.c.item.startswith(guide + PART_SIGN, autoescape=True)
    items = list(connection.scalars(select(events.c.item).where(mine).distinct()))
    return states(connection, items) if items else {}


def _record(values: Sequence[Any]) -> Event:
    fields = list(values)
    fields[_ANSWERS] = tuple(Answer(*answer) for answer in json.loads(fields[_ANSWERS]))
    return Event(*fields)
