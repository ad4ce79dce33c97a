"""The rule book (规则)."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import ipywidgets

from workbench import checks
from workbench.dashboards.reading.rules import read_rule, setting_lines
from workbench.dashboards.reading.tones import SEVERITY_TONES
from workbench.dashboards.state.rules import RuleLine, RulesState
from workbench.dashboards.templates import render
from workbench.dashboards.views.listing import HINTS, ListingView
from workbench.dashboards.widgets import Column, Pane
from workbench.records import Severity

_SEVERITIES = list(Severity)


class RulesView(ListingView):
    """Every rule with its figures, and one of them with clause, lists and settings."""

    styles = ("review", "rules")
    columns = (
        Column("name", "规则", 200, kind="name", below="below", flex=1),
        Column("clause", "条款", 120),
        Column("level", "级别", 56, kind="tags", sort="level_order"),
        Column("certainty", "判断", 82),
        Column("found", "发现", 54, kind="number"),
        Column("answered", "已答复", 62, kind="number"),
        Column("overruled", "不采纳", 62, kind="number"),
        Column("share", "比例", 54, kind="number"),
        Column("status", "状态", 78, kind="tags", sort="status_order"),
    )
    words: Mapping[str, str] = MappingProxyType({"unit": "主题", "kind": "级别", "text": "搜索规则、条款、原文"})
    hints = (*HINTS[:2], ("N", "下一条有不采纳的"), *HINTS[2:])
    help = (
        (("J", "↓"), "下一条规则"),
        (("K", "↑"), "上一条规则"),
        (("N",), "下一条有发现被不采纳的规则"),
        (("/",), "搜索规则的名称、代码、条款和原文"),
        (("?",), "显示本说明"),
    )

    def __init__(self, state: RulesState) -> None:
        """Build the widgets and show the rule that is overruled most."""
        self.setting = Pane()
        super().__init__(state)
        state.observe(lambda _: self._changed(), "queue")
        state.observe(lambda _: self._show_setting(""), "message")
        self.setting.on_action("set", self._set)

    def desk(self) -> tuple[ipywidgets.Widget, ...]:
        """What is known of the rule, and below it how the workspace departs from it."""
        self.setting.add_class("wb-setting")
        return self.detail, self.setting

    def choices(self) -> dict[str, Any]:
        """Topics and levels."""
        topics = list(checks.TOPICS.values())
        return {
            "units": [("", f"全部主题（{len(topics)}）"), *((topic, topic) for topic in topics)],
            "kinds": [("", "全部级别"), *((str(each), str(each)) for each in Severity)],
        }

    def values(self) -> Mapping[str, Sequence[Any]]:
        """One row a rule."""
        lines: Sequence[RuleLine] = self.state.lines
        return {
            "id": [line.rule.code for line in lines],
            "name": [line.rule.name for line in lines],
            "below": [line.rule.code for line in lines],
            "clause": [line.rule.clause for line in lines],
            "level": [[(SEVERITY_TONES[line.level], str(line.level))] for line in lines],
            "level_order": [_SEVERITIES.index(line.level) for line in lines],
            "certainty": [checks.CERTAINTY_NAMES[line.rule.certainty] for line in lines],
            "found": [line.found for line in lines],
            "answered": [line.answered for line in lines],
            "overruled": [line.overruled for line in lines],
            "share": [f"{line.share:.0%}" if line.share is not None else "—" for line in lines],
            "status": [status(line) for line in lines],
            "status_order": [_status_order(line) for line in lines],
            "marked": [line.overruled > 0 for line in lines],
        }

    def page(self) -> str:
        """The open rule."""
        return render("rule", rule=read_rule(self.state.line(self.state.current), self.state.references))

    def summary(self) -> str:
        """How many rules there are, and how many of them do not check everything."""
        lines: Sequence[RuleLine] = self.state.lines
        off, lacking = sum(line.off for line in lines), sum(bool(line.missing) for line in lines)
        return f"规则 {len(lines)} 条 · 停用 {off} · 缺清单 {lacking}"

    def show(self) -> None:
        """Show the open rule and its settings."""
        super().show()
        self._show_setting("")

    def _changed(self) -> None:
        """Figures or settings have changed: the same place in a new list."""
        self.grid.load(self.values())
        self.filtered()
        self.show()

    def _show_setting(self, reason: str) -> None:
        state: RulesState = self.state
        line = state.line(state.current)
        self.setting.html = render(
            "rule_setting",
            line=line,
            levels=[str(each) for each in Severity],
            may_set=state.may_set,
            message=state.message,
            reason=reason,
            history=setting_lines(state.history(state.current), state.workspace.assignments),
        )

    def _set(self, content: Mapping[str, Any]) -> None:
        reason = content.get("reason", "")
        if content["to"] == "off":
            self.state.switch_off(reason)
        elif content["to"] == "level":
            self.state.set_level(reason, content["level"])
        else:
            self.state.restore(reason)
        if self.state.message.tone == "bad":
            self._show_setting(reason)


def status(line: RuleLine) -> list[tuple[str, str]]:
    """How a rule stands in this workspace, in words with their tones."""
    if line.off:
        return [("bad", "停用")]
    found = [("warn", "改级")] if line.changed else []
    if line.missing:
        found.append(("none", "未检查" if line.unchecked else "部分未检查"))
    return found or [("ok", "启用")]


def _status_order(line: RuleLine) -> int:
    return 4 * line.off + 2 * line.changed + bool(line.missing)
