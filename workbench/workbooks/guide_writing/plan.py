"""What is printed for a guide, line by line, before a writer of a format puts it down."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbench.records import (
    ELEMENTS,
    MATERIAL_FIELDS,
    MATERIALS,
    STEP_FIELDS,
    Element,
    Guide,
    Material,
    material_field,
)
from workbench.workbooks.cells import cell_name
from workbench.workbooks.guide_writing.boxes import LEGAL, NATURAL, split_lists

TITLE = "政务服务事项办事指南"
NOTE = "注：此表中，1-9项是共性要素，10-36项是个性要素。"
_TOPICS, _FLOW = "事项类型", "办理流程"
#: The form prints other words than the rules for one element, and hints after the names of two.
_LABELS = {
    "行使层级": "行政层级",
    _TOPICS: "事项类型\n（可多选）",
    MATERIALS: "申请材料\n（要求有法律法规、规章、国务院及其部委规范性文件作为依据，原则上不能有兜底性条款，"
    "并应体现合理性、必要性、适时性、完整性。）",
}
_PRINTED_FIELDS = ("事项名称", "序号", "材料名称", "设定依据")
_WIDE_FIELDS = ("设定依据", "材料名称")
_MERGED_FIELD, _NAME_FIELD = "事项名称", "材料名称"
#: The column (from 0) in which contents begin: number and label stand before.
FIRST_COLUMN = 2


class Printed(NamedTuple):
    """Where a guide was printed: its sheet, or 表N in a document, and the cell of each element and material's name."""

    sheet: str
    cells: dict[str, str]


class Part(NamedTuple):
    """A cell of a line: how many of the content's columns and how many lines it takes, and its text."""

    columns: int
    lines: int
    text: str
    head: bool = False


@dataclass
class Block:
    """One element of the form: number, label and its lines; a part that began in a line above is None there."""

    name: str
    number: str
    label: str
    lines: list[list[Part | None]] = field(default_factory=list)


def label_of(element: Element) -> str:
    """The label that the form prints for an element."""
    return _LABELS.get(element.name, element.name)


def sub_fields(guides: Sequence[Guide]) -> list[str]:
    """The columns of the table of materials: the form's four, what else any material tells, and the extra ones."""
    found = list(_PRINTED_FIELDS)
    materials = [material for guide in guides for material in guide.materials or ()]
    found += [name for name in MATERIAL_FIELDS if name not in found and any(name in each.values for each in materials)]
    return found + list(dict.fromkeys(name for each in materials for name in each.extra))


def content_columns(guides: Sequence[Guide]) -> int:
    """How many columns the content of a form has."""
    least = len(STEP_FIELDS) if any(guide.steps for guide in guides) else 0
    return max(len(sub_fields(guides)), least)


def blocks(guide: Guide, fields: Sequence[str], columns: int) -> Iterator[Block]:
    """The elements that a guide has, in the form's order; an unknown one is not printed."""
    for element in ELEMENTS:
        text = guide.text(element.name)
        if element.name == MATERIALS and guide.materials:
            yield Block(
                element.name, str(element.number), label_of(element), _material_lines(guide.materials, fields, columns)
            )
        elif text is not None:
            yield Block(
                element.name, str(element.number), label_of(element), list(_lines(element.name, text, guide, columns))
            )
    if guide.remarks is not None:
        yield Block("备注", "", "备注", [[Part(columns, 1, guide.remarks)]])


def places(block: Block, top: int) -> dict[str, str]:
    """The cells that hold an element and the names of its materials, for a block that begins in row ``top`` (from 0)."""
    found = {block.name: cell_name(top, FIRST_COLUMN)}
    if block.name == MATERIALS:
        for at in range(len(block.lines) - 1):
            found[material_field(at, _NAME_FIELD)] = cell_name(top + 1 + at, FIRST_COLUMN + _offset(block.lines[0]))
    return found


def _offset(heads: Sequence[Part | None]) -> int:
    """How many columns stand before that of the materials' names."""
    parts = [head for head in heads if head]
    at = [head.text for head in parts].index(_NAME_FIELD)
    return sum(head.columns for head in parts[:at])


def _lines(name: str, text: str, guide: Guide, columns: int) -> Iterator[list[Part | None]]:
    if name == _TOPICS and (lists := split_lists(text)):
        for head, options in zip((NATURAL, LEGAL), lists, strict=True):
            yield [Part(1, 1, head, head=True), Part(columns - 1, 1, options)]
        return
    yield [Part(columns, 1, text)]
    if name == _FLOW and guide.steps:
        widths = shares(len(STEP_FIELDS), columns, ())
        yield [Part(width, 1, head, head=True) for width, head in zip(widths, STEP_FIELDS, strict=True)]
        for step in guide.steps:
            yield [Part(width, 1, step.get(head, "")) for width, head in zip(widths, STEP_FIELDS, strict=True)]


def _material_lines(materials: Sequence[Material], fields: Sequence[str], columns: int) -> list[list[Part | None]]:
    widths = material_shares(fields, columns)
    found: list[list[Part | None]] = [
        [Part(width, 1, name, head=True) for width, name in zip(widths, fields, strict=True)]
    ]
    runs = runs_of(materials)
    for at, material in enumerate(materials):
        line: list[Part | None] = []
        for width, name in zip(widths, fields, strict=True):
            if name != _MERGED_FIELD:
                line.append(Part(width, 1, value_of(material, name)))
            else:
                line.append(Part(width, runs[at], value_of(material, name)) if at in runs else None)
        found.append(line)
    return found


def material_shares(fields: Sequence[str], columns: int) -> list[int]:
    """How many columns each sub-field takes."""
    return shares(len(fields), columns, [fields.index(name) for name in _WIDE_FIELDS])


def value_of(material: Material, name: str) -> str:
    """What a material says under a heading."""
    values: Mapping[str, str] = material.values if name in MATERIAL_FIELDS else material.extra
    return values.get(name, "")


def runs_of(materials: Sequence[Material]) -> dict[int, int]:
    """Where a run of materials of the same sub-item begins -> how many they are; blank ones stand alone."""
    runs: dict[int, int] = {}
    start = 0
    for at, material in enumerate(materials):
        own = value_of(material, _MERGED_FIELD)
        if at and own and own == value_of(materials[at - 1], _MERGED_FIELD):
            runs[start] += 1
        else:
            start = at
            runs[at] = 1
    return runs


def shares(count: int, columns: int, wide: Sequence[int]) -> list[int]:
    """How many of ``columns`` each of ``count`` cells takes: the rest goes to the ``wide`` ones in turn, else to the last."""
    widths = [1] * count
    for extra in range(columns - count):
        widths[wide[extra % len(wide)] if wide else -1] += 1
    return widths
