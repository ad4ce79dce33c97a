"""The first sheet of a returns workbook says all that reviewers ask for, and what became of the last round's problems."""

from dataclasses import replace

import pytest

from workbench.records import Severity
from workbench.workbooks import FormerProblem, ReturnedFinding, ReturnedPart, ReturnedRow, ReturnsContent
from workbench.workbooks.moving import moved
from workbench.workbooks.problem_list import lines_of

FAULT = ReturnedFinding("E5", Severity.VIOLATION, "BASIS-CLAUSE", "附件1 3.3.5.2", "没有条款，请写明。")
ROW = ReturnedRow("M-1", "目录", "A5", "取水许可", verdict="退回修改", opinion="请补充。", findings=(FAULT,))


def told(*rows: ReturnedRow) -> list[tuple[str, str, str]]:
    """Name, level and text of each line."""
    content = ReturnsContent("省水利厅", "省目录", 1, "第一组", 7, "ab" * 32, "2017-08-02 10:01", rows)
    return [(line.name, line.level, line.told) for line in lines_of(content)]


def test_an_opinion_stands_before_the_findings_of_its_row():
    """What the reviewer wrote is not lost where rules found something, too."""
    assert told(ROW) == [("取水许可", "意见", "请补充。"), ("取水许可", "违规", "没有条款，请写明。")]


@pytest.mark.parametrize("opinion", ["没有条款，请写明。", "没有条款， 请写明。", ""])
def test_an_opinion_that_only_repeats_a_finding_is_not_said_twice(opinion):
    """Opinions are often filled in from the findings."""
    assert told(replace(ROW, opinion=opinion)) == [("取水许可", "违规", "没有条款，请写明。")]


def test_a_row_that_was_passed_asks_for_nothing():
    """A remark on a passed row is no problem."""
    assert told(replace(ROW, verdict="通过", findings=())) == []


def test_what_is_asked_of_a_part_of_a_guide_is_listed_with_its_name():
    """A verdict on an element or material is a line of its own, also where the guide was passed."""
    part = ReturnedPart("1", "C7", verdict="取消（材料）", shown_opinion="无依据。", name="申请表")
    guide = ReturnedRow("G-1", "1", "C3", "取水许可", verdict="通过", parts=(ReturnedPart("1", "C3"), part))
    assert told(guide) == [("取水许可（办事指南）：申请表", "意见", "无依据。")]


def test_what_is_moved_down_moves_the_last_round_s_places_too():
    """Where lines are put above a sheet, links still lead to the cell; what is gone has none."""
    here = FormerProblem("取水许可", "未改正", "违规", "没有条款。", "附件1 3.3.5.2", "", "目录", "E5")
    gone = FormerProblem("采砂许可", "事项已撤下", "违规", "没有条款。", "附件1 3.3.5.2", "")
    content = ReturnsContent(
        "省水利厅", "省目录", 2, "第一组", 7, "ab" * 32, "2017-08-02 10:01", (), last_round=(here, gone)
    )
    assert moved(content, {"目录": 2}).last_round == (replace(here, cell="E7"), gone)


def test_nothing_stands_beside_a_guide_that_nobody_decided():
    """That an opinion is on the whole guide is said where there is a verdict."""
    guide = ReturnedRow("G-1", "1", "C3", "取水许可", parts=(ReturnedPart("1", "C3"),))
    assert guide.shown_opinion == ""
    assert replace(guide, verdict="通过").shown_opinion == "【整份指南】"
