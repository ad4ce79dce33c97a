"""The duplicates dashboard's state: clusters and pairs of matters that look alike, decided once for all rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from workbench.dashboards.state.deciding import DecidingState
from workbench.dashboards.state.queue import QueueState
from workbench.records import RELATION_NAMES, Event, Matter, Pair, Relation, Role
from workbench.review import StoreProblem, Workspace

#: Key of a chip -> its word.
CHIPS = {"across_groups": "跨组", "across_units": "跨单位", "open": "未定"}
_DECIDING = (Role.REVIEWER, Role.LEAD)


@dataclass(frozen=True, slots=True)
class Twins:
    """A cluster or a single pair: its id, its members, what matching says of them, and what was decided.

    ``lead`` is the unit proposed to keep the matter. ``pairs`` are the suspected pairs among the members.
    """

    id: str
    members: tuple[Matter, ...]
    pairs: tuple[Pair, ...]
    lead: str | None
    history: tuple[Event, ...]
    may_decide: bool

    @property
    def revision(self) -> int:
        """How many events there are: what a verdict is made on."""
        return len(self.history)

    @property
    def relation(self) -> Relation:
        """What the members are to each other: the surest pair speaks."""
        return self.surest.comparison.relation

    @property
    def surest(self) -> Pair:
        """The pair with the highest score."""
        return max(self.pairs, key=lambda pair: pair.comparison.score)


class DuplicatesState(DecidingState):
    """One user's suspected duplicates; ``detail`` is a :class:`Twins`.

    Members of a group see what touches their units, roles of the whole province everything. Pairs that lie
    within a cluster are shown by the cluster.
    """

    def __init__(self, workspace: Workspace, user: str) -> None:
        """Load clusters and pairs; raises as :class:`DecidingState`."""
        super().__init__(workspace, user)
        units = workspace.visible_units(user)
        self._matters = {matter.item: matter for matter in workspace.store.matters()}
        self._found = {
            twins.id: twins
            for twins in self._all()
            if units is None or any(member.unit in units for member in twins.members)
        }
        self.queue = QueueState(self._frame(), CHIPS, self._texts)

    def load(self) -> Twins:
        """The open cluster or pair, with its history as it is now."""
        found = self._found.get(self.current)
        if found is None:
            raise StoreProblem("没有这一组疑似重复事项，请重新加载本页。")
        return self._with_history(found, self.workspace.history(found.id))

    def name(self) -> str:
        """The open cluster's name: that of its first member."""
        return self.detail.members[0].row.full_name if self.detail else ""

    def twins(self) -> list[Twins]:
        """Everything found, the surest first; histories are those of :meth:`load` only."""
        return list(self._found.values())

    def _all(self) -> list[Twins]:
        clusters = self.workspace.store.clusters()
        cluster_of = {item: cluster.cluster for cluster in clusters for item in cluster.items}
        inside: dict[str, list[Pair]] = defaultdict(list)
        found = []
        for pair in self.workspace.store.pairs():
            cluster = cluster_of.get(pair.a)
            if cluster is not None and cluster == cluster_of.get(pair.b):
                inside[cluster].append(pair)
            else:
                found.append(self._twins(pair.pair, (pair.a, pair.b), (pair,), None))
        found += [
            self._twins(c.cluster, c.items, tuple(inside[c.cluster]), c.lead) for c in clusters if inside[c.cluster]
        ]
        return sorted((twins for twins in found if len(twins.members) > 1), key=_order)

    def _twins(self, id_: str, items: Iterable[str], pairs: tuple[Pair, ...], lead: str | None) -> Twins:
        members = tuple(self._matters[item] for item in items if item in self._matters)
        return Twins(id_, members, pairs, lead, (), self._may_decide(members))

    def _with_history(self, twins: Twins, history: Iterable[Event]) -> Twins:
        return Twins(twins.id, twins.members, twins.pairs, twins.lead, tuple(history), twins.may_decide)

    def _may_decide(self, members: Iterable[Matter]) -> bool:
        groups = {self._groups.get(member.unit) for member in members}
        return self.reviewer.role is Role.LEGALITY or (
            self.reviewer.role in _DECIDING and self.reviewer.group in groups
        )

    @property
    def _groups(self) -> Mapping[str, int]:
        return {unit.name: unit.group for unit in self.workspace.assignments.units}

    def _frame(self) -> pd.DataFrame:
        groups, states = self._groups, self.workspace.store.states(list(self._found))
        lines = []
        for twins in self._found.values():
            units = tuple(dict.fromkeys(member.unit for member in twins.members))
            event = states.get(twins.id)
            lines.append(
                {
                    "item": twins.id,
                    "unit": units,
                    "kind": RELATION_NAMES[twins.relation],
                    "verdict": event.verdict if event else None,
                    "across_units": int(len(units) > 1),
                    "across_groups": int(len({groups.get(unit) for unit in units}) > 1),
                }
            )
        columns = ["item", "unit", "kind", "verdict", "across_units", "across_groups"]
        return pd.DataFrame(lines, columns=columns)

    def _texts(self) -> list[str]:
        return [
            "\n".join(f"{m.row.full_name}\n{m.unit}\n{m.row.legal_basis or ''}" for m in twins.members)
            for twins in self._found.values()
        ]


def _order(twins: Twins) -> tuple[int, float, int]:
    """The same before a part before what is unsure; the surest first; larger clusters first."""
    certainty = (Relation.SAME, Relation.PART, Relation.UNSURE, Relation.DIFFERENT)
    return certainty.index(twins.relation), -twins.surest.comparison.score, -len(twins.members)
