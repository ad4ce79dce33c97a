"""Finds the two-level header of a catalogue sheet and what its columns mean (附件1 3.3.1)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.records.tidy import bare, fold
from workbench.workbooks.guarded import Grid
from workbench.workbooks.own_parts import HEADINGS

#: Header words, without blanks and punctuation -> field. The handbook itself uses several words for one column.
WORDS = {
    "seq": ("序号", "基本编码", "编号", "编码", "事项编码", "顺序号"),
    "item_name": (
        "事项", "事项名称", "主项", "主项名称", "项目名称", "政务服务事项", "政务服务事项名称", "职权名称", "权力名称",
    ),
    "sub_item_name": ("子项", "子项名称", "事项子项"),
    "item_type": ("事项类型", "事项类别", "类型", "类别", "权力类型", "职权类型", "职权类别"),
    "legal_basis": ("设定依据", "设立依据", "法律依据", "实施依据", "法定依据", "事项依据", "依据"),
    "levels_and_departments": (
        "层级和部门", "层级与部门", "层级及部门", "层级部门", "行使层级和部门", "行使层级及部门", "实施层级和部门",
    ),
    "implementing_agency": ("实施机构", "实施主体", "实施部门", "实施单位", "责任部门"),
    "remarks": ("备注", "备注说明", "备考"),
}  # fmt: skip
_FIELDS = {word: field for field, words in WORDS.items() for word in words}
_NAMES = ("item_name", "sub_item_name")
_BRACKETED = re.compile(r"\([^()]*\)")
#: A header stands within so many rows from the top.
_REACH = 40
_LEAST_COLUMNS = 3
#: No word of a header is longer; longer texts need not be tidied to be compared.
_LONGEST = 60


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
    """The header of a sheet; None where it has none."""
    for row in range(min(len(grid.rows), _REACH)):
        top = _meanings(grid, row)
        if len(set(top.values())) >= _LEAST_COLUMNS and any(name in top.values() for name in _NAMES):
            return _header(grid, row, top)
    return None


def meaning(text: str) -> str | None:
    """The field that a header word means; what it says in brackets does not count."""
    if not text or len(text) > _LONGEST:
        return None
    return _FIELDS.get(bare(text)) or _FIELDS.get(bare(_BRACKETED.sub("", fold(text))))


def _meanings(grid: Grid, row: int) -> dict[int, str]:
    """Column -> field, for the header words of one row."""
    texts = grid.rows[row] if row < len(grid.rows) else []
    return {column: field for column, text in enumerate(texts) if (field := meaning(text))}


def _header(grid: Grid, row: int, top: Mapping[int, str]) -> Header:
    """The header that begins in ``row``: a second level below it says 事项 and 子项."""
    below = _meanings(grid, row + 1)
    second = {column: field for column, field in below.items() if field in _NAMES}
    two_levels = "sub_item_name" in second.values() or (bool(second) and len(second) == len(below))
    last = row + 1 if two_levels else row
    columns: dict[str, int] = {}
    for meanings in (second if two_levels else {}, top):
        for column, field in sorted(meanings.items()):
            columns.setdefault(field, column)
    width = _width(grid, row, last)
    texts = tuple(tuple(grid.rows[each][:width]) for each in range(row, last + 1))
    return Header(row, last, columns, texts, width)


def _width(grid: Grid, first: int, last: int) -> int:
    """Where the unit's columns end: before the answer of an earlier round, if there is one."""
    answers = [
        column for row in grid.rows[first : last + 1] for column, text in enumerate(row) if text.strip() == HEADINGS[0]
    ]
    return min(answers, default=max((len(row) for row in grid.rows[first:]), default=0))
