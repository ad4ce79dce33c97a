"""Reads a catalogue workbook: kind, unit, and every row with the place of every value."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.records import CatalogueKind, Place, Problem, Row
from workbench.records.tidy import fold
from workbench.workbooks import headers, sheet_rows
from workbench.workbooks.cells import cell_name, column_letters
from workbench.workbooks.guarded import Grid, parse
from workbench.workbooks.headers import Header
from workbench.workbooks.own_parts import is_ours
from workbench.workbooks.reading import CatalogueReading, ReadRow
from workbench.workbooks.sheet_rows import Ignored, Joined, SheetRow
from workbench.workbooks.unreadable import UnreadableWorkbook

_UNIT = re.compile(
    r"(?:填报|报送|编制|填表|申报|制表)?(?:单位|部门|机关)(?:名称)?(?:[（(](?:盖章|公章|章)[）)])?[:：]\s*"
    r"([^\s,，;；（(:：]+)(?=[\s,，;；（(]|$)"
)
_NO_HEADER = UnreadableWorkbook(
    "没有找到目录的表头（序号、事项名称、事项类型、设定依据等）", "请使用手册规定的式样填写后再报送"
)
_KINDS = (
    (re.compile(r"市设"), CatalogueKind.CITY),
    (re.compile(r"部门(?:政务服务)?(?:事项)?目录"), CatalogueKind.DEPARTMENT),
    (re.compile(r"省级?(?:政务服务)?(?:事项)?目录"), CatalogueKind.PROVINCIAL),
)
#: A title such as 辽宁省水利厅政务服务事项目录, which tells the kind together with the form's columns.
_OF_PROVINCE = re.compile(r"省[^市]{0,20}政务服务事项目录")


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
    grids = [grid for grid in grids if not is_ours(grid.name, grid.text(0, 0))]
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
        kind=_kind([*above, path.stem, grid.name], header),
        unit_text=_unit_text(above),
        title=above[0].strip() if above else "",
        headers=header.texts,
        seq=tuple(_main_seq(rows, grid.name)),
        rows=tuple(rows),
        problems=tuple(problems),
        sheets=tuple(grid.name for grid in grids),
    )


def _read_sheet(file: str, grid: Grid, header: Header, rows: list[ReadRow], problems: list[Problem]) -> None:
    """Add the rows of one sheet, and what was left out of it."""
    group: list[SheetRow] = []
    problems.extend(_other_columns(file, grid, header))
    for each in sheet_rows.rows(grid, header):
        if isinstance(each, SheetRow):
            group.append(each)
        else:
            problems.append(_other_row(file, grid, each))
    if not group:
        problems.append(Problem(f"{file} 工作表“{grid.name}”只有表头，没有事项，请核对。", file, grid.name))
    first = min(header.columns.values())
    for at, each in enumerate(group):
        place = Place(file, grid.name, cell_name(each.line, first))
        rows.append(ReadRow(_record(each, _sub_items(group, at)), place, each.cells))


def _other_row(file: str, grid: Grid, row: Ignored | Joined) -> Problem:
    """What is said of a row that is no matter."""
    where = f"{file} 工作表“{grid.name}”第 {row.line + 1} 行"
    cell = cell_name(row.line, 0)
    if isinstance(row, Ignored):
        return Problem(f"{where}不是事项，已略过：“{row.text[:30]}”。", file, grid.name, cell, note=True)
    told = f"{where}没有事项和子项名称，已作为第 {row.into + 1} 行的续行并入，请核对。"
    return Problem(told, file, grid.name, cell)


def _other_columns(file: str, grid: Grid, header: Header) -> Iterator[Problem]:
    """Columns of the sheet that are no columns of the form and hold something."""
    known = set(header.columns.values())
    for column in range(header.width):
        if column in known or not any(grid.text(line, column).strip() for line in _below(grid, header)):
            continue
        label, letters = header.label(column), column_letters(column)
        named = f"“{label}”不是式样中的列" if label else "没有表头"
        text = f"{file} 工作表“{grid.name}”{letters} 列{named}，其中内容未作为事项信息读取，请核对。"
        yield Problem(text, file, grid.name, cell_name(header.first, column), note=bool(label))


def _below(grid: Grid, header: Header) -> range:
    return range(header.last + 1, len(grid.rows))


def _sub_items(group: list[SheetRow], at: int) -> tuple[str, ...] | None:
    """The sub-items of the main item that begins in this row; None in its further rows, or where it has none."""
    row = group[at]
    if "item_name" not in row.own:
        return None
    subs = [row.values["sub_item_name"]] if row.filled("sub_item_name") else []
    for later in group[at + 1 :]:
        if later.cells.get("item_name") != row.cells["item_name"]:
            break
        subs.append(later.values.get("sub_item_name", ""))
    return tuple(subs) or None


def _record(row: SheetRow, sub_items: tuple[str, ...] | None) -> Row:
    values: dict[str, Any] = {"sub_item_name": "", **row.values}
    return Row(**values, sub_items=sub_items)


def _passed_over(file: str, grids: list[Grid], read: list[Grid]) -> Iterator[Problem]:
    """Sheets without a catalogue in them, and hidden ones that were read."""
    for grid in grids:
        if grid not in read and any(any(row) for row in grid.rows):
            yield Problem(f"{file} 工作表“{grid.name}”没有目录表头，已略过，请核对。", file, grid.name)
        if grid in read and not grid.visible:
            yield Problem(f"{file} 工作表“{grid.name}”是隐藏的，已照常读取，请核对。", file, grid.name)


def _above(grid: Grid, header: Header) -> list[str]:
    """The rows above the header, each as one text."""
    rows = (" ".join(text for text in row if text.strip()) for row in grid.rows[: header.first])
    return [text for text in rows if text]


def _unit_text(above: list[str]) -> str | None:
    """What stands after 填报单位： or the like."""
    for text in above:
        if found := _UNIT.search(text):
            return found.group(1)
    return None


def _kind(texts: list[str], header: Header) -> str | None:
    """The kind of catalogue by title, file name and sheet name; else by its form, where that tells."""
    for text in map(fold, texts):
        for pattern, kind in _KINDS:
            if pattern.search(text):
                return kind
    if "levels_and_departments" in header.columns:
        provincial = any(_OF_PROVINCE.search(fold(text)) for text in texts)
        return CatalogueKind.PROVINCIAL if provincial else None
    return CatalogueKind.DEPARTMENT if "implementing_agency" in header.columns else None


def _main_seq(rows: list[ReadRow], sheet: str) -> Iterator[str]:
    """The first column as printed, once for each main item."""
    last = None
    for row in rows:
        cell = row.cells.get("seq")
        if row.place.sheet == sheet and cell is not None and cell != last:
            yield row.row.seq or ""
        last = cell
