"""The store's part on the review chain and on secrecy: where every catalogue is, what leads on, and who sees what."""

from collections.abc import Callable

from sqlalchemy import Engine

from workbench.assignments import Assignments
from workbench.records import ChainState, Move, Role, Stage, Step
from workbench.store import moves, rights, secrecy, stages, steps, subjects
from workbench.store.database import reading, writing
from workbench.store.refusals import Refused


class TakingSteps:
    """A part of :class:`workbench.store.Store`."""

    assignments: Assignments
    _engine: Engine
    _clock: Callable[[], str]

    def take_step(
        self,
        unit: str,
        kind: str,
        step: str,
        by: str,
        *,
        reason: str = "",
        receiver: str | None = None,
        revision: int | None = None,
    ) -> Move:
        """Move a unit's catalogue (or its guides: kind 办事指南) on in the chain; when this returns, it is durable.

        ``step`` is a code of :data:`workbench.records.STEPS`; ``revision`` how many moves there were when the user
        looked; None: whatever is there now. ``receiver`` is the user to whom 移交 gives it.

        Raises:
            NotAllowed: the user's role or group does not take this step.
            Conflict: somebody else took a step meanwhile.
            Refused: no such step from here, items are undecided, or the reason or receiver is missing.
        """
        asked = steps.Asked(unit, kind, step, by, reason, receiver)
        with writing(self._engine) as connection:
            return steps.take(connection, self.assignments, asked, self._clock(), revision)

    def chain_state(self, unit: str, kind: str) -> ChainState:
        """Where a unit's catalogue, or its guides, are; raises Refused where it sent none."""
        with reading(self._engine) as connection:
            return steps.state(connection, unit, kind)

    def chain_states(self) -> list[ChainState]:
        """Where everything is that was sent in."""
        with reading(self._engine) as connection:
            return [steps.state(connection, unit, kind) for unit, kind in steps.chains(connection)]

    def stages(self) -> dict[tuple[str, str], Stage]:
        """The stage of everything that was sent in, by unit and kind."""
        with reading(self._engine) as connection:
            return steps.stages_now(connection)

    def possible_steps(self, unit: str, kind: str, by: str) -> list[Step]:
        """The steps that the user may take from where the chain is; their terms may not be met yet."""
        reviewer = rights.reviewer_named(self.assignments, by)
        return steps.possible(self.assignments, reviewer, self.chain_state(unit, kind))

    def moves(self) -> list[Move]:
        """The whole log of steps, oldest first."""
        with reading(self._engine) as connection:
            return list(moves.since(connection, 0))

    def stage_for(self, item: str, by: str) -> Stage:
        """The stage in which a user's verdict on the item is made now: legality's own, else 复核 or 审核.

        Raises:
            NotAllowed: there is no such user.
            Refused: there is no such item in a current submission.
        """
        if rights.reviewer_named(self.assignments, by).role is Role.LEGALITY:
            return Stage.LEGALITY_REVIEW
        with reading(self._engine) as connection:
            now = stages.of_subject(connection, subjects.find(connection, item))
        return Stage.RECHECK if Stage.RECHECK in now else Stage.GROUP_REVIEW

    def closed_for(self, item: str, by: str) -> str:
        """Why the user's verdict on the item could not be recorded where the chain is now; empty where it could."""
        stage = self.stage_for(item, by)
        with reading(self._engine) as connection:
            try:
                stages.require_open(connection, subjects.find(connection, item), stage)
            except Refused as refusal:
                return str(refusal)
        return ""

    def conflict_note(self, item: str, by: str) -> str:
        """What has to be remarked when 省政府法制办 decides on what it sent in itself; else empty."""
        reviewer = rights.reviewer_named(self.assignments, by)
        with reading(self._engine) as connection:
            units = subjects.find(connection, item).units
        return next(filter(None, (steps.conflict_note(reviewer, unit) for unit in units)), "")

    def hidden_from(self, user: str | None) -> frozenset[str]:
        """The secret (涉密) matters and guides that the user may not see, by id; None: those that not everybody sees.

        A group's members see their own units' secrets, 省政府法制办, 领导 and 管理员 all, 分析 none.
        """
        with reading(self._engine) as connection:
            return secrecy.hidden_from(connection, self.assignments, user)

    def secret_items(self) -> dict[str, str]:
        """All secret matters and guides, by id, with their units: none of them is for the public."""
        with reading(self._engine) as connection:
            return secrecy.secret_items(connection)
