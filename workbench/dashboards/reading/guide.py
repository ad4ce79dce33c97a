"""One guide as its page shows it: the elements in the form's order, and the table of materials."""

from collections.abc import Sequence
from typing import Any

from workbench.dashboards.reading.marks import marked
from workbench.dashboards.reading.tones import SEVERITY_TONES
from workbench.records import ELEMENTS, MATERIAL_FIELDS, MATERIALS, Element, Finding, GuideEntry, Material

Numbered = Sequence[tuple[int, Finding]]
#: Sub-fields of a material that stand in every table; the others where some material has them.
_ALWAYS = ("材料名称", "设定依据")
#: What a material repeats of its guide, and its number: the table counts by itself.
_LEFT_OUT = ("事项名称", "序号")


def read_guide(entry: GuideEntry, findings: Numbered) -> dict[str, Any]:
    """Values for the template ``guide.html.j2``; an element is shown where it has text or a finding."""
    guide = entry.guide
    return {
        "common": [_element(each, guide.text(each.name), findings) for each in _shown(entry, findings, common=True)],
        "individual": [
            _element(each, guide.text(each.name), findings) for each in _shown(entry, findings, common=False)
        ],
        "materials": _materials(guide.materials or (), findings),
        "steps": [dict(step) for step in guide.steps or ()],
    }


def _shown(entry: GuideEntry, findings: Numbered, *, common: bool) -> list[Element]:
    at_fault = {finding.field for _, finding in findings}
    return [
        each for each in ELEMENTS if each.common is common and (entry.guide.text(each.name) or each.name in at_fault)
    ]


def _element(element: Element, text: str | None, findings: Numbered) -> dict[str, Any]:
    found = [(number, each) for number, each in findings if each.field == element.name and each.material is None]
    return {
        "number": element.number,
        "name": element.name,
        "segments": list(marked(text or "", found)),
        "faults": _faults(found),
    }


def _faults(found: Numbered) -> list[dict[str, Any]]:
    return [
        {"number": number, "tone": SEVERITY_TONES[each.severity], "word": str(each.severity)} for number, each in found
    ]


def _materials(materials: Sequence[Material], findings: Numbered) -> dict[str, Any]:
    used = [name for name in MATERIAL_FIELDS if name not in _LEFT_OUT and any(each.text(name) for each in materials)]
    columns = [*_ALWAYS, *(name for name in used if name not in _ALWAYS)]
    extra = list(dict.fromkeys(name for each in materials for name in each.extra))
    return {
        "columns": list(_ALWAYS),
        "rows": [_material(index, each, columns, extra, findings) for index, each in enumerate(materials)],
    }


def _material(
    index: int, material: Material, columns: Sequence[str], extra: Sequence[str], findings: Numbered
) -> dict[str, Any]:
    found = [(number, each) for number, each in findings if each.material == index]
    cells = {
        name: list(marked(material.text(name) or "", [p for p in found if p[1].field == f"{MATERIALS}.{name}"]))
        for name in columns
    } | {name: list(marked(material.extra[name], [])) for name in extra if material.extra.get(name)}
    return {
        "cells": [cells[name] for name in _ALWAYS],
        "further": [{"name": name, "segments": cells[name]} for name in cells if name not in _ALWAYS and cells[name]],
        "faults": _faults(found),
    }
