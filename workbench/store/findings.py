"""What the checks said: findings of a row, of a workbook as a whole, and across the corpus; and what they left out."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, union_all

from workbench.records import Certainty, Finding, NotChecked, Severity
from workbench.store.filters import rows_for
from workbench.store.live import live
from workbench.store.tables import findings, guides, matters, not_checked, submissions
from workbench.store.text import to_json

#: Columns in the order in which :func:`record` takes them apart.
_NAMES = (
    "rule", "clause", "severity", "certainty", "message", "field", "excerpt", "span_start", "span_end",
    "suggested_verdict", "correction", "at", "other", "citation", "material",
)  # fmt: skip
COLUMNS = [findings.c[name] for name in _NAMES]
#: Findings across items, by submission and item; no item where the whole submission is meant.
Across = Mapping[tuple[int, str | None], tuple[Finding, ...]]
_SEVERITIES = {str(severity): severity for severity in Severity}
_CERTAINTIES = {str(certainty): certainty for certainty in Certainty}


def add(
    connection: Connection, submission: int, by_item: Mapping[str, Sequence[Finding]], sheet: Sequence[Finding]
) -> None:
    """Insert the findings of a submission's rows and of its sheets."""
    lines = [_line(submission, item, "row", finding) for item, some in by_item.items() for finding in some]
    _insert(connection, lines + [_line(submission, None, "sheet", finding) for finding in sheet])


def across(connection: Connection) -> Across:
    """The findings across the current items, and those on whole submissions that matching left."""
    columns = (findings.c.submission, findings.c.item, *COLUMNS)
    mine = live(select(*columns), findings).where(findings.c.origin == "corpus", findings.c.item.is_not(None))
    whole = select(*columns).where(findings.c.origin == "corpus", findings.c.item.is_(None))
    found: dict[tuple[int, str | None], list[Finding]] = defaultdict(list)
    for query in (mine, whole):
        for submission, item, *values in connection.execute(query.order_by(findings.c.id)):
            found[submission, item].append(record(values))
    return {place: tuple(some) for place, some in found.items()}


def replace_corpus(
    connection: Connection,
    by_item: Mapping[str, Sequence[Finding]],
    of_files: Mapping[int, Sequence[Finding]],
    former: Across,
) -> Across:
    """Put these in place of the ``former`` findings across the current items; what is there already is left alone.

    ``of_files`` are on whole submissions.
    """
    owner = _submission_of(connection)
    now: dict[tuple[int, str | None], tuple[Finding, ...]] = {
        (owner[item], item): tuple(some) for item, some in by_item.items() if item in owner and some
    }
    now |= {(number, None): tuple(some) for number, some in of_files.items() if some}
    gone = [
        place
        for place, some in former.items()
        if (place[1] is None or owner.get(place[1]) == place[0]) and now.get(place) != some
    ]
    mine = delete(findings).where(findings.c.submission == bindparam("within"), findings.c.origin == "corpus")
    for narrowed, places in (
        (mine.where(findings.c.item.is_(None)), [{"within": number} for number, item in gone if item is None]),
        (
            mine.where(findings.c.item == bindparam("of")),
            [{"within": number, "of": item} for number, item in gone if item is not None],
        ),
    ):
        if places:
            connection.execute(narrowed, places)
    come = [(place, some) for place, some in now.items() if former.get(place) != some]
    _insert(connection, [_line(*place, "corpus", finding) for place, some in come for finding in some])
    return now


def replace_rows(
    connection: Connection,
    submission: int,
    by_item: Mapping[str, Sequence[Finding]],
    lacking: Mapping[str, Sequence[NotChecked]],
    sheet: Sequence[Finding],
) -> None:
    """Put these in place of what the checks on single rows and on sheets said of a submission."""
    mine = delete(findings).where(findings.c.submission == submission)
    connection.execute(mine.where(findings.c.origin.in_(("row", "sheet"))))
    for item in by_item:
        connection.execute(
            delete(not_checked).where(not_checked.c.submission == submission, not_checked.c.item == item)
        )
    add(connection, submission, by_item, sheet)
    add_not_checked(connection, submission, lacking)


def replace_guides(
    connection: Connection,
    by_item: Mapping[str, Sequence[Finding]],
    lacking: Mapping[str, Sequence[NotChecked]],
) -> None:
    """Put these in place of what the checks on single guides said of the current ones named here."""
    owner = _submission_of(connection)
    by_item = {item: some for item, some in by_item.items() if item in owner}
    _forget(connection, [{"of": item, "within": owner[item]} for item in by_item])
    found = [(item, finding) for item, some in by_item.items() for finding in some]
    _insert(connection, [_line(owner[item], item, "guide", finding) for item, finding in found])
    _insert_not_checked(connection, [(owner[item], item, lacking.get(item, ())) for item in by_item])


