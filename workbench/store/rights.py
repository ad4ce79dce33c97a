"""Who may decide what: asked inside the transaction that writes."""

from workbench.assignments import Assignments
from workbench.records import ROLE_NAMES, STAGE_NAMES, Reviewer, Role, Stage
from workbench.store.refusals import NotAllowed
from workbench.store.subjects import Subject

#: The stages in which a role decides; the other roles only read.
_STAGES = {
    Role.REVIEWER: (Stage.GROUP_REVIEW, Stage.RECHECK),
    Role.LEAD: (Stage.GROUP_REVIEW, Stage.RECHECK),
    Role.LEGALITY: (Stage.LEGALITY_REVIEW,),
}


def reviewer_named(assignments: Assignments, user: str) -> Reviewer:
    """The user of the roster.

    Raises:
        NotAllowed: there is no such user.
    """
    found = assignments.reviewer(user)
    if found is None:
        raise NotAllowed(f"用户“{user}”不在 group_assignments.yml 中，不能记录结论。请联系管理员添加。")
    return found


def require(assignments: Assignments, reviewer: Reviewer, subject: Subject, stage: Stage) -> None:
    """Let the reviewer decide the subject in this stage.

    Raises:
        NotAllowed: the role does not decide, not in this stage, or the subject is of other groups.
    """
    role = ROLE_NAMES[reviewer.role]
    stages = _STAGES.get(reviewer.role)
    if stages is None:
        raise NotAllowed(f"{reviewer.name}的角色是{role}，只能查看，不能记录结论。请由审核组的组员或组长记录。")
    if stage not in stages:
        own = "、".join(STAGE_NAMES[each] for each in stages)
        raise NotAllowed(f"{reviewer.name}的角色是{role}，只在{own}阶段记录结论，不能用于{STAGE_NAMES[stage]}阶段。")
    groups = _groups(assignments, subject)
    if reviewer.role is not Role.LEGALITY and reviewer.group not in groups:
        _refuse_other_group(assignments, reviewer, subject, groups)


def _groups(assignments: Assignments, subject: Subject) -> set[int]:
    """The groups that own a unit of the subject: for a pair, either one may decide."""
    units = (assignments.unit(name) for name in subject.units)
    return {unit.group for unit in units if unit is not None}


def _refuse_other_group(assignments: Assignments, reviewer: Reviewer, subject: Subject, groups: set[int]) -> None:
    units = "、".join(subject.units)
    names = "、".join(group.name for group in assignments.groups if group.number in groups)
    owner = f"由{names}审核，请由该组记录结论" if names else "尚未分派到审核组，请联系管理员分派"
    raise NotAllowed(f"“{units}”不属于{reviewer.name}所在的审核组（{owner}）。")


def require_same_group(assignments: Assignments, reviewer: Reviewer, decider: str) -> None:
    """Let a decision be undone only by the group (or the legality office) that made it.

    Raises:
        NotAllowed: it was another's. A decider who left the roster binds nobody.
    """
    other = assignments.reviewer(decider)
    if other is not None and (other.group, other.role is Role.LEGALITY) != (
        reviewer.group,
        reviewer.role is Role.LEGALITY,
    ):
        raise NotAllowed(f"该结论由{other.name}作出，只能由其所在的审核组撤销。请与对方商定。")


def require_receiving(assignments: Assignments, user: str, unit: str) -> None:
    """Let a user take in what a unit has sent: its review group's members and lead, and administrators.

    Raises:
        NotAllowed: there is no such user, the role only reads, or the unit is another group's.
    """
    reviewer = reviewer_named(assignments, user)
    if reviewer.role is Role.ADMIN:
        return
    if reviewer.role not in {Role.REVIEWER, Role.LEAD}:
        role = ROLE_NAMES[reviewer.role]
        raise NotAllowed(f"{reviewer.name}的角色是{role}，只能查看，不能收件。请由审核组的组员、组长或管理员收件。")
    owner = found.group if (found := assignments.unit(unit)) else None
    if reviewer.group != owner:
        names = "".join(group.name for group in assignments.groups if group.number == owner)
        told = f"由{names}收件" if names else "尚未分派到审核组，请联系管理员分派"
        raise NotAllowed(f"“{unit}”不属于{reviewer.name}所在的审核组（{told}）。")
