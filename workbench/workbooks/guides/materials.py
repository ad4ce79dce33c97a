"""The table of materials (附件2 三(一)7): rows under headings of sub-fields in any order, or a list without headings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from workbench.records import MATERIAL_FIELDS, MATERIALS, Material, material_field
from workbench.workbooks.guides import labels, lists
from workbench.workbooks.guides.page import FIELD, IGNORED, Cell, Page

NAME, ITEM, SEQ, BASIS = "材料名称", "事项名称", "序号", "设定依据"
UNHEADED = "无表头"
KNOWN = frozenset(MATERIAL_FIELDS)
_DOTS = re.compile(r"[\s.．…⋯。·]+")
_CITES = re.compile(r"[《〔]")


class Column(NamedTuple):
    """One column of the table: the columns that it takes, its sub-field, or for an extra one its heading."""

    left: int
    right: int
    name: str
    known: bool


@dataclass
class Row:
    """One material while it is read: texts and the cell of each."""

    values: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)

    def add(self, name: str, cell: Cell, text: str, *, known: bool) -> None:
        """Add a cell's text under a heading, after what is there."""
        texts = self.values if known else self.extra
        texts[name] = f"{texts[name]}\n{text}" if texts.get(name) else text
        self.cells.setdefault(name, cell)


class Materials(NamedTuple):
    """Materials with the cells of their sub-fields, by :func:`~workbench.records.material_field`."""

    materials: tuple[Material, ...]
    cells: dict[str, str]


def columns(heads: Sequence[Cell], right: int) -> list[Column]:
    """The columns under a row of headings, the last one reaching to ``right``; a repeated heading is an extra one."""
    found: list[Column] = []
    for at, head in enumerate(heads):
        edge = heads[at + 1].left - 1 if at + 1 < len(heads) else max(right, head.right)
        name = labels.sub_field(head.text)
        known = name is not None and all(column.name != name for column in found)
        printed = labels.printed(head.text) or head.text.strip()
        found.append(Column(head.left, edge, name if known and name else printed, known))
    return found


def read_rows(page: Page, rows: Sequence[int], heads: Sequence[Column]) -> list[Row]:
    """The materials of rows below headings; blank rows and rows of dots are none."""
    found: list[Row] = []
    item: Cell | None = None
    last: Cell | None = None
    for line in rows:
        if heading := _item_heading(page, line, heads):
            item = heading
            continue
        row = _row(page, line, heads)
        if row is None:
            continue
        name = row.cells[NAME] if row.values.get(NAME) else None
        if found and (name == last if name else not _begins(row)):
            _continue(found[-1], row)
            continue
        if item and ITEM not in row.values:
            row.add(ITEM, item, item.text, known=True)
        found.append(row)
        last = name
    return found


def _begins(row: Row) -> bool:
    """Whether a row without a name is a material of its own: it is numbered."""
    return bool(row.values.get(SEQ))


def _row(page: Page, line: int, heads: Sequence[Column]) -> Row | None:
    """One row; None, with its cells noted, where it holds no material."""
    own = page.within(line, line, heads[0].left, heads[-1].right)
    if not own:
        return None
    if all(lists.says_none(cell.text) for cell in own):
        page.claim(own, FIELD, MATERIALS)
        return None
    if all(_DOTS.fullmatch(cell.text) or labels.is_number(cell.text) for cell in own):
        page.claim(own, IGNORED, reason="没有材料的空行")
        return None
    row = Row()
    for column in heads:
        _read(page, line, column, row)
    return row


def _read(page: Page, line: int, column: Column, row: Row) -> None:
    """Add what stands in one column of a row, merged cells from above included."""
    shown = [page.cell(line, at) for at in range(column.left, column.right + 1)]
    shown = [cell for cell in dict.fromkeys(shown) if cell.text and cell.left >= column.left]
    if shown or column.known:
        first = shown[0] if shown else page.cell(line, column.left)
        row.add(column.name, first, " ".join(cell.text for cell in shown), known=column.known)
    page.claim(shown, FIELD, f"{MATERIALS}.{column.name}")


def _item_heading(page: Page, line: int, heads: Sequence[Column]) -> Cell | None:
    """The cell of a row that only names the sub-item of the materials below: merged over the whole table."""
    own = page.within(line, line, heads[0].left, heads[-1].right)
    if len(own) != 1 or own[0].left != heads[0].left or own[0].right < heads[-1].left or len(heads) == 1:
        return None
    if lists.says_none(own[0].text) or _DOTS.fullmatch(own[0].text):
        return None
    page.claim(own, FIELD, f"{MATERIALS}.{ITEM}")
    return own[0]


def _continue(into: Row, row: Row) -> None:
    """Join a row without a name of its own to the material above it; merged cells are there already."""
    for texts, known in ((row.values, True), (row.extra, False)):
        for name, text in texts.items():
            if text and into.cells.get(name) != row.cells[name]:
                into.add(name, row.cells[name], text, known=known)


def unheaded(page: Page, cells: Sequence[Cell]) -> list[Row]:
    """Materials printed without headings: a list in each cell, or rows of number, name and basis."""
    found: list[Row] = []
    for line in sorted({cell.top for cell in cells}):
        row_cells = [cell for cell in cells if cell.top == line]
        names = [cell for cell in row_cells if not labels.is_number(cell.text)]
        if len(names) == 1:
            found.extend(_listed(names[0]))
        elif names:
            found.append(_side_by_side(row_cells, names))
    page.claim(cells, FIELD, MATERIALS)
    return found


def _listed(cell: Cell) -> Iterator[Row]:
    """The materials that one cell lists, or holds as a table in the cell: lines with tabs below a line of headings."""
    lines = [line.split("\t") for line in cell.text.split("\n")]
    if any(labels.sub_field(text) == NAME for text in lines[0]) and len(lines[0]) > 1:
        yield from _nested(cell, lines)
        return
    for text in lists.items(cell.text):
        row = Row()
        row.add(NAME, cell, text, known=True)
        yield row


def _nested(cell: Cell, lines: Sequence[Sequence[str]]) -> Iterator[Row]:
    heads = columns([cell._replace(left=at, right=at, text=text) for at, text in enumerate(lines[0])], len(lines[0]))
    for line in lines[1:]:
        if lists.says_none("".join(line)) or not "".join(line).strip():
            continue
        row = Row()
        for head, text in zip_longest(heads, line, fillvalue=""):
            name, known = (head.name, head.known) if isinstance(head, Column) else (UNHEADED, False)
            row.add(name, cell, str(text), known=known)
        yield row


def _side_by_side(row_cells: Sequence[Cell], names: Sequence[Cell]) -> Row:
    row = Row()
    if row_cells[0] not in names:
        row.add(SEQ, row_cells[0], row_cells[0].text, known=True)
    row.add(NAME, names[0], names[0].text, known=True)
    for cell in names[1:]:
        known = _CITES.search(cell.text) is not None
        row.add(BASIS if known else UNHEADED, cell, cell.text, known=known)
    return row


def finished(rows: Sequence[Row]) -> Materials:
    """The records of materials, and the place of every sub-field."""
    cells: dict[str, str] = {}
    for at, row in enumerate(rows):
        cells.update({material_field(at, name): cell.name for name, cell in row.cells.items()})
    return Materials(tuple(Material(_plain(row.values), _plain(row.extra)) for row in rows), cells)


def _plain(texts: Mapping[str, str]) -> dict[str, str]:
    return dict(texts)
