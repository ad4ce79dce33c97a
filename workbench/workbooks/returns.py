"""Writes the returns workbook: the submission as the unit knows it, with the review's answer beside each row."""

import io

from workbench.workbooks.answers import Answers
from workbench.workbooks.base import base_of
from workbench.workbooks.earlier_round import take_out
from workbench.workbooks.instructions import add_instructions
from workbench.workbooks.moving import by_sheet, in_order, moved
from workbench.workbooks.returns_content import ReturnsContent
from workbench.workbooks.summary import add_summary
from workbench.workbooks.uncollected import uncollected


def write_returns(content: bytes, file_name: str, returns: ReturnsContent) -> bytes:
    """The returns workbook (.xlsx) of a submission.

    Args:
        content: the submitted file's bytes.
        file_name: its name.
        returns: what the review says.

    Returns:
        The workbook's bytes: 审核意见汇总, the submitted sheets with the answer's columns, 说明.
    """
    with uncollected():
        return _written(content, file_name, returns)


def _written(content: bytes, file_name: str, returns: ReturnsContent) -> bytes:
    base = base_of(content, {name for row in returns.rows if row.is_guide for name in row.sheets})
    book = base.book
    take_out(book)
    returns = moved(returns, base.shifts)
    for name, rows in by_sheet(returns.rows).items():
        if name in base.grids and name in book.sheetnames:
            Answers(book[name], base.grids[name], in_order(rows, name)).write()
    add_summary(book, file_name, returns)
    add_instructions(book, file_name, returns, base.losses)
    book.active = 0
    for page in book.worksheets[1:]:
        page.sheet_view.tabSelected = False
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
