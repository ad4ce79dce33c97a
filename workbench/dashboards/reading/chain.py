"""Where a file is in the review chain, in words."""

from typing import Any

from workbench.assignments import Assignments
from workbench.dashboards.reading.events import shown_time, who
from workbench.dashboards.state import Whereabouts
from workbench.records import STAGE_NAMES, STEPS, Move

_STEPS = {step.code: step.name for step in STEPS}


def read_chain(at: Whereabouts, assignments: Assignments) -> dict[str, Any]:
    """Values for the template ``chain.html.j2``; the newest move first."""
    now = at.state
    return {
        "unit": now.unit,
        "kind": now.kind,
        "round": now.round,
        "stage": STAGE_NAMES[now.stage],
        "locked": now.locked,
        "holder": who(now.holder, assignments) if now.holder else "",
        "size": now.items,
        "undecided": now.undecided,
        "note": at.note,
        "steps": [{"code": step.code, "name": step.name} for step in at.steps],
        "moves": [_move(each, assignments) for each in reversed(now.moves)],
    }


def _move(move: Move, assignments: Assignments) -> dict[str, str]:
    return {
        "when": shown_time(move.at),
        "who": who(move.by, assignments),
        "what": _STEPS.get(move.step, move.step),
        "receiver": who(move.receiver, assignments) if move.receiver else "",
        "reason": move.reason,
        "note": move.note,
    }
