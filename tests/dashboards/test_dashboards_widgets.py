"""What the widgets send to the browser."""

import gzip
import json
import re

import numpy as np
import pytest

from workbench.dashboards.state import Draft, ReviewState
from workbench.dashboards.views import form, rows
from workbench.dashboards.views.review import ReviewView
from workbench.dashboards.widgets import Column, Grid, assets
from workbench.review import Workspace


def test_rows_travel_as_gzip_columns():
    """Fields once, then one list a column."""
    grid = Grid([Column("name", "事项", 100)], {"id": ["a", "b"], "name": ["甲", "乙"]})
    assert json.loads(gzip.decompress(grid.data)) == {"fields": ["id", "name"], "columns": [["a", "b"], ["甲", "乙"]]}


def test_a_mask_hides_rows_and_none_is_sent_where_all_show():
    """One byte a row."""
    grid = Grid([], {"id": ["a", "b"]})
    grid.show_only(np.array([True, False]))
    assert grid.mask == b"\x01\x00"
    grid.show_only(np.array([True, True]))
    assert grid.mask == b""


def test_a_row_says_severity_in_words(desk: Workspace):
    """Colour and word; what is clean and what was not checked are told apart."""
    values = rows.values(ReviewState(desk, "group3").queue)
    assert values["found"] == [
        [("ok", "无")],
        [("bad", "违规 1"), ("warn", "存疑 1"), ("warn", "疑似重复")],
        [("tip", "提示 1")],
        [("ok", "无"), ("none", "未检查 1")],
    ]
    assert values["verdict"] == [[("plain", "未审")]] * 4
    assert values["marked"] == [False, True, False, False]


def test_the_form_starts_with_suggestion_then_verdict_then_draft(desk: Workspace):
    """An unrecorded draft comes before the standing verdict, and that before the suggestion."""
    state = ReviewState(desk, "group3")
    state.open("M-a")
    started = form.start(state)
    assert (started["verdict"], started["opinion"]) == (
        "return_for_revision",
        "1. BASIS-NO-ELLIPSIS 请改正。\n2. BASIS-FULLNAME 请改正。",
    )
    assert started["units"][:2] == ["省工商局", "省农委"]
    assert [each["rule"] for each in started["violations"]] == ["BASIS-NO-ELLIPSIS"]
    desk.record("M-a", "merge", "并入", by="lead3", lead_unit="省工商局")
    state.open("M-b")
    state.open("M-a")
    assert (form.start(state)["verdict"], form.start(state)["lead_unit"]) == ("merge", "省工商局")
    state.draft = Draft("cancel", "无依据")
    assert form.start(state)["verdict"] == "cancel"


def test_a_click_in_the_browser_records_and_tells(desk: Workspace):
    """The message of the form becomes an event, a patched row, new counts and a sentence."""
    view = ReviewView(ReviewState(desk, "group3"))
    view.grid.current = "M-a"
    sent = []
    view.grid.send = lambda content, *_: sent.append(content)
    draft = {"verdict": "return_for_revision", "opinion": "请补全", "lead_unit": "", "reasons": {}}
    view.verdict_form._handle_custom_msg({"type": "record", "item": "M-a", **draft}, [])
    assert [event.verdict for event in desk.history("M-a")] == ["return_for_revision"]
    assert [(each["type"], each.get("to")) for each in sent] == [("patch", None), ("go", "open")]
    assert sent[0]["rows"][0]["verdict"] == [("warn", "退回修改")]
    assert view.verdict_form.message["text"].startswith("已记录“退回修改”")
    assert view.filter_bar.summary == "已审 1 / 4（25%）"


def test_filters_of_the_browser_reach_the_list(desk: Workspace):
    """A chip hides rows, and the footer counts what is left."""
    view = ReviewView(ReviewState(desk, "group3"))
    view.filter_bar.value = {"unit": "", "kind": "", "chips": ["violations"], "text": ""}
    assert view.grid.mask == b"\x00\x01\x00\x00"
    assert "列表 1 条" in view.footer.html


def test_the_footer_says_how_fresh_the_returns_workbook_is(desk: Workspace):
    """Nothing while there is none; afterwards its name and time, without reloading."""
    state = ReviewState(desk, "group3")
    view = ReviewView(state)
    state.open("M-a")
    assert "反馈工作簿" not in view.footer.html
    folder = desk.returns_folder / "第三组"
    folder.mkdir(parents=True)
    (folder / "省农委.xlsx").write_bytes(b"")
    state.poll()
    assert re.search(r"反馈工作簿：省农委 已更新 \d\d:\d\d:\d\d", view.footer.html)


def test_who_sees_several_groups_can_choose_one(desk: Workspace):
    """Leadership chooses among groups and units, a group's member among its units."""
    view = ReviewView(ReviewState(desk, "leadership"))
    assert [value for value, _ in view.filter_bar.units] == ["", "第二组", "第三组", "省工商局", "省教育厅", "省农委"]
    view.filter_bar.value = {"unit": "第二组", "kind": "", "chips": [], "text": ""}
    assert view.grid.mask == b"\x01\x00\x00\x00\x00"
    own = ReviewView(ReviewState(desk, "group3"))
    assert own.filter_bar.units == [("", "第三组全部单位（2）"), ("省教育厅", "省教育厅"), ("省农委", "省农委")]


def test_a_reader_gets_no_verdict_form(desk: Workspace):
    """Leadership reads."""
    assert ReviewView(ReviewState(desk, "leadership")).verdict_form.layout.display == "none"
    assert ReviewView(ReviewState(desk, "group3")).verdict_form.layout.display is None


def test_a_script_that_was_not_built_says_how_to_build_it():
    """A checkout without the built files."""
    with pytest.raises(FileNotFoundError, match="npm ci && npm run build"):
        assets.script("nothing")


def test_every_colour_is_in_the_theme():
    """Other style sheets use the theme's names; white on a chosen button's key is the one exception."""
    for name in ("page", "review", "progress", "duplicates", "rules", "preconditions"):
        colours = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", assets.style(name)))
        assert colours <= {"#ffffff30", "#ffffff70", "#0003", "#0006"}
