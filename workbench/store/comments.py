"""What reviewers say to each other about an item: appended by whom it concerns, read by all whom it concerns."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, func, insert, select, union_all

from workbench.assignments import Assignments
from workbench.records import ROLE_NAMES, Comment, Reviewer, Role, whole
from workbench.store import rights, second_reviews, secrecy, subjects
from workbench.store.conferring_tables import comments
from workbench.store.corpus_tables import clusters, pairs
from workbench.store.refusals import NotAllowed, Refused
from workbench.store.tables import guides, matters
from workbench.store.text import is_blank, storable

LONGEST = 2000
_WRITING = (Role.REVIEWER, Role.LEAD, Role.LEGALITY)
_GROUPS = (Role.REVIEWER, Role.LEAD)
_NAMES = ("id", "item", "by", "role", "group", "at", "text")


def add(connection: Connection, assignments: Assignments, item: str, text: str, by: str, at: str) -> Comment:
    """Append a remark; raises as :meth:`workbench.store.Store.comment`."""
    reviewer = rights.reviewer_named(assignments, by)
    if reviewer.role not in _WRITING:
        role = ROLE_NAMES[reviewer.role]
        raise NotAllowed(f"{reviewer.name}的角色是{role}，只能查看，不能留言。请由审核组的组员或组长留言。")
    subjects.find(connection, item)
    _require_in_circle(connection, assignments, reviewer, item)
    second_reviews.require_seeing(connection, by, item)
    number = (connection.scalar(select(func.max(comments.c.id))) or 0) + 1
    made = Comment(number, item, by, reviewer.role, reviewer.group, at, _fit(text))
    values = asdict(made) | {"role": str(made.role)}
    connection.execute(insert(comments).values(id=values.pop("number"), **values))
    return made


def _fit(text: str) -> str:
    kept = storable(text).strip()
    if is_blank(kept):
        raise Refused("留言是空的，没有保存。请写明内容后再提交。")
    if len(kept) > LONGEST:
        raise Refused(f"留言有 {len(kept)} 字，超过 {LONGEST} 字，没有保存。请分条提交。")
    return kept


def _require_in_circle(connection: Connection, assignments: Assignments, reviewer: Reviewer, item: str) -> None:
    outside = reviewer.role in _GROUPS and reviewer.group not in _circle(connection, assignments, item)
    if outside or _is_secret(connection, item, secrecy.hidden_from(connection, assignments, reviewer.user)):
        raise NotAllowed(f"“{item}”与{reviewer.name}所在的审核组无关，不能查看或填写留言。请由有关审核组留言。")


def _is_secret(connection: Connection, item: str, hidden: frozenset[str]) -> bool:
    """Whether an item, or a member of a pair or cluster, is hidden."""
    return not hidden.isdisjoint(map(whole, subjects.members(connection, item)))


def _circle(connection: Connection, assignments: Assignments, item: str) -> set[int | None]:
    """The groups that an item concerns: of its units, of units that have a suspected duplicate of it, of who wrote."""
    meant = subjects.members(connection, item)
    beside = {item for member in meant for item in _beside(connection, member)} if meant == [item] else set()
    names = {*meant, *beside}
    rows = select(matters.c.unit).where(matters.c.item.in_(names))
    query = union_all(rows, select(guides.c.unit).where(guides.c.item.in_(names)))
    units = (assignments.unit(name) for name in set(connection.scalars(query)))
    wrote = set(connection.scalars(select(comments.c.group).where(comments.c.item == item)))
    return {unit.group for unit in units if unit is not None} | (wrote - {None})


def _beside(connection: Connection, item: str) -> set[str]:
    """The matters that share a pair or a cluster with a matter."""
    twos = connection.execute(select(pairs.c.a, pairs.c.b).where((pairs.c.a == item) | (pairs.c.b == item)))
    mine = select(clusters.c.cluster).where(clusters.c.item == item)
    others = connection.scalars(select(clusters.c.item).where(clusters.c.cluster.in_(mine)))
    return {*(side for two in twos for side in two), *others}


def of_item(connection: Connection, assignments: Assignments, item: str, by: str) -> list[Comment]:
    """The remarks on an item, oldest first; raises as :meth:`workbench.store.Store.comments`."""
    _require_in_circle(connection, assignments, rights.reviewer_named(assignments, by), item)
    query = select(*(comments.c[name] for name in _NAMES)).where(comments.c.item == item).order_by(comments.c.id)
    return _seen(connection, map(_record, connection.execute(query)), by)


def readable(connection: Connection, assignments: Assignments, by: str) -> list[Comment]:
    """All remarks that concern the user, oldest first."""
    reviewer = rights.reviewer_named(assignments, by)
    query = select(*(comments.c[name] for name in _NAMES)).order_by(comments.c.id)
    every = [_record(row) for row in connection.execute(query)]
    if reviewer.role in _GROUPS:
        items = {each.item for each in every}
        mine = {item for item in items if reviewer.group in _circle(connection, assignments, item)}
        every = [each for each in every if each.item in mine]
    hidden = secrecy.hidden_from(connection, assignments, by)
    secret = {item for item in {each.item for each in every} if _is_secret(connection, item, hidden)}
    return _seen(connection, [each for each in every if each.item not in secret], by)


def _seen(connection: Connection, found: Iterable[Comment], by: str) -> list[Comment]:
    """Without those on items whose first verdict the user must not see: a remark may tell it."""
    hidden = second_reviews.hidden_from(connection, by)
    return [each for each in found if whole(each.item) not in hidden]


def _record(values: Sequence[Any]) -> Comment:
    number, item, by, role, group, at, text = values
    return Comment(number, item, by, Role(role), group, at, text)
