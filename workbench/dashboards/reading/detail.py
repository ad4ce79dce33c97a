"""One item as its page shows it."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from workbench import checks
from workbench.assignments import Assignments
from workbench.dashboards.reading.corrections import corrections, numbered
from workbench.dashboards.reading.differences import compared
from workbench.dashboards.reading.events import event_line, verdict_word
from workbench.dashboards.reading.file import read_file
from workbench.dashboards.reading.guide import read_guide
from workbench.dashboards.reading.marks import marked
from workbench.dashboards.reading.tones import RELATION_TONES, SEVERITY_TONES, verdict_tone
from workbench.records import (
    COLUMN_NAMES,
    MATERIALS,
    OUTCOME_NAMES,
    RELATION_NAMES,
    Article,
    Citation,
    Finding,
    GuideEntry,
    Matter,
    Outcome,
)
from workbench.review import Detail, Suspect

#: Fields shown below the basis where they hold something.
_FURTHER = ("item_type", "levels_and_departments", "implementing_agency", "remarks")
#: What is compared of two suspected duplicates.
_COMPARED = ("item_name", "sub_item_name", "item_type", "levels_and_departments", "implementing_agency", "legal_basis")

#: The field of a row, and the element of a guide, that citations come from.
_BASES = ("legal_basis", "设定依据")

Numbered = list[tuple[int, Finding]]


def read(detail: Detail, assignments: Assignments) -> dict[str, Any]:
    """Values for the template ``detail.html.j2``. Findings are numbered by severity, gravest first."""
    matter = detail.matter
    findings = numbered(detail.findings)
    better = corrections(detail)
    return {
        "title": _marked_field(matter, "item_name", findings),
        "sub_title": _marked_field(matter, "sub_item_name", findings),
        "where": where(matter),
        "item_type": matter.row.item_type or "",
        "basis": _marked_field(matter, "legal_basis", findings),
        "fields": [
            {"name": COLUMN_NAMES[field], "segments": _marked_field(matter, field, findings)}
            for field in _FURTHER
            if getattr(matter.row, field) or any(f.field == field for _, f in findings)
        ],
        "citations": [_citation(place, each, findings) for place, each in enumerate(detail.citations)],
        "findings": [_finding(number, each) | {"correction": better.get(number)} for number, each in findings],
        "not_checked": [{"name": rule_name(each.rule), "needs": "、".join(each.needs)} for each in detail.not_checked],
        "suspects": [_suspect(matter, each, assignments) for each in detail.suspects],
        "siblings": [{"item": each.item, "name": each.row.sub_item_name or ""} for each in detail.siblings],
        "guide": read_guide(detail.guide, findings) if detail.guide else None,
        "row": {"item": detail.row.item, "where": where(detail.row), "name": detail.row.row.full_name}
        if detail.row
        else None,
        "guides": [{"item": each.item, "name": each.guide.name} for each in detail.guides],
        "earlier": _earlier(detail),
        "file": read_file(detail),
        "history": [event_line(event, assignments) for event in reversed(detail.history)],
    }


def rule_name(code: str) -> str:
    """A rule's name for people."""
    rule = checks.by_code(code)
    return rule.name if rule else code


def _marked_field(matter: Matter, field: str, findings: Numbered) -> list[Any]:
    text = getattr(matter.row, field) or ""
    return list(marked(text, [(number, f) for number, f in findings if f.field == field]))


def where(matter: Matter) -> str:
    """Where a matter stands: unit, catalogue, round, number, sheet and line."""
    parts = [matter.unit, matter.kind, f"第 {matter.round} 轮", matter.row.seq and f"序号 {matter.row.seq}"]
    parts.append(f"“{matter.place.sheet}”{_line(matter)}")
    return " · ".join(part for part in parts if part)


def _line(matter: Matter) -> str:
    line = re.search(r"\d+", matter.place.cell)
    return f"第 {line[0]} 行" if line else ""


def _finding(number: int, finding: Finding) -> dict[str, Any]:
    rule = checks.by_code(finding.rule)
    return {
        "number": number,
        "tone": SEVERITY_TONES[finding.severity],
        "severity": str(finding.severity),
        "name": rule_name(finding.rule),
        "clause": finding.clause,
        "quote": rule.quote if rule else "",
        "message": finding.message,
        "field": COLUMN_NAMES.get(finding.field, finding.field),
    }


