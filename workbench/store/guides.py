"""Guides, written and read exactly as their forms had them."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from workbench.records import Guide, GuideEntry, Material, Place, Tie
from workbench.store import secrecy
from workbench.store.submissions import GUIDES
from workbench.store.tables import guides, submissions
from workbench.store.text import to_json

_KEYS = (
    "item", "unit", "kind", "round", "region", "position", "cells", "labels", "matter", "tie", "file", "sheet", "cell",
    "elements", "materials", "steps", "topics_natural", "topics_legal", "remarks", "guide_org", "guide_catalogue",
    "guide_region",
)  # fmt: skip
_COLUMNS = [guides.c[name] for name in _KEYS]


def add(connection: Connection, submission: int, entries: Sequence[GuideEntry]) -> None:
    """Insert a submission's guides; each takes the place of the same guide's former round."""
    if not entries:
        return
    former = update(guides).where(guides.c.item == bindparam("of")).values(current=False)
    connection.execute(former, [{"of": entry.item} for entry in entries])
    common = {"submission": submission, "current": True}
    lines = [common | {"secret": secrecy.is_marked(each.guide.remarks)} | _line(each) for each in entries]
    connection.execute(insert(guides), lines)
    _retire_files(connection, submission)


def continue_as(connection: Connection, submission: int, item: str, earlier: GuideEntry) -> None:
    """Make a submission's guide the next round of an earlier one."""
    connection.execute(update(guides).where(guides.c.item == earlier.item).values(current=False))
    mine = update(guides).where(guides.c.submission == submission, guides.c.item == item)
    connection.execute(mine.values(item=earlier.item, round=earlier.round + 1))
    _retire_files(connection, submission)


def _retire_files(connection: Connection, newest: int) -> None:
    """Files of guides alone whose guides have all come again are not current any more."""
    came = select(guides.c.item).where(guides.c.submission == newest)
    former = select(guides.c.submission).where(guides.c.item.in_(came), guides.c.submission != newest)
    held = select(guides.c.submission).where(guides.c.submission.in_(former), guides.c.current)
    connection.execute(
        update(submissions)
        .where(submissions.c.id.in_(former), submissions.c.kind == GUIDES, submissions.c.id.not_in(held))
        .values(current=False)
    )


def _line(entry: GuideEntry) -> dict[str, Any]:
    guide, place = entry.guide, entry.place
    values = (
        entry.item, entry.unit, entry.kind, entry.round, entry.region, entry.position, to_json(dict(entry.cells)),
        to_json(entry.order), entry.matter, entry.tie and str(entry.tie), place.file, place.sheet, place.cell,
        to_json(dict(guide.elements)), _materials(guide), _steps(guide), _maybe(guide.topics_natural),
        _maybe(guide.topics_legal), guide.remarks, guide.org, guide.catalogue, guide.region,
    )  # fmt: skip
    return dict(zip(_KEYS, values, strict=True))


def _materials(guide: Guide) -> str | None:
    return _maybe(guide.materials and [[dict(each.values), dict(each.extra)] for each in guide.materials])


def _steps(guide: Guide) -> str | None:
    return _maybe(guide.steps and [dict(step) for step in guide.steps])


def _maybe(value: Any) -> str | None:
    return None if value is None else to_json(value)


def listed(connection: Connection, units: Collection[str] | None, *, current_only: bool) -> list[GuideEntry]:
    """The guides of the units (None: of all), in the order of submission and place."""
    query = select(*_COLUMNS).order_by(guides.c.submission, guides.c.position)
    if current_only:
        query = query.where(guides.c.current)
    if units is not None:
        query = query.where(guides.c.unit.in_(list(units)))
    return [_record(row) for row in connection.execute(query)]


def items(connection: Connection, unit: str) -> set[str]:
    """Every id that a guide of the unit has had, in whatever round."""
    return set(connection.scalars(select(guides.c.item).where(guides.c.unit == unit)))


def of_submission(connection: Connection, submission: int) -> list[GuideEntry]:
    """The guides of one file that no later file has taken the place of, in the order of its places."""
    query = select(*_COLUMNS).where(guides.c.submission == submission, guides.c.current).order_by(guides.c.position)
    return [_record(row) for row in connection.execute(query)]


def rounds_of(connection: Connection, item: str) -> list[GuideEntry]:
    """The guide in all its rounds, the newest first."""
    query = select(*_COLUMNS).where(guides.c.item == item).order_by(guides.c.round.desc())
    return [_record(row) for row in connection.execute(query)]


def _record(values: Sequence[Any]) -> GuideEntry:
    item, unit, kind, round_, region, position, cells, labels, matter, tie, *rest = values
    file, sheet, cell, elements, materials, steps, natural, legal, *known = rest
    guide = Guide(
        json.loads(elements),
        None if materials is None else tuple(Material(*each) for each in json.loads(materials)),
        None if steps is None else tuple(json.loads(steps)),
        None if natural is None else tuple(json.loads(natural)),
        None if legal is None else tuple(json.loads(legal)),
        *known,
    )
    place, order = Place(file, sheet, cell), tuple(json.loads(labels))
    return GuideEntry(
        item, unit, kind, round_, region, guide, place, matter, json.loads(cells), order, position, tie and Tie(tie)
    )


def tie(connection: Connection, ties: Mapping[str, tuple[str | None, Tie | None]]) -> None:
    """Note the catalogue row of current guides, and what tells it."""
    lines = [{"of": item, "matter": matter, "tie": by and str(by)} for item, (matter, by) in ties.items()]
    _update_current(connection, lines)


def _update_current(connection: Connection, lines: Sequence[Mapping[str, Any]]) -> None:
    """Write each line's values to the current guide ``of`` its id."""
    if lines:
        names = [name for name in lines[0] if name != "of"]
        found = update(guides).where(guides.c.item == bindparam("of"), guides.c.current)
        connection.execute(found.values({name: bindparam(name) for name in names}), lines)


def checked_with(connection: Connection) -> dict[str, str | None]:
    """What each current guide's checks had beside it; None where they never ran."""
    query = select(guides.c.item, guides.c.checked_with).where(guides.c.current)
    return {row.item: row.checked_with for row in connection.execute(query)}


def note_checked(connection: Connection, items: Mapping[str, str]) -> None:
    """Note what the checks of current guides had beside them."""
    _update_current(connection, [{"of": item, "checked_with": digest} for item, digest in items.items()])
