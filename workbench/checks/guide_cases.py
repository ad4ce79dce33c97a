"""The guides of a case: what of them can be read is judged, the rest is left out."""

from collections.abc import Mapping
from typing import Any

from workbench.records import MATERIALS, Guide
from workbench.records.json_records import guide_of

_LISTS = ("事项类型_自然人", "事项类型_法人")
_STEPS = "办理环节"


def read_guide(value: Mapping[str, Any], case: Mapping[str, Any]) -> Guide:
    """A guide from its object; values that are no text where there should be one are left out."""
    readable = _texts(value)
    for key in (*_LISTS, MATERIALS, _STEPS):
        if isinstance(value.get(key), list):
            readable[key] = value[key]
    if isinstance(readable.get(MATERIALS), list):
        readable[MATERIALS] = [_material(each) for each in readable[MATERIALS]]
    steps = value.get(_STEPS)
    readable[_STEPS] = (
        [_texts(each) for each in steps if isinstance(each, Mapping)] if isinstance(steps, list) else None
    )
    return guide_of(readable, _texts(case), "guide")


def _material(value: Any) -> dict[str, Any]:
    texts = _texts(value if isinstance(value, Mapping) else {"材料名称": value})
    return texts if isinstance(value, Mapping) else {"材料名称": texts.get("材料名称", "")}


def _texts(value: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key): each for key, each in value.items() if isinstance(each, str | int | float)}
