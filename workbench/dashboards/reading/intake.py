"""Files that wait and files that were taken in, as the intake page shows them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from workbench.assignments import Assignments
from workbench.dashboards.reading.events import shown_time
from workbench.dashboards.state.intake import Waiting
from workbench.records import ROW_STATE_NAMES, ReadUse, RowState, Submission
from workbench.review import Arrival, IntakeLine

#: Use of a cell -> the word for it.
USES = {"field": "读为内容", "header": "表头", "title": "标题", "ignored": "未读"}
#: Lines of the read report that are shown; the rest is counted.
_LINES = 300
_LINE_TONES = {"新收": "ok", "未变": "none", "待分派": "warn", "无法读取": "bad", "无权收件": "bad"}


def read_waiting(waiting: Waiting) -> dict[str, Any]:
    """Values for one file of ``waiting.html.j2``."""
    arrival = waiting.arrival
    examined = arrival.examined
    tone, word, why = _standing(arrival)
    return {
        "number": waiting.number,
        "file": examined.file,
        "size": f"{len(arrival.sent.content) / 1024:,.0f} KB",
        "unit": examined.unit.name if examined.unit else "",
        "unit_text": examined.unit_text or "",
        "kind": examined.kind or "",
        "readable": examined.readable,
        "only_guides": not examined.matters and bool(examined.guides),
        "rows": len(examined.matters),
        "guides": len(examined.guides),
        "violations": arrival.violations,
        "tone": tone,
        "word": word,
        "why": why,
        "problems": [problem.message for problem in examined.problems if problem.message != why],
        **read_uses(examined.uses),
    }


def _standing(arrival: Arrival) -> tuple[str, str, str]:
    """Tone, word and reason of where a file stands."""
    examined, known = arrival.examined, arrival.known
    if not examined.readable:
        return "bad", "无法读取", next(each.message for each in examined.problems if each.fatal)
    if known is not None:
        return "none", "已收过", f"内容与 {shown_time(known.received_at)} 收入的“{known.file}”相同，不必再收。"
    if arrival.refused:
        return "bad", "无权收件", arrival.refused
    if arrival.ready:
        return "ok", "可以收入", ""
    missing = [word for word, there in (("单位", examined.unit), ("种类", examined.kind)) if there is None]
    return "warn", "待指明", f"请在左边选择{'和'.join(missing)}。"


def read_uses(uses: Sequence[ReadUse]) -> dict[str, Any]:
    """What became of a file's cells: counts by use, why some were not read, and the report itself."""
    counts: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for use in uses:
        counts[use.use] += use.count
        if use.use == "ignored":
            left[use.reason] += use.count
    return {
        "cells": counts.total(),
        "read": [(word, counts[use]) for use, word in USES.items() if counts[use]],
        "left": left.most_common(),
        "uses": [(u.sheet, u.cells, u.count, USES.get(u.use, u.use), u.name, u.reason) for u in uses[:_LINES]],
        "more": max(0, len(uses) - _LINES),
    }


def read_lines(lines: Iterable[IntakeLine]) -> list[dict[str, Any]]:
    """What became of each file that was taken in last."""
    return [
        {
            "file": line.file,
            "status": line.status,
            "tone": _LINE_TONES.get(line.status, "none"),
            "unit": line.unit,
            "kind": line.kind,
            "round": line.round or "",
            "rows": line.rows,
            "guides": line.guides,
            "findings": line.findings,
            "compared": "，".join(_compared(line)),
            "problems": [problem.message for problem in line.problems if not problem.note],
        }
        for line in lines
    ]


def _compared(line: IntakeLine) -> Iterator[str]:
    counted = Counter(change.state for change in line.changes)
    return (f"{ROW_STATE_NAMES[state]} {counted[state]}" for state in RowState if counted[state])


def read_received(submissions: Iterable[Submission], assignments: Assignments) -> list[dict[str, Any]]:
    """Submissions that are in the store."""
    return [
        {
            "file": each.file,
            "unit": each.unit,
            "group": unit.group if (unit := assignments.unit(each.unit)) else "",
            "kind": each.kind,
            "round": each.round,
            "rows": each.rows,
            "when": shown_time(each.received_at),
        }
        for each in submissions
    ]
