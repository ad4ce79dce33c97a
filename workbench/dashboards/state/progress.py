"""The progress dashboard's state: figures, stages and course of the part looked at, what is wrong most, what is new."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
from traitlets import HasTraits, Instance, Int, Unicode, observe

from workbench.dashboards.state.message import Message
from workbench.records import Role
from workbench.review import Course, News, Workspace
from workbench.review.calendar import today

FIGURES = ("rows", "decided", "passed", "returned", "other", "undecided", "violations", "doubts", "hints", "suspects")
#: Where an item is, in the order of the chain; the first two share the stage of the groups.
STAGES = ("waiting", "reviewed", "legality_review", "returned", "revision", "recheck")
#: How many rules the table of rules by unit has.
MOST_RULES = 15
#: Who is shown how far two reviewers agree.
_COMPARING = (Role.LEAD, Role.LEGALITY, Role.LEADERSHIP, Role.ADMIN)
_WHOLE_PROVINCE = (Role.LEGALITY, Role.LEADERSHIP, Role.ANALYST, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class TopRule:
    """A rule with how many items it found a fault in, and how many of those stand as returned."""

    rule: str
    found: int
    returned: int


@dataclass(frozen=True, slots=True)
class Picked:
    """Which items are listed; empty values choose nothing. ``stage`` is one of :data:`STAGES`."""

    unit: str = ""
    group: int = 0
    stage: str = ""
    rule: str = ""
    kind: str = ""


class ProgressState(HasTraits):
    """Figures of the units that the user may see; ``group`` narrows them to one group (0: all)."""

    group = Int(0)
    figures = Instance(pd.DataFrame)
    #: What stands in the lower right: one of the view's tabs.
    tab = Unicode("units")
    picked = Instance(Picked, args=())
    message = Instance(Message, args=())

    def __init__(self, workspace: Workspace, user: str) -> None:
        """Count everything once.

        Raises:
            NotAllowed: there is no such user.
        """
        super().__init__()
        self.workspace = workspace
        self.reviewer = workspace.reviewer(user)
        self.whole_province = self.reviewer.role in _WHOLE_PROVINCE
        self._own_group = None if self.whole_province else self.reviewer.group
        self._items: pd.DataFrame | None = None
        self._seen = workspace.last_change()
        self._all = self._count()
        self.figures = self._all

    def poll(self) -> None:
        """Count again if anything was recorded, sent in or moved on since the last look."""
        last = self.workspace.last_change()
        if last != self._seen:
            self._seen = last
            self._items = None
            self._all = self._count()
            self.figures = self._of_group(self._all)

    def pick(self, **wanted: str | int) -> None:
        """List the items of a unit, group, stage, rule or kind, or of several of these at once."""
        self.picked = Picked(**{name: value for name, value in wanted.items() if value})  # type: ignore[arg-type]  # by name
        self.tab = "items"

    @observe("group")
    def _narrow(self, _change: object) -> None:
        self.picked = Picked()
        self.figures = self._of_group(self._all)

    def groups(self) -> pd.DataFrame:
        """The figures summed per group, of all groups that the user may see; index: group number."""
        return self._all.groupby("group")[list(FIGURES)].sum()

    def by_stage(self) -> pd.DataFrame:
        """Items per stage (columns :data:`STAGES`): one line a group, or a unit where one group is looked at."""
        chain = self.chain()
        by = "unit" if self.part else "group"
        return chain.groupby(by, sort=False)[list(STAGES)].sum()

    def chain(self) -> pd.DataFrame:
        """Where each unit's catalogues and guides are, with the items by stage in the columns :data:`STAGES`."""
        chain = self.workspace.chain(group=self.part)
        chain["waiting"] = chain["undecided"].where(chain["stage"] == "group_review", 0)
        chain["reviewed"] = (chain["items"] - chain["undecided"]).where(chain["stage"] == "group_review", 0)
        for stage in STAGES[2:]:
            chain[stage] = chain["items"].where(chain["stage"] == stage, 0)
        return chain

    @property
    def part(self) -> int | None:
        """The group that is looked at; None: all."""
        return self.group or self._own_group

    def courses(self) -> list[Course]:
        """The burn-down of the part looked at: of everything, then of each kind."""
        return self.workspace.courses(self.part)

    def news(self) -> News:
        """What came since yesterday began."""
        return self.workspace.news(today() - timedelta(days=1), self.part)

    def agreement(self) -> pd.DataFrame:
        """How far second, blind reviews agree with the first, by group; nothing for those whom it judges."""
        found = self.workspace.agreement(group=self.part)
        return found if self.reviewer.role in _COMPARING else found.iloc[:0]

    def totals(self) -> dict[str, int]:
        """The figures summed over the part looked at, with ``units`` and how many of them ``submitted``."""
        sums = {str(name): int(value) for name, value in self.figures[list(FIGURES)].sum().items()}
        units = self.figures.groupby("unit")["rows"].sum()
        return sums | {"units": len(units), "submitted": int((units > 0).sum())}

    def top_rules(self, limit: int = 10) -> list[TopRule]:
        """The rules that found faults in most items of the part looked at, most returned first."""
        found = self._found()
        found["returned"] = (found["verdict"] == "return_for_revision").astype(int)
        counts = found.groupby("rule")["returned"].agg(["size", "sum"]).sort_values(["sum", "size"], ascending=False)
        return [TopRule(str(rule), int(size), int(back)) for rule, size, back in counts.head(limit).itertuples()]

    def rules_by_unit(self) -> pd.DataFrame:
        """Items that the most frequent rules found faults in: one line a rule, one column a unit with any item."""
        found = self._found()
        most = found["rule"].value_counts(sort=True).head(MOST_RULES).index
        table = pd.crosstab(found["rule"], found["unit"])
        units = list(dict.fromkeys(self.items()["unit"]))
        return table.reindex(index=most, columns=units, fill_value=0)

    def items(self) -> pd.DataFrame:
        """The items of the part looked at: columns of the queue, and ``stage``."""
        if self._items is None:
            queue = self.workspace.queue(self.reviewer.user)
            chain = self.workspace.chain(group=self._own_group)
            where = dict(zip(zip(chain["unit"], chain["kind"], strict=True), chain["stage"], strict=True))
            stages = [where.get(place, "group_review") for place in zip(queue["unit"], queue["kind"], strict=True)]
            open_ = queue["verdict"].isna() | (queue["verdict"] == "needs_verification")
            queue["stage"] = [_stage(stage, still) for stage, still in zip(stages, open_, strict=True)]
            self._items = queue
        return self._items[self._items["group"] == self.group] if self.group else self._items

    def picked_items(self) -> pd.DataFrame:
        """The items that :attr:`picked` chooses."""
        items, picked = self.items(), self.picked
        for column in ("unit", "group", "stage", "kind"):
            if wanted := getattr(picked, column):
                items = items[items[column] == wanted]
        if picked.rule:
            items = items[[picked.rule in rules.split() for rules in items["rules"]]]
        return items

    def months(self) -> list[date]:
        """First days of the months that a bulletin can be about, newest first."""
        first, last = self.courses()[0].burn_down.days[0], today()
        count = (last.year - first.year) * 12 + last.month - first.month
        return [_month(last, back) for back in range(count + 1)]

    def _found(self) -> pd.DataFrame:
        """One line an item and rule that found a fault in it."""
        frame = self.items()[["item", "unit", "verdict", "rules"]]
        return frame.assign(rule=frame["rules"].str.split()).explode("rule").dropna(subset=["rule"])

    def _count(self) -> pd.DataFrame:
        return self.workspace.progress(group=self._own_group)

    def _of_group(self, figures: pd.DataFrame) -> pd.DataFrame:
        return figures[figures["group"] == self.group] if self.group else figures


def _stage(stage: str, undecided: bool) -> str:
    """The stage of the chain, where the groups' own is two."""
    return ("waiting" if undecided else "reviewed") if stage == "group_review" else stage


def _month(day: date, back: int) -> date:
    """The first day of the month so many months before ``day``'s."""
    year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
    return date(year, month + 1, 1)
