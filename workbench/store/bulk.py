"""Many decisions as one: all of them or none, recorded and taken back together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from workbench.assignments import Assignments
from workbench.records import Decision, Event
from workbench.store import decisions, events
from workbench.store.refusals import BulkRefused, Refused, StoreProblem

_NAMED = 10
_T = TypeVar("_T")


def record(
    connection: Connection,
    assignments: Assignments,
    asked: Sequence[Decision],
    by: str,
    at: str,
    revisions: Mapping[str, int],
    source: str | None,
) -> list[Event]:
    """Append all decisions as one batch; raises as :meth:`workbench.store.Store.record_all`."""
    _require_once(asked)
    batch = events.last(connection) + 1
    return _all_or_none(
        {
            decision.item: partial(
                decisions.record, connection, assignments, decision, by, at, revisions.get(decision.item), source, batch
            )
            for decision in asked
        }
    )


def problems(
    connection: Connection,
    assignments: Assignments,
    asked: Sequence[Decision],
    by: str,
    revisions: Mapping[str, int],
) -> dict[str, StoreProblem]:
    """Why decisions could not be recorded now, by item; writes nothing."""
    _require_once(asked)
    return _tried(
        {
            decision.item: partial(
                decisions.prepare, connection, assignments, decision, by, revisions.get(decision.item)
            )
            for decision in asked
        }
    )[1]


def undo(connection: Connection, assignments: Assignments, batch: int, by: str, at: str) -> list[Event]:
    """Take the batch's verdicts back where they stand or were followed by others; those taken back already are left."""
    left = {
        event.item: event
        for event in _of(connection, batch)
        if event.undoes is None and event in events.replayed(events.of_item(connection, event.item)).made
    }
    new = events.last(connection) + 1
    return _all_or_none(
        {
            item: partial(decisions.undo, connection, assignments, item, by, at, None, event, new)
            for item, event in left.items()
        }
    )


def redo(connection: Connection, assignments: Assignments, batch: int, by: str, at: str) -> list[Event]:
    """Put back what the undos of the batch took; those put back already are left."""
    left = {
        event.item: event
        for event in _of(connection, batch)
        if event.undoes is not None and not _is_undone(connection, event)
    }
    new = events.last(connection) + 1
    return _all_or_none(
        {
            item: partial(decisions.redo, connection, assignments, item, by, at, None, event, new)
            for item, event in left.items()
        }
    )


def _is_undone(connection: Connection, event: Event) -> bool:
    return any(later.undoes == event.event for later in events.of_item(connection, event.item))


def _of(connection: Connection, batch: int) -> list[Event]:
    found = events.of_batch(connection, batch)
    if not found:
        raise Refused(f"没有编号为 {batch} 的批量审核。请核对编号（批量审核的第一条记录号）。")
    return found


def _require_once(asked: Iterable[Decision]) -> None:
    items = [decision.item for decision in asked]
    repeated = sorted({item for item in items if items.count(item) > 1}) if len(set(items)) < len(items) else []
    if repeated:
        raise Refused(f"批量审核中有重复的事项：{'、'.join(repeated)}。每个事项只能有一个结论，请去掉重复后再记录。")


def _tried(steps: Mapping[str, Callable[[], _T]]) -> tuple[list[_T], dict[str, StoreProblem]]:
    """What each item's step gives, and the problems of those that fail, by item."""
    done: list[_T] = []
    failed: dict[str, StoreProblem] = {}
    for item, step in steps.items():
        try:
            done.append(step())
        except StoreProblem as problem:
            failed[item] = problem
    return done, failed


def _all_or_none(steps: Mapping[str, Callable[[], Event]]) -> list[Event]:
    """The events of all steps; one that fails lets the caller's transaction fail, after all were tried."""
    if not steps:
        raise Refused("没有可以处理的事项。请刷新后重新选择。")
    done, failed = _tried(steps)
    if failed:
        named = "；".join(f"{item}：{problem}" for item, problem in list(failed.items())[:_NAMED])
        more = f"；另有 {len(failed) - _NAMED} 个" if len(failed) > _NAMED else ""
        raise BulkRefused(
            f"{len(steps)} 个事项中有 {len(failed)} 个不能写入，全部没有写入。{named}{more}。请去掉这些事项或处理后重试。",
            failed,
        )
    return done
