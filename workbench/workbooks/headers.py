"""Finds the two-level header of a catalogue sheet and what its columns mean (附件1 3.3.1)."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.records.tidy import bare
from workbench.workbooks.guarded import Grid

#: Header words, without blanks and punctuation -> field. The handbook itself uses several words for one column.
WORDS = {
    "seq": ("序号", "基本编码", "编号"),
    "item_name": ("事项", "事项名称", "主项", "主项名称", "项目名称"),
    "sub_item_name": ("子项", "子项名称"),
    "item_type": ("事项类型", "事项类别", "类型", "类别"),
    "legal_basis": ("设定依据", "设立依据", "法律依据", "实施依据"),
    "levels_and_departments": ("层级和部门", "层级与部门", "层级及部门", "行使层级和部门"),
    "implementing_agency": ("实施机构", "实施主体", "实施部门"),
    "remarks": ("备注", "备注说明"),
}
_FIELDS = {word: field for field, words in WORDS.items() for word in words}
#: A header stands within so many rows from the top.
_REACH = 40
_LEAST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Header:
    """Header rows ``first`` to ``last`` (from 0) and the column of each field."""

    first: int
    last: int
    columns: Mapping[str, int]
    texts: tuple[tuple[str, ...], ...]


def find(grid: Grid) -> Header | None:
    """The header of a sheet; None where it has none."""
    for row in range(min(len(grid.rows), _REACH)):
        top = _meanings(grid, row)
        if len(set(top.values())) >= _LEAST_COLUMNS and _has_name(top):
            return _header(grid, row, top)
    return None


def _has_name(columns: Mapping[int, str]) -> bool:
    return "item_name" in columns.values() or "sub_item_name" in columns.values()


def _meanings(grid: Grid, row: int) -> dict[int, str]:
    """Column -> field, for the header words of one row."""
    width = len(grid.rows[row]) if row < len(grid.rows) else 0
    words = {column: _FIELDS.get(bare(grid.text(row, column))) for column in range(width)}
    return {column: field for column, field in words.items() if field}


def _header(grid: Grid, row: int, top: Mapping[int, str]) -> Header:
    """The header that begins in ``row``: a second level below it says 事项 and 子项."""
    second = {c: f for c, f in _meanings(grid, row + 1).items() if f in {"item_name", "sub_item_name"}}
    two_levels = "sub_item_name" in second.values() or (bool(second) and len(second) == len(_meanings(grid, row + 1)))
    last = row + 1 if two_levels else row
    columns: dict[str, int] = {}
    for meanings in (second if two_levels else {}, top):
        for column, field in sorted(meanings.items()):
            columns.setdefault(field, column)
    texts = tuple(tuple(grid.rows[each]) for each in range(row, last + 1))
    return Header(row, last, columns, texts)
