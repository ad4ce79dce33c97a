"""Suspected duplicates side by side."""

from collections.abc import Sequence
from typing import Any

from workbench.assignments import Assignments
from workbench.dashboards.reading.detail import group_name, reasons_read, where
from workbench.dashboards.reading.differences import compared
from workbench.dashboards.reading.events import event_line, shown_time, who
from workbench.dashboards.reading.levels import level_word
from workbench.dashboards.reading.tones import RELATION_TONES
from workbench.dashboards.state.twins import Twins
from workbench.records import COLUMN_NAMES, RELATION_NAMES, Comment, Matter, Pair
from workbench.review import Apart

_FIELDS = (
    "item_name", "sub_item_name", "item_type", "levels_and_departments", "implementing_agency", "remarks",
    "legal_basis",
)  # fmt: skip


def read_twins(
    twins: Twins, assignments: Assignments, apart: Sequence[Apart] = (), comments: Sequence[Comment] = ()
) -> dict[str, Any]:
    """Values for the template ``twins.html.j2``; every member is compared with the first."""
    first = twins.members[0]
    return {
        "name": first.row.full_name,
        "relation": RELATION_NAMES[twins.relation],
        "tone": RELATION_TONES[twins.relation],
        "score": f"{twins.surest.comparison.score:.2f}",
        "level": level_word(twins.surest.comparison.level),
        "lead": twins.lead or "",
        "lead_reason": twins.lead_reason,
        "members": [
            {
                "unit": member.unit,
                "group": _group(member, assignments),
                "where": where(member),
                "lead": member.unit == twins.lead,
            }
            for member in twins.members
        ],
        "rows": [row for field in _FIELDS if (row := _row(field, twins.members))],
        "pairs": [_pair(pair, twins) for pair in twins.pairs],
        "apart": [_apart(each, assignments) for each in apart],
        "comments": read_comments(comments, assignments),
        "say": False,
        "history": [event_line(event, assignments) for event in reversed(twins.history)],
    }


def read_comments(comments: Sequence[Comment], assignments: Assignments) -> list[dict[str, str]]:
    """Values for the template ``comments.html.j2``, the oldest first."""
    return [_comment(each, assignments) for each in comments]


def _comment(said: Comment, assignments: Assignments) -> dict[str, str]:
    group = group_name(said.group, assignments) if said.group else ""
    return {"when": shown_time(said.at), "who": who(said.by, assignments), "group": group, "text": said.text}


def _group(member: Matter, assignments: Assignments) -> str:
    unit = assignments.unit(member.unit)
    return group_name(unit.group if unit else None, assignments)


def _row(field: str, members: tuple[Matter, ...]) -> dict[str, Any] | None:
    texts = [getattr(member.row, field) or "" for member in members]
    if not any(texts):
        return None
    sides = [compared(texts[0], text) for text in texts[1:]]
    first = sides[0][0] if len(sides) == 1 else [(texts[0], False)]
    return {"name": COLUMN_NAMES[field], "cells": [first, *(right for _, right in sides)]}


def _apart(each: Apart, assignments: Assignments) -> dict[str, Any]:
    """What people said and what the words say, of one pair."""
    judged, words = each.judged, each.comparison
    return {
        "units": f"{judged.org_a} — {judged.org_b}",
        "people": RELATION_NAMES[judged.relation],
        "people_tone": RELATION_TONES[judged.relation],
        "by": who(judged.by, assignments),
        "note": judged.note,
        "words": RELATION_NAMES[words.relation],
        "words_tone": RELATION_TONES[words.relation],
        "score": f"{words.score:.2f}",
        "level": level_word(words.level),
        "reasons": reasons_read(words.reasons),
    }


def _pair(pair: Pair, twins: Twins) -> dict[str, Any]:
    units = {member.item: member.unit for member in twins.members}
    return {
        "units": f"{units.get(pair.a, '')} — {units.get(pair.b, '')}",
        "relation": RELATION_NAMES[pair.comparison.relation],
        "tone": RELATION_TONES[pair.comparison.relation],
        "score": f"{pair.comparison.score:.2f}",
        "level": level_word(pair.comparison.level),
        "reasons": reasons_read(pair.comparison.reasons),
    }
