"""Takes out of texts what no workbook can hold and no eye can see, and tells it; runs inside of the guarded process."""

import re
from collections.abc import Iterator, Sequence
from typing import cast

from workbench.workbooks.cells import cell_name
from workbench.workbooks.guarded.grid import Columns
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

#: What one cell of a workbook may hold.
_MOST = 32_767
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")
_NO_CHARACTERS = ("\ufffe", "\uffff")

#: What stands between cells where texts cross the pipe, column by column and at last the number of columns. Chinese is
#: many times quicker to read from UTF-16 than from UTF-8.
CELL_END, CODING = "\x1f", "utf-16-le"

#: Row and column from 0.
_Cell = tuple[int, int]


def plain(text: str) -> str:
    """The text without what no eye can see."""
    return _BAD.sub("", text)


class Cleaner:
    """Cleans the blocks of one sheet from the top down, and remembers what it found."""

    def __init__(self, sheet: str, limits: Limits) -> None:
        """``sheet`` names the sheet in messages."""
        self._sheet, self._limits = sheet, limits
        self._long: list[_Cell] = []
        self._bad: list[_Cell] = []

    def packed(self, columns: Columns, above: int) -> bytes:
        """The block's texts as they cross the pipe; ``above`` rows have gone before.

        Made to be fast where there is nothing to do. Raises UnreadableWorkbook on an endless cell.
        """
        if any(max(map(len, column)) > _MOST for column in columns):
            self._find_long(columns, above)
        body = _packed(columns)
        if body is None:
            body = _packed([list(self._stripped(texts, column, above)) for column, texts in enumerate(columns)])
        return cast("bytes", body)

    def notes(self) -> Iterator[str]:
        """What is told of the sheet."""
        if self._long:
            yield f"{_named(self._long)}超过 {_MOST:,} 个字，这是一个单元格最多能容纳的字数，请核对"
        if self._bad:
            yield f"{_named(self._bad)}含有控制字符等无效字符，已去除，其余内容照常读取"

    def _find_long(self, columns: Columns, above: int) -> None:
        for column, texts in enumerate(columns):
            for row, text in enumerate(texts, start=above):
                if len(text) > self._limits.cell_characters:
                    raise _endless(self._sheet, cell_name(row, column), len(text), self._limits)
                if len(text) > _MOST:
                    self._long.append((row, column))

    def _stripped(self, texts: Sequence[str], column: int, above: int) -> Iterator[str]:
        for row, text in enumerate(texts, start=above):
            if _BAD.search(text):
                self._bad.append((row, column))
            yield plain(text)


def _packed(columns: Columns) -> bytes | None:
    """The columns as they cross the pipe; None where some text holds what it must not."""
    joined = CELL_END.join([*map(CELL_END.join, columns), str(len(columns))])
    ends = len(columns) * len(columns[0])
    try:
        searched = joined.encode()
    except UnicodeEncodeError:
        return None
    if len(searched) - len(searched.translate(None, _CONTROLS)) > ends:
        return None
    return None if any(mark in joined for mark in _NO_CHARACTERS) else joined.encode(CODING)


def _endless(sheet: str, cell: str, length: int, limits: Limits) -> UnreadableWorkbook:
    return UnreadableWorkbook(
        f"“{sheet}”的单元格 {cell} 有 {length:,} 个字，超过上限 {limits.cell_characters:,.0f} 个字",
        "请核对该单元格的内容，精简后再报送",
    )


def _named(found: list[_Cell]) -> str:
    """The first of the cells, and how many they are."""
    first = cell_name(*min(found))
    return f"单元格 {first} " if len(found) == 1 else f"单元格 {first} 等 {len(found):,} 个单元格"
