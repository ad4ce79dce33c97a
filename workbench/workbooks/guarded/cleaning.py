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

#: Row, column and text of a cell.
_Cell = tuple[int, int, str]


def clean(grid: Grid, limits: Limits) -> Grid:
    """The grid with plain texts alone, and notes on what was done. Raises UnreadableWorkbook on an endless cell."""
    rows, notes = grid.rows, list(grid.notes)
    if _suspect(rows):
        found = [each for each in _cells(rows) if _BAD.search(each[2])]
        for row, column, text in found:
            rows[row][column] = _BAD.sub("", text)
        if found:
            notes.append(f"{_named(found)}含有控制字符等无效字符，已去除，其余内容照常读取")
    if any(sum(map(len, row)) > _MOST for row in rows):
        notes.extend(_long(grid, limits))
    return replace(grid, name=_BAD.sub("", grid.name), caption=_BAD.sub("", grid.caption), notes=tuple(notes))


def _suspect(rows: list[list[str]]) -> bool:
    """Whether any text needs a closer look; made to be fast."""
    text = "".join(map("".join, rows))
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        return True
    return (
        len(encoded.translate(None, _CONTROLS)) < len(encoded)
        or b"\xef\xbf\xbe" in encoded
        or b"\xef\xbf\xbf" in encoded
    )


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