def _citation(place: int, citation: Citation, findings: Numbered) -> dict[str, Any]:
    issued = (citation.issuer, citation.number, citation.date)
    return {
        "rank": str(citation.rank or "未识别"),
        "kind": str(citation.rule_kind or ""),
        "title": citation.title,
        "issued": " ".join(part for part in issued if part),
        "articles": articles(citation.articles),
        "faults": [
            {"number": number, "tone": SEVERITY_TONES[f.severity], "word": str(f.severity)}
            for number, f in findings
            if f.field in _BASES and _concerns(f, place, citation)
        ],
    }


def _concerns(finding: Finding, place: int, citation: Citation) -> bool:
    """Whether a finding speaks of this citation: by its index, else by where its span begins."""
    if finding.citation is not None:
        return finding.citation == place
    return finding.span is not None and citation.span[0] <= finding.span[0] < citation.span[1]


def articles(cited: Sequence[Article]) -> str:
    """Cited provisions as they are read out: 第九条之一第二款第三项."""
    return "、".join(dict.fromkeys(_article(each) for each in cited))


def _article(each: Article) -> str:
    parts = [f"第{each.article}条" if each.article else "", f"之{each.of}" if each.of else ""]
    parts.append(f"第{each.paragraph}款" if each.paragraph else "")
    parts.append(f"第{each.subparagraph}项" if each.subparagraph else "")
    return "".join(parts)


def _suspect(matter: Matter, suspect: Suspect, assignments: Assignments) -> dict[str, Any]:
    comparison = suspect.pair.comparison
    return {
        "item": suspect.other.item,
        "pair": suspect.pair.pair,
        "unit": suspect.other.unit,
        "group": group_name(suspect.other_group, assignments),
        "name": suspect.other.row.full_name,
        "where": where(suspect.other),
        "short": " ".join(part for part in (suspect.other.unit, _line(suspect.other)) if part),
        "relation": RELATION_NAMES[comparison.relation],
        "tone": RELATION_TONES[comparison.relation],
        "score": f"{comparison.score:.2f}",
        "reasons": reasons_read(comparison.reasons),
        "verdict": verdict_word(suspect.verdict) if suspect.verdict else "",
        "verdict_tone": verdict_tone(suspect.verdict.verdict) if suspect.verdict and suspect.verdict.verdict else "",
        "rows": side_by_side(matter, suspect.other),
    }


def _earlier(detail: Detail) -> dict[str, Any] | None:
    """What changed since the round before: old and new text of each field beside each other."""
    before = detail.earlier
    if before is None:
        return None
    rows = []
    for field in before.fields:
        left, right = compared(
            _text_of(before.matter, before.guide, field), _text_of(detail.matter, detail.guide, field)
        )
        rows.append({"name": COLUMN_NAMES.get(field, field), "left": left, "right": right})
    told = [
        {"outcome": OUTCOME_NAMES[each.outcome], "tone": _TONES[each.outcome], "message": each.message}
        for each in detail.follow_ups
    ]
    answered = [f"{each.part}：{each.text}" if each.part else each.text for each in detail.handlings]
    return {"round": before.matter.round, "rows": rows, "told": told, "answered": answered}


_TONES = {
    Outcome.CORRECTED: "ok",
    Outcome.NOT_CORRECTED: "bad",
    Outcome.OTHERWISE: "warn",
    Outcome.WITHDRAWN: "ok",
    Outcome.NEW: "bad",
}


def _text_of(matter: Matter, guide: GuideEntry | None, field: str) -> str:
    """The text of a field: an element where the item is a guide, its materials one a line."""
    if guide is None:
        return getattr(matter.row, field, None) or ""
    if field == MATERIALS and guide.guide.materials is not None:
        return "\n".join(f"{each.name}：{each.text('设定依据') or ''}" for each in guide.guide.materials)
    return guide.guide.text(field) or ""


def reasons_read(reasons: Iterable[str]) -> str:
    """Reasons as one sentence, each once."""
    return "；".join(dict.fromkeys(reason.rstrip("。") for reason in reasons))


def group_name(number: int | None, assignments: Assignments) -> str:
    """The name of a group; blank where a unit has none."""
    return next((group.name for group in assignments.groups if group.number == number), "")


def side_by_side(ours: Matter, theirs: Matter) -> list[dict[str, Any]]:
    """The fields of two matters beside each other; fields that are blank in both are left out."""
    rows = []
    for field in _COMPARED:
        a, b = getattr(ours.row, field) or "", getattr(theirs.row, field) or ""
        if a or b:
            left, right = compared(a, b)
            rows.append({"name": COLUMN_NAMES[field], "left": left, "right": right})
    return rows
