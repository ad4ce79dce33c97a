"""Where on a submitted sheet the answer stands: its columns, their headings, and what is answered in which row."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl.utils.cell import coordinate_from_string
from openpyxl.worksheet.worksheet import Worksheet

from workbench.workbooks import headers
from workbench.workbooks.guarded import Grid
from workbench.workbooks.guides.columns import find as table_header
from workbench.workbooks.guides.page import Page
from workbench.workbooks.own_parts import HEADINGS, answer_column
from workbench.workbooks.returns_content import ReturnedPart, ReturnedRow

#: A merge that reaches further than this beyond the last text is only decoration.
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows and columns count from 1.

    ``left`` is the first of our columns, ``headings`` are the first and last row of each heading. ``answers`` is
    what is answered in a row, ``clauses`` the clauses of every row that is answered or is a further row of a guide.
    ``parts`` are the parts of guides with a verdict of their own, by row. ``is_table`` tells a table with a row a matter from forms, one under another.
    """

    left: int
    headings: tuple[tuple[int, int], ...]
    answers: Mapping[int, ReturnedRow]
    clauses: Mapping[int, str]
    is_table: bool
    parts: Mapping[int, ReturnedPart] = field(default_factory=dict)

    @property
    def top(self) -> int:
        """The first row of the first heading."""
        return self.headings[0][0]

    @property
    def bottom(self) -> int:
        """The last row of the first heading."""
        return self.headings[0][1]

    @property
    def last(self) -> int:
        """The last row that is answered."""
        return max(self.clauses)


def layout_of(page: Worksheet, grid: Grid, rows: Sequence[ReturnedRow]) -> Layout:
    """The layout for a sheet's matters or guides, which go from top to bottom."""
    guides = any(row.is_guide for row in rows)
    header = table_header(Page(grid)) if guides else headers.find(grid)
    extents = [_extent(row, grid.name) for row in rows]
    headings: tuple[tuple[int, int], ...]
    if header:
        headings = ((header.first + 1, header.last + 1),)
    elif guides:
        headings = tuple(_beside_forms(extents))
    else:
        headings = ((max(1, extents[0][0] - 1),) * 2,)
    beside = {first for first, _ in headings} if guides else set()
    answers = {_free(_line(row.cell), beside): row for row in rows if row.sheet == grid.name}
    clauses = _clauses(grid.name, rows, extents, answers, beside)
    left = _left(page, grid, header.width if isinstance(header, headers.Header) else None, headings[0][0])
    parts = {_free(_line(p.cell), beside): p for row in rows for p in row.parts if p.verdict and p.sheet == grid.name}
    own = {line: part for line, part in parts.items() if line not in answers}
    return Layout(left, headings, answers, clauses, header is not None or not guides, own)


def _free(line: int, headings: Collection[int]) -> int:
    """The row itself, or the next one where a heading stands beside it."""
    return line + 1 if line in headings else line


def _line(cell: str) -> int:
    return int(coordinate_from_string(cell)[1])


def _extent(row: ReturnedRow, sheet: str) -> tuple[int, int]:
    """The first and last row that a matter or guide has on a sheet."""
    lines = [_line(part.cell) for part in row.parts if part.sheet == sheet]
    lines += [_line(row.cell)] if row.sheet == sheet else []
    return min(lines), max(lines)


def _beside_forms(extents: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """A heading beside the row above each form; beside the first row where nothing is above the first form.

    A form that follows another without a row between has no heading of its own.
    """
    found: list[tuple[int, int]] = []
    above = 0
    for first, last in extents:
        if first - 1 > above:
            found.append((first - 1, first - 1))
        elif not found:
            found.append((first, first))
        above = max(above, last)
    return found


def _clauses(
    sheet: str,
    rows: Sequence[ReturnedRow],
    extents: Sequence[tuple[int, int]],
    answers: Mapping[int, ReturnedRow],
    beside: Collection[int],
) -> dict[int, str]:
    """The clauses of every row of a catalogue, and of every row from a guide's first to its last."""
    found: dict[int, list[str]] = {line: [row.clauses] for line, row in answers.items()}
    for row, (first, last) in zip(rows, extents, strict=True):
        for line in range(first, last + 1):
            found.setdefault(_free(line, beside), [])
        for part in row.parts:
            if part.sheet == sheet:
                found[_free(_line(part.cell), beside)].append(part.clauses)
    return {line: "；".join(dict.fromkeys(filter(None, texts))) for line, texts in sorted(found.items())}


def _left(page: Worksheet, grid: Grid, width: int | None, line: int) -> int:
    """The column of the first answer: the earlier round's, else right of all that the unit filled.

    ``width`` is where a catalogue's own columns end.
    """
    before = answer_column(grid.rows[line - 1 :]) if width is None else width
    if before is not None and grid.text(line - 1, before) == HEADINGS[0]:
        return before + 1
    filled = max(1, grid.width())
    column = max([filled, *(merge.right + 1 for merge in grid.merges if merge.right < filled + _NEAR)]) + 1
    while page.cell(line, column).value is not None:
        column += 1
    return column
