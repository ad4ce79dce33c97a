"""What leadership sees beside the figures: stages, course, faults by unit, news, and the items behind each of them."""

import json
from datetime import date

import pytest

from workbench.dashboards.reading import overview
from workbench.dashboards.state import ProgressState
from workbench.dashboards.state.progress import Picked
from workbench.dashboards.views import charts
from workbench.dashboards.views.progress import ProgressView
from workbench.dashboards.widgets import Download
from workbench.review import Workspace
from workbench.review.calendar import today


def test_items_by_stage_of_groups_and_of_units(desk: Workspace):
    """What is decided and still with the group is told from what waits; a group's own units follow on its choice."""
    desk.record("M-e", "pass", "", by="group3")
    desk.take_step("省教育厅", "省目录", "to_legality", by="lead3")
    desk.record("M-c", "pass", "", by="group3")
    state = ProgressState(desk, "leadership")
    by_group = state.by_stage()
    assert by_group.loc[3, ["waiting", "reviewed", "legality_review"]].tolist() == [2, 1, 1]
    state.group = 3
    assert set(state.by_stage().index) == {"省农委", "省教育厅"}
    option = charts.stage_bars(["第三组"], by_group.loc[[3]])
    assert [(each["name"], each["data"]) for each in option["series"]] == [
        ("审核·未审", [2]), ("审核·已审", [1]), ("合法性审查", [1]),
    ]  # fmt: skip


def test_a_part_of_a_bar_leads_to_its_items(desk: Workspace):
    """A click names the group (or unit) and the stage; the list holds exactly these items and links to them."""
    desk.record("M-a", "return_for_revision", "请补全", by="group3")
    view = ProgressView(ProgressState(desk, "leadership"))
    view._pick({"name": "第三组", "seriesName": "审核·未审"})
    assert view.state.picked == Picked(group=3, stage="waiting")
    assert set(view.state.picked_items()["item"]) == {"M-b", "M-c", "M-e"}
    page = view.panels.pages["items"].html
    assert "第三组 · 审核·未审" in page
    assert 'href="review.ipynb?item=M-b"' in page
    assert "（只读）" in page
    assert "M-a" not in page


def test_faults_by_unit_and_the_items_of_a_cell(desk: Workspace):
    """One line a rule, one column a unit with items; a cell's click lists the unit's items with this fault."""
    state = ProgressState(desk, "leadership")
    table = state.rules_by_unit()
    assert table.loc["BASIS-FULLNAME"].to_dict() == {"省工商局": 0, "省农委": 1, "省教育厅": 0}
    (line, *_) = overview.heat_lines(table.loc[["BASIS-FULLNAME"]], {"省农委": 3, "省工商局": 1, "省教育厅": 1})
    assert (line[0], line[2]) == ("BASIS-FULLNAME", 1)
    assert [(cell.unit, cell.count, cell.shade, cell.share) for cell in line[3] if cell.count] == [
        ("省农委", 1, 4, "33%")
    ]
    state.pick(unit="省农委", rule="BASIS-FULLNAME", kind="")
    assert (state.tab, list(state.picked_items()["item"])) == ("items", ["M-a"])


def test_the_course_says_whether_the_deadline_is_met(desk: Workspace, monkeypatch: pytest.MonkeyPatch):
    """Five items are left for 10 September; working days are counted, today and the day itself among them."""
    monkeypatch.setenv("WORKBENCH_TODAY", "2017-09-06")
    everything, provincial = ProgressState(desk, "leadership").courses()
    line = overview.course_line(provincial, today())
    assert (line.kind, line.left, line.due, line.needed) == ("省目录", 5, "9月10日（周日），还有 4 天", "2 项")
    assert (line.forecast, line.late) == ("尚无完整工作日的数据，暂不预测", False)
    assert overview.deadlines_of([provincial]) == [(date(2017, 9, 10), "省目录")]
    assert json.dumps(charts.burn_down(everything, overview.deadlines_of([provincial])), ensure_ascii=False).count(
        "省目录"
    )
    monkeypatch.setenv("WORKBENCH_TODAY", "2017-09-11")
    _, over = ProgressState(desk, "leadership").courses()
    assert overview.course_line(over, today()).late


def test_news_are_verdicts_steps_and_files_of_the_part(desk: Workspace):
    """What was taken back is no news; another group's is not either."""
    desk.record("M-e", "pass", "", by="group3")
    desk.take_step("省教育厅", "省目录", "to_legality", by="lead3")
    desk.record("M-a", "return_for_revision", "请补全", by="group3")
    desk.undo("M-a", by="group3")
    state = ProgressState(desk, "leadership")
    news = state.news()
    assert (news.verdicts, news.units) == ((("通过", 1),), (("省教育厅", 1),))
    assert news.steps == (("省教育厅", "省目录", "送合法性审查"),)
    state.group = 2
    assert (state.news().verdicts, state.news().steps) == ((), ())


def test_the_bulletin_comes_as_a_file(desk: Workspace):
    """Asked for a month and a form, the kernel sends name and bytes; who sees one group only is not offered it."""
    view = ProgressView(ProgressState(desk, "leadership"))
    month = f"{today():%Y-%m}"
    assert view.report.choices[0] == (month, f"{today().year}年{today().month}月")
    sent: list[tuple[dict[str, str], list[bytes]]] = []
    view.report.send = lambda content, buffers=None: sent.append((content, buffers or []))
    view.report._hear({"type": "wanted", "choice": month, "ending": ".xlsx"})
    ((content, buffers),) = sent
    assert content == {"type": "file", "name": f"审核进展通报-{month}.xlsx"}
    assert buffers[0].startswith(b"PK")
    group = ProgressView(ProgressState(desk, "group3"))
    assert view.report in view.root.children[0].children
    assert group.report not in group.root.children[0].children


def test_a_file_that_cannot_be_made_is_said():
    """The sentence is for the reader; the fault is in the log."""

    def fails(_choice: str, _ending: str) -> dict[str, bytes]:
        raise OSError

    download = Download(fails)
    sent: list[dict[str, str]] = []
    download.send = lambda content, _buffers=None: sent.append(content)
    download._hear({"type": "wanted", "choice": "2017-08", "ending": ".docx"})
    assert [each["type"] for each in sent] == ["failed"]
