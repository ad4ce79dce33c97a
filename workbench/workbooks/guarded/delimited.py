"""Reads CSV and the like into a grid."""

import csv
import re
from collections.abc import Iterator

from workbench.workbooks.guarded.bounds import too_many_cells
from workbench.workbooks.guarded.decoding import decode_text
from workbench.workbooks.guarded.grid import Grid
from workbench.workbooks.guarded.layout import Layout
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

_DELIMITERS = (",", "\t", ";", "|")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_SAMPLE = 64 * 1024
_LINES = 50
_NOT_USED = (0, 0)
#: Excel's own way to say which character separates: a first line such as ``sep=;``.
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
#: How exporting systems keep the noughts of a code: ``="0012"``.
_AS_TEXT = re.compile(r'="([^"]*)"')
_NO_TABLE = UnreadableWorkbook("文件内容是文本，其中没有表格", "请把内容填入 Excel 式样，另存为 .xlsx 格式再报送")


def read_delimited(content: bytes, limits: Limits) -> list[Grid]:
    """The one table of a text file. Raises UnreadableWorkbook where it has no columns or goes beyond the limits."""
    text = decode_text(content, limits).lstrip("\ufeff")
    said = _SAID.match(text)
    text = (text[said.end() :] if said else text).replace("\r\n", "\n").replace("\r", "\n")
    delimiter = said[1] if said else _delimiter(text)
    if text.count(delimiter) + text.count("\n") > limits.cells:
        raise too_many_cells(limits.cells)
    layout = Layout("表1", limits)
    for row, values in enumerate(_records(text, delimiter, limits)):
        for column, value in enumerate(values):
            layout.put(row, column, _plain(value))
    return [layout.grid()]


def _records(text: str, delimiter: str, limits: Limits) -> Iterator[list[str]]:
    csv.field_size_limit(int(limits.cell_characters))
    try:
        yield from csv.reader(_lines(text), delimiter=delimiter)
    except csv.Error:
        raise UnreadableWorkbook(
            f"文本表格（CSV）中有单元格超过 {limits.cell_characters:,.0f} 个字，可能是引号没有成对",
            "请用 Excel 或 WPS 打开核对后另存为 .xlsx 格式再报送",
        ) from None


def _lines(text: str) -> Iterator[str]:
    """Line by line, without a second copy of the whole."""
    start = 0
    while (end := text.find("\n", start) + 1) > 0:
        yield text[start:end]
        start = end
    yield text[start:]


def _delimiter(text: str) -> str:
    """The character that most often stands the same number of times in a line, outside of quotes."""
    lines = [line for line in _QUOTED.sub("", text[:_SAMPLE]).splitlines() if line.strip()][:_LINES]
    scores = {each: _steady(each, lines) for each in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda each: scores[each])
    if scores[best] == _NOT_USED:
        raise _NO_TABLE
    return best


def _steady(delimiter: str, lines: list[str]) -> tuple[int, int]:
    """How many lines share the most usual number of this character, and that number."""
    counts = [line.count(delimiter) for line in lines if delimiter in line]
    if not counts:
        return _NOT_USED
    usual = max(set(counts), key=counts.count)
    return counts.count(usual), usual


def _plain(value: str) -> str:
    told = _AS_TEXT.fullmatch(value)
    return told[1] if told else value
