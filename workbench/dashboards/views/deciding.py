"""The page that review and duplicates share: filters on top, list at the left, detail and verdict form at the right."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets

from workbench.dashboards.reading.events import event_line, named_beside
from workbench.dashboards.state import DecidingState, Draft, Filters, Message
from workbench.dashboards.templates import render
from workbench.dashboards.views.frame import Page, box
from workbench.dashboards.widgets import Column, FilterBar, Grid, Keys, Pane, VerdictForm
from workbench.records import VERDICTS, Role

HINTS: tuple[tuple[str, str], ...] = (
    ("J", "下一条"),
    ("K", "上一条"),
    ("1–9", "结论"),
    ("E", "意见"),
    ("Enter", "记录"),
    ("U", "撤销"),
    ("?", "帮助"),
)
_DECIDING = (Role.REVIEWER, Role.LEAD, Role.LEGALITY)


class DecidingView(ABC):
    """Named widgets linked to a :class:`DecidingState`; ``root`` is what the notebook shows."""

    styles: tuple[str, ...]
    columns: tuple[Column, ...]
    verdicts: tuple[tuple[str, str], ...]
    help: tuple[tuple[tuple[str, ...], str], ...]
    decided = "已审"
    #: Whether rows can be chosen together.
    multiple = False
    hints: tuple[tuple[str, str], ...] = HINTS

    def __init__(self, state: Any) -> None:
        """Build the widgets and open the first undecided row."""
        self.state: Any = state
        self.filter_bar = FilterBar(value={"unit": "", "kind": "", "chips": [], "text": ""}, **self.choices())
        self.grid = Grid(self.columns, self.values(), multiple=self.multiple, layout_kept=self.layout())
        self.detail = Pane()
        self.verdict_form = VerdictForm(verdicts=[list(each) for each in self.verdicts])
        self.footer = Pane()
        self.keys = Keys(help=render("help", lines=self.help))
        self.root = self._arrange()
        self._link(state)
        self._count()
        self._show_footer()
        self._show_detail()
        first = state.queue.first_open()
        if first:
            state.open(first)

    @abstractmethod
    def choices(self) -> dict[str, Any]:
        """The options of the filter bar: ``units`` and ``kinds``."""

    @abstractmethod
    def values(self) -> Mapping[str, Sequence[Any]]:
        """The rows of the list, by field."""

    @abstractmethod
    def row(self, item: str, verdict: str | None) -> Mapping[str, Any]:
        """The fields of a row that change with its verdict."""

    @abstractmethod
    def page(self) -> str:
        """The open detail as HTML."""

    @abstractmethod
    def form(self) -> dict[str, Any]:
        """What the verdict form starts with."""

    @abstractmethod
    def nothing(self) -> str:
        """What to say when nothing is open."""

    def beside(self) -> tuple[ipywidgets.Widget, ...]:
        """What stands between the detail and the verdict form."""
        return ()

    def layout(self) -> list[dict[str, Any]]:
        """The columns as the user left them; none for those that the page begins with."""
        return []

    def windows(self) -> tuple[ipywidgets.Widget, ...]:
        """Windows that open over the page."""
        return ()

    def returned(self) -> str:
        """What the footer says of the returns workbook."""
        return ""

    def due(self) -> str:
        """What the footer says of the deadline."""
        return ""

    def clash(self) -> dict[str, Any] | None:
        """Both versions, when somebody else was first."""
        theirs, mine = self.state.clash, self.state.draft
        if theirs is None or mine is None:
            return None
        drafted = {"verdict": f"{VERDICTS[mine.verdict]}{named_beside(mine)}", "opinion": mine.opinion}
        return {"theirs": event_line(theirs, self.state.workspace.assignments), "mine": drafted}

    def _arrange(self) -> ipywidgets.Widget:
        self.detail.add_class("wb-item")
        self.footer.add_class("wb-footer")
        self.verdict_form.layout.display = None if self.state.reviewer.role in _DECIDING else "none"
        work = box("wb-work", self.grid, box("wb-desk", self.detail, *self.beside(), self.verdict_form))
        return Page(self.styles, self.filter_bar, work, self.footer, self.keys, *self.windows())

    def _link(self, state: DecidingState) -> None:
        grid = self.grid
        self.filter_bar.observe(lambda change: self._filter(change.new), "value")
        state.queue.observe(lambda change: grid.show_only(change.new), "visible")
        grid.observe(lambda change: self._open(change.new), "current")
        state.observe(lambda change: grid.set_trait("current", change.new), "current")
        state.observe(lambda _: self._show_detail(), ["detail", "clash"])
        state.observe(lambda _: self._show_changes(), "changed")
        state.observe(lambda _: grid.go("open"), "advance")
        state.observe(lambda change: self._say(change.new), "message")
        state.observe(lambda _: self._show_footer(), ["detail", "looks"])
        self.detail.on_action("open", lambda content: state.open(content["item"]))
        self.verdict_form.on_record(self._record)
        self.verdict_form.on_undo(state.undo)

    def _open(self, item: str) -> None:
        if item:
            self.state.open(item)

    def _filter(self, value: Mapping[str, Any]) -> None:
        particular = (value.get(name, "") for name in ("rule", "verdict", "stage"))
        filters = Filters(self._units(value["unit"]), value["kind"], tuple(value["chips"]), value["text"], *particular)
        self.state.queue.filters = filters
        self._count()
        self._show_footer()

    def _units(self, chosen: str) -> tuple[str, ...]:
        """The units that an option of the filter bar stands for: a group's, or one."""
        roster = self.state.workspace.assignments
        group = next((group for group in roster.groups if group.name == chosen), None)
        if group is not None:
            return tuple(unit.name for unit in roster.units_of(group.number))
        return (chosen,) if chosen else ()

    def unit_choices(self, everything: str) -> list[tuple[str, str]]:
        """Options for units that have rows: all, the groups where there are several, and each unit."""
        units = self.state.queue.units()
        roster = self.state.workspace.assignments
        sizes = [
            (group.name, sum(unit.name in units for unit in roster.units_of(group.number))) for group in roster.groups
        ]
        groups = [(name, f"{name}（{size}）") for name, size in sizes if size]
        return [("", f"{everything}（{len(units)}）"), *(groups if len(groups) > 1 else ()), *((u, u) for u in units)]

    def _count(self) -> None:
        queue = self.state.queue
        counts = queue.chip_counts()
        done, size = queue.progress()
        self.filter_bar.chips = [{"key": key, "word": word, "count": counts[key]} for key, word in queue.chips.items()]
        self.filter_bar.summary = f"{self.decided} {done:,} / {size:,}（{done / size:.0%}）" if size else ""

    def _show_footer(self) -> None:
        shown = int(self.state.queue.visible.sum())
        self.footer.html = render(
            "footer",
            shown=shown,
            selected=len(getattr(self.state, "selected", ())),
            returned=self.returned(),
            due=self.due(),
            keys=self.hints,
        )

    def _record(self, content: Mapping[str, Any]) -> None:
        self.state.record(content["item"], drafted(content))

    def _say(self, message: Message) -> None:
        self.verdict_form.message = {"text": message.text, "tone": message.tone}

    def _show_changes(self) -> None:
        queue = self.state.queue
        changed = [self.row(item, queue.verdicts[queue.place[item]]) for item in self.state.changed]
        if changed:
            self.grid.patch(changed)
            self._count()

    def _show_detail(self) -> None:
        state = self.state
        self.detail.subject = state.current if state.detail else ""
        self.detail.html = self.page() if state.detail else render("empty", text=state.message.text or self.nothing())
        self.verdict_form.form = self.form() if state.detail else NOTHING_TO_DECIDE


def drafted(content: Mapping[str, Any]) -> Draft:
    """What the browser sends, as a draft; what a page does not ask for is left blank."""
    return Draft(
        content["verdict"],
        content["opinion"],
        content.get("lead_unit"),
        content.get("reasons", {}),
        content.get("target_type"),
        content.get("target_level"),
    )


NOTHING_TO_DECIDE = {"item": "", "may_decide": False, "verdict": "", "units": [], "violations": [], "reasons": {}}
