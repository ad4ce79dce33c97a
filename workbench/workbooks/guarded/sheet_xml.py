"""What the parser does not tell of an Excel sheet, by searches over its XML that cost little on large sheets.

Each search is only made where a plain search for a few bytes shows that there is something to find.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from workbench.workbooks.guarded.bounds import column_number

#: Writers keep to one kind of quotes; it shows at the beginning.
_HEAD = 4096
_PREFIX = re.compile(rb"<(\w+:)worksheet\b")
_HIDDEN_ROW = re.compile(rb'<row ([^>]*\bhidden="(?:1|true)"[^>]*)>')
_HIDDEN_COLUMNS = re.compile(rb'<col ([^>]*\bhidden="(?:1|true)"[^>]*)>')
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_ROW = re.compile(rb'\br="(\d{1,7})"')
_FIRST, _LAST = re.compile(rb'\bmin="(\d{1,7})"'), re.compile(rb'\bmax="(\d{1,7})"')
_FORMULA = rb"<f\b[^>]*(?:/>|>[^<]*</f>)\s*"
_UNCOMPUTED = re.compile(rb"<c ([^>]*)>" + _FORMULA + rb"(<v\s*/>|<v></v>)?\s*</c>")
_ERROR = re.compile(rb'<c ([^>]*\bt="e"[^>]*)>(?:' + _FORMULA + rb")?<v>([^<]*)</v>")
_STRING = re.compile(rb'<c ([^>]*\bt="s"[^>]*)>\s*<v>(\d{1,9})</v>')

#: Row and column from 0.
_Cell = tuple[int, int]


def plain(data: bytes) -> bytes:
    """The XML without name prefix and with one kind of quotes, so that it can be searched."""
    prefixed = _PREFIX.search(data[:_HEAD])
    if prefixed:
        data = data.replace(b"<" + prefixed[1], b"<").replace(b"</" + prefixed[1], b"</")
    return data.replace(b"'", b'"') if b"='" in data[:_HEAD] else data


def hidden_rows(data: bytes, height: int) -> Iterator[int]:
    """Hidden rows among the first so many."""
    if b"hidden=" in data:
        for row in _HIDDEN_ROW.finditer(data):
            number = _ROW.search(row[1])
            if number and int(number[1]) <= height:
                yield int(number[1]) - 1


def hidden_columns(data: bytes, width: int) -> Iterator[int]:
    """Hidden columns among the first so many."""
    for columns in _HIDDEN_COLUMNS.finditer(data[: data.find(b"<sheetData")]):
        first, last = _FIRST.search(columns[1]), _LAST.search(columns[1])
        if first and last:
            yield from range(int(first[1]) - 1, min(int(last[1]), width))


def uncomputed(data: bytes) -> Iterator[_Cell]:
    """Formulas without a stored result; one whose result is an empty text has one."""
    if b"<f" in data:
        for cell in _UNCOMPUTED.finditer(data):
            place = _place(cell[1])
            if place and not (cell[2] and b't="str"' in cell[1]):
                yield place


def errors(data: bytes) -> Iterator[tuple[_Cell, str]]:
    """Cells that show an error such as #REF!."""
    if b't="e"' in data:
        for cell in _ERROR.finditer(data):
            place = _place(cell[1])
            if place:
                yield place, cell[2].decode("utf-8", "replace")


def numbers(data: bytes, styles: Iterable[int]) -> Iterator[tuple[_Cell, int, bytes]]:
    """Place, style and value of the numbers in these styles."""
    for cell in _styled(frozenset(styles), numbers=True).finditer(data):
        place = _place(cell[1])
        if place and cell[3]:
            yield place, int(cell[2]), cell[3]


def in_styles(data: bytes, styles: Iterable[int]) -> Iterator[tuple[_Cell, int]]:
    """Place and style of the cells in these styles."""
    for cell in _styled(frozenset(styles), numbers=False).finditer(data):
        place = _place(cell[1])
        if place:
            yield place, int(cell[2])


def shared_strings(data: bytes) -> Iterator[tuple[_Cell, int]]:
    """Place of each shared string, and its number."""
    for cell in _STRING.finditer(data):
        place = _place(cell[1])
        if place:
            yield place, int(cell[2])


@lru_cache(maxsize=64)
def _styled(styles: frozenset[int], *, numbers: bool) -> re.Pattern[bytes]:
    """Cells in these styles: attributes, style, and the value where it is a number."""
    choice = "|".join(map(str, sorted(styles))).encode()
    texts = rb'(?![^>]*\bt="(?:s|str|inlineStr|b|e|d)")' if numbers else b""
    return re.compile(
        rb"<c " + texts + rb'([^>]*\bs="(' + choice + rb')"[^>]*)(?<!/)>(?:\s*' + _FORMULA + rb")?(?:\s*<v>([^<]*)<)?"
    )


def _place(attributes: bytes) -> _Cell | None:
    place = _PLACE.search(attributes)
    return (int(place[2]) - 1, column_number(place[1]) - 1) if place else None
