"""What the list of problems on the first sheet of a returns workbook says: what was found, and what reviewers ask for."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.records import VERDICTS, Severity
from workbench.workbooks.returns_content import ReturnedFinding, ReturnedPart, ReturnedRow, ReturnsContent

_WHOLE, _OPINION, _OVERRULED = "整表", "意见", "不采纳"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, all in words; ``sheet`` is blank for what is said of the whole sheet, ``severity`` is that of a fill."""

    name: str
    verdict: str
    level: str
    told: str
    clause: str
    rule: str = ""
    sheet: str = ""
    cell: str = ""
    severity: Severity | None = None


def lines_of(returns: ReturnsContent) -> Iterator[Line]:
    """The sheets' problems, then each row's: what its reviewer asks for, what was found, and what is said of its parts."""
    for finding in returns.sheet_findings:
        yield _found(None, finding)
    for row in returns.rows:
        if row.asks_more:
            yield Line(name_of(row), row.verdict, _OPINION, row.opinion, row.clauses, "", row.sheet, row.cell)
        for finding in row.findings:
            yield _found(row, finding)
        for part in row.parts:
            if part.verdict not in {"", VERDICTS["pass"]}:
                yield _on_part(row, part)


def name_of(row: ReturnedRow) -> str:
    """The row's name; a guide says that it is one."""
    return f"{row.name}（办事指南）" if row.is_guide else row.name


def _on_part(row: ReturnedRow, part: ReturnedPart) -> Line:
    name = f"{row.name}（办事指南）：{part.name}"
    return Line(name, part.verdict, _OPINION, part.shown_opinion, part.clauses, "", part.sheet, part.cell)


def _found(row: ReturnedRow | None, finding: ReturnedFinding) -> Line:
    return Line(
        name_of(row) if row else _WHOLE,
        row.verdict if row else "",
        str(finding.severity) if finding.stands else _OVERRULED,
        f"{finding.message}（{finding.answer}）" if finding.answer else finding.message,
        finding.clause,
        finding.rule,
        (finding.sheet or row.sheet) if row else "",
        (finding.cell or row.cell) if row else "",
        finding.severity if finding.stands else None,
    )
