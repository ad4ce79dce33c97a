"""Takes steps of the review chain: who may, when, and on what terms, checked in the transaction that writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from workbench.assignments import Assignments
from workbench.records import (
    GUIDES,
    LEGALITY_OFFICE,
    OPEN_FOR,
    ROLE_NAMES,
    STAGE_NAMES,
    STEPS,
    ChainState,
    Move,
    Reviewer,
    Role,
    Stage,
    Step,
    Term,
    chain_item,
    shown_moment,
    whole,
)
from workbench.store import drafts, events, moves, rights
from workbench.store.refusals import Conflict, NotAllowed, Refused
from workbench.store.tables import guides, matters, submissions
from workbench.store.text import storable

#: What a note says when 省政府法制办 acts on what it sent in itself.
OWN_CATALOGUE = (
    f"{LEGALITY_OFFICE}对本单位报送的目录、指南进行合法性审查，请指定回避安排（明电52号 三(一)1；手册未作规定）。"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A step that a user wants to take."""

    unit: str
    kind: str
    step: str
    by: str
    reason: str = ""
    receiver: str | None = None


def state(connection: Connection, unit: str, kind: str) -> ChainState:
    """Where the chain is.

    Raises:
        Refused: the unit has sent nothing of this kind.
    """
    newest, round_ = _newest(connection, unit, kind)
    made = moves.of_item(connection, chain_item(unit, kind))
    stage = moves.stage_of(made, newest)
    items = _items(connection, unit, kind)
    return ChainState(
        unit=unit,
        kind=kind,
        round=round_,
        stage=stage,
        locked=not OPEN_FOR[stage],
        holder=next((each.receiver for each in reversed(made) if each.receiver), None),
        revision=len(made),
        items=len(items),
        undecided=len(_undecided(connection, items)),
        moves=tuple(made),
    )


def chains(connection: Connection) -> list[tuple[str, str]]:
    """Unit and kind of everything that was sent in, in the order of coming."""
    rows = select(submissions.c.unit, submissions.c.kind).where(submissions.c.current, submissions.c.kind != GUIDES)
    listed = [(row.unit, row.kind) for row in connection.execute(rows.order_by(submissions.c.id))]
    forms = select(guides.c.unit).where(guides.c.current).group_by(guides.c.unit)
    return listed + [(unit, GUIDES) for unit in connection.scalars(forms.order_by(func.min(guides.c.submission)))]


def stages_now(connection: Connection) -> dict[tuple[str, str], Stage]:
    """Unit and kind of everything that was sent in, with the stage that it is in."""
    made: dict[str, list[Move]] = {}
    for move in moves.since(connection, 0):
        made.setdefault(move.item, []).append(move)
    found = {}
    for unit, kind in chains(connection):
        mine = made.get(chain_item(unit, kind), [])
        found[unit, kind] = moves.stage_of(mine, _newest(connection, unit, kind)[0]) if mine else Stage.GROUP_REVIEW
    return found


def take(connection: Connection, assignments: Assignments, asked: Asked, at: str, revision: int | None) -> Move:
    """Append the move of a step; raises as :meth:`workbench.store.Store.take_step`."""
    reviewer = rights.reviewer_named(assignments, asked.by)
    now = state(connection, asked.unit, asked.kind)
    step = _step(now, asked.step)
    _require_role(assignments, reviewer, step, now)
    _require_unchanged(now, revision)
    asked = replace(asked, reason=storable(asked.reason).strip())
    for term in step.terms:
        _TERMS[term](connection, assignments, now, asked)
    if asked.receiver:
        _hand_over_drafts(connection, now, asked.by, asked.receiver)
    draft = Move(
        event=0,
        item=chain_item(now.unit, now.kind),
        step=step.code,
        stage=str(step.to or now.stage),
        round=now.round,
        upto=_newest(connection, now.unit, now.kind)[0],
        by=reviewer.user,
        at=at,
        revision=now.revision,
        reason=asked.reason,
        receiver=asked.receiver if Term.RECEIVER in step.terms else None,
        note=conflict_note(reviewer, now.unit),
    )
    return moves.append(connection, draft)


def possible(assignments: Assignments, reviewer: Reviewer, now: ChainState) -> list[Step]:
    """The steps that the user may take from here, whether or not their terms are met yet."""
    return [step for step in STEPS if _leads_on(step, now) and _may(assignments, reviewer, step, now)]


def conflict_note(reviewer: Reviewer, unit: str) -> str:
    """What has to be remarked when 省政府法制办 reviews what it sent in itself; else empty."""
    return OWN_CATALOGUE if reviewer.role is Role.LEGALITY and unit == LEGALITY_OFFICE else ""


def _newest(connection: Connection, unit: str, kind: str) -> tuple[int, int]:
    """The newest current submission of a chain, and its round; of guides the highest round of any.

    Raises:
        Refused: the unit has sent nothing of this kind.
    """
    query = select(submissions.c.id, submissions.c.round).where(
        submissions.c.unit == unit, submissions.c.kind == kind, submissions.c.current
    )
    if kind == GUIDES:
        query = select(guides.c.submission, guides.c.round).where(guides.c.unit == unit, guides.c.current)
    found = connection.execute(query).all()
    if not found:
        raise Refused(f"{unit}没有报送{kind}，没有流转可办。请核对单位和目录种类。")
    return max(number for number, _ in found), max(round_ for _, round_ in found)


def _items(connection: Connection, unit: str, kind: str) -> list[str]:
    if kind == GUIDES:
        return list(connection.scalars(select(guides.c.item).where(guides.c.unit == unit, guides.c.current)))
    query = select(matters.c.item).join(submissions, submissions.c.id == matters.c.submission)
    return list(connection.scalars(query.where(submissions.c.current, matters.c.unit == unit, matters.c.kind == kind)))


