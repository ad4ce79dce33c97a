"""Finds room for the opinion on a guide, which may be longer than a row can be high."""

from collections.abc import Sequence
from itertools import accumulate

from openpyxl.worksheet.worksheet import Worksheet

from workbench.workbooks import looks
from workbench.workbooks.answer_layout import Layout
from workbench.workbooks.heights import LINE_POINTS, PADDING_POINTS, height, lines, stretch

#: An opinion that needs more than this, in points, goes on beside the guide's further rows.
_ONE_ROW = 60.0
#: A row that is higher than this is hard to read, and what most rows of a form have (points).
_HIGH, _USUAL_ROW = 200.0, 18.0
#: Widths of the column, in characters: the usual one, and those for opinions that would not fit.
_WIDTHS = (36, 56, 84)


def column_width(layout: Layout) -> int:
    """The narrowest width in which no opinion makes its row high, or the rows of its guide."""
    rooms = [(answer.shown_opinion, _last(layout, line) - line + 1) for line, answer in layout.answers.items()]
    for width in _WIDTHS:
        if all(_needed(text, width) <= max(_HIGH, rows * _USUAL_ROW) for text, rows in rooms):
            return width
    return _WIDTHS[-1]


def is_spread(layout: Layout, line: int, width: float) -> bool:
    """Whether the opinion of a row goes on beside further rows."""
    return _last(layout, line) > line and _needed(layout.answers[line].shown_opinion, width) > _ONE_ROW


def spread(page: Worksheet, layout: Layout, column: int, width: float) -> None:
    """Merge each such opinion down over as many rows of its guide as it needs; ``column`` counts from 1."""
    for line in layout.answers:
        if is_spread(layout, line, width):
            needed = _needed(layout.answers[line].shown_opinion, width)
            end = _enough(page, range(line, _last(layout, line) + 1), needed)
            page.merge_cells(start_row=line, start_column=column, end_row=end, end_column=column)
            page.cell(line, column).alignment = looks.FROM_THE_TOP


def _last(layout: Layout, line: int) -> int:
    """The last of the rows that follow one another from a guide's first on, before the next guide."""
    if not layout.answers[line].is_guide:
        return line
    while line + 1 in layout.clauses and line + 1 not in layout.answers and line + 1 not in layout.parts:
        line += 1
    return line


def _needed(opinion: str, width: float) -> float:
    """The height in points that an opinion needs, also where that is more than one row can have."""
    return lines(opinion, width - looks.INDENT) * LINE_POINTS + PADDING_POINTS


def _enough(page: Worksheet, rows: Sequence[int], needed: float) -> int:
    """The row with which the rows are high enough together; the last, all of them made higher, where none is."""
    heights = [float(page.row_dimensions[line].height or height([])) for line in rows]
    stretch(heights, needed)
    for line, points in zip(rows, heights, strict=True):
        page.row_dimensions[line].height = points
    return next((line for line, room in zip(rows, accumulate(heights), strict=True) if room >= needed), rows[-1])
