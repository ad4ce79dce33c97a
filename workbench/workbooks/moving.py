"""Moves the places of an answer down where lines were put above a sheet's own first row."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from openpyxl.utils.cell import coordinate_from_string

from workbench.workbooks.returns_content import (
    FormerProblem,
    ReturnedFinding,
    ReturnedPart,
    ReturnedRow,
    ReturnsContent,
)


def moved(returns: ReturnsContent, shifts: Mapping[str, int]) -> ReturnsContent:
    """The answer with all cells moved down; ``shifts`` by the sheet's name, those without stay."""
    if not any(shifts.values()):
        return returns
    rows = tuple(_row(row, shifts) for row in returns.rows)
    return replace(returns, rows=rows, last_round=tuple(_former(each, shifts) for each in returns.last_round))


def by_sheet(rows: Sequence[ReturnedRow]) -> dict[str, list[ReturnedRow]]:
    """The rows that stand on each sheet; a guide may go on over several."""
    found: dict[str, list[ReturnedRow]] = {}
    for row in rows:
        for sheet in sorted(row.sheets):
            found.setdefault(sheet, []).append(row)
    return found


def in_order(rows: Sequence[ReturnedRow], sheet: str) -> list[ReturnedRow]:
    """The rows from top to bottom of a sheet."""
    return sorted(rows, key=lambda row: _first_line(row, sheet))


def _row(row: ReturnedRow, shifts: Mapping[str, int]) -> ReturnedRow:
    return replace(
        row,
        cell=_cell(row.cell, shifts.get(row.sheet, 0)),
        findings=tuple(_finding(each, row.sheet, shifts) for each in row.findings),
        parts=tuple(_part(each, shifts) for each in row.parts),
    )


def _finding(finding: ReturnedFinding, sheet: str, shifts: Mapping[str, int]) -> ReturnedFinding:
    shift = shifts.get(finding.sheet or sheet, 0)
    return replace(finding, cell=_cell(finding.cell, shift) if finding.cell else finding.cell)


def _part(part: ReturnedPart, shifts: Mapping[str, int]) -> ReturnedPart:
    return replace(part, cell=_cell(part.cell, shifts.get(part.sheet, 0)))


def _former(said: FormerProblem, shifts: Mapping[str, int]) -> FormerProblem:
    return replace(said, cell=_cell(said.cell, shifts.get(said.sheet, 0))) if said.sheet else said


def _cell(cell: str, shift: int) -> str:
    column, line = coordinate_from_string(cell)
    return f"{column}{line + shift}"


def _first_line(row: ReturnedRow, sheet: str) -> int:
    cells = [part.cell for part in row.parts if part.sheet == sheet]
    cells += [row.cell] if row.sheet == sheet else []
    return min(int(coordinate_from_string(cell)[1]) for cell in cells)
