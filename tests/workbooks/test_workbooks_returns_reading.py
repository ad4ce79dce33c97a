"""Verdicts typed into a returns workbook come back with the items that they are on."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from workbench.workbooks import (
    ReturnedRow,
    ReturnsContent,
    ReturnsReading,
    UnreadableWorkbook,
    read_catalogue,
    read_returns,
    write_returns,
)

Change = Callable[[Worksheet], None]


def typed_into(submitted: Path, change: Change) -> ReturnsReading:
    """What is read of the submission's returns workbook after a change to its sheet."""
    rows = [
        ReturnedRow(f"M-{at}", read.place.sheet, read.place.cell, read.row.full_name)
        for at, read in enumerate(read_catalogue(submitted).rows)
    ]
    answer = ReturnsContent("省水利厅", "省目录", 1, "第一组", 42, "ab" * 32, "2017-08-02 10:01", rows)
    book = openpyxl.load_workbook(io.BytesIO(write_returns(submitted.read_bytes(), submitted.name, answer)))
    change(book["目录"])
    stream = io.BytesIO()
    book.save(stream)
    return read_returns(Path("反馈.xlsx"), stream.getvalue())


def test_what_was_typed_is_read_with_the_item_and_the_event(submitted: Path):
    """Verdict, opinion and 处理情况 of a row, the submission's hash and the last event that the workbook showed."""

    def change(page: Worksheet) -> None:
        page["H6"], page["I6"], page["O9"] = "退回修改", " 请补充依据。\n", "已改正"

    reading = typed_into(submitted, change)
    assert (reading.sha256, reading.event, reading.problems) == ("ab" * 32, 42, ())
    told = [(row.item, row.cell, row.verdict, row.opinion, row.handling) for row in reading.rows]
    assert told == [
        ("M-0", "A5", "", "", ""),
        ("M-1", "A6", "退回修改", "请补充依据。", ""),
        ("M-2", "A7", "", "", ""),
        ("M-3", "A8", "", "", ""),
        ("M-4", "A9", "", "", "已改正"),
    ]


def test_a_row_that_moved_is_found_and_one_that_is_gone_is_told(submitted: Path):
    """After a row was deleted the others are found by name; the deleted one is a problem, never another's verdict."""

    def change(page: Worksheet) -> None:
        page["H9"] = "通过"
        for merge in list(page.merged_cells.ranges):
            page.unmerge_cells(str(merge))
        page.delete_rows(8)

    reading = typed_into(submitted, change)
    assert [(row.item, row.cell, row.verdict) for row in reading.rows] == [
        ("M-0", "A5", ""), ("M-1", "A6", ""), ("M-2", "A7", ""), ("M-4", "A8", "通过"),
    ]  # fmt: skip
    assert [problem.message for problem in reading.problems] == [
        "反馈.xlsx 中找不到“河道采砂许可（市管河道）”所在的行，该事项的审核结论未读取，请核对后在工作台录入。"
    ]


def test_another_workbook_is_refused(submitted: Path):
    """A submission is no returns workbook, and the message says which to use."""
    with pytest.raises(UnreadableWorkbook) as refused:
        read_returns(submitted)
    assert str(refused.value) == (
        f"无法读取文件“{submitted.name}”：这不是本系统生成的反馈工作簿，或者“说明”工作表被删改。"
        "请使用反馈目录（returns）中的工作簿填写审核结论。"
    )
