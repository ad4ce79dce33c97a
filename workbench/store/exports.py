"""Which returns workbooks are behind the log: kept in the same transaction as the event itself."""

from collections.abc import Collection

from sqlalchemy import Connection, case, exists, func, insert, or_, select, union_all, update

from workbench.store import events
from workbench.store.tables import events as event_log
from workbench.store.tables import exports, guides, matters, submissions


def begin(connection: Connection, submission: int) -> None:
    """Start the account of a new submission: earlier events of its items are still to be shown."""
    rows = select(matters.c.item).where(matters.c.submission == submission)
    forms = select(guides.c.item).where(guides.c.submission == submission)
    touched = events.last_of(connection, union_all(rows, forms))
    touched = max(touched, events.last_on_parts(connection, submission))
    connection.execute(insert(exports).values(submission=submission, touched=touched, exported=0))


def touch(connection: Connection, touched: Collection[int], event: int) -> None:
    """Note that an event concerns these submissions."""
    connection.execute(update(exports).where(exports.c.submission.in_(touched)).values(touched=event))


def renew(connection: Connection, submission: int) -> None:
    """Ask for the submission's returns workbook anew: its items are called otherwise now."""
    mine = update(exports).where(exports.c.submission == submission)
    connection.execute(mine.values(touched=events.last(connection), exported=0))


def behind(connection: Connection) -> list[str]:
    """The hashes of the current submissions with events that their returns workbooks do not show."""
    query = select(submissions.c.sha256).join(exports, exports.c.submission == submissions.c.id)
    holds_current = exists().where(guides.c.submission == submissions.c.id, guides.c.current)
    query = query.where(or_(submissions.c.current, holds_current), exports.c.touched > exports.c.exported)
    return list(connection.scalars(query.order_by(exports.c.touched)))


def waiting_since(connection: Connection) -> str | None:
    """When the event was recorded that has waited longest for its returns workbook; None: nothing waits.

    Of several events on one submission the newest counts, so the wait is at least this long.
    """
    behind_now = select(func.min(exports.c.touched)).join(submissions, exports.c.submission == submissions.c.id)
    first = connection.scalar(behind_now.where(submissions.c.current, exports.c.touched > exports.c.exported))
    return connection.scalar(select(event_log.c.at).where(event_log.c.event == first)) if first else None


def note(connection: Connection, submission: int, event: int) -> None:
    """Note that the returns workbook shows all events up to ``event``; never goes back."""
    newer = case((exports.c.exported < event, event), else_=exports.c.exported)
    connection.execute(update(exports).where(exports.c.submission == submission).values(exported=newer))


def stamp(connection: Connection, submission: int) -> int:
    """The last event that the returns workbook shows; 0 where it was never written."""
    return connection.scalar(select(exports.c.exported).where(exports.c.submission == submission)) or 0


def last_touch(connection: Connection) -> int:
    """The newest event that concerned any submission: the log must reach at least this far."""
    return max(connection.scalars(select(exports.c.touched)), default=0)
