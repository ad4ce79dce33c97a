"""The review dashboard (审核)."""

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets

from workbench.dashboards.reading import read
from workbench.dashboards.reading.chain import read_chain
from workbench.dashboards.reading.detail import group_name
from workbench.dashboards.reading.twins import read_comments
from workbench.dashboards.state import DecidingState
from workbench.dashboards.templates import render
from workbench.dashboards.views import form, rows
from workbench.dashboards.views.bulk import BulkWindow
from workbench.dashboards.views.deciding import HINTS, DecidingView, drafted
from workbench.dashboards.views.remarks import RemarkWindow
from workbench.dashboards.views.setting_up import SettingUp, completed
from workbench.dashboards.views.steps import StepWindow
from workbench.review.calendar import today
from workbench.review.deadlines import current


class ReviewView(DecidingView):
    """The list of items, and one item with its findings."""

    styles = ("review", "dialogs")
    multiple = True
    columns = rows.COLUMNS
    verdicts = form.ITEM_VERDICTS
    hints = (*HINTS[:2], ("N", "下一违规"), *HINTS[2:4], ("C", "采纳更正"), *HINTS[4:])
    help = (
        (("J", "↓"), "下一条"),
        (("K", "↑"), "上一条"),
        (("N",), "下一条有违规的事项或指南"),
        (("1 … 9",), "选择审核结论"),
        (("E",), "填写审核意见（Esc 返回列表）"),
        (("C",), "把建议的更正采纳到意见，再按采纳下一处"),
        (("Enter",), "记录并转到下一条未审事项（在意见框中用 Ctrl+Enter）"),
        (("U",), "撤销刚才的结论；批量记录的整批撤销"),
        (("B",), "批量审核：所选各项，或当前列表，先列出将记录什么、什么不能记录"),
        (("Shift+↑", "Shift+↓"), "连续多选（Ctrl+↑ ↓ 移动，空格加选或减选，Ctrl+A 全选，Esc 取消多选）"),
        (("/",), "搜索事项、依据、意见"),
        (("M",), "给有关审核组留言"),
        (("G",), "流转：送审、反馈、重新打开、移交等"),
        (("F",), "更多筛选：规则、结论、阶段、我的筛选、显示列"),
        (("?",), "显示本说明"),
    )

    def choices(self) -> dict[str, Any]:
        """Only units and catalogues that have items."""
        state = self.state
        kinds = list(dict.fromkeys(state.queue.frame["kind"]))
        group = group_name(state.reviewer.group, state.workspace.assignments)
        return {
            "units": self.unit_choices(f"{group}全部单位"),
            "kinds": [("", "全部目录"), *((kind, kind) for kind in kinds)] if len(kinds) > 1 else [],
        }

    def values(self) -> Mapping[str, Sequence[Any]]:
        """One row an item."""
        return rows.values(self.state.queue)

    def row(self, item: str, verdict: str | None) -> Mapping[str, Any]:
        """The verdict's fields."""
        stage = self.state.queue.frame["stage"].iat[self.state.queue.place[item]]
        drawn = item in self.state.conferring.tasks
        return {"id": item, "stage": stage, **rows.verdict_fields(verdict, drawn=drawn)}

    def page(self) -> str:
        """The open item."""
        roster = self.state.workspace.assignments
        chain = read_chain(self.state.chain, roster)
        said = {
            "comments": read_comments(self.state.conferring.comments, roster),
            "say": self.state.conferring.may_say,
        }
        return render("detail", item=read(self.state.detail, roster), chain=chain, clash=self.clash(), said=said)

    def form(self) -> dict[str, Any]:
        """A draft, else the standing verdict, else the suggestion."""
        return form.start(self.state)

    def windows(self) -> tuple[ipywidgets.Widget, ...]:
        """For one verdict on many items, for steps of the chain, and for remarks."""
        self.bulk = BulkWindow(self.state.bulk, self.state.record_bulk, self.state.named)
        self.steps = StepWindow(self.state)
        self.remark = RemarkWindow(self.state.say)
        return self.bulk.dialog, self.steps.dialog, self.remark.dialog

    def layout(self) -> list[dict[str, Any]]:
        """The columns as the user left them."""
        return completed(self.state.kept.columns, self.columns)

    def _link(self, state: DecidingState) -> None:
        super()._link(state)
        self.setting_up = SettingUp(self.state, self.filter_bar, self.grid, self.columns)
        self.grid.observe(lambda change: state.set_trait("selected", tuple(change.new)), "selected")
        state.observe(lambda _: self._show_footer(), "selected")
        state.observe(lambda _: self._show_detail(), "steps_taken")
        self.state.conferring.observe(lambda _: self._remarked(), "comments")
        self.detail.on_action("say", lambda _: self.remark.open(self.state.name()))
        self.verdict_form.on_bulk(self._begin_bulk)
        self.detail.on_action("step", lambda content: self.steps.open(content.get("step", "")))

    def _remarked(self) -> None:
        """Only the page: what is typed into the form stays."""
        if self.state.detail is not None and self.detail.subject == self.state.current == self.state.detail.matter.item:
            self.detail.html = self.page()

    def _begin_bulk(self, content: Mapping[str, Any]) -> None:
        self.state.begin_bulk(drafted(content))
        self.bulk.open()

    def _record(self, content: Mapping[str, Any]) -> None:
        """The open item; where rows are chosen together, all of them, after a look at what that means."""
        if not self.state.selected:
            super()._record(content)
            return
        untouched = content["opinion"] == self.verdict_form.form.get("opinion")
        self._begin_bulk({**content, "opinion": ""} if untouched else content)

    def returned(self) -> str:
        """Which workbook the unit gets, and how fresh it is."""
        written = self.state.returned_at()
        return f"{written[0]} 已更新 {written[1]:%H:%M:%S}" if written else ""

    def due(self) -> str:
        """The deadline of the stage that the open item's catalogue is in."""
        detail = self.state.detail
        stage = current(detail.matter.kind, today()) if detail else None
        return f"{stage.track} {stage.task}：{stage.printed}，{stage.countdown(today())}" if stage else ""

    def nothing(self) -> str:
        """What to do when there is no item, or none is chosen."""
        if len(self.state.queue) == 0:
            return (
                "还没有可审核的事项。请将报送的工作簿放入 data/submissions 文件夹，"
                "执行“workbench intake”，然后重新加载本页。"
            )
        return "请在左侧列表中选择一个事项。"
