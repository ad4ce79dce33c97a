"""Records and undoes decisions: every condition is checked in the transaction that writes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from workbench.assignments import Assignments
from workbench.records import VERDICTS, Decision, Event, Stage, shown_moment
from workbench.store import (
    completeness,
    drafts,
    events,
    exports,
    judgements,
    rights,
    second_reviews,
    stages,
    subjects,
)
from workbench.store.refusals import Conflict, Refused


def record(
    connection: Connection,
    assignments: Assignments,
    decision: Decision,
    by: str,
    at: str,
    revision: int | None,
    source: str | None,
    batch: int | None = None,
) -> Event:
    """Append one decision; raises as :meth:`workbench.store.Store.record`."""
    ready = prepare(connection, assignments, decision, by, revision)
    decision = ready.decision
    draft = Event(
        event=0,
        item=decision.item,
        verdict=decision.verdict,
        opinion=decision.opinion,
        by=by,
        at=at,
        stage=str(decision.stage),
        revision=ready.revision,
        answers=decision.answers,
        lead_unit=decision.lead_unit,
        source=source,
        target_type=decision.target_type,
        target_level=decision.target_level,
        batch=batch,
    )
    drafts.drop(connection, by, decision.item)
    return _append(connection, ready.subject, draft)


@dataclass(frozen=True, slots=True)
class Ready:
    """A decision that may be recorded now: complete, on its subject, as the item's event number ``revision``."""

    decision: Decision
    subject: subjects.Subject
    revision: int


def prepare(
    connection: Connection, assignments: Assignments, decision: Decision, by: str, revision: int | None
) -> Ready:
    """Hold everything that a decision must meet; writes nothing; raises as :meth:`workbench.store.Store.record`."""
    reviewer = rights.reviewer_named(assignments, by)
    decision = replace(decision, stage=_stage(decision.stage))
    subject = subjects.find(connection, decision.item)
    rights.require(assignments, reviewer, subject, decision.stage)
    second_reviews.require_seeing(connection, by, decision.item)
    stages.require_open(connection, subject, decision.stage)
    decision = replace(decision, item=subject.item)
    history = events.of_item(connection, decision.item)
    _require_unchanged(assignments, history, revision)
    decision = completeness.completed(decision, assignments)
    _require_fitting(connection, subject, decision, events.standing(history))
    return Ready(decision, subject, len(history))


def _stage(asked: str) -> Stage:
    """The stage, also where a program gave its code: what follows compares stages by identity."""
    try:
        return Stage(asked)
    except ValueError as error:
        raise Refused(f"没有“{asked}”这个阶段，结论没有写入。可用的阶段：{'、'.join(Stage)}。") from error


def _require_fitting(
    connection: Connection, subject: subjects.Subject, decision: Decision, standing: Event | None
) -> None:
    completeness.require_order(decision, standing)
    completeness.require_possible(decision, subject.part)
    if decision.verdict == "pass":
        completeness.require_answers(decision, subjects.open_findings(connection, subject))


def undo(
    connection: Connection,
    assignments: Assignments,
    item: str,
    by: str,
    at: str,
    revision: int | None,
    expected: Event | None = None,
    batch: int | None = None,
) -> Event:
    """Append the event that takes the standing one back; raises as :meth:`workbench.store.Store.undo`.

    ``expected`` is the event that must stand, for a bulk that takes back what it recorded and nothing else.
    """
    second_reviews.require_seeing(connection, by, item)
    subject, history = _looked_up(connection, assignments, item, revision)
    made = events.replayed(history).made
    if not made:
        raise Refused("该事项现在没有结论，无可撤销。")
    undone, before = made[-1], made[-2] if made[1:] else None
    _require_expected(assignments, undone, expected, history)
    restored = before or _blank(undone)
    return _compensate(connection, assignments, subject, undone, restored, by, at, len(history), undone.event, batch)


