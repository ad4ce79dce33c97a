"""What the verdict form offers and starts with."""

from typing import Any

from workbench.dashboards.reading.detail import group_name, rule_name
from workbench.dashboards.reading.events import verdict_word
from workbench.dashboards.state import Draft, ReviewState
from workbench.dashboards.state.review import violated
from workbench.records import VERDICTS, Reviewer, Role
from workbench.review import Detail

#: Verdicts on a catalogue row, those used most first: they answer to the keys 1 to 9.
_ORDER = (
    "pass", "return_for_revision", "cancel", "merge", "delegate_down", "reclassify", "move_to_lead",
    "convert_to_internal", "propose_law_amendment", "move_to_provincial", "add", "adjust", "delete",
    "keep_confidential", "needs_verification",
)  # fmt: skip
_DECIDING = (Role.REVIEWER, Role.LEAD, Role.LEGALITY)


def verdicts() -> list[tuple[str, str]]:
    """Code and name of each verdict that a catalogue row can get."""
    return [(code, VERDICTS[code]) for code in _ORDER]


def decides(reviewer: Reviewer) -> bool:
    """Whether the user's role decides at all; others only read."""
    return reviewer.role in _DECIDING


def start(state: ReviewState) -> dict[str, Any]:
    """What the form starts with: an unrecorded draft, else the standing verdict, else the suggestion."""
    detail = state.detail
    if detail is None:
        return {"item": "", "may_decide": False, "verdict": "", "units": [], "violations": [], "reasons": {}}
    draft = state.draft or _standing(detail) or Draft(detail.suggestion.verdict, detail.suggestion.opinion)
    return {
        "item": detail.matter.item,
        "revision": detail.revision,
        "may_decide": detail.may_decide,
        "verdict": draft.verdict,
        "opinion": draft.opinion,
        "lead_unit": draft.lead_unit or "",
        "reasons": dict(draft.reasons),
        "units": _units(state, detail),
        "violations": [{"rule": rule, "name": rule_name(rule)} for rule in violated(detail)],
        "note": _note(state, detail),
    }


def _standing(detail: Detail) -> Draft | None:
    """The verdict that stands, to be changed."""
    last = detail.history[-1] if detail.history else None
    if last is None or last.verdict is None:
        return None
    reasons = {answer.rule: answer.reason for answer in last.answers if not answer.upheld}
    return Draft(last.verdict, last.opinion, last.lead_unit, reasons)


def _units(state: ReviewState, detail: Detail) -> list[str]:
    """Units that could keep the matter: those of its suspected duplicates and its own first."""
    near = [suspect.other.unit for suspect in detail.suspects]
    everyone = [unit.name for unit in state.workspace.assignments.units]
    return list(dict.fromkeys([*near, detail.matter.unit, *everyone]))


def _note(state: ReviewState, detail: Detail) -> str:
    if not detail.may_decide:
        group = group_name(detail.group, state.workspace.assignments)
        return f"本事项由{group or '其他组'}审核，您只能查看。"
    last = detail.history[-1] if detail.history else None
    if last and last.verdict:
        return f"现有结论：{verdict_word(last)}。再次记录即更改。"
    count = len(detail.suggestion.answers)
    return f"意见已按 {count} 类发现草拟，可直接修改。" if count else "未发现问题，建议通过。"
