"""Plants faults in guides, each of one rule, always the kind planted least so far that fits."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from workbench.records import MATERIALS, Guide, Material, material_field
from workbench.sample.guides import texts
from workbench.sample.guides.choosing import GuidedMatter
from workbench.sample.guides.texts import Facts
from workbench.sample.vocabulary import Line, table

_MISSING = "{缺}"
_FITS: dict[str, Callable[[Facts], bool]] = {
    "": lambda _: True,
    "许可": lambda facts: facts.line["limit"] != "无",
    "许可不收费": lambda facts: facts.line["limit"] != "无" and not facts.charged,
    "多级": lambda facts: len(facts.matter.draft.levels) > 1,
    "一级": lambda facts: len(facts.matter.draft.levels) == 1,
    "即办": lambda facts: facts.instant,
    "收费": lambda facts: facts.charged,
    "不收费": lambda facts: not facts.charged,
}


@dataclass(frozen=True, slots=True)
class PlantedGuide:
    """A guide with a fault: its rule, what was done, and the element, or material's sub-field, that shows it.

    ``other`` is the matter whose result it asks for, where that is the fault.
    """

    guide: Guide
    rule: str
    detail: str
    field: str
    other: GuidedMatter | None = None


class GuidePlanter:
    """Plants faults guide by guide."""

    def __init__(self) -> None:
        """Nothing is planted yet."""
        self.done = dict.fromkeys(range(len(table("guide_faults"))), 0)

    def plant(self, guide: Guide, facts: Facts, *, form: bool) -> PlantedGuide | None:
        """The guide with the kind of fault planted least so far that fits it; None where none fits.

        Only a ``form`` can lack an element: in a table all matters have the same columns.
        """
        lines = table("guide_faults")
        for at in sorted(self.done, key=self.done.__getitem__):
            if _FITS[lines[at]["only"]](facts) and (form or lines[at]["text"] != _MISSING):
                self.done[at] += 1
                return _planted(guide, facts, lines[at])
        return None


def _planted(guide: Guide, facts: Facts, line: Line) -> PlantedGuide:
    if line["material"]:
        changed, field = _with_material(guide, facts, line)
    else:
        changed, field = _with_element(guide, facts, line), line["element"]
    return PlantedGuide(changed, line["rule"], line["detail"], field)


def _with_element(guide: Guide, facts: Facts, line: Line) -> Guide:
    """One element changed, or left out."""
    elements = dict(guide.elements)
    if line["text"] == _MISSING:
        del elements[line["element"]]
    else:
        elements[line["element"]] = facts.fill(line["text"])
    return replace(guide, elements=elements)


def _with_material(guide: Guide, facts: Facts, line: Line) -> tuple[Guide, str]:
    """One material more, in the list of the last sub-item; without a basis of its own it has that of the others."""
    materials = list(guide.materials or ())
    last = materials[-1]
    again = line["material"] == "{第一件}"
    values = {
        **last.values,
        "序号": str(int(last.values["序号"]) + 1),
        "材料名称": last.name if again else facts.fill(line["material"]),
        "设定依据": facts.fill(line["basis"]) if line["basis"] else texts.cited(facts.matter.draft.provisions[0]),
    }
    changed = replace(guide, materials=(*materials, Material(values)))
    return changed, material_field(len(materials), "材料名称")


def shown_at(field: str, cells: dict[str, str]) -> str:
    """The cell that shows a fault; that of 事项名称 for an element that is not printed."""
    return cells.get(field) or cells.get(MATERIALS if field.startswith(MATERIALS) else "事项名称", "")
