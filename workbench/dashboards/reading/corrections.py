"""Suggested corrections: what of a field would change, and the sentence that puts it into the opinion."""

from collections.abc import Iterable
from typing import Any

from workbench.dashboards.reading.differences import alike_at_start, compared
from workbench.records import COLUMN_NAMES, MATERIALS, Finding, Severity
from workbench.review import Detail

_SEVERITIES = list(Severity)
#: Characters of what stays that are shown on either side of a change.
_AROUND = 8


def numbered(findings: Iterable[Finding]) -> list[tuple[int, Finding]]:
    """Findings with their numbers on the page, gravest first."""
    return list(enumerate(sorted(findings, key=lambda f: _SEVERITIES.index(f.severity)), start=1))


def corrections(detail: Detail) -> dict[int, dict[str, Any]]:
    """By a finding's number: both texts in pieces where they differ, and the sentence for the opinion."""
    found = {}
    for number, finding in numbered(detail.findings):
        text = _text_of(detail, finding)
        if finding.correction is not None and finding.correction != text:
            found[number] = _correction(number, finding, text, finding.correction)
    return found


def _correction(number: int, finding: Finding, text: str, better: str) -> dict[str, Any]:
    old, new = _changing(text, better)
    field = COLUMN_NAMES.get(finding.field, finding.field)
    said = f"将{field}中的“{old}”改为“{new}”" if text else f"在{field}中填写“{new}”"
    left, right = compared(old, new)
    return {"left": left, "right": right, "sentence": f"第 {number} 条：建议{said}。"}


def _changing(text: str, better: str) -> tuple[str, str]:
    """Both texts from shortly before where they begin to differ to shortly after."""
    start = alike_at_start(text, better)
    end = alike_at_start(text[start:][::-1], better[start:][::-1])
    start, end = max(0, start - _AROUND), max(0, end - _AROUND)
    return text[start : len(text) - end], better[start : len(better) - end]


def _text_of(detail: Detail, finding: Finding) -> str:
    """The text of the field that a finding speaks of, as printed."""
    if detail.guide is None:
        return getattr(detail.matter.row, finding.field, None) or ""
    if finding.material is None:
        return detail.guide.guide.text(finding.field) or ""
    materials = detail.guide.guide.materials or ()
    if finding.material >= len(materials):
        return ""
    return materials[finding.material].text(finding.field.removeprefix(f"{MATERIALS}.")) or ""
