"""Writes the returns workbook: the submission as the unit knows it, with the review's answer beside each row."""

import io
from collections.abc import Sequence
from itertools import groupby

from workbench.workbooks.answers import Answers
from workbench.workbooks.base import base_of
from workbench.workbooks.earlier_round import take_out
from workbench.workbooks.instructions import add_instructions
from workbench.workbooks.returns_content import ReturnedRow, ReturnsContent
from workbench.workbooks.summary import add_summary


def write_returns(content: bytes, file_name: str, returns: ReturnsContent) -> bytes:
    """The returns workbook (.xlsx) of a submission.

    Args:
        content: the submitted file's bytes.
        file_name: its name.
        returns: what the review says.

    Returns:
        The workbook's bytes: 审核意见汇总, the submitted sheets with the answer's columns, 说明.
    """
    base = base_of(content)
    book = base.book
    take_out(book)
    by_sheet = groupby(sorted(returns.rows, key=lambda row: row.sheet), key=lambda row: row.sheet)
    for name, rows in by_sheet:
        if name in book.sheetnames:
            Answers(book[name], base.grids[name], _in_order(list(rows))).write()
    add_summary(book, file_name, returns)
    add_instructions(book, file_name, returns, base.losses)
    book.active = 0
    for page in book.worksheets[1:]:
        page.sheet_view.tabSelected = False
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _in_order(rows: Sequence[ReturnedRow]) -> list[ReturnedRow]:
    """The rows from top to bottom."""
    return sorted(rows, key=lambda row: int("".join(char for char in row.cell if char.isdigit())))
