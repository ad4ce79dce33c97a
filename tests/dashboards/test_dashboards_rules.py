"""The rule book as a page: figures, lists, settings."""

import pytest

from workbench import checks
from workbench.dashboards.state import Filters, RulesState
from workbench.dashboards.state.rules import NO_REASON
from workbench.dashboards.views.rules import RulesView, status
from workbench.records import Answer, Severity
from workbench.review import Workspace, write_templates


def overrule(desk: Workspace) -> None:
    """Group 3 passes M-a: the 违规 is overruled."""
    desk.record("M-a", "pass", by="group3", answers=[Answer("BASIS-NO-ELLIPSIS", upheld=False, reason="系原文省略")])


def test_every_rule_is_listed_and_the_worst_comes_first(desk: Workspace):
    """The rule that was overruled leads, then those that found something, then the others."""
    overrule(desk)
    state = RulesState(desk, "leadership")
    assert sorted(line.rule.code for line in state.lines) == sorted(rule.code for rule in checks.RULES)
    worst = state.lines[0]
    assert (worst.rule.code, worst.found, worst.answered, worst.overruled, worst.share) == (
        "BASIS-NO-ELLIPSIS", 1, 1, 1, 1.0,
    )  # fmt: skip
    assert {line.rule.code for line in state.lines[1:3]} == {"BASIS-FULLNAME", "BASIS-LAYOUT"}
    assert state.current == "BASIS-NO-ELLIPSIS"


def test_a_rule_without_its_list_is_not_checked_and_never_in_order(desk: Workspace):
    """An empty template does not count as loaded; a rule that needs one of two lists says so."""
    write_templates(desk.reference_folder)
    state = RulesState(desk, "leadership")
    lacking = state.line("SCOPE-JS-CANCEL")
    assert lacking is not None
    assert (lacking.missing, status(lacking)) == (("江苏取消事项清单",), [("none", "未检查")])
    assert status(state.lines[0]) == [("ok", "启用")]
    state.open("SCOPE-JS-CANCEL")
    page = RulesView(state).page()
    assert "缺少江苏取消事项清单，本规则没有检查任何事项，不算通过。" in page
    assert "请填写 data/reference 文件夹中的“江苏取消事项清单.xlsx”" in page


def test_filters_find_rules_by_topic_level_status_and_text(desk: Workspace):
    """Text is searched in name, clause and quote."""
    overrule(desk)
    state = RulesState(desk, "leadership")

    def found(**values: object) -> set[str]:
        state.queue.filters = Filters(**values)
        return {line.rule.code for line, seen in zip(state.lines, state.queue.visible, strict=True) if seen}

    assert found(units=("收费",)) == {rule.code for rule in checks.RULES if checks.topic_of(rule) == "fee"}
    assert found(kind="违规") == {line.rule.code for line in state.lines if line.level is Severity.VIOLATION}
    assert found(chips=("overruled",)) == {"BASIS-NO-ELLIPSIS"}
    assert found(text="事项之间不得互为前置") == {"FLOW-MUTUAL", "FLOW-PARALLEL"}
    assert state.queue.chip_counts()["off"] == 0


def test_an_administrator_switches_off_changes_and_restores_with_a_reason(desk: Workspace):
    """Each setting is kept with who and why; the list says what holds now, and the reader's place stays."""
    state = RulesState(desk, "admin")
    state.open("BASIS-LAYOUT")
    state.switch_off("  省级样式不同  ")
    assert status(state.line("BASIS-LAYOUT")) == [("bad", "停用")]
    assert state.message.text == ("BASIS-LAYOUT 已停用。下次执行“workbench intake”时按新的设置重新检查全部事项。")
    state.set_level("只需提醒", "提示")
    assert (status(state.line("BASIS-LAYOUT")), state.line("BASIS-LAYOUT").level) == ([("warn", "改级")], Severity.HINT)
    state.restore("样式已统一")
    assert status(state.line("BASIS-LAYOUT")) == [("ok", "启用")]
    assert [(each.off, each.severity, each.reason, each.by) for each in state.history("BASIS-LAYOUT")] == [
        (False, None, "样式已统一", "admin"),
        (False, Severity.HINT, "只需提醒", "admin"),
        (True, None, "省级样式不同", "admin"),
    ]
    assert state.current == "BASIS-LAYOUT"


def test_a_setting_without_a_reason_is_refused(desk: Workspace):
    """Nothing is stored, and the sentence says what is missing."""
    state = RulesState(desk, "admin")
    state.switch_off(" ")
    assert (state.message.text, state.message.tone, desk.store.rule_settings()) == (NO_REASON, "bad", [])


@pytest.mark.parametrize("user", ["group3", "lead3", "legality", "leadership", "analyst"])
def test_others_read_only(desk: Workspace, user: str):
    """No form is offered; who sends a setting all the same is told who may."""
    state = RulesState(desk, user)
    view = RulesView(state)
    assert "<form" not in view.setting.html
    assert "设置由管理员更改" in view.setting.html
    view.setting._handle_custom_msg({"type": "set", "to": "off", "reason": "误报多"}, [])
    assert "不能更改规则设置" in state.message.text
    assert state.message.text in view.setting.html
    assert desk.store.rule_settings() == []


def test_a_click_in_the_form_sets_the_open_rule(desk: Workspace):
    """Level and reason come from the form; the history shows both, the row says 改级, and a bad try keeps the reason."""
    view = RulesView(RulesState(desk, "admin"))
    view.state.open("BASIS-LAYOUT")
    view.setting._handle_custom_msg({"type": "set", "to": "level", "level": "违规", "reason": "<b>厅务会定</b>"}, [])
    assert "<b>改为“违规”级</b>" in view.setting.html
    assert "&lt;b&gt;厅务会定&lt;/b&gt;" in view.setting.html
    values = view.values()
    assert values["status"][values["id"].index("BASIS-LAYOUT")] == [("warn", "改级")]
    assert [chip["count"] for chip in view.filter_bar.chips if chip["key"] == "changed"] == [1]


def test_polling_counts_again_after_a_verdict(desk: Workspace):
    """The list is the same object while nothing happens; filters stay."""
    state = RulesState(desk, "leadership")
    state.queue.filters = Filters(chips=("overruled",))
    before = state.lines
    state.poll()
    assert state.lines is before
    overrule(desk)
    state.poll()
    assert state.line("BASIS-NO-ELLIPSIS").overruled == 1
    assert int(state.queue.visible.sum()) == 1


def test_the_open_rule_shows_clause_example_and_figures(desk: Workspace):
    """A share of one half or more is said to be bad."""
    overrule(desk)
    page = RulesView(RulesState(desk, "leadership")).page()
    rule = checks.by_code("BASIS-NO-ELLIPSIS")
    assert rule is not None
    assert rule.quote in page
    assert "现有 1 项有此发现。" in page
    assert "审核人员答复 1 次，不采纳 1 次（100%）。" in page
    assert "一半以上的发现未被采纳" in page
