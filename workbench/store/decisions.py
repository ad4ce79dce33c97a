"""Records and undoes decisions: every condition is checked in the transaction that writes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from sqlalchemy import Connection

from workbench.assignments import Assignments
from workbench.records import VERDICTS, Decision, Event, Stage
from workbench.store import completeness, events, exports, findings, judgements, rights, subjects
from workbench.store.refusals import Conflict, Refused

_BEIJING = timezone(timedelta(hours=8))


def record(
    connection: Connection,
    assignments: Assignments,
    decision: Decision,
    by: str,
    at: str,
    revision: int | None,
    source: str | None,
) -> Event:
    """Append one decision; raises as :meth:`workbench.store.Store.record`."""
    reviewer = rights.reviewer_named(assignments, by)
    subject = subjects.find(connection, decision.item)
    rights.require(assignments, reviewer, subject, decision.stage)
    history = events.of_item(connection, decision.item)
    _require_unchanged(assignments, history, revision)
    decision = completeness.completed(decision, assignments)
    completeness.require_order(decision, events.standing(history))
    if decision.verdict == "pass":
        found = findings.by_item(connection, [decision.item])
        completeness.require_answers(decision, found.get(decision.item, []))
    draft = Event(
        event=0,
        item=decision.item,
        verdict=decision.verdict,
        opinion=decision.opinion,
        by=reviewer.user,
        at=at,
        stage=str(decision.stage),
        revision=len(history),
        answers=decision.answers,
        lead_unit=decision.lead_unit,
        source=source,
    )
    return _append(connection, subject, draft)


def undo(connection: Connection, assignments: Assignments, item: str, by: str, at: str, revision: int | None) -> Event:
    """Append the event that takes the standing one back; raises as :meth:`workbench.store.Store.undo`."""
    reviewer = rights.reviewer_named(assignments, by)
    subject = subjects.find(connection, item)
    history = events.of_item(connection, item)
    _require_unchanged(assignments, history, revision)
    undone = events.standing(history)
    if undone is None:
        raise Refused("该事项现在没有结论，无可撤销。")
    rights.require(assignments, reviewer, subject, Stage(undone.stage))
    rights.require_same_group(assignments, reviewer, undone.by)
    before = events.standing([event for event in history if event.event < undone.event])
    restored = before or replace(undone, verdict=None, opinion="", answers=(), lead_unit=None, source=None)
    draft = replace(
        restored,
        by=reviewer.user,
        at=at,
        stage=undone.stage,
        revision=len(history),
        undoes=undone.event,
        previous_hash="",
    )
    return _append(connection, subject, draft)


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
    when = datetime.fromisoformat(event.at).astimezone(_BEIJING).strftime("%Y-%m-%d %H:%M:%S")
    verdict = VERDICTS.get(event.verdict or "", "未审")
    what = f"作出“{verdict}”" if event.undoes is None else f"撤销了结论，现为“{verdict}”"
    return f"{who}（{event.by}）于 {when} {what}"
