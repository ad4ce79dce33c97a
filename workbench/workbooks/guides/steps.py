"""The steps of 办理流程 where they are printed as a table (附件2 三(二)8)."""

from collections.abc import Sequence

from workbench.workbooks.guides import labels
from workbench.workbooks.guides.page import FIELD, HEADER, Cell, Page, composed

FLOW, STEP = "办理流程", "环节"
_LEAST = 3


def head_row(cells: Sequence[Cell]) -> dict[int, str] | None:
    """Column -> field where a row heads a table of steps."""
    found = {cell.left: name for cell in cells if (name := labels.step_field(cell.text))}
    return found if STEP in found.values() and len(found) >= _LEAST else None


def read(page: Page, cells: Sequence[Cell]) -> tuple[str, list[dict[str, str]] | None]:
    """The text of 办理流程 and its steps, None where there is no table; without other text, that of the table."""
    for line in sorted({cell.top for cell in cells}):
        row = [cell for cell in cells if cell.top == line]
        if heads := head_row(row):
            page.claim(row, HEADER)
            body = [cell for cell in cells if cell.top > line and cell.left >= min(heads)]
            others = [cell for cell in cells if cell not in row and cell not in body]
            steps = _steps(page, body, heads)
            page.claim(cells, FIELD, FLOW)
            return composed(others or body), steps
    page.claim(cells, FIELD, FLOW)
    return composed(cells), None


def _steps(page: Page, body: Sequence[Cell], heads: dict[int, str]) -> list[dict[str, str]]:
    starts = sorted(heads)
    found = []
    for line in sorted({cell.top for cell in body}):
        step = {heads[column]: page.cell(line, column).text for column in starts}
        if any(step.values()):
            found.append(step)
    return found
