"""What a returns workbook says, apart from how it looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.records import VERDICTS, Severity
from workbench.records.tidy import fold
from workbench.workbooks.own_parts import WHOLE_GUIDE


@dataclass(frozen=True, slots=True)
class ReturnedFinding:
    """One finding; ``cell`` is the cell at fault, where one is. ``answer`` says that it was overruled, and why.

    ``sheet`` is the sheet of ``cell`` where that is not the row's: a guide may go on over several tables.
    """

    cell: str | None
    severity: Severity
    rule: str
    clause: str
    message: str
    answer: str = ""
    sheet: str = ""

    @property
    def stands(self) -> bool:
        """Whether the unit has to do something about it: it was not overruled."""
        return not self.answer


@dataclass(frozen=True, slots=True)
class ReturnedPart:
    """An element or material of a guide: where it stands, and the clauses of what was found in it.

    ``verdict`` and the fields after it are those of a verdict on the part itself, all blank where there is none;
    ``name`` is what the part is called then.
    """

    sheet: str
    cell: str
    clauses: str = ""
    verdict: str = ""
    shown_opinion: str = ""
    group: str = ""
    reviewer: str = ""
    at: str = ""
    duplicates: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row of the submission, or one of its guides, with what was decided on it, all in words.

    ``cell`` is the row's first cell, of a guide that of 事项名称; ``at`` is the time of the verdict; all are blank
    while it is undecided. Only a guide has ``parts``: its elements and materials, 事项名称 among them.
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
    parts: Sequence[ReturnedPart] = ()

    @property
    def is_guide(self) -> bool:
        """Whether it is a guide and not a row of the catalogue."""
        return bool(self.parts)

    @property
    def asks_more(self) -> bool:
        """Whether the reviewer asks for something that no finding says already."""
        if self.verdict in {"", VERDICTS["pass"]}:
            return False
        told = "".join(fold(each.message) for each in self.findings if each.stands)
        return not told or any(fold(line) not in told for line in self.opinion.splitlines())

    @property
    def shown_opinion(self) -> str:
        """The opinion as it stands beside the row; that on a guide which was decided says that it is on all of it."""
        if not self.is_guide or not (self.verdict or self.opinion):
            return self.opinion
        return f"{WHOLE_GUIDE}\n{self.opinion}" if "\n" in self.opinion else WHOLE_GUIDE + self.opinion

    @property
    def sheets(self) -> frozenset[str]:
        """The sheets that it stands on."""
        return frozenset({self.sheet, *(part.sheet for part in self.parts)})


@dataclass(frozen=True, slots=True)
class NotCheckedRule:
    """A rule that did not run because a list is not loaded, and on how many rows."""

    rule: str
    needs: str
    rows: int


@dataclass(frozen=True, slots=True)
class FormerProblem:
    """What the unit was told in the round before, in words, with what became of it.

    ``handling`` is what the unit wrote beside it; ``sheet`` and ``cell`` are those of now, blank where it is gone.
    """

    name: str
    outcome: str
    level: str
    told: str
    clause: str
    handling: str
    sheet: str = ""
    cell: str = ""


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
    last_round: Sequence[FormerProblem] = ()


def titles(returns: ReturnsContent) -> str:
    """What was submitted, by its whole name: 省目录 is 省政务服务事项目录; with guides, their name beside it."""
    kind = returns.kind
    if not kind.endswith("目录"):
        return f"政务服务事项{kind}"
    whole = kind if "政务服务" in kind else kind.replace("目录", "政务服务事项目录")
    return f"{whole}和办事指南" if any(row.is_guide for row in returns.rows) else whole
