"""Whether the chain is where a verdict can be recorded: a returned round is locked, and the order is kept."""

from sqlalchemy import Connection

from workbench.records import GUIDES, OPEN_FOR, STAGE_NAMES, Stage, chain_item
from workbench.store import moves
from workbench.store.refusals import Refused
from workbench.store.subjects import Subject


def of_subject(connection: Connection, subject: Subject) -> list[Stage]:
    """The stage of each submission that the subject stands in."""
    return [
        moves.stage_of(moves.of_item(connection, chain_item(unit, kind)), number)
        for unit, kind, number in subject.places
    ]


def require_open(connection: Connection, subject: Subject, stage: Stage) -> None:
    """Hold that a verdict of this stage may be recorded now; a pair is open while one of its sides is.

    Raises:
        Refused: the round was returned, or the catalogue lies with another office.
    """
    refusals = [_refusal(connection, *place, stage) for place in subject.places]
    if all(refusals):
        raise Refused(str(refusals[0]))


def _refusal(connection: Connection, unit: str, kind: str, submission: int, stage: Stage) -> str | None:
    made = moves.of_item(connection, chain_item(unit, kind))
    now = moves.stage_of(made, submission)
    untouched = not made and stage is Stage.LEGALITY_REVIEW
    parallel = kind == GUIDES and now is Stage.GROUP_REVIEW
    if stage in OPEN_FOR[now] or untouched or parallel:
        return None
    if not OPEN_FOR[now]:
        return (
            f"{unit}的{kind}本轮已反馈（{STAGE_NAMES[now]}阶段），结论已锁定。"
            "请待单位重新报送后复核；确需更改的，由组长“重新打开”并写明理由。"
        )
    how = (
        "请由审核组审核完毕、组长送审后再审查（明电52号 四(二)1）"
        if now is Stage.GROUP_REVIEW
        else "确需更改的，请省政府法制办退回审核组"
    )
    return f"{unit}的{kind}现在{STAGE_NAMES[now]}阶段，不能记录{STAGE_NAMES[stage]}阶段的结论。{how}。"
