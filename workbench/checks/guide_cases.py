"""The guides of a case: JSON objects in the rule book's vocabulary (section 8) to records."""

from collections.abc import Mapping
from typing import Any

from workbench.records import ELEMENTS, MATERIAL_FIELDS, MATERIALS, Guide, Material

_NAMES = {name: element.name for element in ELEMENTS for name in (element.name, *element.aliases)}


def read_guide(value: Mapping[str, Any], catalogue: str | None = None, org: str | None = None) -> Guide:
    """A guide from its object; keys that are no element, and values that are no text, are left out."""
    elements = {_NAMES[key]: text for key, each in value.items() if key in _NAMES and (text := _text(each)) is not None}
    materials = value.get(MATERIALS)
    return Guide(
        elements=elements,
        materials=tuple(map(_material, materials)) if isinstance(materials, list) else None,
        steps=_steps(value.get("办理环节")),
        topics_natural=_topics(value.get("事项类型_自然人")),
        topics_legal=_topics(value.get("事项类型_法人")),
        remarks=_text(value.get("备注")),
        org=_text(value.get("org")) or org,
        catalogue=_text(value.get("catalogue")) or catalogue,
        region=_text(value.get("region")),
    )


def _material(value: Any) -> Material:
    if not isinstance(value, Mapping):
        return Material({"材料名称": _text(value) or ""})
    texts = {str(key): text for key, each in value.items() if (text := _text(each)) is not None}
    known = {key: text for key, text in texts.items() if key in MATERIAL_FIELDS}
    return Material(known, {key: text for key, text in texts.items() if key not in known})


def _steps(value: Any) -> tuple[Mapping[str, str], ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(
        {str(key): text for key, each in step.items() if (text := _text(each)) is not None}
        for step in value
        if isinstance(step, Mapping)
    )


def _topics(value: Any) -> tuple[str, ...] | None:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(map(str, value)) if isinstance(value, list) else None


def _text(value: Any) -> str | None:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) else None