def redo(
    connection: Connection,
    assignments: Assignments,
    item: str,
    by: str,
    at: str,
    revision: int | None,
    expected: Event | None = None,
    batch: int | None = None,
) -> Event:
    """Append the event that takes the newest undo back; raises as :meth:`workbench.store.Store.redo`."""
    second_reviews.require_seeing(connection, by, item)
    subject, history = _looked_up(connection, assignments, item, revision)
    state = events.replayed(history)
    if not state.taken:
        raise Refused("该事项没有可以恢复的撤销：撤销之后已有新的结论，或从未撤销。请直接记录结论。")
    undoing, restored = state.taken[-1]
    _require_expected(assignments, undoing, expected, history)
    again = Decision(subject.item, str(restored.verdict), answers=restored.answers, stage=Stage(restored.stage))
    _require_fitting(connection, subject, again, state.made[-1] if state.made else None)
    return _compensate(connection, assignments, subject, restored, restored, by, at, len(history), undoing.event, batch)


def _looked_up(
    connection: Connection, assignments: Assignments, item: str, revision: int | None
) -> tuple[subjects.Subject, list[Event]]:
    subject = subjects.find(connection, item)
    history = events.of_item(connection, subject.item)
    _require_unchanged(assignments, history, revision)
    return subject, history


def _blank(event: Event) -> Event:
    """The event as that of an item without a verdict."""
    bare = replace(event, verdict=None, opinion="", answers=(), lead_unit=None, source=None)
    return replace(bare, target_type=None, target_level=None)


def _require_expected(assignments: Assignments, found: Event, expected: Event | None, history: Sequence[Event]) -> None:
    if expected is not None and found.event != expected.event:
        raise Conflict(f"该事项在批量处理之后已有变化：{_told(assignments, history[-1])}。请单独处理该事项。", history)


def _compensate(
    connection: Connection,
    assignments: Assignments,
    subject: subjects.Subject,
    touched: Event,
    restored: Event,
    by: str,
    at: str,
    revision: int,
    undoes: int,
    batch: int | None,
) -> Event:
    """Append the event that brings ``restored`` back; the group that made ``touched`` may do so."""
    reviewer = rights.reviewer_named(assignments, by)
    rights.require(assignments, reviewer, subject, Stage(touched.stage))
    stages.require_open(connection, subject, Stage(touched.stage))
    rights.require_same_group(assignments, reviewer, touched.by)
    fresh = replace(restored, by=by, at=at, stage=touched.stage, revision=revision, undoes=undoes, batch=batch)
    return _append(connection, subject, replace(fresh, previous_hash=""))


def _append(connection: Connection, subject: subjects.Subject, draft: Event) -> Event:
    event = events.append(connection, draft)
    judgements.keep(connection, event)
    exports.touch(connection, subject.submissions, event.event)
    return event


def _require_unchanged(assignments: Assignments, history: Sequence[Event], revision: int | None) -> None:
    """Hold that the decider saw the newest event; None means: whatever is there now."""
    if revision is None or revision == len(history):
        return
    if revision > len(history):
        raise Conflict(
            f"该事项只有 {len(history)} 条记录，与所给的版本 {revision} 不符，结论没有写入。请刷新后再记录。",
            history,
        )
    raise Conflict(
        f"该事项在您打开之后已有变化：{_told(assignments, history[-1])}。您的结论没有写入。请查看新的结论后再决定。",
        history,
    )


def _told(assignments: Assignments, event: Event) -> str:
    """Who, when, what; the time as read on a clock in the province."""
    reviewer = assignments.reviewer(event.by)
    who = reviewer.name if reviewer else event.by
    verdict = VERDICTS.get(event.verdict or "", "未审")
    what = f"作出“{verdict}”" if event.undoes is None else f"撤销了结论，现为“{verdict}”"
    return f"{who}（{event.by}）于 {shown_moment(event.at)} {what}"
