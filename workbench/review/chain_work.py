"""What a workspace does with the review chain: where everything is against its deadlines, and the steps that lead on."""

from abc import ABC, abstractmethod

import pandas as pd

from workbench.assignments import Assignments
from workbench.records import LEGALITY_OFFICE, STAGE_NAMES, ChainState, Move, Step
from workbench.review.calendar import today
from workbench.review.deadlines import of_stage
from workbench.store import Store

COLUMNS = [
    "unit", "group", "kind", "round", "stage", "stage_name", "locked", "holder", "items", "undecided", "revision",
    "since", "deadline", "days_left", "weekend", "note",
]  # fmt: skip


class ChainWork(ABC):
    """A part of :class:`workbench.review.Workspace`."""

    assignments: Assignments

    @property
    @abstractmethod
    def store(self) -> Store:
        """The workspace's store."""

    @abstractmethod
    def _units(self, group: int | None, unit: str | None) -> list[str] | None:
        """Names of the units of a filter; None: all."""

    def chain(self, group: int | None = None, unit: str | None = None) -> pd.DataFrame:
        """Where every catalogue, and the guides of every unit, are: columns :data:`COLUMNS`.

        ``days_left`` until ``deadline``, the day itself in time, is below 0 once it is past; ``weekend`` says in words
        when it is no working day; ``note`` remarks that 省政府法制办 reviews what it sent in itself.
        """
        units = self._units(group, unit)
        found = [each for each in self.store.chain_states() if units is None or each.unit in units]
        order = {each.name: place for place, each in enumerate(self.assignments.units)}
        found.sort(key=lambda each: (order.get(each.unit, len(order)), each.kind))
        return pd.DataFrame.from_records([self._line(each) for each in found], columns=COLUMNS)

    def chain_state(self, unit: str, kind: str) -> ChainState:
        """Where one unit's catalogue (or its guides: kind 办事指南) is, with all moves.

        Raises:
            StoreProblem: there is no such unit, or it sent nothing of this kind.
        """
        return self.store.chain_state(self._unit(unit), kind)

    def possible_steps(self, unit: str, kind: str, *, by: str) -> list[Step]:
        """The steps that the user may take from where the chain is; their terms may not be met yet."""
        return self.store.possible_steps(self._unit(unit), kind, by)

    def take_step(
        self,
        unit: str,
        kind: str,
        step: str,
        *,
        by: str,
        reason: str = "",
        receiver: str | None = None,
        revision: int | None = None,
    ) -> Move:
        """Move a unit's catalogue, or its guides, on in the chain; raises as :meth:`workbench.store.Store.take_step`."""
        return self.store.take_step(
            self._unit(unit), kind, step, by, reason=reason, receiver=receiver, revision=revision
        )

    def closed_for(self, item: str, *, by: str) -> str:
        """Why the user's verdict on the item could not be recorded where the chain is now; empty where it could."""
        return self.store.closed_for(item, by)

    def conflict_note(self, item: str, *, by: str) -> str:
        """What has to be remarked when 省政府法制办 decides on what it sent in itself; else empty."""
        return self.store.conflict_note(item, by)

    def _unit(self, name: str) -> str:
        units = self._units(None, name)
        assert units
        return units[0]

    def _line(self, state: ChainState) -> tuple[object, ...]:
        unit, due = self.assignments.unit(state.unit), of_stage(state.kind, state.stage, today())
        return (
            state.unit, unit.group if unit else None, state.kind, state.round, str(state.stage),
            STAGE_NAMES[state.stage], state.locked, state.holder, state.items, state.undecided, state.revision,
            state.moves[-1].at if state.moves else None, due and due.day, due and (due.day - today()).days,
            due.weekend if due else "", "本单位目录由其自身进行合法性审查" if state.unit == LEGALITY_OFFICE else "",
        )  # fmt: skip
