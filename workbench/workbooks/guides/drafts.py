"""A guide while it is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.records import MATERIALS, Guide, Place
from workbench.workbooks.guides import ticks
from workbench.workbooks.guides.materials import Row, finished
from workbench.workbooks.guides.page import Cell
from workbench.workbooks.reading import ReadGuide

NAME, TOPICS, AGENCY = "事项名称", "事项类型", "实施机构"


@dataclass
class Draft:
    """Elements by name with the cell of each, materials, steps and topics as far as they were found."""

    sheet: str
    first: Cell
    elements: dict[str, str] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    materials: list[Row] | None = None
    steps: list[dict[str, str]] | None = None
    topics: tuple[tuple[str, ...] | None, tuple[str, ...] | None] = (None, None)
    remarks: str | None = None
    unit: str | None = None
    elsewhere: dict[str, str] = field(default_factory=dict)

    def read(self, file: str) -> ReadGuide:
        """The guide as a record, with its places."""
        cells = {name: cell.name for name, cell in self.cells.items()}
        materials = None
        if self.materials is not None:
            materials, places = finished(self.materials)
            cells |= places
        natural, legal = self.topics
        guide = Guide(
            elements=self.elements,
            materials=materials,
            steps=tuple(self.steps) if self.steps is not None else None,
            topics_natural=natural,
            topics_legal=legal,
            remarks=self.remarks,
            org=self.unit or self.elements.get(AGENCY, "").strip() or None,
        )
        place = Place(file, self.sheet, self.cells.get(NAME, self.first).name)
        return ReadGuide(guide, place, cells | self.elsewhere, tuple(self.order))

    def continue_with(self, other: "Draft") -> None:
        """Take in the further part of the same guide, which stands on another sheet or in another table."""
        read = other.read("")
        self.elsewhere |= {name: f"{other.sheet}!{cell}" for name, cell in read.cells.items()}
        self.elements |= other.elements
        self.order += other.order
        if other.materials is not None:
            self.materials = other.materials
        self.steps = other.steps if other.steps is not None else self.steps
        self.topics = other.topics if TOPICS in other.elements else self.topics
        self.remarks = other.remarks if other.remarks is not None else self.remarks

    def set_topics(self) -> None:
        """Read which topics are ticked from the element's text."""
        if TOPICS in self.elements:
            self.topics = ticks.topics(self.elements[TOPICS])

    def set_materials(self, rows: Sequence[Row], text: str | None) -> None:
        """Take in the materials; ``text`` is the element's own text where it is no table."""
        self.materials = list(rows)
        if text is not None:
            self.elements[MATERIALS] = text
