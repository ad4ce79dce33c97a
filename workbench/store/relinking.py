"""Links items of two rounds, and guides with their rows, at a person's word: checked in the transaction that writes."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, Table, delete, or_, select, update

from workbench.assignments import Assignments
from workbench.records import Link, Relink, RowChange, RowState, Stage, Tie, change_of
from workbench.store import corpus_tables as c
from workbench.store import events, exports, guides, matters, relinks, rights, rounds, subjects
from workbench.store import tables as t
from workbench.store.handling_tables import handlings
from workbench.store.refusals import Refused
from workbench.store.text import storable


@dataclass(frozen=True, slots=True)
class _Round:
    """The submission that an item stands in."""

    number: int
    unit: str
    kind: str
    received_at: str


def relink(connection: Connection, assignments: Assignments, asked: Relink) -> Relink:
    """Carry out what a person says; raises as :meth:`workbench.store.Store.relink`."""
    reviewer = rights.reviewer_named(assignments, asked.by)
    subject = subjects.find(connection, asked.item)
    rights.require(assignments, reviewer, subject, Stage.GROUP_REVIEW)
    if not asked.reason.strip():
        raise Refused("须写明理由。请用 --reason 说明为什么这样对应。")
    asked = replace(asked, reason=storable(asked.reason))
    (submission,) = subject.submissions
    if asked.item.startswith("G-") and not (asked.target or "").startswith("G-"):
        done = replace(asked, given=None)
        _tie(connection, subject.units[0], done)
    else:
        done = _rename(connection, _round(connection, submission, subject.units[0]), asked)
    relinks.append(connection, submission, done)
    exports.renew(connection, submission)
    return done


def _round(connection: Connection, submission: int, unit: str) -> _Round:
    query = select(t.submissions.c.kind, t.submissions.c.received_at).where(t.submissions.c.id == submission)
    kind, received_at = connection.execute(query).one()
    return _Round(submission, unit, kind, received_at)


def _tie(connection: Connection, unit: str, asked: Relink) -> None:
    """Tie a guide to a catalogue row of its unit, or to none."""
    if asked.target is not None:
        row = matters.one(connection, asked.target)
        if row is None or row.unit != unit:
            raise Refused(f"“{asked.target}”不是{unit}目录中的事项，没有写入。请用该单位目录中事项的编号（M- 开头）。")
    guides.tie(connection, {asked.item: (asked.target, Tie.PERSON)})


def _rename(connection: Connection, now: _Round, asked: Relink) -> Relink:
    """Give the item the id that it had in the round before, and whoever had it the new one."""
    if asked.item.startswith("G-"):
        return _rename_guide(connection, now, asked)
    if asked.target is not None:
        _require_earlier(connection, now, asked.target)
    _require_undecided(connection, now, asked.item)
    held = asked.target is not None and _holds(connection, now, asked.target)
    if asked.target is not None and held:
        _require_undecided(connection, now, asked.target)
        _move(connection, now.number, asked.target, str(asked.given))
        rounds.add(connection, now.number, [RowChange(str(asked.given), RowState.NEW)])
    to = asked.target or str(asked.given)
    _move(connection, now.number, asked.item, to)
    _note_change(connection, now, asked.item, to)
    return asked if held or asked.target is None else replace(asked, given=None)


def _require_earlier(connection: Connection, now: _Round, target: str) -> None:
    """Hold that the target is a row of an earlier round of this unit and catalogue."""
    same = (t.matters.c.item == target, t.matters.c.unit == now.unit, t.matters.c.kind == now.kind)
    query = select(t.matters.c.item).where(*same, t.matters.c.submission != now.number)
    if connection.scalar(query) is None:
        raise Refused(f"“{target}”不是{now.unit}{now.kind}以前轮次中的事项，没有写入。请核对编号。")


def _require_undecided(connection: Connection, now: _Round, item: str) -> None:
    """Hold that no verdict of this round would lose its row."""
    standing = [events.standing(events.of_item(connection, item)), *events.standing_on_parts(connection, item).values()]
    if any(event is not None and event.at >= now.received_at for event in standing):
        raise Refused(f"事项“{item}”在本轮已有审核结论，改变对应会使结论离开该事项。请先撤销结论，再改变对应。")


def _holds(connection: Connection, now: _Round, item: str) -> bool:
    query = select(t.matters.c.item).where(t.matters.c.submission == now.number, t.matters.c.item == item)
    return connection.scalar(query) is not None


def _move(connection: Connection, submission: int, item: str, to: str) -> None:
    """Everything that the submission says of the item, it says of ``to``; matching has to look again."""
    for table in (t.matters, t.guides, t.findings, t.not_checked, handlings):
        _rename_in(connection, table, submission, item, to)
    told = (t.row_changes.c.submission == submission, t.row_changes.c.item.in_((item, to)))
    connection.execute(delete(t.row_changes).where(*told))
    connection.execute(update(t.guides).where(t.guides.c.matter == item, t.guides.c.current).values(matter=to))
    connection.execute(delete(c.pairs).where(or_(c.pairs.c.a.in_((item, to)), c.pairs.c.b.in_((item, to)))))
    torn = select(c.clusters.c.cluster).where(c.clusters.c.item.in_((item, to)))
    connection.execute(delete(c.clusters).where(c.clusters.c.cluster.in_(torn)))


def _rename_in(connection: Connection, table: Table, submission: int, item: str, to: str) -> None:
    connection.execute(update(table).where(table.c.submission == submission, table.c.item == item).values(item=to))


def _note_change(connection: Connection, now: _Round, former: str, item: str) -> None:
    """Say anew what became of the row, and of the row of the round before that it is no longer taken for."""
    latest, *before = matters.rounds_of(connection, item)
    changes = [change_of(item, latest.row, before[0].row, Link.PERSON) if before else RowChange(item, RowState.NEW)]
    if matters.rounds_of(connection, former)[:1]:
        changes.append(RowChange(former, RowState.GONE))
    rounds.add(connection, now.number, changes)


def _rename_guide(connection: Connection, now: _Round, asked: Relink) -> Relink:
    """Take a guide for the next round of one that the unit sent before."""
    earlier = guides.rounds_of(connection, str(asked.target))
    if not earlier or earlier[0].unit != now.unit or asked.target == asked.item:
        raise Refused(f"“{asked.target}”不是{now.unit}以前报送的办事指南，没有写入。请核对编号。")
    _require_undecided(connection, now, asked.item)
    guides.continue_as(connection, now.number, asked.item, earlier[0])
    for table in (t.findings, t.not_checked, handlings):
        _rename_in(connection, table, now.number, asked.item, earlier[0].item)
    return replace(asked, given=None)
