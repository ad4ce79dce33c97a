"""Catalogue rows, written and read exactly as the workbook had them."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, insert, select

from workbench.records import Matter, Place, Row
from workbench.store import secrecy
from workbench.store.tables import matters, relinks, submissions
from workbench.store.text import to_json

#: A matter's own columns, then its place's, then its row's: each group in the order of the record's fields.
_MATTER = ("item", "unit", "kind", "round", "region", "position", "cells")
_PLACE = ("file", "sheet", "cell")
_ROW = (
    "row_org", "row_catalogue", "row_region", "seq", "item_name", "sub_item_name", "item_type", "legal_basis",
    "levels_and_departments", "implementing_agency", "remarks", "sub_items", "nature",
)  # fmt: skip
_NAMES = (*_MATTER, *_PLACE, *_ROW)
_PLACE_AT, _ROW_AT = len(_MATTER), len(_MATTER) + len(_PLACE)
_SUB_ITEMS = _ROW.index("sub_items")


def add(connection: Connection, submission: int, rows: Sequence[Matter]) -> None:
    """Insert the matters of a submission."""
    lines = [
        {"submission": submission, "secret": secrecy.is_marked(matter.row.remarks)}
        | dict(zip(_NAMES, _values(matter), strict=True))
        for matter in rows
    ]
    if lines:
        connection.execute(insert(matters), lines)


def _values(matter: Matter) -> tuple[Any, ...]:
    place, row = matter.place, matter.row
    own = (matter.item, matter.unit, matter.kind, matter.round, matter.region, matter.position)
    return (
        *own, to_json(dict(matter.cells)), place.file, place.sheet, place.cell,
        row.org, row.catalogue, row.region, row.seq, row.item_name, row.sub_item_name, row.item_type,
        row.legal_basis, row.levels_and_departments, row.implementing_agency, row.remarks,
        None if row.sub_items is None else to_json(row.sub_items), row.nature,
    )  # fmt: skip


def listed(connection: Connection, units: Collection[str] | None, *, current_only: bool) -> list[Matter]:
    """The matters of the units (None: of all), in the order of submission and row."""
    query = _query(current_only).order_by(matters.c.submission, matters.c.position)
    if units is not None:
        query = query.where(matters.c.unit.in_(list(units)))
    return [_record(row) for row in connection.execute(query)]


@dataclass
class Held:
    """The matters of submissions that were read before: a submission's rows do not change, but for their ids.

    Attributes:
        by_submission: number, and how many ids were given by hand in it -> its matters.
    """

    by_submission: dict[tuple[int, int], list[Matter]] = field(default_factory=dict)


def current(connection: Connection, held: Held) -> list[Matter]:
    """All current matters, as :func:`listed`; those that are ``held`` are not read again."""
    renamed = func.count(relinks.c.id)
    query = select(submissions.c.id, renamed).outerjoin(relinks, relinks.c.submission == submissions.c.id)
    query = query.where(submissions.c.current).group_by(submissions.c.id).order_by(submissions.c.id)
    former, held.by_submission = held.by_submission, {}
    for number, times in connection.execute(query).all():
        rows = former.get((number, times))
        if rows is None:
            mine = _query(current_only=True).where(matters.c.submission == number).order_by(matters.c.position)
            rows = [_record(row) for row in connection.execute(mine)]
        held.by_submission[number, times] = rows
    return [matter for rows in held.by_submission.values() for matter in rows]


def one(connection: Connection, item: str) -> Matter | None:
    """The item as it stands in the current round, else as it last stood."""
    query = _query(current_only=False).where(matters.c.item == item)
    row = connection.execute(query.order_by(submissions.c.current.desc(), matters.c.round.desc()).limit(1)).first()
    return None if row is None else _record(row)


def rounds_of(connection: Connection, item: str) -> list[Matter]:
    """The item in all rounds that it stood in, the newest first."""
    query = _query(current_only=False).where(matters.c.item == item).order_by(matters.c.round.desc())
    return [_record(row) for row in connection.execute(query)]


def _query(current_only: bool) -> Any:
    query = select(*(matters.c[name] for name in _NAMES)).join(submissions, submissions.c.id == matters.c.submission)
    return query.where(submissions.c.current) if current_only else query


def _record(values: Sequence[Any]) -> Matter:
    item, unit, kind, round_, region, position, cells = values[:_PLACE_AT]
    row = list(values[_ROW_AT:])
    if row[_SUB_ITEMS] is not None:
        row[_SUB_ITEMS] = tuple(json.loads(row[_SUB_ITEMS]))
    place = Place(*values[_PLACE_AT:_ROW_AT])
    return Matter(item, unit, kind, round_, region, Row(*row), place, json.loads(cells), position)
