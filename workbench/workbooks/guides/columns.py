"""Finds the header of a table with one row a matter, and what its columns mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.records import MATERIAL_FIELDS, MATERIALS
from workbench.workbooks.guides import labels, materials
from workbench.workbooks.guides.page import Cell, Page

_NAME, _TOPICS, _FLOW = "事项名称", "事项类型", "办理流程"
#: Elements that only guides have, which a header must show at least; more where it has columns of catalogues.
LEAST_ELEMENTS = 6
_LEAST_BESIDE_CATALOGUE = 12
_CATALOGUE_ONLY = ("层级和部门", "子项", "层级与部门", "层级及部门", "行使层级和部门")
_NUMBERS = ("序号", "编号", "序")
#: A header stands within so many rows from the top.
_REACH = 60
ELEMENT, MATERIAL, TOPIC, STEP, NUMBER, OTHER = "element", "material", "topic", "step", "number", "other"


class Meaning(NamedTuple):
    """What a column holds: an element, a sub-field of materials, a list of topics, a field of steps, or something else."""

    kind: str
    name: str
    text: str


@dataclass(frozen=True)
class Header:
    """Header rows ``first`` to ``last`` (from 0) and the meaning of each column."""

    first: int
    last: int
    columns: Mapping[int, Meaning]
    cells: Sequence[Cell]

    def of(self, kind: str, name: str | None = None) -> list[int]:
        """The columns of a kind, or of one name of it, left to right."""
        return [
            column
            for column, meaning in self.columns.items()
            if meaning.kind == kind and (name is None or meaning.name == name)
        ]


def find(page: Page) -> Header | None:
    """The header of a page that holds such a table; None where there is none."""
    for at, row in enumerate(page.rows[:_REACH]):
        if _is_header(page, at, row) and (header := _header(page, at)).of(ELEMENT, _NAME):
            return header
    return None


def _is_header(page: Page, at: int, row: Sequence[Cell]) -> bool:
    named = {element.name for cell in row if (element := labels.element(cell.text))}
    if len(named & labels.GUIDE_ONLY) < LEAST_ELEMENTS:
        return False
    texts = {labels.printed(cell.text) for each in page.rows[max(0, at - 1) : at + 2] for cell in each}
    if texts.intersection(_CATALOGUE_ONLY) and len(named & labels.GUIDE_ONLY) < _LEAST_BESIDE_CATALOGUE:
        return False
    width = max(cell.right for cell in row) + 1
    return any(_names_matters(page.cell(at, column)) for column in range(width))


def _names_matters(cell: Cell) -> bool:
    element = labels.element(cell.text)
    return element is not None and element.name == _NAME


def _header(page: Page, at: int) -> Header:
    first = at - 1 if at and _belongs_above(page, at) else at
    last = at + 1 if _belongs_below(page, at) else at
    last = max(last, *(min(cell.bottom, at + 2) for cell in page.rows[at]))
    cells = [cell for row in page.rows[first : last + 1] for cell in row]
    right = max(cell.right for cell in cells)
    return Header(first, last, _meanings(page, first, at, last, right), cells)


def _belongs_above(page: Page, at: int) -> bool:
    """Whether the row above is the upper level: groups, or labels merged down into this row."""
    above = page.rows[at - 1]
    grouped = any(labels.is_group(cell.text) for cell in above)
    return grouped or any(cell.bottom >= at and labels.element(cell.text) for cell in above)


def _belongs_below(page: Page, at: int) -> bool:
    """Whether the row below is the lower level: headings under a label that is merged over several columns."""
    below = page.rows[at + 1] if at + 1 < len(page.rows) else []
    headings = {labels.sub_field(cell.text) for cell in below}
    if materials.NAME in headings and None not in headings and all(_may_stand_under(page, at, cell) for cell in below):
        return True
    wide = [cell for cell in page.rows[at] if cell.right > cell.left]
    return any(
        (labels.sub_field(cell.text) or labels.topic_list(cell.text) or labels.step_field(cell.text))
        and any(over.left <= cell.left <= over.right for over in wide)
        for cell in below
    )


def _may_stand_under(page: Page, at: int, cell: Cell) -> bool:
    """Whether a heading of materials stands under 申请材料, or beside what does: under nothing."""
    over = page.cell(at, cell.left)
    element = labels.element(over.text)
    return not over.text or (element is not None and element.name == MATERIALS)


def _meanings(page: Page, first: int, at: int, last: int, right: int) -> dict[int, Meaning]:
    """Column -> meaning. A heading of materials counts as such beside 材料名称 or under 申请材料."""
    meanings: dict[int, Meaning] = {}
    seen: set[str] = set()
    material_columns = _material_columns(page, at, last, right)
    for column in range(right + 1):
        label = page.cell(at, column)
        lower = page.cell(last, column)
        lower = lower if lower.text else label
        meaning = _meaning(lower, label, material=column in material_columns)
        if meaning.kind == ELEMENT and meaning.name in seen and label.left == column:
            meaning = Meaning(OTHER, meaning.name, meaning.text)
        elif meaning.kind == ELEMENT:
            seen.add(meaning.name)
        if meaning.text or page.cell(first, column).text:
            meanings[column] = meaning
    return meanings


def _material_columns(page: Page, at: int, last: int, right: int) -> set[int]:
    """The columns of the table of materials: under 申请材料, or next to 材料名称 where that is a column itself."""
    names = [column for column in range(right + 1) if labels.sub_field(page.cell(last, column).text) == materials.NAME]
    found: set[int] = set()
    for name in names:
        over = page.cell(at, name)
        if last > at and over.right > over.left:
            found.update(range(over.left, over.right + 1))
            continue
        found.add(name)
        for column in range(name + 1, right + 1):
            if not _is_sub_field(page.cell(last, column), page, (at, last), column):
                break
            found.add(column)
        if name and labels.printed(page.cell(last, name - 1).text) == "材料序号":
            found.add(name - 1)
    return found


def _is_sub_field(cell: Cell, page: Page, rows: Sequence[int], column: int) -> bool:
    """Whether a column right of 材料名称 is one of materials: an element's name counts where it stood before."""
    name = labels.sub_field(cell.text)
    if name is None:
        return False
    if not labels.element(cell.text):
        return name in MATERIAL_FIELDS
    printed = labels.printed(cell.text)
    return any(labels.printed(page.cell(row, before).text) == printed for row in rows for before in range(column))


def _meaning(lower: Cell, label: Cell, *, material: bool) -> Meaning:
    """What a column holds, by its lowest heading and the label in the main row over it."""
    printed = labels.printed(lower.text) or lower.text.strip()
    over = labels.element(label.text)
    if material or (over and over.name == MATERIALS and lower != label and lower.text):
        return Meaning(MATERIAL, labels.sub_field(lower.text) or printed or materials.UNHEADED, printed)
    if over and lower != label and (part := _part_of(over.name, lower)):
        return Meaning(*part, labels.printed(label.text))
    if element := labels.element(lower.text) or over:
        return Meaning(ELEMENT, element.name, labels.printed(label.text) if over else printed)
    if labels.is_remarks(lower.text):
        return Meaning(ELEMENT, labels.REMARKS, printed)
    return Meaning(NUMBER if printed in _NUMBERS else OTHER, printed, printed)


def _part_of(name: str, lower: Cell) -> tuple[str, str] | None:
    """Kind and name of a heading below 事项类型 or 办理流程."""
    if name == _TOPICS and (topics := labels.topic_list(lower.text)):
        return TOPIC, topics
    if name == _FLOW and (step := labels.step_field(lower.text)):
        return STEP, step
    return None
