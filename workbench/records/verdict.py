"""Verdicts (section 5 of the rule book) and the events that record them."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Stages of the review chain (明电52号 三、四)."""

    GROUP_REVIEW = "group_review"
    LEGALITY_REVIEW = "legality_review"
    RETURNED = "returned"
    REVISION = "revision"
    RECHECK = "recheck"


STAGE_NAMES = {
    Stage.GROUP_REVIEW: "审核",
    Stage.LEGALITY_REVIEW: "合法性审查",
    Stage.RETURNED: "反馈",
    Stage.REVISION: "修改",
    Stage.RECHECK: "复核",
}

#: Code -> the verdict's Chinese name, in the rule book's order.
VERDICTS = {
    "pass": "通过",
    "return_for_revision": "退回修改",
    "cancel": "取消",
    "convert_to_internal": "转为政府内部事项",
    "propose_law_amendment": "建议修法",
    "delegate_down": "下放",
    "reclassify": "规范类型",
    "add": "增补",
    "adjust": "调整",
    "delete": "删除",
    "merge": "合并",
    "move_to_lead": "列入牵头部门",
    "move_to_provincial": "移入省目录",
    "keep_confidential": "保留（不公开）",
    "cancel_material": "取消（材料）",
    "use_commitment": "改为承诺",
    "needs_verification": "人工核实",
}

#: Verdicts that name the unit which keeps the matter.
NEEDS_LEAD_UNIT = ("merge", "move_to_lead")

#: To which levels a provincial matter goes down (附件1 1.4 二).
DELEGATION_LEVELS = ("市级", "县级", "市级、县级")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reviewer says to one finding: upheld, or overruled with a reason."""

    rule: str
    upheld: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer wants recorded about an item.

    ``target_type`` is the type that 规范类型 gives the matter, one of ``ITEM_TYPES``; ``target_level`` the level that
    下放 sends it to, one of ``DELEGATION_LEVELS``.
    """

    item: str
    verdict: str
    opinion: str = ""
    answers: tuple[Answer, ...] = ()
    lead_unit: str | None = None
    stage: Stage = Stage.GROUP_REVIEW
    target_type: str | None = None
    target_level: str | None = None


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A decision that a reviewer has begun; ``revision`` is how many events the item had then."""

    decision: Decision
    revision: int
    at: str


@dataclass(frozen=True, slots=True)
class Event:
    """A decision as stored: append-only, numbered, chained by hash.

    ``revision`` is how many events of the item the decision was made on. ``verdict`` is None when the
    event takes the item back to being undecided (an undo of its first verdict); ``undoes`` is the
    event that this one compensates: a verdict that is taken back, or an undo that is itself undone (a redo).
    ``batch`` is the first event of the bulk that this one is part of.
    """

    event: int
    item: str
    verdict: str | None
    opinion: str
    by: str
    at: str
    stage: str
    revision: int
    answers: tuple[Answer, ...] = ()
    lead_unit: str | None = None
    undoes: int | None = None
    source: str | None = None
    previous_hash: str = ""
    hash: str = ""
    target_type: str | None = None
    target_level: str | None = None
    batch: int | None = None
