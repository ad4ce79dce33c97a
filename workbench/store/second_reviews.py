"""Second, blind reviews: drawn, kept from the second reviewer's eyes, recorded once, told side by side."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, insert, select, union_all

from workbench.assignments import Assignments
from workbench.records import (
    ROLE_NAMES,
    Decision,
    Reviewer,
    Role,
    Sample,
    SecondReview,
    SecondTask,
    SecondVerdict,
    Stage,
    whole,
)
from workbench.store import completeness, drafts, events, findings, rights, subjects
from workbench.store.conferring_tables import second_samples, second_tasks, second_verdicts
from workbench.store.refusals import NotAllowed, Refused
from workbench.store.sampling import Candidate, assigned, draw
from workbench.store.tables import guides, matters, submissions

_MEMBERS = (Role.REVIEWER, Role.LEAD)
_STAGES = (Stage.GROUP_REVIEW, Stage.RECHECK)
_TASK = [second_tasks.c[name] for name in ("sample", "item", "unit", "reviewer")]
_VERDICT = [second_verdicts.c[name] for name in ("sample", "decision", "by", "at")]


def sample(
    connection: Connection, assignments: Assignments, group: int, size: int, seed: str, by: str, at: str
) -> tuple[Sample, list[SecondTask]]:
    """Draw and assign; raises as :meth:`workbench.store.Store.draw_second_reviews`."""
    _require_drawing(assignments, group, by)
    if size < 1:
        raise Refused("抽查数量须为 1 以上，请核对后再抽取。")
    candidates = list(_candidates(connection, assignments, group))
    if not candidates:
        raise Refused(
            f"第{group}组现在没有可供抽查的结论：须是本组对当前轮次事项作出、尚未抽查过的结论，且组内另有一人从未审过该事项。"
        )
    drawn = draw(candidates, size, seed)
    made = Sample(_next(connection), group, len(drawn), len(candidates), seed, by, at)
    _keep(connection, made)
    tasks = [
        SecondTask(made.number, each.item, each.unit, user)
        for each, user in zip(drawn, assigned(drawn, seed), strict=True)
    ]
    firsts = {each.item: each.first for each in drawn}
    connection.execute(
        insert(second_tasks),
        [
            {"sample": t.sample, "item": t.item, "unit": t.unit, "first": firsts[t.item], "reviewer": t.reviewer}
            for t in tasks
        ],
    )
    return made, tasks


def _next(connection: Connection) -> int:
    return (connection.scalar(select(func.max(second_samples.c.id))) or 0) + 1


def _keep(connection: Connection, made: Sample) -> None:
    values = asdict(made)
    connection.execute(insert(second_samples).values(id=values.pop("number"), **values))


def _require_drawing(assignments: Assignments, group: int, by: str) -> None:
    reviewer = rights.reviewer_named(assignments, by)
    whole = reviewer.role in {Role.LEGALITY, Role.ADMIN}
    if not whole and (reviewer.role, reviewer.group) != (Role.LEAD, group):
        role = ROLE_NAMES[reviewer.role]
        raise NotAllowed(f"{reviewer.name}的角色是{role}，不能抽取第{group}组的结论复审。请由该组组长或管理员抽取。")


def _candidates(connection: Connection, assignments: Assignments, group: int) -> Iterator[Candidate]:
    """The group's own newest verdict on each current row and guide, with those who never decided the item."""
    members = {user.user for user in assignments.reviewers if user.role in _MEMBERS and user.group == group}
    units = _current_units(connection)
    drawn = _drawn_already(connection, assignments)
    log = sorted(events.since(connection, 0), key=lambda event: event.item)
    for item, some in groupby(log, key=lambda event: event.item):
        history = list(some)
        own = [each for each in events.replayed(history).made if each.by in members and each.stage in _STAGES]
        others = tuple(sorted(members - {event.by for event in history}))
        if item in units and own and others and own[-1].event not in drawn:
            yield Candidate(item, units[item], own[-1].event, others)


def _current_units(connection: Connection) -> dict[str, str]:
    rows = select(matters.c.item, matters.c.unit).join(submissions, submissions.c.id == matters.c.submission)
    forms = select(guides.c.item, guides.c.unit).where(guides.c.current)
    query = union_all(rows.where(submissions.c.current), forms)
    return {row.item: row.unit for row in connection.execute(query)}


