"""What a decision must carry before it is recorded."""

from collections.abc import Iterable
from dataclasses import replace

from workbench.assignments import Assignments
from workbench.records import (
    NEEDS_LEAD_UNIT,
    VERDICTS,
    Answer,
    Decision,
    Event,
    Finding,
    Part,
    Severity,
    Stage,
)
from workbench.store import targets
from workbench.store.refusals import Refused
from workbench.store.text import is_blank, storable


def completed(decision: Decision, assignments: Assignments) -> Decision:
    """The decision with its lead unit under its short name, and texts that a database takes.

    Raises:
        Refused: the verdict is unknown, or lacks its opinion, lead unit, target or a reason.
    """
    if decision.verdict not in VERDICTS:
        choices = "、".join(VERDICTS.values())
        raise Refused(f"没有“{decision.verdict}”这种结论。可用的结论：{choices}。")
    name = VERDICTS[decision.verdict]
    opinion = storable(decision.opinion)
    if decision.verdict != "pass" and is_blank(opinion):
        raise Refused(f"“{name}”须写明审核意见。请填写意见后再记录。")
    answers = tuple(replace(answer, reason=storable(answer.reason)) for answer in decision.answers)
    _require_reasons(answers)
    return replace(
        decision,
        opinion=opinion,
        answers=answers,
        lead_unit=_lead_unit(decision, assignments),
        target_type=targets.type_of(decision),
        target_level=targets.level_of(decision),
    )


def _require_reasons(answers: Iterable[Answer]) -> None:
    silent = [answer.rule for answer in answers if not answer.upheld and is_blank(answer.reason)]
    if silent:
        raise Refused(f"不采纳 {'、'.join(silent)} 须写明理由。请填写理由后再记录。")


def _lead_unit(decision: Decision, assignments: Assignments) -> str | None:
    """The short name of the unit that keeps the matter; None for verdicts that name none."""
    if decision.verdict not in NEEDS_LEAD_UNIT:
        return None
    name = VERDICTS[decision.verdict]
    if not decision.lead_unit:
        raise Refused(f"“{name}”须指明牵头单位。请选择保留该事项的单位后再记录。")
    unit = assignments.unit(decision.lead_unit)
    if unit is None:
        raise Refused(f"没有名为“{decision.lead_unit}”的单位。请从名单中选择牵头单位。")
    return unit.name


def require_possible(decision: Decision, part: Part | None) -> None:
    """Let an element or a material have the verdicts that can be said of one; a matter or guide has all of them.

    Raises:
        Refused: the verdict is one on whole matters, or on materials alone.
    """
    if part is not None and decision.verdict not in part.verdicts:
        choices = "、".join(VERDICTS[code] for code in part.verdicts)
        raise Refused(f"“{VERDICTS[decision.verdict]}”不能用于{part.name}。可用的结论：{choices}。")


def require_order(decision: Decision, standing: Event | None) -> None:
    """Hold the order of 明电52号 四(二)1: 合法性审查 comes after the group's review; of guides both go side by side.

    Raises:
        Refused: the group has not decided yet.
    """
    if decision.stage is Stage.LEGALITY_REVIEW and standing is None and not decision.item.startswith("G-"):
        raise Refused(
            "审核组尚未对该事项作出结论，不能进行合法性审查（明电52号 四(二)1）。请待审核组记录结论后再审查。"
        )


def require_answers(decision: Decision, findings: Iterable[Finding]) -> None:
    """Let an item with these findings pass only when every 违规 was overruled with a reason.

    Raises:
        Refused: some were not; the message lists them.
    """
    overruled = {answer.rule for answer in decision.answers if not answer.upheld}
    left = [finding for finding in findings if finding.severity is Severity.VIOLATION and finding.rule not in overruled]
    if left:
        listed = "；".join(f"{finding.rule} {finding.message.rstrip('。；')}" for finding in left)
        raise Refused(
            f"该事项还有 {len(left)} 条违规没有处理，不能通过：{listed}。"
            "请逐条选“不采纳”并写明理由，或改作“退回修改”等结论。"
        )
