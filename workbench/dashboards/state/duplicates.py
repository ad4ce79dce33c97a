"""The duplicates dashboard's state: clusters and pairs of matters that look alike, decided once for all rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from workbench.dashboards.state.deciding import DecidingState
from workbench.dashboards.state.queue import QueueState
from workbench.dashboards.state.twins import Twins, by_certainty, found
from workbench.records import RELATION_NAMES, Event, Matter, Role
from workbench.review import StoreProblem, Workspace, proposed_lead

#: Key of a chip -> its word.
CHIPS = {"across_groups": "跨组", "across_units": "跨单位", "open": "未定", "decided": "已定"}
_DECIDING = (Role.REVIEWER, Role.LEAD)
_COLUMNS = ["item", "unit", "kind", "verdict", "across_units", "across_groups"]


class DuplicatesState(DecidingState):
    """One user's suspected duplicates; ``detail`` is a :class:`Twins`.

    Members of a group see what touches their units, roles of the whole province everything. Pairs that lie
    within a cluster are shown by the cluster. What people called different stays, as decided.
    """

    def __init__(self, workspace: Workspace, user: str) -> None:
        """Load clusters and pairs; raises as :class:`DecidingState`."""
        super().__init__(workspace, user)
        self._groups = {unit.name: unit.group for unit in workspace.assignments.units}
        self._found = {twins.id: twins for twins in self._visible(workspace.visible_units(user))}
        self.queue = QueueState(self._frame(), CHIPS, self._texts)

    def load(self) -> Twins:
        """The open cluster or pair, with its history as it is now and the lead that the bases name."""
        twins = self._found.get(self.current)
        if twins is None:
            raise StoreProblem("没有这一组疑似重复事项，请重新加载本页。")
        history = tuple(self.workspace.history(twins.id))
        proposed = proposed_lead(twins.members)
        if proposed is None:
            return replace(twins, history=history)
        return replace(twins, history=history, lead=twins.members[proposed.member].unit, lead_reason=proposed.reason)

    def name(self) -> str:
        """The open cluster's name: that of its first member."""
        return self.detail.members[0].row.full_name if self.detail else ""

    def twins(self) -> list[Twins]:
        """Everything found, the surest first; histories are those of :meth:`load` only."""
        return list(self._found.values())

    def across_groups(self, twins: Twins) -> bool:
        """Whether members are of several review groups."""
        return len({self._groups.get(unit) for unit in twins.units}) > 1

    def _visible(self, units: Sequence[str] | None) -> list[Twins]:
        store = self.workspace.store
        matters = {matter.item: matter for matter in store.matters()}
        mine = [
            replace(twins, may_decide=self._may_decide(twins.members))
            for twins in found(store.pairs(), store.clusters(), matters)
            if units is None or not set(units).isdisjoint(twins.units)
        ]
        return sorted(mine, key=lambda twins: by_certainty(twins, across_groups=self.across_groups(twins)))

    def _may_decide(self, members: Iterable[Matter]) -> bool:
        groups = {self._groups.get(member.unit) for member in members}
        return self.reviewer.role is Role.LEGALITY or (
            self.reviewer.role in _DECIDING and self.reviewer.group in groups
        )

    def _frame(self) -> pd.DataFrame:
        states = self.workspace.store.states(list(self._found))
        lines = [
            {
                "item": twins.id,
                "unit": twins.units,
                "kind": RELATION_NAMES[twins.relation],
                "verdict": _standing(twins, states.get(twins.id)),
                "across_units": int(len(twins.units) > 1),
                "across_groups": int(self.across_groups(twins)),
            }
            for twins in self._found.values()
        ]
        return pd.DataFrame(lines, columns=_COLUMNS)

    def _texts(self) -> list[str]:
        return [
            "\n".join(f"{m.row.full_name}\n{m.unit}\n{m.row.legal_basis or ''}" for m in twins.members)
            for twins in self._found.values()
        ]


def _standing(twins: Twins, event: Event | None) -> str | None:
    """The verdict that stands; without one of its own, what people said of its pairs before."""
    return event.verdict if event else twins.remembered
