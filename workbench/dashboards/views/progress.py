"""The progress dashboard (进度): figures and charts; what stands beside them is in the panels."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import ipywidgets
from ipecharts import EChartsRawWidget

from workbench.dashboards.reading import overview
from workbench.dashboards.reading.agreement import read_agreement
from workbench.dashboards.reading.detail import group_name
from workbench.dashboards.state.progress import STAGES, ProgressState
from workbench.dashboards.templates import render
from workbench.dashboards.views import charts
from workbench.dashboards.views.frame import Page, box
from workbench.dashboards.views.progress_panels import Panels
from workbench.dashboards.widgets import Download, Pane
from workbench.review.calendar import today
from workbench.review.deadlines import DEADLINES

CARDS = (
    ("rows", "事项和指南", "plain"),
    ("decided", "已审", "plain"),
    ("passed", "通过", "ok"),
    ("returned", "退回修改", "warn"),
    ("other", "其他结论", "bad"),
    ("violations", "违规", "bad"),
    ("doubts", "存疑", "warn"),
    ("suspects", "疑似重复", "warn"),
)
_ENDINGS = ((".docx", "文档 .docx"), (".xlsx", "表格 .xlsx"))


class ProgressView:
    """Named widgets linked to a :class:`ProgressState`; ``root`` is what the notebook shows."""

    def __init__(self, state: ProgressState) -> None:
        """Build the widgets and show the figures."""
        self.state = state
        self.cards = Pane(html="")
        self.deadlines = Pane(html=_deadlines())
        self.stages = EChartsRawWidget(option={}, style={"height": "100%"})
        self.stages_list = Pane()
        self.stages_heading = Pane()
        self.burn = EChartsRawWidget(option={}, style={"height": "100%"})
        self.course = Pane()
        self.report = Download(self._report, label="月度通报", endings=_ENDINGS)
        self.panels = Panels(state)
        self.root = self._arrange()
        self.cards.on_action("group", lambda content: state.set_trait("group", int(content["group"])))
        self.stages.on("click", None, self._pick)
        state.observe(lambda _: self._show(), "figures")
        self._show()

    def _arrange(self) -> ipywidgets.Widget:
        self.cards.add_class("wb-cards")
        self.deadlines.add_class("wb-deadlines")
        for chart in (self.stages, self.burn):
            chart.add_class("wb-fills")
        self.charts = box(
            "wb-charts",
            box("wb-chart-stages", self.stages_heading, self.stages, self.stages_list, classes=("wb-card",)),
            box("wb-chart-burn", _heading("剩余事项与截止日"), self.burn, self.course, classes=("wb-card",)),
        )
        top = box("wb-progress-top", self.cards, *([self.report] if self.state.whole_province else []))
        return Page(("progress",), top, self.deadlines, box("wb-progress-body", self.charts, self.panels.root))

    def _show(self) -> None:
        state = self.state
        numbers = [int(number) for number in state.groups().index]
        choices = [(0, "全部"), *((number, self._group(number)) for number in numbers)]
        self.cards.html = render(
            "cards",
            cards=CARDS,
            totals=state.totals(),
            agreement=read_agreement(state.agreement()),
            groups=choices if len(numbers) > 1 else [],
            chosen=state.group,
        )
        self.report.choices = [(f"{month:%Y-%m}", f"{month.year}年{month.month}月") for month in state.months()]
        self._show_stages()
        self._show_course()
        self.panels.show()

    def _show_stages(self) -> None:
        by_stage = self.state.by_stage()
        names = [str(key) if self.state.part else self._group(int(key)) for key in by_stage.index]
        (self.charts.add_class if self.state.part else self.charts.remove_class)("wb-many-bars")
        self.stages_heading.html = render("heading", title=f"各{'单位' if self.state.part else '审核组'}所处环节")
        self.stages.option = charts.stage_bars(names, by_stage)
        words = [charts.STAGE_PARTS[column][0] for column in STAGES]
        rows = zip(names, by_stage.itertuples(index=False), strict=True)
        lines = [
            f"{name}：" + "，".join(f"{w} {n}" for w, n in zip(words, row, strict=True) if n) for name, row in rows
        ]
        self.stages_list.html = render("unseen_list", lines=lines)

    def _show_course(self) -> None:
        courses, now = self.state.courses(), today()
        self.burn.option = charts.burn_down(courses[0], overview.deadlines_of(courses[1:]))
        lines = [overview.course_line(each, now) for each in courses]
        self.course.html = render("course", lines=lines, pace=overview.pace(courses[0]))

    def _pick(self, params: Mapping[str, Any]) -> None:
        """A part of a bar was clicked: its unit or group, and its stage."""
        words = {charts.STAGE_PARTS[column][0]: column for column in STAGES}
        name, stage = str(params.get("name", "")), words.get(str(params.get("seriesName", "")), "")
        if self.state.part:
            self.state.pick(unit=name, stage=stage)
        else:
            groups = {self._group(int(number)): int(number) for number in self.state.groups().index}
            self.state.pick(group=groups.get(name, 0), stage=stage)

    def _report(self, month: str, ending: str) -> dict[str, bytes]:
        return self.state.workspace.report_files(date.fromisoformat(f"{month}-01"), today(), (ending,))

    def _group(self, number: int) -> str:
        return group_name(number, self.state.workspace.assignments)


def _heading(title: str) -> ipywidgets.Widget:
    return Pane(html=render("heading", title=title))


def _deadlines() -> str:
    now = today()
    upcoming = [deadline for deadline in DEADLINES if deadline.day >= now]
    nearest = upcoming[0] if upcoming else None
    return render("deadlines", deadlines=DEADLINES, nearest=nearest, now=now)
