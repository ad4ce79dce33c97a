"""Opens a submitted .xlsx to write into it, so that also the cells under its merges stay as they are.

The library empties those cells and draws their borders anew, which loses what the unit wrote there and takes most
of the time that it needs. So the merges are taken out before it reads the file, and put back afterwards.
"""

import io
import re
import zipfile
from collections.abc import Sequence

import openpyxl
from openpyxl.workbook import Workbook

from workbench.workbooks.guarded import Grid
from workbench.workbooks.merges import lay_merges

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_MERGES = re.compile(rb"<(?:\w+:)?mergeCells\b[^>]*?(?:/>|>.*?</(?:\w+:)?mergeCells\s*>)", re.DOTALL)


def open_to_write(content: bytes, grids: Sequence[Grid]) -> Workbook:
    """The workbook with the merges that ``grids`` have; raises whatever the library raises."""
    book = openpyxl.load_workbook(io.BytesIO(_without_merges(content)), rich_text=True)
    for grid in grids:
        if grid.name in book.sheetnames:
            lay_merges(book[grid.name], grid)
    return book


def _without_merges(content: bytes) -> bytes:
    """The file without the merges of its sheets."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, _MERGES.sub(b"", data) if _SHEET.fullmatch(entry.filename) else data)
    return stream.getvalue()
