"""Finds the labels of forms on a page, and where one form ends and the next begins."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from workbench.records import MATERIALS
from workbench.workbooks.guides import labels, steps
from workbench.workbooks.guides.materials import NAME
from workbench.workbooks.guides.page import Cell, Page

#: Elements that only guides have, which a form must show at least.
LEAST_ELEMENTS = 5
#: Labels that are looked at to tell the next form from a label that is repeated, and how many must come again.
_AHEAD, _AGAIN = 6, 4
#: Labels that stand side by side in a row of a form at most.
_MOST_IN_A_ROW = 4


class Label(NamedTuple):
    """A label on a form: the element that it names, ``""`` for one that is none, and what it prints.

    ``content`` is what the same cell says after the label and a colon, None where the cell is only a label.
    """

    name: str
    text: str
    cell: Cell
    content: str | None = None


@dataclass
class Form:
    """The labels of one form, top to bottom, its rows and its columns (from 0, inclusive)."""

    labels: list[Label]
    top: int
    bottom: int
    left: int = 0
    right: int = 0
    heads: dict[int, list[Cell]] = field(default_factory=dict)


def forms(page: Page, least: int = LEAST_ELEMENTS) -> list[Form]:
    """The forms of a page, top to bottom; none where the page shows too few elements of guides."""
    heads = material_heads(page)
    found = [label for row in page.rows for label in _labels(row, heads)]
    if _guide_only(found) < least:
        found = [label for row in page.rows for label in (*_labels(row, heads), *_with_content(row))]
    if _guide_only(found) < least or not found or _is_header(found):
        return []
    starts = [*_starts(found), len(found)]
    groups = [found[a:b] for a, b in pairwise(starts)]
    tops = [group[0].cell.top for group in groups]
    ends = [_end(page, top) for top in tops[1:]] + [len(page.rows) - 1]
    return [_form(page, group, end, heads) for group, end in zip(groups, ends, strict=True)]


def _guide_only(found: Sequence[Label]) -> int:
    """How many elements labels show that only guides have."""
    return len({label.name for label in found} & labels.GUIDE_ONLY)


def _is_header(found: Sequence[Label]) -> bool:
    """Whether most labels stand in one row: the header of a table, not a form."""
    return len(found) > _MOST_IN_A_ROW and max(Counter(label.cell.top for label in found).values()) * 2 > len(found)


def _with_content(row: Sequence[Cell]) -> Iterator[Label]:
    """The labels of a row that have their content in the same cell: ``咨询电话：024-86908625``."""
    for cell in row:
        if inline := labels.inline(cell.text):
            element, label, content = inline
            yield Label(element.name, label, cell, content)


def _labels(row: Sequence[Cell], heads: dict[int, list[Cell]]) -> Iterator[Label]:
    """The labels of a row, but for the headings of materials and of steps."""
    if not row:
        return
    inside = set(heads.get(row[0].top, ()))
    if step_heads := steps.head_row(row):
        inside |= {cell for cell in row if cell.left in step_heads}
    for cell in row:
        if cell in inside:
            continue
        if element := labels.element(cell.text):
            yield Label(element.name, labels.printed(cell.text), cell)
        elif labels.is_remarks(cell.text):
            yield Label(labels.REMARKS, labels.REMARKS, cell)


def material_heads(page: Page) -> dict[int, list[Cell]]:
    """Row -> the headings of a table of materials in it."""
    found = {}
    for at, row in enumerate(page.rows):
        named = {name: cell for cell in row if (name := labels.sub_field(cell.text))}
        if NAME not in named or len(named) < 2:  # noqa: PLR2004 - the name and one more
            continue
        own = [cell for cell in row if (element := labels.element(cell.text)) and element.name == MATERIALS]
        right_of = own[0].right if own else -1
        heads = [cell for cell in row if cell.left > right_of and not labels.is_number(cell.text)]
        found[at] = [cell for cell in heads if not labels.is_group(cell.text)]
    return found


def _starts(found: Sequence[Label]) -> list[int]:
    """Where forms begin: at a label seen before, of which most of the following were seen before too."""
    starts, seen = [0], {found[0].name}
    for at in range(1, len(found)):
        ahead = [label.name for label in found[at : at + _AHEAD]]
        first_is_near = found[starts[-1]].name in ahead[1:]
        if ahead[0] in seen and not first_is_near and sum(name in seen for name in ahead) >= _AGAIN:
            starts.append(at)
            seen = set()
        seen.add(ahead[0])
    return starts


def _end(page: Page, next_top: int) -> int:
    """The last row of a form before the next one: above its title lines and blank rows."""
    row = next_top - 1
    while row > 0 and _above_a_form(page.rows[row]):
        row -= 1
    return row


def _above_a_form(row: Sequence[Cell]) -> bool:
    if len(row) == 1 and labels.is_title(row[0].text):
        return True
    return all(labels.is_heading(cell.text) or labels.explains(cell.text) or _is_caption(cell) for cell in row)


def _is_caption(cell: Cell) -> bool:
    return len(cell.text) < 80 and any(word in cell.text for word in ("单位", "部门：", "日期", "时间：", "编制"))  # noqa: PLR2004 - a line


def _form(page: Page, found: Sequence[Label], bottom: int, heads: dict[int, list[Cell]]) -> Form:
    top = found[0].cell.top
    form = Form(list(found), top, bottom)
    form.heads = {row: cells for row, cells in heads.items() if top <= row <= bottom}
    form.left = min(cell.left for row in page.rows[top : bottom + 1] for cell in row)
    form.right = max(cell.right for row in page.rows[top : bottom + 1] for cell in row)
    return form


def label_columns(form: Form) -> list[int]:
    """The columns in which labels stand, left to right."""
    counted = Counter(label.cell.left for label in form.labels)
    return sorted(column for column, count in counted.items() if count > 2)  # noqa: PLR2004 - more than chance
