"""A guide of a JSON case, with the path of each of its values."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.records import MATERIALS, Guide, Place, material_field
from workbench.records.json_records import ELEMENT_NAMES, guide_of
from workbench.workbooks.reading import ReadGuide


def placed_guide(value: Any, case: Mapping[str, Any], path: str, place: Place) -> ReadGuide:
    """The guide at a path of a case. Raises NotInVocabulary."""
    guide = guide_of(value, case, path)
    within = f"{path}."
    cells = {
        ELEMENT_NAMES[key]: within + key
        for key in value
        if key in ELEMENT_NAMES and ELEMENT_NAMES[key] in guide.elements
    }
    order = tuple(key for key in value if key in ELEMENT_NAMES)
    return ReadGuide(guide, place, cells | dict(_material_cells(guide, within)), order)


def _material_cells(guide: Guide, within: str) -> Iterator[tuple[str, str]]:
    """The path of each sub-field of each material."""
    for index, material in enumerate(guide.materials or ()):
        yield from ((material_field(index, key), f"{within}{MATERIALS}[{index}].{key}") for key in material.values)
