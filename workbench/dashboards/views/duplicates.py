"""The duplicates dashboard (重复)."""

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets

from workbench.dashboards.reading.tones import RELATION_TONES
from workbench.dashboards.reading.twins import read_twins
from workbench.dashboards.state import REMEMBERED, Twins
from workbench.dashboards.state.twins import CERTAINTY
from workbench.dashboards.templates import render
from workbench.dashboards.views import form
from workbench.dashboards.views.deciding import DecidingView
from workbench.dashboards.views.remarks import RemarkForm
from workbench.dashboards.views.rows import verdict_fields
from workbench.dashboards.views.words import WordForm
from workbench.dashboards.widgets import Column
from workbench.records import RELATION_NAMES

_WORDS = {"": "未定", "pass": "不属重复", **REMEMBERED}


class DuplicatesView(DecidingView):
    """The list of clusters and pairs, and one of them side by side."""

    styles = ("review", "duplicates")
    columns = (
        Column("name", "事项 / 单位", 220, kind="name", below="below", flex=1),
        Column("size", "行数", 52, kind="number"),
        Column("found", "关系和分值", 124, kind="tags", sort="weight"),
        Column("verdict", "结论", 86, kind="tags", sort="standing"),
    )
    verdicts = form.TWIN_VERDICTS
    decided = "已定"
    help = (
        (("J", "↓"), "下一组"),
        (("K", "↑"), "上一组"),
        (("1 … 5",), "选择结论"),
        (("E",), "填写意见（Esc 返回列表）"),
        (("Enter",), "记录并转到下一组未定的（在意见框中用 Ctrl+Enter）"),
        (("U",), "撤销刚才的结论"),
        (("/",), "搜索事项、单位、依据"),
        (("?",), "显示本说明"),
    )

    def beside(self) -> tuple[ipywidgets.Widget, ...]:
        """The form that extends the tables of words, and the one that speaks to the other groups."""
        self.words = WordForm(self.state.add_word)
        self.state.observe(lambda _: self._words_added(), "words_added")
        self.remark = RemarkForm(self.state.comment)
        self.state.observe(lambda _: self._remarked(), "comments")
        return self.words.root, self.remark.root

    def _remarked(self) -> None:
        if self.state.detail is not None and self.detail.subject == self.state.detail.id:
            self.detail.html = self.page()

    def _words_added(self) -> None:
        self.detail.html = self.page()
        self._show_words()
        self._count()

    def _show_detail(self) -> None:
        super()._show_detail()
        self._show_words()
        self.remark.show(self.state.current if self.state.may_comment else "")

    def _show_words(self) -> None:
        state = self.state
        apart = state.apart(state.detail) if state.detail and state.may_add_words else []
        self.words.show(apart[0] if apart else None)

    def choices(self) -> dict[str, Any]:
        """Units that have suspected duplicates, and what these are to each other."""
        kinds = list(dict.fromkeys(self.state.queue.frame["kind"]))
        return {
            "units": self.unit_choices("全部单位"),
            "kinds": [("", "全部关系"), *((kind, kind) for kind in kinds)] if len(kinds) > 1 else [],
        }

    def values(self) -> Mapping[str, Sequence[Any]]:
        """One row a cluster or pair."""
        found, queue = self.state.twins(), self.state.queue
        standing = [_verdict(verdict) for verdict in queue.verdicts]
        return {
            "id": [twins.id for twins in found],
            "name": [twins.members[0].row.full_name for twins in found],
            "below": ["、".join(twins.units) for twins in found],
            "size": [len(twins.members) for twins in found],
            "found": [self._tags(twins) for twins in found],
            "weight": [_weight(twins) for twins in found],
            "marked": [queue_crosses > 0 for queue_crosses in queue.frame["across_groups"].tolist()],
            **{field: [each[field] for each in standing] for field in ("verdict", "standing", "open")},
        }

    def _tags(self, twins: Twins) -> list[tuple[str, str]]:
        word = f"{RELATION_NAMES[twins.relation]} {twins.surest.comparison.score:.2f}"
        across = [("plain", "跨组")] if self.state.across_groups(twins) else []
        return [(RELATION_TONES[twins.relation], word), *across]

    def row(self, item: str, verdict: str | None) -> Mapping[str, Any]:
        """The verdict's fields."""
        return {"id": item, **_verdict(verdict)}

    def page(self) -> str:
        """The open cluster or pair."""
        state = self.state
        twins = read_twins(state.detail, state.workspace.assignments, state.apart(state.detail), state.comments)
        return render("twins", twins=twins, item=twins, clash=self.clash())

    def form(self) -> dict[str, Any]:
        """A draft, else the standing verdict, else what matching suggests."""
        return form.start_twins(self.state)

    def nothing(self) -> str:
        """What to do when nothing is suspected, or nothing is chosen."""
        if len(self.state.queue) == 0:
            return "没有疑似重复的事项。读取新的工作簿（“workbench intake”）后会重新比对，然后请重新加载本页。"
        return "请在左侧列表中选择一组疑似重复的事项。"


def _verdict(verdict: str | None) -> dict[str, Any]:
    """As of an item, with the words of this page."""
    fields = verdict_fields(verdict)
    word = _WORDS.get(verdict or "")
    if word:
        fields["verdict"] = [("none" if verdict in REMEMBERED else fields["verdict"][0][0], word)]
    return fields


def _weight(twins: Twins) -> float:
    return twins.surest.comparison.score - CERTAINTY.index(twins.relation)
