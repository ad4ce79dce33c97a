"""Finds the headers of a catalogue sheet, one or two levels high, and what their columns mean (附件1 3.3.1)."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.records.tidy import bare, fold
from workbench.workbooks.guarded import Grid
from workbench.workbooks.header_words import GUIDE_WORDS, LONGEST, MATERIAL_NAME, NAMES, below_a_name, meaning
from workbench.workbooks.own_parts import HEADINGS

#: The first header stands within so many rows from the top.
_REACH = 200
#: No header is higher; a header is found where so many rows are known.
TALL = 10
#: So many rows are known where the first header is looked for.
SIGHT = _REACH + TALL
#: A header's width while the sheet may still get wider.
_OPEN = sys.maxsize
_LEAST_COLUMNS = 3
#: A row of column numbers below a header: 1 2 3, (1) (2) (3), A B C, 甲 乙 1 2.
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Z]|[甲乙丙丁])\)?")
_LEAST_NUMBERED = 3


@dataclass(frozen=True, slots=True)
class Header:
    """Header rows ``first`` to ``last`` (from 0) and the column of each field.

    ``width`` is where the unit's columns end: the columns of a returns workbook, right of them, are not read.
    ``texts`` are the header rows as printed.
    """

    first: int
    last: int
    columns: Mapping[str, int]
    texts: tuple[tuple[str, ...], ...]
    width: int

    def label(self, column: int) -> str:
        """What the header prints over a column, the lower level first; blank where nothing."""
        printed = (row[column].strip() for row in reversed(self.texts) if column < len(row))
        return next((text for text in printed if text), "")


def find(grid: Grid) -> Header | None:
    """The first header of a whole sheet; None where it has none."""
    header = first(grid)
    return next(settled(grid, [header])) if header else None


def first(grid: Grid) -> Header | None:
    """The same where further rows of the sheet may come: its width is open where no answers stand right of it."""
    lines = range(min(len(grid.rows), _REACH))
    return next((header for line in lines if (header := _at(grid, line))), None)


def telling_column(header: Header) -> int:
    """The column that is looked at for later headers."""
    return header.columns.get("item_type", min(header.columns.values()))


def later(grid: Grid, header: Header, texts: Sequence[str], start: int) -> Iterator[Header]:
    """Headers in the rows from ``start`` on whose columns stand elsewhere than those of the header before.

    There another table begins. A header that is only printed once more, on every page, is not among them. ``texts`` are
    those of the telling column in these rows.
    """
    words = {text for text in dict.fromkeys(texts) if not text.isdigit() and meaning(text)}
    for line in [at for at, text in enumerate(texts, start) if text in words] if words else ():
        found = _at(grid, line) if line >= start else None
        if found and any(header.columns.get(field) != place for field, place in found.columns.items()):
            header = replace(found, width=header.width) if max(found.columns.values()) < header.width else found
            yield header
        start = found.last + 1 if found else start


def settled(grid: Grid, found: Sequence[Header]) -> Iterator[Header]:
    """The headers of a sheet with the width that the whole sheet gives them."""
    before = 0
    for header in found:
        right = max(header.columns.values())
        before = before if right < before else min(header.width, grid.width(max(header.first, 0)))
        yield replace(header, width=before)


def _at(grid: Grid, line: int) -> Header | None:
    """The header that begins in a row, if one does."""
    top = _meanings(grid, line)
    fields = set(top.values())
    if len(fields) < _LEAST_COLUMNS or fields.isdisjoint(NAMES):
        return None
    words = {bare(text) for text in grid.rows[line] if text and len(text) <= LONGEST}
    if MATERIAL_NAME in words or len(words & GUIDE_WORDS) > len(fields):
        return None
    return _header(grid, line, top)


def _meanings(grid: Grid, line: int) -> dict[int, str]:
    """Column -> field, for the header words of one row."""
    texts = grid.rows[line] if line < len(grid.rows) else []
    return {column: field for column, text in enumerate(texts) if text and (field := meaning(text))}


def _header(grid: Grid, line: int, top: Mapping[int, str]) -> Header:
    """The header that begins in ``line``: a second level below it says 事项 and 子项."""
    second = _second_level(grid, line + 1, top)
    last = line + 1 if second else line
    while last + 1 < min(len(grid.rows), line + TALL) and _numbers_columns(grid.rows[last + 1]):
        last += 1
    columns: dict[str, int] = {}
    for meanings in (second, top):
        for column, field in sorted(meanings.items()):
            columns.setdefault(field, column)
    width = _width(grid, line, last, max(columns.values()))
    texts = tuple(tuple(grid.rows[each][:width]) for each in range(line, last + 1))
    return Header(line, last, columns, texts, width)


def _second_level(grid: Grid, line: int, top: Mapping[int, str]) -> dict[int, str]:
    """Column -> 事项 or 子项 of a header's second row; empty where the row is none."""
    texts = grid.rows[line] if line < len(grid.rows) else []
    filled = {column: text for column, text in enumerate(texts) if text.strip()}
    under = {column: below_a_name(text) for column, text in filled.items() if len(text) <= LONGEST}
    names = {column: field for column, field in under.items() if field}
    others = [text for column, text in filled.items() if column not in names]
    repeated = all(meaning(text) for text in others)
    if "sub_item_name" in names.values() and (repeated or "item_name" in names.values()):
        return names
    return names if names and not others and any(top.get(column) in NAMES for column in names) else {}


def _numbers_columns(row: Sequence[str]) -> bool:
    """Whether a row only numbers the columns, one after the other."""
    texts = [fold(text) for text in row if text.strip()]
    if len(texts) < _LEAST_NUMBERED or not all(_COLUMN_NUMBER.fullmatch(text) for text in texts):
        return False
    numbers = [int(digits) for text in texts if (digits := bare(text)).isdecimal()]
    return numbers == list(range(1, len(numbers) + 1))


def _width(grid: Grid, first: int, last: int, right: int) -> int:
    """Where the unit's columns end: before the answer of an earlier round, if there is one right of column ``right``."""
    answers = [
        column
        for row in grid.rows[first : last + 1]
        for column, text in enumerate(row)
        if column > right and text.strip() == HEADINGS[0]
    ]
    return min(answers, default=_OPEN)
