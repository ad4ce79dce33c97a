"""The state of the graph of matters: circles, results that several matters need, and the matters themselves."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
from traitlets import Bool, HasTraits, Instance, Unicode

from workbench.dashboards.state.queue import QueueState
from workbench.records import GuideEntry
from workbench.review import PreconditionGraph, Workspace, picked, precondition_graph

CIRCLE, SHARED, MATTER = "互为前置", "共享材料", "事项"
#: Key of a chip -> its word.
CHIPS = {"circular": "只看互为前置", "across_units": "跨单位"}
#: So many matters are drawn at most: more cannot be told apart.
MOST_DRAWN = 120


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: a circle, a shared result or a matter (``id`` is then the guide's item).

    ``items`` are the matters concerned, those that it is about first; ``weight`` orders lines of one kind.
    """

    id: str
    kind: str
    items: tuple[str, ...]
    weight: int


class PreconditionsState(HasTraits):
    """What one user sees of the graph: everything, or what touches the units of the user's group.

    ``current`` is the open line's id; ``stale`` says that workbooks came in since the graph was made.
    """

    current = Unicode("")
    stale = Bool(False)
    queue = Instance(QueueState)

    def __init__(self, workspace: Workspace, user: str) -> None:
        """Make the graph once.

        Raises:
            NotAllowed: there is no such user.
        """
        super().__init__()
        self.workspace = workspace
        self.reviewer = workspace.reviewer(user)
        self.units = workspace.visible_units(user)
        self._taken_in = self._submissions()
        hidden = workspace.store.hidden_from(user)
        entries = [each for each in workspace.store.guides() if each.item not in hidden]
        self.graph: PreconditionGraph = precondition_graph(entries)
        self.entries = {each.item: each for each in entries if each.item in self.graph.nodes}
        self.circles = {each.id: each for each in self.graph.circles}
        self.shared = {each.id: each for each in self.graph.shared}
        self.lines = {line.id: line for line in self._lines() if self._touches(line.items)}
        self.queue = QueueState(self._frame(), CHIPS, self._texts)
        self.current = next(iter(self.lines), "")

    @property
    def line(self) -> Line | None:
        """The open line."""
        return self.lines.get(self.current)

    def open(self, id_: str) -> None:
        """Show one line; what is not in the list stays closed."""
        if id_ in self.lines:
            self.current = id_

    def poll(self) -> None:
        """Take note of new submissions: the graph is then to be made anew by loading the page again."""
        self.stale = self.stale or self._submissions() != self._taken_in

    def may_open(self, item: str) -> bool:
        """Whether the user can open a matter on the review page."""
        return self.units is None or self.graph.nodes[item].unit in self.units

    def guide(self, item: str) -> GuideEntry:
        """The guide of a matter of the graph."""
        return self.entries[item]

    def drawn(self) -> tuple[list[str], int]:
        """The matters of the picture, and how many are left out: of the open line first, circles before others."""
        shown = [line for line, seen in zip(self.lines.values(), self.queue.visible, strict=True) if seen]
        items = dict.fromkeys(item for line in shown for item in line.items)
        first = picked(self.graph, self.line.items if self.line else (), MOST_DRAWN)
        rest = picked(self.graph, (item for item in items if item not in set(first)), MOST_DRAWN - len(first))
        return [*first, *rest], len(items.keys() - {*first, *rest})

    def _submissions(self) -> frozenset[str]:
        return frozenset(each.sha256 for each in self.workspace.store.submissions())

    def _touches(self, items: Iterable[str]) -> bool:
        return self.units is None or any(self.graph.nodes[item].unit in self.units for item in items)

    def _lines(self) -> list[Line]:
        circles = [Line(each.id, CIRCLE, each.items, len(each.needs)) for each in self.graph.circles]
        shared = [Line(each.id, SHARED, (*each.issuers, *each.askers), len(each.askers)) for each in self.graph.shared]
        near: dict[str, dict[str, None]] = {item: {item: None} for item in self.graph.nodes}
        for need in self.graph.needs:
            near[need.item][need.issuer] = None
            near[need.issuer][need.item] = None
        matters = [
            Line(item, MATTER, tuple(near[item]), node.needs + node.needed) for item, node in self.graph.nodes.items()
        ]
        return [*circles, *shared, *sorted(matters, key=lambda line: -line.weight)]

    def _frame(self) -> pd.DataFrame:
        nodes = self.graph.nodes
        rows = []
        for line in self.lines.values():
            units = tuple(dict.fromkeys(nodes[item].unit for item in line.items))
            circular = line.kind == CIRCLE or (line.kind == MATTER and nodes[line.id].circular)
            rows.append((line.id, units, line.kind, None, int(circular), int(len(units) > 1)))
        return pd.DataFrame(rows, columns=["item", "unit", "kind", "verdict", *CHIPS])

    def _texts(self) -> list[str]:
        """The matters of each line, and the materials that it is about."""
        nodes = self.graph.nodes
        asked: dict[str, list[str]] = defaultdict(list)
        for need in self.graph.needs:
            asked[need.item] += (need.name, need.result)
        asked |= {each.id: [need.result for need in each.needs] for each in self.graph.circles}
        asked |= {each.id: [each.result] for each in self.graph.shared}
        return [
            " ".join([*asked[line.id], *(nodes[item].called for item in line.items)]) for line in self.lines.values()
        ]
