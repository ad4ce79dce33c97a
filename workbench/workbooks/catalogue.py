"""Reads a catalogue workbook: kind, unit, and every row with the place of every value."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.records import CatalogueKind, Place, Problem, Row
from workbench.records.tidy import fold
from workbench.workbooks import headers, sheet_rows
from workbench.workbooks.cells import cell_name
from workbench.workbooks.guarded import Grid, parse
from workbench.workbooks.headers import Header
from workbench.workbooks.reading import CatalogueReading, ReadRow
from workbench.workbooks.sheet_rows import Ignored, SheetRow
from workbench.workbooks.unreadable import UnreadableWorkbook

_UNIT = re.compile(r"(?:填报|报送|编制|填表)?(?:单位|部门|机关)(?:名称)?(?:[（(]盖章[）)])?[:：]\s*([^\s,，;；（(]+)")
_NO_HEADER = UnreadableWorkbook(
    "没有找到目录的表头（序号、事项名称、事项类型、设定依据等）", "请使用手册规定的式样填写后再报送"
)


def read_catalogue(path: Path, content: bytes | None = None) -> CatalogueReading:
    """Read a catalogue of any of the handbook's three kinds (附件1 3.3.1).

    Args:
        path: names the file in places and messages; read when ``content`` is None.
        content: the file's bytes.

    Raises:
        UnreadableWorkbook: the file cannot be read, or has no catalogue in it.
    """
    try:
        grids = parse(path.read_bytes() if content is None else content)
    except UnreadableWorkbook as error:
        raise UnreadableWorkbook(error.reason, error.remedy, path.name) from error
    found = [(grid, header) for grid in grids if (header := headers.find(grid))]
    if not found:
        raise UnreadableWorkbook(_NO_HEADER.reason, _NO_HEADER.remedy, path.name)
    rows: list[ReadRow] = []
    problems = list(_passed_over(path.name, grids, [grid for grid, _ in found]))
    for grid, header in found:
        _read_sheet(path.name, grid, header, rows, problems)
    grid, header = found[0]
    above = _above(grid, header)
    return CatalogueReading(
        kind=_kind([*above, path.stem], header),
        unit_text=_unit_text(above),
        title=above[0] if above else "",
        headers=header.texts,
        seq=tuple(_main_seq(rows, grid.name)),
        rows=tuple(rows),
        problems=tuple(problems),
        sheets=tuple(grid.name for grid in grids),
    )


def _read_sheet(file: str, grid: Grid, header: Header, rows: list[ReadRow], problems: list[Problem]) -> None:
    """Add the rows of one sheet, and what was left out of it."""
    group: list[SheetRow] = []
    for each in sheet_rows.rows(grid, header):
        if isinstance(each, Ignored):
            cell = cell_name(each.line, 0)
            text = f"{file} 工作表“{grid.name}”第{each.line + 1}行不是事项，已略过：“{each.text[:30]}”。"
            problems.append(Problem(text, file, grid.name, cell, note=True))
        else:
            group.append(each)
    for place, each in enumerate(group):
        rows.append(_read_row(file, grid, each, _sub_items(group, place)))


def _sub_items(group: list[SheetRow], place: int) -> tuple[str, ...] | None:
    """The sub-items of the main item that begins in this row; None in its further rows."""
    row = group[place]
    if "item_name" not in row.own or not row.values.get("sub_item_name", "").strip():
        return None
    subs = [row.values["sub_item_name"]]
    for later in group[place + 1 :]:
        if later.cells.get("item_name") != row.cells["item_name"]:
            break
        subs.append(later.values.get("sub_item_name", ""))
    return tuple(subs)


def _read_row(file: str, grid: Grid, row: SheetRow, sub_items: tuple[str, ...] | None) -> ReadRow:
    values: dict[str, Any] = {"sub_item_name": "", **row.values}
    record = Row(**values, sub_items=sub_items)
    return ReadRow(record, Place(file, grid.name, cell_name(row.line, 0)), row.cells)


def _passed_over(file: str, grids: list[Grid], read: list[Grid]) -> Iterator[Problem]:
    """Sheets without a catalogue in them, and hidden ones that were read."""
    for grid in grids:
        if grid not in read and any(any(row) for row in grid.rows):
            yield Problem(f"{file} 工作表“{grid.name}”没有目录表头，已略过，请核对。", file, grid.name)
        if grid in read and not grid.visible:
            yield Problem(f"{file} 工作表“{grid.name}”是隐藏的，已照常读取，请核对。", file, grid.name)


def _above(grid: Grid, header: Header) -> list[str]:
    """The texts above the header, in reading order, each once."""
    texts = [text.strip() for row in grid.rows[: header.first] for text in row if text.strip()]
    return list(dict.fromkeys(texts))


def _unit_text(above: list[str]) -> str | None:
    """What stands after 填报单位： or the like."""
    for text in above:
        if found := _UNIT.search(text):
            return found.group(1)
    return None


def _kind(texts: list[str], header: Header) -> str | None:
    """The kind of catalogue by title and file name; the department's form tells itself by its columns."""
    for text in map(fold, texts):
        if "市设" in text:
            return CatalogueKind.CITY
        if "部门政务服务事项目录" in text:
            return CatalogueKind.DEPARTMENT
        if re.search(r"省(?:级)?政务服务事项目录|《?省政务服务事项目录》?|省目录", text):
            return CatalogueKind.PROVINCIAL
    if "implementing_agency" in header.columns and "levels_and_departments" not in header.columns:
        return CatalogueKind.DEPARTMENT
    return None


def _main_seq(rows: list[ReadRow], sheet: str) -> Iterator[str]:
    """The first column as printed, once for each main item."""
    last = None
    for row in rows:
        cell = row.cells.get("seq")
        if row.place.sheet == sheet and cell is not None and cell != last:
            yield row.row.seq or ""
        last = cell
