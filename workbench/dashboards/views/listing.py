"""The page of a list that is read, not decided: filters on top, the list at the left, what is open at the right."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets

from workbench.dashboards.state import Filters
from workbench.dashboards.templates import render
from workbench.dashboards.views.frame import Page, box
from workbench.dashboards.widgets import Column, FilterBar, Grid, Keys, Pane

HINTS = (("J", "下一条"), ("K", "上一条"), ("/", "搜索"), ("?", "帮助"))


class ListingView(ABC):
    """Named widgets linked to a state with ``current``, ``queue`` and ``open``; ``root`` is what the notebook shows."""

    styles: tuple[str, ...]
    columns: tuple[Column, ...]
    words: Mapping[str, str]
    help: tuple[tuple[tuple[str, ...], str], ...]
    hints: tuple[tuple[str, str], ...] = HINTS

    def __init__(self, state: Any) -> None:
        """Build the widgets and show what is open."""
        self.state: Any = state
        self.filter_bar = FilterBar(
            value={"unit": "", "kind": "", "chips": [], "text": ""}, words=dict(self.words), **self.choices()
        )
        self.grid = Grid(self.columns, self.values(), current=state.current)
        self.detail = Pane()
        self.footer = Pane()
        self.keys = Keys(help=render("help", lines=self.help))
        self.detail.add_class("wb-item")
        self.footer.add_class("wb-footer")
        work = box("wb-work", self.grid, box("wb-desk", *self.desk()))
        self.root = Page(self.styles, self.filter_bar, work, self.footer, self.keys)
        self._link()
        self.count()
        self.show()

    @abstractmethod
    def choices(self) -> dict[str, Any]:
        """The options of the filter bar: ``units`` and ``kinds``."""

    @abstractmethod
    def values(self) -> Mapping[str, Sequence[Any]]:
        """The rows of the list, by field."""

    @abstractmethod
    def page(self) -> str:
        """What is open, as HTML."""

    @abstractmethod
    def summary(self) -> str:
        """The figures at the right of the filters."""

    def desk(self) -> tuple[ipywidgets.Widget, ...]:
        """What is at the right of the list."""
        return (self.detail,)

    def show(self) -> None:
        """Show what is open."""
        self.detail.subject = self.state.current
        self.detail.html = self.page()

    def count(self) -> None:
        """Bring the counts of filters and footer up to date."""
        queue = self.state.queue
        counts = queue.chip_counts()
        self.filter_bar.chips = [{"key": key, "word": word, "count": counts[key]} for key, word in queue.chips.items()]
        self.filter_bar.summary = self.summary()
        self.footer.html = render(
            "footer", shown=int(queue.visible.sum()), selected=0, returned="", due="", keys=self.hints
        )

    def filtered(self) -> None:
        """What to do after the filters have changed."""
        self.grid.show_only(self.state.queue.visible)
        self.count()

    def _link(self) -> None:
        state = self.state
        self.filter_bar.observe(lambda change: self._filter(change.new), "value")
        self.grid.observe(lambda change: state.open(change.new), "current")
        state.observe(lambda change: self.grid.set_trait("current", change.new), "current")
        state.observe(lambda _: self.show(), "current")
        self.detail.on_action("open", lambda content: state.open(content["item"]))

    def _filter(self, value: Mapping[str, Any]) -> None:
        units = (value["unit"],) if value["unit"] else ()
        self.state.queue.filters = Filters(units, value["kind"], tuple(value["chips"]), value["text"])
        self.filtered()
