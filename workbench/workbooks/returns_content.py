"""What a returns workbook says, apart from how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.records import Severity


@dataclass(frozen=True, slots=True)
class ReturnedFinding:
    """One finding; ``cell`` is the cell at fault, where one is. ``answer`` says that it was overruled, and why."""

    cell: str | None
    severity: Severity
    rule: str
    clause: str
    message: str
    answer: str = ""

    @property
    def stands(self) -> bool:
        """Whether the unit has to do something about it: it was not overruled."""
        return not self.answer


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row of the submission with what was decided on it, all in words.

    ``cell`` is the row's first cell, ``at`` the time of the verdict; all are blank while it is undecided.
    """

    item: str
    sheet: str
    cell: str
    name: str
    verdict: str = ""
    opinion: str = ""
    clauses: str = ""
    duplicates: str = ""
    group: str = ""
    reviewer: str = ""
    at: str = ""
    findings: Sequence[ReturnedFinding] = ()


@dataclass(frozen=True, slots=True)
class NotCheckedRule:
    """A rule that did not run because a list is not loaded, and on how many rows."""

    rule: str
    needs: str
    rows: int


@dataclass(frozen=True, slots=True)
class ReturnsContent:
    """All of one submission's answer. ``event`` is the number of the last event that it shows."""

    unit: str
    kind: str
    round: int
    group_name: str
    event: int
    sha256: str
    generated_at: str
    rows: Sequence[ReturnedRow]
    not_checked: Sequence[NotCheckedRule] = ()
    sheet_findings: Sequence[ReturnedFinding] = ()
