"""Suggested corrections and the deadline on the review page, without a browser."""

from datetime import date

import pytest

from workbench.dashboards.reading import read
from workbench.dashboards.reading.corrections import corrections
from workbench.dashboards.state import ReviewState
from workbench.dashboards.templates import render
from workbench.dashboards.views.review import ReviewView
from workbench.records import Certainty, Finding, Severity
from workbench.review import Workspace
from workbench.review.deadlines import current


def finding(field: str, correction: str | None, severity: Severity = Severity.DOUBT) -> Finding:
    """A finding with a corrected text of its field."""
    return Finding("X", "附件1", severity, Certainty.CERTAIN, "请改正。", field, correction=correction)


def given(desk: Workspace, *found: Finding) -> Workspace:
    """The workspace with these findings on M-c besides, whose name is 乡村兽医登记."""
    desk.store.replace_corpus({"M-c": found}, [], [])
    return desk


def test_a_correction_says_what_changes_and_becomes_a_sentence(desk: Workspace):
    """It has the finding's number on the page; differing characters are marked on both sides."""
    doubt, violation = finding("item_name", "乡村兽医备案"), finding("remarks", None, Severity.VIOLATION)
    detail = given(desk, doubt, violation).detail("M-c", "group3")
    assert corrections(detail) == {
        2: {
            "left": [("乡村兽医", False), ("登记", True)],
            "right": [("乡村兽医", False), ("备案", True)],
            "sentence": "第 2 条：建议将事项中的“乡村兽医登记”改为“乡村兽医备案”。",
        }
    }
    html = render("detail", item=read(detail, desk.assignments), clash=None)
    assert html.count('data-command="correct"') == 1
    assert 'data-detail="2"' in html


def test_of_a_long_text_only_what_changes_is_said(desk: Workspace):
    """Eight characters on either side."""
    better = desk.detail("M-a", "group3").matter.row.legal_basis.replace("第二十四条 应当", "第二十四条　应当")
    desk.store.replace_corpus({"M-a": [finding("legal_basis", better)]}, [], [])
    (found,) = corrections(desk.detail("M-a", "group3")).values()
    assert (
        found["sentence"]
        == "第 3 条：建议将设定依据中的“号）\n第二十四条 应当具备下列条件”改为“号）\n第二十四条　应当具备下列条件”。"
    )


def test_a_blank_field_is_to_be_filled_in(desk: Workspace):
    """There is nothing to be replaced; a correction that changes nothing is none."""
    detail = given(desk, finding("remarks", "无"), finding("item_name", "乡村兽医登记")).detail("M-c", "group3")
    assert [each["sentence"] for each in corrections(detail).values()] == ["第 1 条：建议在备注中填写“无”。"]


def test_the_form_gets_the_corrections_by_number(desk: Workspace):
    """The key C takes them in turn."""
    state = ReviewState(given(desk, finding("remarks", "无")), "group3")
    view = ReviewView(state)
    state.open("M-c")
    assert view.form()["corrections"] == [[1, "第 1 条：建议在备注中填写“无”。"]]


@pytest.mark.parametrize(
    ("kind", "day", "clause_day"),
    [
        ("省目录", "2017-07-20", date(2017, 7, 20)),
        ("省目录", "2017-07-21", date(2017, 9, 10)),
        ("市设目录", "2017-08-31", date(2017, 8, 31)),
        ("办事指南", "2017-10-26", date(2017, 11, 15)),
        ("办事指南", "2018-01-01", date(2017, 11, 15)),
    ],
)
def test_the_stage_is_the_first_that_has_not_ended(kind: str, day: str, clause_day: date):
    """The day itself is in time; after the last one, that stays."""
    stage = current(kind, date.fromisoformat(day))
    assert stage is not None
    assert stage.day == clause_day


def test_an_unknown_kind_has_no_deadline():
    """Nothing is made up."""
    assert current("其他", date(2017, 8, 1)) is None


def test_the_footer_counts_down(desk: Workspace, monkeypatch: pytest.MonkeyPatch):
    """By the kind of what is open."""
    monkeypatch.setenv("WORKBENCH_TODAY", "2017-09-05")
    view = ReviewView(ReviewState(desk, "group3"))
    assert "省目录 审核、审查、反馈：9月10日（周日），还有 5 天" in view.footer.html
