"""Merged ranges of an OpenDocument spreadsheet, which the parser does not tell."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TABLES, _ROWS = f"{_TABLE}table", f"{_TABLE}table-row"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")

#: First and last row and column, from 0: top, left, bottom, right.
Range = tuple[int, int, int, int]


def merges_by_sheet(content: bytes) -> dict[str, list[Range]]:
    """Sheet name -> its merged ranges. The file has been checked for entities before.

    A file that is no whole XML raises ``ElementTree.ParseError``.
    """
    found: dict[str, list[Range]] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("content.xml") as part:
        current: list[Range] = []
        line = 0
        for event, element in ET.iterparse(part, ("start", "end")):  # noqa: S314 - see the docstring
            if event == "start" and element.tag == _TABLES:
                current, line = found.setdefault(element.get(f"{_TABLE}name", ""), []), 0
            elif event == "end" and element.tag == _ROWS:
                current.extend(_row(element, line))
                line += _count(element, "number-rows-repeated")
                element.clear()
    return found


def _row(row: ET.Element, line: int) -> Iterator[Range]:
    column = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        down, right = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if down > 1 or right > 1:
            yield line, column, line + down - 1, column + right - 1
        column += _count(cell, "number-columns-repeated")


def _count(element: ET.Element, name: str) -> int:
    text = element.get(_TABLE + name, "1")
    return max(int(text), 1) if text.isdigit() else 1
