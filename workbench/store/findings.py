"""What the checks said: findings of a row, of a workbook as a whole, and across the corpus; and what they left out."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from workbench.records import Certainty, Finding, NotChecked, Severity
from workbench.store.filters import rows_for
from workbench.store.tables import findings, matters, not_checked, submissions
from workbench.store.text import to_json

#: Columns in the order in which :func:`_record` takes them apart.
_NAMES = (
    "rule", "clause", "severity", "certainty", "message", "field", "excerpt", "span_start", "span_end",
    "suggested_verdict", "correction", "at", "other", "citation",
)  # fmt: skip
_COLUMNS = [findings.c[name] for name in _NAMES]
_SEVERITIES = {str(severity): severity for severity in Severity}
_CERTAINTIES = {str(certainty): certainty for certainty in Certainty}


def add(
    connection: Connection, submission: int, by_item: Mapping[str, Sequence[Finding]], sheet: Sequence[Finding]
) -> None:
    """Insert the findings of a submission's rows and of its sheets."""
    lines = [_line(submission, item, "row", finding) for item, some in by_item.items() for finding in some]
    _insert(connection, lines + [_line(submission, None, "sheet", finding) for finding in sheet])


def replace_corpus(connection: Connection, by_item: Mapping[str, Sequence[Finding]]) -> None:
    """Put these in place of all findings across rows of the current submissions."""
    current = select(submissions.c.id).where(submissions.c.current)
    connection.execute(delete(findings).where(findings.c.origin == "corpus", findings.c.submission.in_(current)))
    placed = select(matters.c.item, matters.c.submission).where(matters.c.submission.in_(current))
    owner = {row.item: row.submission for row in connection.execute(placed)}
    _insert(
        connection,
        [
            _line(owner[item], item, "corpus", finding)
            for item, some in by_item.items()
            if item in owner
            for finding in some
        ],
    )


def _insert(connection: Connection, lines: list[dict[str, Any]]) -> None:
    if lines:
        connection.execute(insert(findings), lines)


def _line(submission: int, item: str | None, origin: str, finding: Finding) -> dict[str, Any]:
    start, end = finding.span or (None, None)
    values = (
        finding.rule, finding.clause, str(finding.severity), str(finding.certainty), finding.message, finding.field,
        finding.excerpt, start, end, finding.suggested_verdict, finding.correction, finding.at, finding.other,
        finding.citation,
    )  # fmt: skip
    return {"submission": submission, "item": item, "origin": origin, **dict(zip(_NAMES, values, strict=True))}


def _record(values: Sequence[Any]) -> Finding:
    rule, clause, severity, certainty, message, field, excerpt, start, end, *rest = values
    span = None if start is None else (start, end)
    return Finding(rule, clause, _SEVERITIES[severity], _CERTAINTIES[certainty], message, field, excerpt, span, *rest)


def by_item(connection: Connection, items: Collection[str] | None) -> dict[str, list[Finding]]:
    """The current findings of the items (None: of all); an item without any is not in it."""
    query = select(findings.c.item, *_COLUMNS).join(submissions, submissions.c.id == findings.c.submission)
    query = query.where(submissions.c.current, findings.c.item.is_not(None)).order_by(findings.c.id)
    found: dict[str, list[Finding]] = defaultdict(list)
    for item, *values in rows_for(connection, query, findings.c.item, items):
        found[item].append(_record(values))
    return dict(found)


def of_sheets(connection: Connection, submission: int) -> list[Finding]:
    """The findings of a workbook as a whole."""
    query = select(*_COLUMNS).where(findings.c.submission == submission, findings.c.origin == "sheet")
    return [_record(row) for row in connection.execute(query.order_by(findings.c.id))]


def add_not_checked(connection: Connection, submission: int, by_item: Mapping[str, Sequence[NotChecked]]) -> None:
    """Insert which rules could not run on which item."""
    lines = [{"submission": submission, "item": item, "rules": _encode(some)} for item, some in by_item.items() if some]
    if lines:
        connection.execute(insert(not_checked), lines)


def not_checked_by_item(connection: Connection, items: Collection[str] | None) -> dict[str, list[NotChecked]]:
    """The rules that could not run on the items (None: all); an item without any is not in it."""
    query = select(not_checked.c.item, not_checked.c.rules).join(
        submissions, submissions.c.id == not_checked.c.submission
    )
    rows = rows_for(connection, query.where(submissions.c.current), not_checked.c.item, items)
    return {item: list(_decode(rules)) for item, rules in rows}


def _encode(some: Iterable[NotChecked]) -> str:
    return to_json([[each.rule, *each.needs] for each in some])


@lru_cache(maxsize=1024)
def _decode(rules: str) -> tuple[NotChecked, ...]:
    """Most items share one of a few lists, so most are decoded once."""
    return tuple(NotChecked(rule, tuple(needs)) for rule, *needs in json.loads(rules))