def _drawn_already(connection: Connection, assignments: Assignments) -> set[int]:
    """The events that somebody who is still there was asked to repeat."""
    rows = connection.execute(select(second_tasks.c.first, second_tasks.c.reviewer))
    return {first for first, user in rows if assignments.reviewer(user) is not None}


def _open(user: str) -> Select[Any]:
    done = exists().where(
        second_verdicts.c.sample == second_tasks.c.sample, second_verdicts.c.item == second_tasks.c.item
    )
    return select(*_TASK).where(second_tasks.c.reviewer == user, ~done)


def tasks(connection: Connection, user: str) -> list[SecondTask]:
    """What the user is still to review, in the order of the draws."""
    query = _open(user).order_by(second_tasks.c.sample, second_tasks.c.unit, second_tasks.c.item)
    return [SecondTask(*row) for row in connection.execute(query)]


def hidden_from(connection: Connection, user: str | None) -> frozenset[str]:
    """The items whose verdicts the user must not see now; none for None."""
    return frozenset() if user is None else frozenset(task.item for task in tasks(connection, user))


def require_seeing(connection: Connection, user: str, item: str) -> None:
    """Keep the user from deciding an item in the chain while its verdicts are hidden from them.

    Raises:
        Refused: the item waits for the user's second review; nothing is said of its verdicts.
    """
    if connection.execute(_open(user).where(second_tasks.c.item == whole(item))).first() is not None:
        raise Refused(
            f"“{item}”已抽中由您背靠背复审，此前的结论对您不公开，暂不能另记结论。"
            f"请先记录复审结论（workbench second record {item} 结论 --as {user}）。"
        )


def record(connection: Connection, assignments: Assignments, decision: Decision, by: str, at: str) -> SecondVerdict:
    """Append the second verdict; raises as :meth:`workbench.store.Store.record_second`."""
    reviewer = rights.reviewer_named(assignments, by)
    task = next((each for each in tasks(connection, by) if each.item == decision.item), None)
    if task is None:
        raise NotAllowed(
            f"“{decision.item}”没有待{reviewer.name}复审的抽查，或已经复审。请用 workbench second tasks 查看。"
        )
    _require_fitting(connection, assignments, reviewer, decision)
    second = SecondVerdict(task.sample, completeness.completed(decision, assignments), by, at)
    values = {"sample": task.sample, "item": task.item, "decision": drafts.written(second.decision), "by": by, "at": at}
    connection.execute(insert(second_verdicts).values(values))
    return second


def _require_fitting(connection: Connection, assignments: Assignments, reviewer: Reviewer, decision: Decision) -> None:
    """What holds for a first verdict holds for a second."""
    subject = subjects.find(connection, decision.item)
    rights.require(assignments, reviewer, subject, decision.stage)
    if decision.verdict == "pass":
        found = findings.by_item(connection, [decision.item])
        completeness.require_answers(decision, found.get(decision.item, []))


def done(connection: Connection) -> list[SecondReview]:
    """All second reviews that are recorded, oldest first: of the others not even the first verdict is told."""
    same = and_(second_tasks.c.sample == second_verdicts.c.sample, second_tasks.c.item == second_verdicts.c.item)
    query = select(second_samples.c.group, second_tasks.c.unit, second_tasks.c.first, *_VERDICT)
    query = query.join(second_tasks, same).join(second_samples, second_samples.c.id == second_tasks.c.sample)
    rows = connection.execute(query.order_by(second_verdicts.c.sample, second_tasks.c.unit, second_tasks.c.item)).all()
    firsts = events.numbered(connection, [first for _, _, first, *_ in rows])
    return [
        SecondReview(group, unit, firsts[first], SecondVerdict(number, drafts.read(decision), by, at))
        for group, unit, first, number, decision, by, at in rows
    ]


def samples(connection: Connection) -> list[Sample]:
    """All draws, oldest first."""
    return [Sample(*row) for row in connection.execute(select(second_samples).order_by(second_samples.c.id))]
