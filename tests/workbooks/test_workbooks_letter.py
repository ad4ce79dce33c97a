"""The cover letter that goes with a returns workbook."""

import io
from dataclasses import replace

from docx import Document

from workbench.workbooks.letter import LetterContent, MainProblem, write_letter

CONTENT = LetterContent(
    unit="辽宁省水利厅",
    kind="省政务服务事项目录",
    file="省水利厅-省目录.xlsx",
    round=1,
    group="第三审核组",
    contact="潘良乙 024-86908025",
    day="2017年9月8日",
    matters=212,
    decided=198,
    counts=(("通过", 120), ("退回修改", 78), ("取消", 0)),
    problems=(MainProblem("设定依据没有条文内容", "附件1 3.3.5.2", 32, '=HYPERLINK("http://x")\x07'),),
    not_checked=("权责清单",),
    returns_file="省水利厅-省目录.xlsx",
    due="于9月30日前",
)


def _texts(content: LetterContent) -> list[str]:
    return [each.text for each in Document(io.BytesIO(write_letter(content))).paragraphs]


def test_letter_tells_counts_and_what_to_do() -> None:
    """The letter has the unit, the counts that are not zero, what is left, and the day to send in again."""
    texts = _texts(CONTENT)
    assert texts[:2] == ["关于反馈省政务服务事项目录审核意见的函", "辽宁省水利厅："]
    assert "共报送 212 项，已审 198 项：通过 120 项，退回修改 78 项；尚未形成结论 14 项。" in texts
    assert "以下清单尚未导入，相关规则本次未检查，不作为通过：权责清单。" in texts
    assert [text for text in texts if "9月30日前重新报送" in text and "潘良乙 024-86908025" in text]


def test_letter_holds_outside_text_as_text() -> None:
    """A formula from a submission stands as its letters, without control characters."""
    [table] = Document(io.BytesIO(write_letter(CONTENT))).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [
        ["问题", "依据条款", "涉及项数", "举例"],
        ["设定依据没有条文内容", "附件1 3.3.5.2", "32", '=HYPERLINK("http://x")'],
    ]


def test_letter_without_problems_says_so() -> None:
    """No table and no section on lists where there is nothing to tell."""
    texts = _texts(replace(CONTENT, problems=(), not_checked=()))
    assert "未发现需要修改的问题。" in texts
    assert "三、修改要求" in texts
