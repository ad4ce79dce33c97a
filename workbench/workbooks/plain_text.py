"""Text from outside as text: never a formula, a link or a character that a workbook cannot hold."""

import re

from openpyxl.cell.cell import Cell

#: What one cell may hold.
MOST = 32_767
_CUT = "……（内容过长，全文见审核工作台）"
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without control characters and lone surrogates, cut visibly to what a cell may hold."""
    plain = _BAD.sub("", text)
    return plain if len(plain) <= MOST else plain[: MOST - len(_CUT)] + _CUT


def write_text(cell: Cell, text: str) -> None:
    """Put text into a cell, as text even where it begins with = or looks like a number; no text leaves it empty."""
    plain = clean(text)
    cell.value = plain or None
    if plain:
        cell.data_type = "s"
