"""What the verdict form offers and starts with."""

from collections.abc import Sequence
from typing import Any

from workbench.dashboards.reading.corrections import corrections
from workbench.dashboards.reading.detail import group_name, reasons_read, rule_name
from workbench.dashboards.reading.events import verdict_word
from workbench.dashboards.state import Draft, DuplicatesState, ReviewState, Twins
from workbench.dashboards.state.review import violated
from workbench.records import DELEGATION_LEVELS, ITEM_TYPES, RELATION_NAMES, VERDICTS, Event, Relation
from workbench.review import Detail, Workspace

_ITEM_ORDER = (
    "pass", "return_for_revision", "cancel", "merge", "delegate_down", "reclassify", "move_to_lead",
    "convert_to_internal", "propose_law_amendment", "move_to_provincial", "add", "adjust", "delete",
    "keep_confidential", "needs_verification",
)  # fmt: skip
#: Verdicts on a catalogue row, those used most first: they answer to the keys 1 to 9.
ITEM_VERDICTS = tuple((code, VERDICTS[code]) for code in _ITEM_ORDER)
#: Verdicts on suspected duplicates; a pass says that they are none.
TWIN_VERDICTS = (
    ("merge", "合并"),
    ("move_to_lead", "列入牵头部门"),
    ("pass", "不属重复"),
    ("return_for_revision", "退回修改"),
    ("needs_verification", "人工核实"),
)


def start(state: ReviewState) -> dict[str, Any]:
    """What the form starts with: an unrecorded draft, else the standing verdict, else the suggestion."""
    detail: Detail = state.detail
    near = [suspect.other.unit for suspect in detail.suspects]
    lead = _only([*near, detail.matter.unit])
    proposed = detail.suggestion
    suggested = Draft(
        proposed.verdict, proposed.opinion, lead, target_type=proposed.target_type, target_level=proposed.target_level
    )
    draft = state.draft or _standing(detail.history) or suggested
    return {
        **_values(draft),
        "item": detail.matter.item,
        "revision": detail.revision,
        "may_decide": detail.may_decide and not _closed(state),
        "closed": _closed(state),
        "units": _units([*near, detail.matter.unit], state.workspace),
        "types": list(ITEM_TYPES),
        "levels": list(DELEGATION_LEVELS),
        "violations": [{"rule": rule, "name": rule_name(rule)} for rule in violated(detail)],
        "corrections": [[number, each["sentence"]] for number, each in corrections(detail).items()],
        "note": _note(state, detail),
    }


def start_twins(state: DuplicatesState) -> dict[str, Any]:
    """The same for suspected duplicates: what is the same is proposed to be merged, with the lead that was found."""
    twins = state.detail
    members = list(dict.fromkeys(member.unit for member in twins.members))
    suggested = "merge" if twins.relation is Relation.SAME else "needs_verification"
    draft = state.draft or _standing(twins.history) or Draft(suggested, _opinion(twins), twins.lead or _only(members))
    note = (
        "一次决定，对全部各行有效，两个组都能看到。" if twins.may_decide else "这些事项不属于您的审核组，您只能查看。"
    )
    return {
        **_values(draft),
        "item": twins.id,
        "revision": twins.revision,
        "may_decide": twins.may_decide,
        "units": _units(members, state.workspace),
        "violations": [],
        "note": note,
    }


def _opinion(twins: Twins) -> str:
    """Who has what, and why it is taken to be alike."""
    named = "、".join(f"{member.unit}“{member.row.full_name}”" for member in twins.members)
    reasons = reasons_read(reason for pair in twins.pairs for reason in pair.comparison.reasons)
    return f"{named}：{RELATION_NAMES[twins.relation]}。{reasons}" + ("。" if reasons else "")


def _values(draft: Draft) -> dict[str, Any]:
    return {
        "verdict": draft.verdict,
        "opinion": draft.opinion,
        "lead_unit": draft.lead_unit or "",
        "reasons": dict(draft.reasons),
        "target_type": draft.target_type or "",
        "target_level": draft.target_level or "",
    }


def _standing(history: Sequence[Event]) -> Draft | None:
    """The verdict that stands, to be changed."""
    last = history[-1] if history else None
    if last is None or last.verdict is None:
        return None
    reasons = {answer.rule: answer.reason for answer in last.answers if not answer.upheld}
    return Draft(last.verdict, last.opinion, last.lead_unit, reasons, last.target_type, last.target_level)


def _units(near: Sequence[str], workspace: Workspace) -> list[str]:
    """Units that could keep the matter, those concerned first."""
    return list(dict.fromkeys([*near, *(unit.name for unit in workspace.assignments.units)]))


def _only(units: Sequence[str]) -> str | None:
    """The unit, where all are the same one: nobody else could keep the matter."""
    return units[0] if len(set(units)) == 1 else None


def _closed(state: ReviewState) -> str:
    """Why the chain takes no verdict now; a second review is no part of the chain."""
    return state.chain.closed if state.chain and not state.is_second else ""


def _note(state: ReviewState, detail: Detail) -> str:
    if not detail.may_decide:
        group = group_name(detail.group, state.workspace.assignments)
        return f"本事项由{group or '其他组'}审核，您只能查看。"
    if state.is_second:
        return "背靠背复审：此前的结论对您不公开，请独立作出结论；记录一次，不能更改。"
    if state.chain and state.chain.note:
        return state.chain.note
    last = detail.history[-1] if detail.history else None
    if last and last.verdict:
        return f"现有结论：{verdict_word(last)}。" + ("" if _closed(state) else "再次记录即更改。")
    if _closed(state):
        return "尚无结论。"
    count = len(detail.suggestion.answers)
    return f"意见已按 {count} 类发现草拟，可直接修改。" if count else "未发现问题，建议通过。"
