"""A guide of a JSON case, with the path of each of its values."""

from collections.abc import Mapping
from typing import Any

from workbench.records import ELEMENTS, MATERIAL_FIELDS, MATERIALS, Guide, Material, Place, material_field
from workbench.workbooks.json_texts import list_of, object_of, text_of
from workbench.workbooks.reading import ReadGuide

_NAMES = {name: each.name for each in ELEMENTS for name in (each.name, *each.aliases)}
_STEPS, _NATURAL, _LEGAL = "办理环节", "事项类型_自然人", "事项类型_法人"
#: Keys of a guide besides its elements.
OTHER_KEYS = frozenset({_STEPS, _NATURAL, _LEGAL, "备注", "org", "catalogue", "region"})
GUIDE_KEYS = frozenset(_NAMES) | OTHER_KEYS


def guide_of(value: Any, case: Mapping[str, Any], path: str, place: Place) -> ReadGuide:
    """The guide at a path of a case. Raises NotInVocabulary."""
    given = object_of(value, path)
    within = f"{path}."
    materials, cells = _materials(given, within)
    elements = {}
    for key in given:
        if key in _NAMES and not (key == MATERIALS and materials is not None):
            text = text_of(given, key, within)
            if text is not None:
                elements[_NAMES[key]], cells[_NAMES[key]] = text, within + key
    guide = Guide(
        elements=elements,
        materials=materials,
        steps=_steps(given, within),
        topics_natural=_topics(given, _NATURAL, within),
        topics_legal=_topics(given, _LEGAL, within),
        remarks=text_of(given, "备注", within),
        org=text_of(given, "org", within) or text_of(case, "org"),
        catalogue=text_of(given, "catalogue", within) or text_of(case, "catalogue"),
        region=text_of(given, "region", within) or text_of(case, "region"),
    )
    return ReadGuide(guide, place, cells, tuple(key for key in given if key in _NAMES))


def _materials(given: Mapping[str, Any], within: str) -> tuple[tuple[Material, ...] | None, dict[str, str]]:
    """The materials, None where they are no list, and the path of each of their sub-fields."""
    if not isinstance(given.get(MATERIALS), list):
        return None, {}
    materials: list[Material] = []
    cells: dict[str, str] = {}
    for index, each in enumerate(given[MATERIALS]):
        name = f"{within}{MATERIALS}[{index}]"
        fields = {"材料名称": each} if isinstance(each, str) else object_of(each, name)
        texts = {key: text for key in fields if (text := text_of(fields, key, f"{name}.")) is not None}
        known = {key: text for key, text in texts.items() if key in MATERIAL_FIELDS}
        materials.append(Material(known, {key: text for key, text in texts.items() if key not in known}))
        cells |= {material_field(index, key): f"{name}.{key}" for key in known}
    return tuple(materials), cells


def _steps(given: Mapping[str, Any], within: str) -> tuple[Mapping[str, str], ...] | None:
    if given.get(_STEPS) is None:
        return None
    steps = [object_of(each, f"{within}{_STEPS}[{at}]") for at, each in enumerate(list_of(given, _STEPS, within))]
    return tuple({key: text for key in step if (text := text_of(step, key, within)) is not None} for step in steps)


def _topics(given: Mapping[str, Any], key: str, within: str) -> tuple[str, ...] | None:
    if isinstance(given.get(key), str):
        return (given[key],) if given[key] else ()
    return None if given.get(key) is None else tuple(map(str, list_of(given, key, within)))
