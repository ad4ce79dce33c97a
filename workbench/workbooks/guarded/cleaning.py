"""Takes out of texts what no workbook can hold and no eye can see, and tells it; runs inside of the guarded process."""

import re
from dataclasses import replace

from workbench.workbooks.cells import cell_name
from workbench.workbooks.guarded.grid import Grid
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

#: What one cell of a workbook may hold.
_MOST = 32_767
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r")

#: What stands between cells and between rows where texts cross the pipe.
CELL_END, ROW_END = "\x1f", "\x1e"

#: Row, column and text of a cell.
_Cell = tuple[int, int, str]


def cleaned(grid: Grid, limits: Limits) -> tuple[Grid, bytes]:
    """The grid with plain texts alone, with notes on what was done, and its texts as they cross the pipe.

    Made to be fast where there is nothing to do. Raises UnreadableWorkbook on an endless cell.
    """
    lines = list(map(CELL_END.join, grid.rows))
    notes = list(grid.notes)
    if max(map(len, lines), default=0) > _MOST:
        notes.extend(_long(grid, limits))
    body = _plain(lines, grid.rows)
    if body is None:
        notes.append(_strip(grid.rows))
        body = ROW_END.join(map(CELL_END.join, grid.rows)).encode()
    caption = _BAD.sub("", grid.caption)
    return replace(grid, name=_BAD.sub("", grid.name), caption=caption, notes=tuple(notes)), body


def _plain(lines: list[str], rows: list[list[str]]) -> bytes | None:
    """The texts as they cross the pipe; None where some hold what they must not."""
    try:
        body = ROW_END.join(lines).encode()
    except UnicodeEncodeError:
        return None
    ends = sum(map(len, rows)) - sum(map(bool, rows)) + max(len(rows) - 1, 0)
    controls = len(body) - len(body.translate(None, _CONTROLS))
    return None if controls > ends or b"\xef\xbf\xbe" in body or b"\xef\xbf\xbf" in body else body


def _strip(rows: list[list[str]]) -> str:
    """Take the bad characters out; what is told of it."""
    found = [each for each in _cells(rows) if _BAD.search(each[2])]
    for row, column, text in found:
        rows[row][column] = _BAD.sub("", text)
    return f"{_named(found)}含有控制字符等无效字符，已去除，其余内容照常读取"


def _long(grid: Grid, limits: Limits) -> list[str]:
    found = [each for each in _cells(grid.rows) if len(each[2]) > _MOST]
    for row, column, text in found:
        if len(text) > limits.cell_characters:
            raise UnreadableWorkbook(
                f"“{grid.name}”的单元格 {cell_name(row, column)} 有 {len(text):,} 个字，"
                f"超过上限 {limits.cell_characters:,.0f} 个字",
                "请核对该单元格的内容，精简后再报送",
            )
    return [f"{_named(found)}超过 {_MOST:,} 个字，这是一个单元格最多能容纳的字数，请核对"] if found else []


def _cells(rows: list[list[str]]) -> list[_Cell]:
    return [(row, column, text) for row, line in enumerate(rows) for column, text in enumerate(line)]


def _named(found: list[_Cell]) -> str:
    first = cell_name(*found[0][:2])
    return f"单元格 {first} " if len(found) == 1 else f"单元格 {first} 等 {len(found):,} 个单元格"
