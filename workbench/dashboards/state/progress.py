"""The progress dashboard's state: figures per unit, what is found and returned most, and the part looked at."""

from dataclasses import dataclass

import pandas as pd
from traitlets import HasTraits, Instance, Int, observe

from workbench.dashboards.state.message import Message
from workbench.records import Role
from workbench.review import Workspace

FIGURES = ("rows", "decided", "passed", "returned", "other", "undecided", "violations", "doubts", "hints", "suspects")
_WHOLE_PROVINCE = (Role.LEGALITY, Role.LEADERSHIP, Role.ANALYST, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class TopRule:
    """A rule with how many items it found a fault in, and how many of those stand as returned."""

    rule: str
    found: int
    returned: int


class ProgressState(HasTraits):
    """Figures of the units that the user may see; ``group`` narrows them to one group (0: all)."""

    group = Int(0)
    figures = Instance(pd.DataFrame)
    message = Instance(Message, args=())

    def __init__(self, workspace: Workspace, user: str) -> None:
        """Count everything once.

        Raises:
            NotAllowed: there is no such user.
        """
        super().__init__()
        self.workspace = workspace
        self.reviewer = workspace.reviewer(user)
        self._own_group = None if self.reviewer.role in _WHOLE_PROVINCE else self.reviewer.group
        self._seen = workspace.last_event()
        self._all = self._count()
        self.figures = self._all

    def poll(self) -> None:
        """Count again if anything was recorded since the last look."""
        last = self.workspace.last_event()
        if last != self._seen:
            self._seen = last
            self._all = self._count()
            self.figures = self._of_group(self._all)

    @observe("group")
    def _narrow(self, _change: object) -> None:
        self.figures = self._of_group(self._all)

    def groups(self) -> pd.DataFrame:
        """The figures summed per group, of all groups that the user may see; index: group number."""
        return self._all.groupby("group")[list(FIGURES)].sum()

    def totals(self) -> dict[str, int]:
        """The figures summed over the part looked at, with ``units`` and how many of them ``submitted``."""
        sums = {str(name): int(value) for name, value in self.figures[list(FIGURES)].sum().items()}
        units = self.figures.groupby("unit")["rows"].sum()
        return sums | {"units": len(units), "submitted": int((units > 0).sum())}

    def top_rules(self, limit: int = 10) -> list[TopRule]:
        """The rules that found faults in most items of the part looked at, most returned first."""
        group = self.group or self._own_group
        found = self.workspace.findings(group=group)[["item", "rule"]].drop_duplicates()
        events = self.workspace.verdicts(group=group).drop_duplicates("item", keep="last")
        returned = set(events.loc[events["verdict"] == "return_for_revision", "item"])
        found["returned"] = found["item"].isin(returned)
        counts = found.groupby("rule")["returned"].agg(["size", "sum"]).sort_values(["sum", "size"], ascending=False)
        return [TopRule(str(rule), int(size), int(back)) for rule, size, back in counts.head(limit).itertuples()]

    def _count(self) -> pd.DataFrame:
        return self.workspace.progress(group=self._own_group)

    def _of_group(self, figures: pd.DataFrame) -> pd.DataFrame:
        return figures[figures["group"] == self.group] if self.group else figures
