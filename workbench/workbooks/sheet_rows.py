"""The rows below a header: merged cells resolved, sub-items inherit, notes left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.records.tidy import fold
from workbench.workbooks.cells import cell_name
from workbench.workbooks.guarded import Grid
from workbench.workbooks.headers import Header

#: What a main item passes on to its sub-items (rule book, section 7: Sub-items inherit).
INHERITED = ("seq", "item_name", "item_type", "legal_basis", "levels_and_departments", "implementing_agency", "remarks")
_NOTE = re.compile(r"^(?:注|说明|填表|备注|合计|总计|共计|小计|填报|审核|联系|报送|制表|单位|主要负责人|本表|附)")


@dataclass(slots=True)
class SheetRow:
    """One row of values, each with the cell that holds it. ``own`` are the fields that the row itself fills."""

    line: int
    values: dict[str, str]
    cells: dict[str, str]
    own: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row that is no catalogue row: a note, a total, a repeated header."""

    line: int
    text: str


def rows(grid: Grid, header: Header) -> Iterator[SheetRow | Ignored]:
    """Everything below the header, in order; blank rows are passed over."""
    anchors = _anchors(grid)
    main: SheetRow | None = None
    for line in range(header.last + 1, len(grid.rows)):
        texts = [text for text in grid.rows[line] if text.strip()]
        if not texts:
            continue
        row = _read(grid, header, line, anchors)
        if _is_other(row, texts, header):
            yield Ignored(line, texts[0])
            continue
        if main and _continues(row, main):
            _inherit(row, main)
        else:
            main = row
        yield row


def _anchors(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Cell under a merge -> the merge's first cell."""
    return {
        (row, column): (merge.top, merge.left)
        for merge in grid.merges
        for row in range(merge.top, merge.bottom + 1)
        for column in range(merge.left, merge.right + 1)
    }


def _read(grid: Grid, header: Header, line: int, anchors: dict[tuple[int, int], tuple[int, int]]) -> SheetRow:
    values, cells, own = {}, {}, set()
    for field, column in header.columns.items():
        at = anchors.get((line, column), (line, column))
        if at[0] <= header.last:
            at = (line, column)
        values[field] = grid.text(*at)
        cells[field] = cell_name(*at)
        if at[0] == line and values[field].strip():
            own.add(field)
    return SheetRow(line, values, cells, frozenset(own))


def _is_other(row: SheetRow, texts: list[str], header: Header) -> bool:
    """Whether a row is a note, a total or the header once more."""
    if [fold(text) for text in texts] == [fold(text) for text in header.texts[0] if text.strip()]:
        return True
    if len(set(row.cells.values())) == 1 and len(row.cells) > 1:
        return True
    named = row.values.get("item_name", "").strip() or row.values.get("sub_item_name", "").strip()
    alone = len(set(texts)) == 1 and not (row.own - {"seq", "item_name"})
    return bool(_NOTE.match(fold(texts[0]))) and (alone or not named)


def _continues(row: SheetRow, main: SheetRow) -> bool:
    """Whether a row is a further sub-item of the main item above it."""
    if not row.values.get("sub_item_name", "").strip():
        return False
    name = row.values.get("item_name", "")
    same_cell = row.cells.get("item_name") == main.cells.get("item_name")
    return (
        same_cell or not name.strip() or (fold(name) == fold(main.values.get("item_name", "")) and "seq" not in row.own)
    )


def _inherit(row: SheetRow, main: SheetRow) -> None:
    for field in INHERITED:
        if field in row.values and not row.values[field].strip() and main.values[field].strip():
            row.values[field], row.cells[field] = main.values[field], main.cells[field]
