"""The chain of section 4 of the rule book as data: which step leads from where to where, who takes it, and on what terms."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.records.unit import Role
from workbench.records.verdict import Stage

#: The kind of the chain of a unit's guides; every other kind is a catalogue's.
GUIDES = "办事指南"
#: Who does the legality review, also of its own catalogue (WF-SELF-REVIEW).
LEGALITY_OFFICE = "省政府法制办"


class Term(StrEnum):
    """What has to be so before a step is taken."""

    DECIDED = "decided"
    LEGALITY_DONE = "legality_done"
    REASON = "reason"
    RECEIVER = "receiver"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: from any of the stages ``of`` to ``to`` (None: the stage stays), by one of ``roles``.

    ``guides`` says whether it is a step of guides, of catalogues, or (None) of both.
    """

    code: str
    name: str
    of: tuple[Stage, ...]
    to: Stage | None
    roles: tuple[Role, ...]
    guides: bool | None
    terms: tuple[Term, ...]
    clause: str

    def fits(self, kind: str) -> bool:
        """Whether it is a step of this kind."""
        return self.guides is None or self.guides == (kind == GUIDES)


#: Catalogues go from the group to 省政府法制办 and then back to the unit; of guides both look at a time.
STEPS = (
    Step(
        "to_legality", "送合法性审查", (Stage.GROUP_REVIEW,), Stage.LEGALITY_REVIEW, (Role.LEAD,), False,
        (Term.DECIDED,), "明电52号 四(二)1",
    ),
    Step(
        "send_back", "退回审核组", (Stage.LEGALITY_REVIEW,), Stage.GROUP_REVIEW, (Role.LEGALITY,), False,
        (Term.REASON,), "明电52号 四(二)1",
    ),
    Step(
        "return", "反馈", (Stage.LEGALITY_REVIEW,), Stage.RETURNED, (Role.LEGALITY, Role.ADMIN), False,
        (Term.DECIDED,), "明电52号 四(二)1",
    ),
    Step(
        "return", "反馈", (Stage.GROUP_REVIEW,), Stage.RETURNED, (Role.LEAD, Role.ADMIN), True,
        (Term.DECIDED, Term.LEGALITY_DONE), "明电52号 四(二)3",
    ),
    Step(
        "return", "反馈", (Stage.RECHECK,), Stage.RETURNED, (Role.LEAD, Role.ADMIN), None,
        (Term.DECIDED,), "明电52号 四(二)1",
    ),
    Step(
        "revise", "单位开始修改", (Stage.RETURNED,), Stage.REVISION, (Role.REVIEWER, Role.LEAD, Role.ADMIN), None,
        (), "明电52号 四(二)1",
    ),
    Step(
        "recheck", "转入复核", (Stage.RETURNED, Stage.REVISION), Stage.RECHECK, (Role.REVIEWER, Role.LEAD), None,
        (Term.REASON,), "明电52号 四(二)1",
    ),
    Step(
        "reopen", "重新打开", (Stage.RETURNED, Stage.REVISION), Stage.GROUP_REVIEW, (Role.LEAD, Role.ADMIN), None,
        (Term.REASON,), "明电52号 四(二)1",
    ),
    Step(
        "hand_over", "移交", (Stage.GROUP_REVIEW, Stage.RECHECK), None, (Role.REVIEWER, Role.LEAD), None,
        (Term.REASON, Term.RECEIVER), "明电52号 三(一)1",
    ),
)  # fmt: skip

#: Stage -> the stage of a file that comes in after it: what was returned is rechecked, all else is reviewed.
AFTER_NEW_FILE = {
    Stage.GROUP_REVIEW: Stage.GROUP_REVIEW,
    Stage.LEGALITY_REVIEW: Stage.GROUP_REVIEW,
    Stage.RETURNED: Stage.RECHECK,
    Stage.REVISION: Stage.RECHECK,
    Stage.RECHECK: Stage.RECHECK,
}

#: Stage of the chain -> the stages in which verdicts are recorded meanwhile; none while the unit has it.
OPEN_FOR = {
    Stage.GROUP_REVIEW: (Stage.GROUP_REVIEW, Stage.RECHECK),
    Stage.LEGALITY_REVIEW: (Stage.LEGALITY_REVIEW,),
    Stage.RETURNED: (),
    Stage.REVISION: (),
    Stage.RECHECK: (Stage.GROUP_REVIEW, Stage.RECHECK, Stage.LEGALITY_REVIEW),
}


@dataclass(frozen=True, slots=True)
class Move:
    """A step as stored: append-only, numbered, chained by hash; a log of its own beside that of verdicts.

    ``item`` is :func:`chain_item`; ``upto`` the newest submission that it concerns: a later file is not touched by it.
    ``stage`` is where it led, ``revision`` how many moves the chain had, ``receiver`` to whom it was handed over,
    ``note`` what the workbench itself remarks (省政府法制办 on its own catalogue).
    """

    event: int
    item: str
    step: str
    stage: str
    round: int
    upto: int
    by: str
    at: str
    revision: int
    reason: str = ""
    receiver: str | None = None
    note: str = ""
    previous_hash: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class ChainState:
    """Where a unit's catalogue (or its guides) is: ``locked`` takes no verdicts, ``holder`` was handed it last.

    ``revision`` is how many moves there are: pass it on with a step, so that nobody is overtaken. ``undecided`` counts
    the items without a verdict (人工核实 is none yet).
    """

    unit: str
    kind: str
    round: int
    stage: Stage
    locked: bool
    holder: str | None
    revision: int
    items: int
    undecided: int
    moves: tuple[Move, ...] = ()


def chain_item(unit: str, kind: str) -> str:
    """The id of the chain of a unit's catalogue of this kind, or of its guides."""
    return f"{unit}/{kind}"
