"""Reads the workbook of a reference list: one entry a row, with its version and date."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.records import Problem
from workbench.records.tidy import bare
from workbench.workbooks.cells import cell_name
from workbench.workbooks.guarded import Grid, parse
from workbench.workbooks.unreadable import UnreadableWorkbook

#: Printed columns of a template, in order, each with the words that are read as the same.
ListColumns = Mapping[str, tuple[str, ...]]

#: Those of a list of matters, materials, charges or documents.
LIST_COLUMNS: ListColumns = {
    "名称": ("名称", "事项名称", "项目名称", "材料名称", "文件名称", "收费项目", "中介服务名称", "服务名称"),
    "类型": ("类型", "事项类型", "类别", "权力类型"),
    "部门": ("部门", "实施部门", "实施机关", "实施机构", "责任部门", "发证部门", "审批部门", "单位"),
    "依据": ("依据", "设定依据", "文件依据", "法律依据", "文号"),
    "备注": ("备注", "说明"),
}
#: Those of the list of statutes.
STATUTE_COLUMNS: ListColumns = {
    "名称": ("名称", "法规名称", "法规文件名称", "文件名称", "全称"),
    "位阶": ("位阶", "法律位阶", "效力位阶", "效力级别", "层级", "类型", "类别"),
    "制定机关": ("制定机关", "发布机关", "颁布机关", "发布部门", "制定部门", "机关"),
    "最近修订": ("最近修订", "最近修订年份", "最近修正", "修订年份", "修正年份", "修订"),
    "简称": ("简称", "别名", "又称", "其他名称"),
}
_VERSION, _DATE = re.compile(r"版本\s*[:：]?\s*(\S*)$"), re.compile(r"(?:日期|时间)\s*[:：]?\s*(\S*)$")
_REACH = 20


@dataclass(frozen=True, slots=True)
class ListRow:
    """One entry; texts and cells by the list's columns, a text blank where its column is missing."""

    texts: Mapping[str, str]
    sheet: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ListReading:
    """A reference list as read; ``version`` and ``date`` are what its workbook says, blank where it does not."""

    title: str
    version: str
    date: str
    rows: tuple[ListRow, ...]
    problems: tuple[Problem, ...] = ()


def read_reference_list(path: Path, columns: ListColumns = LIST_COLUMNS) -> ListReading:
    """Read the first sheet that has a column 名称; ``columns`` are those of its template.

    Raises:
        UnreadableWorkbook: the file cannot be read, or no sheet has that column.
    """
    try:
        grids = parse(path.read_bytes())
    except UnreadableWorkbook as error:
        raise UnreadableWorkbook(error.reason, error.remedy, path.name) from error
    for grid in grids:
        for line in range(min(len(grid.rows), _REACH)):
            found = _columns(grid.rows[line], columns)
            if "名称" in found:
                return _read(path.name, grid, line, {name: found.get(name) for name in columns})
    raise UnreadableWorkbook("没有找到“名称”一列", "请使用“workbench lists --templates”给出的式样", path.name)


def _columns(texts: Sequence[str], columns: ListColumns) -> dict[str, int]:
    meanings = {word: column for column, words in columns.items() for word in words}
    found: dict[str, int] = {}
    for at, text in enumerate(texts):
        meaning = meanings.get(bare(text)) if text else None
        if meaning:
            found.setdefault(meaning, at)
    return found


def _read(file: str, grid: Grid, header: int, columns: Mapping[str, int | None]) -> ListReading:
    """The rows below the header; ``columns`` says where each column is, None where it is missing."""
    rows, problems = [], []
    for line in range(header + 1, len(grid.rows)):
        texts = {name: "" if at is None else grid.text(line, at).strip() for name, at in columns.items()}
        cells = {name: cell_name(line, at) for name, at in columns.items() if at is not None}
        if texts["名称"]:
            rows.append(ListRow(texts, grid.name, cells))
        elif any(texts.values()):
            message = f"{file} 工作表“{grid.name}”{cells['名称']} 没有名称，这一行未读取，请补填后重试。"
            problems.append(Problem(message, file, grid.name, cells["名称"]))
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
