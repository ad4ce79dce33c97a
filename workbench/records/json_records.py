"""Rows and guides from JSON objects in the vocabulary of the rule book's section 8."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench.records.guide import ELEMENTS, MATERIAL_FIELDS, MATERIALS, Guide, Material
from workbench.records.json_texts import list_of, object_of, text_of
from workbench.records.row import COLUMN_NAMES, Row

#: Printed name of a row's column -> its field.
ROW_FIELDS = {name: field for field, name in COLUMN_NAMES.items()}
#: Printed name of a guide's element, or another name of it -> its printed name.
ELEMENT_NAMES = {name: each.name for each in ELEMENTS for name in (each.name, *each.aliases)}

_AROUND = ("org", "catalogue", "region")
_NATURE, _SUB_ITEMS = "行为性质", "子项清单"
_STEPS, _NATURAL, _LEGAL, _REMARKS = "办理环节", "事项类型_自然人", "事项类型_法人", "备注"
#: What a sub-item has from its main item where its own cell is blank.
INHERITED = ("item_name", "item_type", "legal_basis", "levels_and_departments", "implementing_agency")

#: All keys of a row, and of a guide.
ROW_KEYS = frozenset({*ROW_FIELDS, *_AROUND, _NATURE, _SUB_ITEMS})
GUIDE_KEYS = frozenset({*ELEMENT_NAMES, *_AROUND, _STEPS, _NATURAL, _LEGAL, _REMARKS})


def row_of(value: Any, case: Mapping[str, Any], path: str) -> Row:
    """The row at a path of a case, which tells what the row leaves open. Raises NotInVocabulary."""
    given, within = object_of(value, path), f"{path}."
    fields: dict[str, Any] = {ROW_FIELDS[key]: text_of(given, key, within) for key in given if key in ROW_FIELDS}
    fields |= _around(given, case, within)
    if _SUB_ITEMS in given:
        fields["sub_items"] = tuple("" if each is None else str(each) for each in list_of(given, _SUB_ITEMS, within))
    return Row(**fields, nature=text_of(given, _NATURE, within))


def inheriting(row: Row, parent: Row, fields: Sequence[str] = INHERITED) -> tuple[Row, tuple[str, ...]]:
    """A sub-item with its main item's merged cells in its blank ones, and which those are (rule book, section 7)."""
    lacking = tuple(name for name in fields if not getattr(row, name) and getattr(parent, name))
    return replace(row, **{name: getattr(parent, name) for name in lacking}), lacking


def guide_of(value: Any, case: Mapping[str, Any], path: str) -> Guide:
    """The guide at a path of a case, which tells what the guide leaves open. Raises NotInVocabulary."""
    given, within = object_of(value, path), f"{path}."
    materials = _materials(given, within)
    names = [key for key in given if key in ELEMENT_NAMES and not (key == MATERIALS and materials is not None)]
    texts = {ELEMENT_NAMES[key]: text_of(given, key, within) for key in names}
    return Guide(
        elements={name: text for name, text in texts.items() if text is not None},
        materials=materials,
        steps=_steps(given, within),
        topics_natural=_topics(given, _NATURAL, within),
        topics_legal=_topics(given, _LEGAL, within),
        remarks=text_of(given, _REMARKS, within),
        **_around(given, case, within),
    )


def _around(given: Mapping[str, Any], case: Mapping[str, Any], within: str) -> dict[str, str | None]:
    return {key: text_of(given, key, within) or text_of(case, key) for key in _AROUND}


def _materials(given: Mapping[str, Any], within: str) -> tuple[Material, ...] | None:
    """The materials; None where they are no list."""
    if not isinstance(given.get(MATERIALS), list):
        return None
    return tuple(_material(each, f"{within}{MATERIALS}[{at}]") for at, each in enumerate(given[MATERIALS]))


def _material(value: Any, path: str) -> Material:
    fields = {"材料名称": value} if isinstance(value, str) else object_of(value, path)
    texts = {key: text for key in fields if (text := text_of(fields, key, f"{path}.")) is not None}
    known = {key: text for key, text in texts.items() if key in MATERIAL_FIELDS}
    return Material(known, {key: text for key, text in texts.items() if key not in known})


def _steps(given: Mapping[str, Any], within: str) -> tuple[Mapping[str, str], ...] | None:
    if given.get(_STEPS) is None:
        return None
    steps = [object_of(each, f"{within}{_STEPS}[{at}]") for at, each in enumerate(list_of(given, _STEPS, within))]
    return tuple({key: text for key in step if (text := text_of(step, key, within)) is not None} for step in steps)


def _topics(given: Mapping[str, Any], key: str, within: str) -> tuple[str, ...] | None:
    if isinstance(given.get(key), str):
        return (given[key],) if given[key] else ()
    return None if given.get(key) is None else tuple(map(str, list_of(given, key, within)))
