"""Takes the answer of an earlier round out of a workbook that a unit corrected and sent in again."""

import re

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import VERDICTS
from workbench.workbooks import looks
from workbench.workbooks.losses import written_cells
from workbench.workbooks.own_parts import is_ours

#: Where our part of a note on a cell begins.
_OUR_NOTE = re.compile(r"\s*【(?:违规|存疑|提示)】[^【]*?\n规则 [A-Z0-9-]+，依据 ")
_OUR_COLOURS = {fill.fgColor.rgb for fill in looks.FILLS.values()}


def take_out(book: Workbook) -> None:
    """Remove our sheets, notes, fills and drop-downs. The columns stay: they are written anew, 处理情况 apart."""
    for page in list(book.worksheets):
        if is_ours(page.title, str(page["A1"].value or "")):
            book.remove(page)
    for page in book.worksheets:
        _take_out_marks(page)
        _take_out_drop_down(page)


def _take_out_marks(page: Worksheet) -> None:
    for cell in written_cells(page):
        found = _OUR_NOTE.search(cell.comment.text) if cell.comment else None
        if not found:
            continue
        theirs, author = cell.comment.text[: found.start()], cell.comment.author
        cell.comment = Comment(theirs, author) if theirs else None
        if cell.fill.fgColor.rgb in _OUR_COLOURS:
            cell.fill = PatternFill()


def _take_out_drop_down(page: Worksheet) -> None:
    offered = page.data_validations.dataValidation
    offered[:] = [each for each in offered if each.formula1 != drop_down()]


def drop_down() -> str:
    """The list of verdicts as a validation's formula."""
    return f'"{",".join(VERDICTS.values())}"'