def _undecided(connection: Connection, items: Sequence[str]) -> list[str]:
    held = events.states(connection, items)
    return [item for item in items if item not in held or held[item].verdict in {None, "needs_verification"}]


def _leads_on(step: Step, now: ChainState) -> bool:
    return step.fits(now.kind) and now.stage in step.of


def _step(now: ChainState, code: str) -> Step:
    """The step of this code from where the chain is.

    Raises:
        Refused: there is none; the message says where the chain is and what leads on.
    """
    known = [step for step in STEPS if step.code == code]
    if not known:
        choices = "、".join(dict.fromkeys(f"{step.code}（{step.name}）" for step in STEPS))
        raise Refused(f"没有“{code}”这一步。可用：{choices}。")
    found = next((step for step in known if _leads_on(step, now)), None)
    if found is None:
        onward = "、".join(step.name for step in STEPS if _leads_on(step, now)) or "无"
        raise Refused(
            f"{now.unit}的{now.kind}现在{STAGE_NAMES[now.stage]}阶段，不能“{known[0].name}”（{known[0].clause}）。"
            f"现在可以办理：{onward}。"
        )
    return found


def _may(assignments: Assignments, reviewer: Reviewer, step: Step, now: ChainState) -> bool:
    unit = assignments.unit(now.unit)
    return reviewer.role in step.roles and (
        reviewer.group is None or (unit is not None and unit.group == reviewer.group)
    )


def _require_role(assignments: Assignments, reviewer: Reviewer, step: Step, now: ChainState) -> None:
    if reviewer.role not in step.roles:
        wanted = "、".join(ROLE_NAMES[role] for role in step.roles)
        raise NotAllowed(
            f"{reviewer.name}的角色是{ROLE_NAMES[reviewer.role]}，不能“{step.name}”。这一步由{wanted}办理（{step.clause}）。"
        )
    if not _may(assignments, reviewer, step, now):
        raise NotAllowed(f"“{now.unit}”不属于{reviewer.name}所在的审核组，不能“{step.name}”。请由该单位的审核组办理。")


def _require_unchanged(now: ChainState, revision: int | None) -> None:
    if revision is not None and revision != now.revision:
        last = f"，最近一步由 {now.moves[-1].by} 于 {shown_moment(now.moves[-1].at)} 办理" if now.moves else ""
        raise Conflict(
            f"{now.unit}的{now.kind}在您打开之后已有流转{last}，现在{STAGE_NAMES[now.stage]}阶段。"
            "您的操作没有写入，请刷新后再办理。",
            (),
        )


_Term = Callable[[Connection, Assignments, ChainState, Asked], None]


def _decided(connection: Connection, assignments: Assignments, now: ChainState, asked: Asked) -> None:
    del connection, assignments, asked
    if now.undecided:
        raise Refused(
            f"{now.unit}的{now.kind}还有 {now.undecided} 项没有结论（共 {now.items} 项，人工核实不算结论）。请逐项审核后再办理。"
        )


def _legality_done(connection: Connection, assignments: Assignments, now: ChainState, asked: Asked) -> None:
    del assignments, asked
    left = [item for item in _items(connection, now.unit, now.kind) if not _seen_by_legality(connection, item)]
    if left:
        raise Refused(
            f"{now.unit}的{now.kind}还有 {len(left)} 项没有经过合法性审查（明电52号 四(二)3：分别审核、合法性审查）。"
            f"请{LEGALITY_OFFICE}审查后再反馈。"
        )


def _seen_by_legality(connection: Connection, item: str) -> bool:
    made = events.replayed(events.of_item(connection, item)).made
    return any(event.stage == Stage.LEGALITY_REVIEW for event in made)


def _reason(connection: Connection, assignments: Assignments, now: ChainState, asked: Asked) -> None:
    del connection, assignments, now
    if not asked.reason:
        raise Refused("这一步须写明理由，请补充理由（--reason）后再办理。")


def _receiver(connection: Connection, assignments: Assignments, now: ChainState, asked: Asked) -> None:
    del connection
    receiver = assignments.reviewer(asked.receiver or "")
    unit = assignments.unit(now.unit)
    own = receiver is not None and receiver.role in {Role.REVIEWER, Role.LEAD} and unit and receiver.group == unit.group
    if not own:
        raise Refused(f"移交须指明本组的组员或组长，“{asked.receiver or ''}”不是。请核对用户名（--to）。")
    if asked.receiver == now.holder:
        raise Refused(f"{now.unit}的{now.kind}已由“{asked.receiver}”经办，无须移交。")
    giver = rights.reviewer_named(assignments, asked.by)
    if giver.role is not Role.LEAD and now.holder not in {None, giver.user}:
        raise NotAllowed(f"{now.unit}的{now.kind}由“{now.holder}”经办，只能由其本人或组长移交。")


_TERMS: dict[Term, _Term] = {
    Term.DECIDED: _decided,
    Term.LEGALITY_DONE: _legality_done,
    Term.REASON: _reason,
    Term.RECEIVER: _receiver,
}


def _hand_over_drafts(connection: Connection, now: ChainState, by: str, receiver: str) -> None:
    """What the one who had it began goes to the receiver, where the receiver has nothing begun on the item."""
    giver = now.holder or by
    mine, there = set(_items(connection, now.unit, now.kind)), drafts.of(connection, receiver)
    for item, draft in drafts.of(connection, giver).items():
        if whole(item) in mine and item not in there:
            drafts.save(connection, receiver, draft)
            drafts.drop(connection, giver, item)
