"""Who submits and who reviews: groups, units and reviewers."""

from dataclasses import dataclass
from enum import StrEnum


class UnitKind(StrEnum):
    """A provincial department or a prefecture-level city."""

    DEPARTMENT = "department"
    CITY = "city"


class Role(StrEnum):
    """What a user may do; enforced where verdicts are stored."""

    REVIEWER = "reviewer"
    LEAD = "lead"
    LEGALITY = "legality"
    LEADERSHIP = "leadership"
    ANALYST = "analyst"
    ADMIN = "admin"


ROLE_NAMES = {
    Role.REVIEWER: "组员",
    Role.LEAD: "组长",
    Role.LEGALITY: "合法性审查",
    Role.LEADERSHIP: "领导",
    Role.ANALYST: "分析",
    Role.ADMIN: "管理员",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A department or city under its short name as printed in the handbook's roster."""

    name: str
    full_name: str
    kind: UnitKind
    group: int
    aliases: tuple[str, ...] = ()

    @property
    def region(self) -> str:
        """The administrative region that it acts in: the province, or the city itself."""
        return "辽宁省" if self.kind is UnitKind.DEPARTMENT else self.name


@dataclass(frozen=True, slots=True)
class Group:
    """One of the four review groups (审核组)."""

    number: int
    name: str
    contact: str
    phone: str


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A user of ``group_assignments.yml``; ``group`` is None for roles of the whole province."""

    user: str
    name: str
    role: Role
    group: int | None = None