def _forget(connection: Connection, guides_checked: Sequence[Mapping[str, Any]]) -> None:
    """Delete what the checks on single guides said of each guide ``of`` its id ``within`` its submission."""
    if not guides_checked:
        return
    for table in (findings, not_checked):
        mine = delete(table).where(table.c.item == bindparam("of"), table.c.submission == bindparam("within"))
        connection.execute(mine.where(table.c.origin == "guide") if table is findings else mine, guides_checked)


def _submission_of(connection: Connection) -> dict[str, int]:
    """The submission that each current item stands in."""
    rows = select(matters.c.item, matters.c.submission).join(submissions, submissions.c.id == matters.c.submission)
    forms = select(guides.c.item, guides.c.submission).where(guides.c.current)
    placed = union_all(rows.where(submissions.c.current), forms)
    return {row[0]: row[1] for row in connection.execute(placed)}


def _insert(connection: Connection, lines: list[dict[str, Any]]) -> None:
    if lines:
        connection.execute(insert(findings), lines)


def _line(submission: int, item: str | None, origin: str, finding: Finding) -> dict[str, Any]:
    start, end = finding.span or (None, None)
    values = (
        finding.rule, finding.clause, str(finding.severity), str(finding.certainty), finding.message, finding.field,
        finding.excerpt, start, end, finding.suggested_verdict, finding.correction, finding.at, finding.other,
        finding.citation, finding.material,
    )  # fmt: skip
    return {"submission": submission, "item": item, "origin": origin, **dict(zip(_NAMES, values, strict=True))}


def record(values: Sequence[Any]) -> Finding:
    """A finding from the values of :data:`COLUMNS`."""
    rule, clause, severity, certainty, message, field, excerpt, start, end, *rest = values
    span = None if start is None else (start, end)
    return Finding(rule, clause, _SEVERITIES[severity], _CERTAINTIES[certainty], message, field, excerpt, span, *rest)


def by_item(connection: Connection, items: Collection[str] | None, *, across: bool = True) -> dict[str, list[Finding]]:
    """The current findings of the items (None: of all), without those ``across`` items if so asked.

    An item without any is not in it; what is said across items comes last.
    """
    query = live(select(findings.c.item, *COLUMNS), findings)
    query = query.where(findings.c.item.is_not(None)).order_by(findings.c.origin == "corpus", findings.c.id)
    if not across:
        query = query.where(findings.c.origin != "corpus")
    found: dict[str, list[Finding]] = defaultdict(list)
    for item, *values in rows_for(connection, query, findings.c.item, items):
        found[item].append(record(values))
    return dict(found)


def counted(connection: Connection) -> dict[str, int]:
    """How many findings each workbook has, on it, its items and across them, by the hash of its bytes."""
    query = select(submissions.c.sha256, func.count().label("found"))
    query = query.join(findings, findings.c.submission == submissions.c.id)
    return {row.sha256: row.found for row in connection.execute(query.group_by(submissions.c.sha256))}


def of_sheets(connection: Connection, submission: int) -> list[Finding]:
    """The findings of a workbook as a whole."""
    query = select(*COLUMNS).where(findings.c.submission == submission, findings.c.item.is_(None))
    return [record(row) for row in connection.execute(query.order_by(findings.c.origin == "corpus", findings.c.id))]


def add_not_checked(connection: Connection, submission: int, by_item: Mapping[str, Sequence[NotChecked]]) -> None:
    """Insert which rules could not run on which item."""
    _insert_not_checked(connection, [(submission, item, some) for item, some in by_item.items()])


def _insert_not_checked(connection: Connection, lacking: Iterable[tuple[int, str, Sequence[NotChecked]]]) -> None:
    lines = [
        {"submission": submission, "item": item, "rules": _encode(some)} for submission, item, some in lacking if some
    ]
    if lines:
        connection.execute(insert(not_checked), lines)


def not_checked_by_item(connection: Connection, items: Collection[str] | None) -> dict[str, list[NotChecked]]:
    """The rules that could not run on the items (None: all); an item without any is not in it."""
    query = live(select(not_checked.c.item, not_checked.c.rules), not_checked)
    rows = rows_for(connection, query, not_checked.c.item, items)
    return {item: list(_decode(rules)) for item, rules in rows}


def _encode(some: Iterable[NotChecked]) -> str:
    return to_json([[each.rule, *each.needs] for each in some])


@lru_cache(maxsize=1024)
def _decode(rules: str) -> tuple[NotChecked, ...]:
    """Most items share one of a few lists, so most are decoded once."""
    return tuple(NotChecked(rule, tuple(needs)) for rule, *needs in json.loads(rules))
