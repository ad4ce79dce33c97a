"""The review dashboard (审核)."""

from typing import Any

import ipywidgets

from workbench.dashboards.reading import read
from workbench.dashboards.reading.events import event_line
from workbench.dashboards.state import CHIPS, Draft, Filters, Message, ReviewState
from workbench.dashboards.templates import render
from workbench.dashboards.views import form, rows
from workbench.dashboards.views.frame import Page
from workbench.dashboards.widgets import FilterBar, Grid, Keys, Pane, VerdictForm
from workbench.records import VERDICTS

HELP = (
    (("J", "↓"), "下一条"),
    (("K", "↑"), "上一条"),
    (("N",), "下一条有违规的事项"),
    (("1 … 9",), "选择审核结论"),
    (("E",), "填写审核意见（Esc 返回列表）"),
    (("Enter",), "记录并转到下一条未审事项（在意见框中用 Ctrl+Enter）"),
    (("U",), "撤销刚才的结论"),
    (("/",), "搜索事项、依据、意见"),
    (("?",), "显示本说明"),
)


class ReviewView:
    """Named widgets linked to a :class:`ReviewState`; ``root`` is what the notebook shows."""

    def __init__(self, state: ReviewState) -> None:
        """Build the widgets and show the first item that the filters leave."""
        self.state = state
        self.filter_bar = FilterBar(value=_empty_filters(), **_choices(state))
        self.grid = Grid(rows.COLUMNS, rows.values(state.queue))
        self.detail = Pane()
        self.verdict_form = VerdictForm(verdicts=form.verdicts())
        self.footer = Pane()
        self.keys = Keys(help=render("help", lines=HELP))
        self.verdict_form.layout.display = None if form.decides(state.reviewer) else "none"
        self.root = self._arrange()
        self._link()
        self._count()
        self._show_detail()
        self._open_first()

    def _arrange(self) -> ipywidgets.Widget:
        desk = _box("wb-desk", self.detail, self.verdict_form)
        work = _box("wb-work", self.grid, desk)
        self.detail.add_class("wb-item")
        self.footer.add_class("wb-footer")
        return Page("review", self.filter_bar, work, self.footer, self.keys)

    def _link(self) -> None:
        state, grid = self.state, self.grid
        self.filter_bar.observe(self._filter, "value")
        state.queue.observe(lambda change: grid.show_only(change.new), "visible")
        grid.observe(lambda change: change.new and state.open(change.new), "current")
        state.observe(lambda change: grid.set_trait("current", change.new), "current")
        state.observe(lambda _: self._show_detail(), ["detail", "clash"])
        state.observe(lambda _: self._show_changes(), "changed")
        state.observe(lambda _: grid.go("open"), "advance")
        state.observe(lambda change: self._say(change.new), "message")
        self.detail.on_action("open", lambda content: state.open(content["item"]))
        self.verdict_form.on_record(self._record)
        self.verdict_form.on_undo(state.undo)

    def _filter(self, change: Any) -> None:
        value = change.new
        self.state.queue.filters = Filters(value["unit"], value["kind"], tuple(value["chips"]), value["text"])
        self._count()

    def _count(self) -> None:
        queue = self.state.queue
        counts = queue.chip_counts()
        done, size = queue.progress()
        self.filter_bar.chips = [{"key": key, "word": word, "count": counts[key]} for key, word in CHIPS.items()]
        self.filter_bar.summary = f"已审 {done:,} / {size:,}（{done / size:.0%}）" if size else "没有事项"

    def _open_first(self) -> None:
        queue = self.state.queue
        first = next((item for item, place in queue.place.items() if queue.verdicts[place] is None), None)
        chosen = first or next(iter(queue.place), None)
        if chosen:
            self.state.open(chosen)

    def _record(self, content: dict[str, Any]) -> None:
        draft = Draft(content["verdict"], content["opinion"], content["lead_unit"], content["reasons"])
        self.state.record(content["item"], draft)

    def _say(self, message: Message) -> None:
        self.verdict_form.message = {"text": message.text, "tone": message.tone}

    def _show_changes(self) -> None:
        queue = self.state.queue
        changed = [(item, queue.verdicts[queue.place[item]]) for item in self.state.changed]
        if changed:
            self.grid.patch([{"id": item, **rows.verdict_fields(verdict)} for item, verdict in changed])
            self._count()

    def _show_detail(self) -> None:
        state = self.state
        if state.detail is None:
            text = state.message.text or _nothing(state)
            self.detail.html, self.detail.subject = render("empty", text=text), ""
        else:
            assignments = state.workspace.assignments
            self.detail.subject = state.current
            self.detail.html = render("detail", item=read(state.detail, assignments), clash=self._clash())
        self.verdict_form.form = form.start(state)

    def _clash(self) -> dict[str, Any] | None:
        theirs, mine = self.state.clash, self.state.draft
        if theirs is None or mine is None:
            return None
        drafted = {"verdict": VERDICTS[mine.verdict], "opinion": mine.opinion}
        return {"theirs": event_line(theirs, self.state.workspace.assignments), "mine": drafted}


def _box(name: str, *children: ipywidgets.Widget) -> ipywidgets.Widget:
    box = ipywidgets.Box(children)
    box.add_class(name)
    return box


def _empty_filters() -> dict[str, Any]:
    return {"unit": "", "kind": "", "chips": [], "text": ""}


def _choices(state: ReviewState) -> dict[str, Any]:
    """The options of the filter bar: only units and catalogues that have items."""
    frame = state.queue.frame
    units, kinds = list(dict.fromkeys(frame["unit"])), list(dict.fromkeys(frame["kind"]))
    group = next((g.name for g in state.workspace.assignments.groups if g.number == state.reviewer.group), "")
    return {
        "units": [("", f"{group}全部单位（{len(units)}）"), *((unit, unit) for unit in units)],
        "kinds": [("", "全部目录"), *((kind, kind) for kind in kinds)] if len(kinds) > 1 else [],
    }


def _nothing(state: ReviewState) -> str:
    if len(state.queue) == 0:
        return "还没有可审核的事项。请将报送的工作簿放入 data/submissions 文件夹并执行“workbench intake”，然后重新加载本页。"
    return "请在左侧列表中选择一个事项。"
