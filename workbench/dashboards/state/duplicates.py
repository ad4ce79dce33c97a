"""The duplicates dashboard's state: clusters and pairs of matters that look alike, decided once for all rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd
from traitlets import Int, Tuple

from workbench.dashboards.state.deciding import DecidingState
from workbench.dashboards.state.message import Message
from workbench.dashboards.state.queue import QueueState
from workbench.dashboards.state.twins import Twins, by_certainty, found
from workbench.records import RELATION_NAMES, Event, Matter, Role
from workbench.review import Apart, StoreProblem, Workspace, proposed_lead, word_tables
from workbench.review.seeing import shown_matters, shown_pairs

#: The chip of what people and the words see differently.
APART = "apart"
#: Key of a chip -> its word.
CHIPS = {"across_groups": "跨组", "across_units": "跨单位", "open": "未定", "decided": "已定", APART: "与人意见不一"}
_DECIDING = (Role.REVIEWER, Role.LEAD)
_COLUMNS = ["item", "unit", "kind", "verdict", "across_units", "across_groups", APART]


class DuplicatesState(DecidingState):
    """One user's suspected duplicates; ``detail`` is a :class:`Twins`.

    Members of a group see what touches their units, roles of the whole province everything. Pairs that lie
    within a cluster are shown by the cluster. What people called different stays, as decided. ``words_added`` counts
    the words that were added here, ``comments`` holds what the groups said to each other of the open one.
    """

    words_added = Int(0)
    comments = Tuple()

    def __init__(self, workspace: Workspace, user: str) -> None:
        """Load clusters and pairs; raises as :class:`DecidingState`."""
        super().__init__(workspace, user)
        self._groups = {unit.name: unit.group for unit in workspace.assignments.units}
        self._found = {twins.id: twins for twins in self._visible(workspace.visible_units(user))}
        self._apart = workspace.apart()
        self.queue = QueueState(self._frame(), CHIPS, self._texts)

    def load(self) -> Twins:
        """The open cluster or pair, with its history as it is now and the lead that the bases name."""
        twins = self._found.get(self.current)
        if twins is None:
            raise StoreProblem("没有这一组疑似重复事项，请重新加载本页。")
        history = tuple(self.workspace.history(twins.id))
        self.comments = tuple(self.workspace.comments_on(twins.id, by=self.reviewer.user))
        proposed = proposed_lead(twins.members)
        if proposed is None:
            return replace(twins, history=history)
        return replace(twins, history=history, lead=twins.members[proposed.member].unit, lead_reason=proposed.reason)

    @property
    def may_comment(self) -> bool:
        """Whether the user may say something of the open ones: whoever may decide them."""
        return self.detail is not None and self.detail.may_decide

    def comment(self, text: str) -> bool:
        """Say something to the other groups of the open ones; whether it is kept."""
        with self._telling():
            self.workspace.comment(self.current, text, by=self.reviewer.user)
            self.comments = tuple(self.workspace.comments_on(self.current, by=self.reviewer.user))
            self.message = Message("留言已保存，有关各审核组都能看到。", "ok")
        return self.message.tone == "ok"

    def poll(self) -> None:
        """Take note of verdicts, and of what was said of the open ones."""
        super().poll()
        if self.detail is not None:
            with self._telling():
                self.comments = tuple(self.workspace.comments_on(self.current, by=self.reviewer.user))

    @property
    def may_add_words(self) -> bool:
        """Whether the user may extend the tables of words."""
        return self.reviewer.role in word_tables.ADDING

    def apart(self, twins: Twins) -> list[Apart]:
        """What people said of two members and the words contradict."""
        items = {member.item for member in twins.members}
        return [each for each in self._apart if items.issuperset(each.items)]

    def add_word(self, table: str, word: str, other: str, note: str) -> None:
        """Add two words to a table and compare anew what people judged."""
        with self._telling():
            self.workspace.add_word(table, word, other, by=self.reviewer.user, note=note)
            self._look_for_apart()
            left = self.detail is not None and bool(self.apart(self.detail))
            done = "两者仍不一致" if left else "按新词表，比对结果与人工认定不再相反"
            text = f"已加入{word_tables.TABLES[table]}：“{word}”和“{other}”，{done}。全部事项在下次读取（intake）时重新比对。"
            self.words_added += 1
            self.message = Message(text, "ok")

    def name(self) -> str:
        """The open cluster's name: that of its first member."""
        return self.detail.members[0].row.full_name if self.detail else ""

    def twins(self) -> list[Twins]:
        """Everything found, the surest first; histories are those of :meth:`load` only."""
        return list(self._found.values())

    def across_groups(self, twins: Twins) -> bool:
        """Whether members are of several review groups."""
        return len({self._groups.get(unit) for unit in twins.units}) > 1

    def _take(self, events: Sequence[Event]) -> None:
        if any(event.item.startswith(("P-", "C-")) for event in events):
            self._look_for_apart()
        super()._take(events)

    def _look_for_apart(self) -> None:
        self._apart = self.workspace.apart()
        self.queue.count(APART, [len(self.apart(twins)) for twins in self._found.values()])

    def _visible(self, units: Sequence[str] | None) -> list[Twins]:
        store = self.workspace.store
        hidden = store.hidden_from(self.reviewer.user)
        matters = {matter.item: matter for matter in shown_matters(store.matters(), hidden)}
        mine = [
            replace(twins, may_decide=self._may_decide(twins.members))
            for twins in found(shown_pairs(store.pairs(), hidden), store.clusters(), matters)
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
                APART: len(self.apart(twins)),
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
