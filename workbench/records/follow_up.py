"""What became, in the next round, of what a unit was told in the last one."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.records.finding import Severity


class Outcome(StrEnum):
    """What became of one finding."""

    CORRECTED = "corrected"
    NOT_CORRECTED = "not_corrected"
    OTHERWISE = "changed_otherwise"
    WITHDRAWN = "withdrawn"
    NEW = "new"


OUTCOME_NAMES = {
    Outcome.CORRECTED: "已改正",
    Outcome.NOT_CORRECTED: "未改正",
    Outcome.OTHERWISE: "另作改动",
    Outcome.WITHDRAWN: "事项已撤下",
    Outcome.NEW: "新出现",
}


@dataclass(frozen=True, slots=True)
class Handling:
    """What the unit wrote as 处理情况; ``part`` names an element or material of a guide, blank for the whole item."""

    part: str
    text: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A finding of the last round with what became of it, or a new one.

    ``rule`` is blank for what a reviewer asked for in an opinion without a finding: ``message`` is the opinion then,
    and ``severity`` None. ``material`` is the index in the round that the finding is of.
    """

    item: str
    outcome: Outcome
    rule: str
    clause: str
    severity: Severity | None
    message: str
    field: str = ""
    material: int | None = None
