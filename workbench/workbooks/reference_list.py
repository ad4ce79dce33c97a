"""Reads the workbook of a reference list: one entry a row, with its version and date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.records import Problem
from workbench.records.tidy import bare
from workbench.workbooks.cells import cell_name
from workbench.workbooks.guarded import Grid, parse
from workbench.workbooks.unreadable import UnreadableWorkbook

#: Printed columns of the template, in order, and the words that are read as the same.
COLUMNS = {
    "名称": ("名称", "事项名称", "项目名称", "材料名称", "文件名称", "收费项目", "中介服务名称", "服务名称"),
    "类型": ("类型", "事项类型", "类别", "权力类型"),
    "部门": ("部门", "实施部门", "实施机关", "实施机构", "责任部门", "发证部门", "审批部门", "单位"),
    "依据": ("依据", "设定依据", "文件依据", "法律依据", "文号"),
    "备注": ("备注", "说明"),
}
_MEANING = {word: column for column, words in COLUMNS.items() for word in words}
_VERSION, _DATE = re.compile(r"版本\s*[:：]?\s*(\S*)$"), re.compile(r"(?:日期|时间)\s*[:：]?\s*(\S*)$")
_REACH = 20


@dataclass(frozen=True, slots=True)
class ListRow:
    """One entry; the texts as printed, blank where the column is missing."""

    name: str
    item_type: str = ""
    org: str = ""
    basis: str = ""
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class ListReading:
    """A reference list as read; ``version`` and ``date`` are what its workbook says, blank where it does not."""

    title: str
    version: str
    date: str
    rows: tuple[ListRow, ...]
    problems: tuple[Problem, ...] = ()


def read_reference_list(path: Path) -> ListReading:
    """Read the first sheet that has a column 名称.

    Raises:
        UnreadableWorkbook: the file cannot be read, or no sheet has that column.
    """
    try:
        grids = parse(path.read_bytes())
    except UnreadableWorkbook as error:
        raise UnreadableWorkbook(error.reason, error.remedy, path.name) from error
    for grid in grids:
        for line in range(min(len(grid.rows), _REACH)):
            columns = _columns(grid.rows[line])
            if "名称" in columns:
                return _read(path.name, grid, line, columns)
    raise UnreadableWorkbook("没有找到“名称”一列", "请使用“workbench lists --templates”给出的式样", path.name)


def _columns(texts: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, text in enumerate(texts):
        meaning = _MEANING.get(bare(text)) if text else None
        if meaning:
            found.setdefault(meaning, at)
    return found


def _read(file: str, grid: Grid, header: int, columns: dict[str, int]) -> ListReading:
    rows, problems = [], []
    for line in range(header + 1, len(grid.rows)):
        texts = [grid.text(line, columns[name]).strip() if name in columns else "" for name in COLUMNS]
        if texts[0]:
            rows.append(ListRow(*texts))
        elif any(texts):
            cell = cell_name(line, columns["名称"])
            message = f"{file} 工作表“{grid.name}”{cell} 没有名称，这一行未读取，请补填后重试。"
            problems.append(Problem(message, file, grid.name, cell))
    above = grid.rows[:header]
    title = next((text.strip() for row in above for text in row if text.strip()), "")
    return ListReading(title, _told(above, _VERSION), _told(above, _DATE), tuple(rows), tuple(problems))


def _told(above: Sequence[Sequence[str]], label: re.Pattern[str]) -> str:
    """What stands behind a label, in its cell or in the next one."""
    for row in above:
        for at, text in enumerate(row):
            if found := label.match(text.strip()):
                return found[1] or (row[at + 1].strip() if at + 1 < len(row) else "")
    return ""
