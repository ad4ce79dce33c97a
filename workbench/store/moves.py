"""The log of the review chain's steps: appended to, read, never changed."""

from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from sqlalchemy import Connection, insert, select

from workbench.records import AFTER_NEW_FILE, Move, Stage
from workbench.store.chain import sealed
from workbench.store.chain_tables import moves
from workbench.store.newest import newest

#: In the order of the record's fields.
_NAMES = (
    "event", "item", "step", "stage", "round", "upto", "by", "at", "revision", "reason", "receiver", "note",
    "previous_hash", "hash",
)  # fmt: skip
_COLUMNS = [moves.c[name] for name in _NAMES]
_values = attrgetter(*_NAMES)


def append(connection: Connection, draft: Move) -> Move:
    """Number, chain and insert a move; ``draft.at`` is the clock's time."""
    number, previous = newest(connection, "move")
    move = sealed(replace(draft, event=number + 1, previous_hash=previous))
    connection.execute(insert(moves).values(dict(zip(_NAMES, _values(move), strict=True))))
    return move


def of_item(connection: Connection, item: str) -> list[Move]:
    """The moves of one chain, oldest first."""
    query = select(*_COLUMNS).where(moves.c.item == item).order_by(moves.c.revision)
    return [Move(*row) for row in connection.execute(query)]


def since(connection: Connection, event: int) -> Iterator[Move]:
    """The moves after number ``event``, oldest first."""
    query = select(*_COLUMNS).where(moves.c.event > event).order_by(moves.c.event)
    return (Move(*row) for row in connection.execute(query))


def stage_of(made: list[Move], submission: int) -> Stage:
    """The stage that a submission of the chain is in; the group's review where nothing was moved."""
    if not made:
        return Stage.GROUP_REVIEW
    last = Stage(made[-1].stage)
    return last if submission <= made[-1].upto else AFTER_NEW_FILE[last]
