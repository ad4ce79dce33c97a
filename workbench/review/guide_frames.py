"""Guides, their materials, changes between rounds, and the account of every cell, as pandas DataFrames."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from workbench.assignments import Assignments
from workbench.records import (
    ELEMENTS,
    MATERIAL_FIELDS,
    GuideEntry,
    Matter,
    ReadUse,
    RowChange,
    RowState,
    Submission,
    material_field,
)

GUIDE_COLUMNS = [
    "item", "unit", "group", "round", "region", "matter", "tie", *(element.term for element in ELEMENTS), "remarks",
    "file", "sheet", "cell", "position",
]  # fmt: skip
MATERIAL_COLUMNS = [
    "item", "unit", "group", "round", "position", *MATERIAL_FIELDS.values(), "extra", "file", "sheet", "cell",
]  # fmt: skip
CHANGE_COLUMNS = [
    "item", "unit", "group", "kind", "round", "state", "fields", "link", "name", "earlier_name",
]  # fmt: skip
USE_COLUMNS = ["file", "sheet", "cells", "count", "use", "name", "reason"]


def guides_frame(guides: Iterable[GuideEntry], assignments: Assignments) -> pd.DataFrame:
    """One line a guide: columns :data:`GUIDE_COLUMNS`; ``matter`` is the item of its catalogue row.

    The elements stand under their English terms, as printed; None is unknown, an empty text is blank.
    """
    groups = _groups(assignments)
    records = [
        (
            g.item, g.unit, groups.get(g.unit), g.round, g.region, g.matter, g.tie and str(g.tie),
            *(g.guide.text(element.name) for element in ELEMENTS), g.guide.remarks,
            g.place.file, g.place.sheet, g.place.cell, g.position,
        )
        for g in guides
    ]  # fmt: skip
    return pd.DataFrame.from_records(records, columns=GUIDE_COLUMNS)


def materials_frame(guides: Iterable[GuideEntry], assignments: Assignments) -> pd.DataFrame:
    """One line a material: columns :data:`MATERIAL_COLUMNS`; ``item`` is its guide's, ``position`` counts from 0."""
    groups = _groups(assignments)
    records = [
        (
            g.item, g.unit, groups.get(g.unit), g.round, position,
            *(material.text(name) for name in MATERIAL_FIELDS), dict(material.extra), g.place.file, g.place.sheet,
            g.cells.get(material_field(position, "材料名称"), g.place.cell),
        )
        for g in guides
        for position, material in enumerate(g.guide.materials or ())
    ]  # fmt: skip
    return pd.DataFrame.from_records(records, columns=MATERIAL_COLUMNS)


def changes_frame(
    changes: Mapping[str, RowChange],
    matters: Iterable[Matter],
    guides: Iterable[GuideEntry],
    assignments: Assignments,
) -> pd.DataFrame:
    """One line an item that has a round before, or is new or gone: columns :data:`CHANGE_COLUMNS`.

    ``matters`` and ``guides`` are those of all rounds. ``fields`` names what changed, as fields or elements.
    """
    groups = _groups(assignments)
    rounds: dict[str, list[tuple[int, str, str, str]]] = {}
    for m in matters:
        rounds.setdefault(m.item, []).append((m.round, m.unit, m.kind, m.row.full_name))
    for g in guides:
        rounds.setdefault(g.item, []).append((g.round, g.unit, g.kind, g.guide.name))
    records = [_change(change, sorted(rounds[item]), groups) for item, change in changes.items() if item in rounds]
    return pd.DataFrame.from_records(records, columns=CHANGE_COLUMNS)


def _change(
    change: RowChange, rounds: Sequence[tuple[int, str, str, str]], groups: Mapping[str, int]
) -> tuple[object, ...]:
    gone = change.state is RowState.GONE
    round_, unit, kind, latest = rounds[-1]
    before = latest if gone else rounds[-2][3] if len(rounds) > 1 and change.link else None
    return (
        change.item, unit, groups.get(unit), kind, round_ + gone, str(change.state), " ".join(change.fields),
        change.link and str(change.link), None if gone else latest, before,
    )  # fmt: skip


def uses_frame(uses: Iterable[tuple[Submission, Sequence[ReadUse]]]) -> pd.DataFrame:
    """What became of every cell: columns :data:`USE_COLUMNS`; ``use`` is field, header, title or ignored."""
    records = [
        (submission.file, use.sheet, use.cells, use.count, use.use, use.name, use.reason)
        for submission, some in uses
        for use in some
    ]
    return pd.DataFrame.from_records(records, columns=USE_COLUMNS)


def _groups(assignments: Assignments) -> dict[str, int]:
    return {unit.name: unit.group for unit in assignments.units}
