"""Whatever is laid out, reading guides neither fails nor loses a cell."""

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.records import ELEMENTS
from workbench.workbooks.guarded import Grid, Merge
from workbench.workbooks.guides import read_guides

NAMES = [element.name for element in ELEMENTS]
WORDS = [
    "", "", "", "1", "36", "无", "☑", "□", "内容", "共性要素", "序号", "材料名称", "设定依据", "份数", "出具单位", "环节", "开始时间",
    "办理时长", "面向自然人", "面向法人", "填写说明", "备注", "注：说明", "政务服务事项办事指南", "填报单位：省水利厅", "  ", "……",
    "咨询电话：024-22870000", "1.申请表\n2.身份证",
]  # fmt: skip


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """A sheet of labels and other words in any order, some cells merged."""
    height, width = draw(st.integers(1, 30)), draw(st.integers(1, 12))
    texts = st.one_of(st.sampled_from(NAMES), st.sampled_from(WORDS))
    rows = [draw(st.lists(texts, min_size=0, max_size=width)) for _ in range(height)]
    merges: list[Merge] = []
    for _ in range(draw(st.integers(0, 5))):
        top, left = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
        merge = Merge(top, left, top + draw(st.integers(0, 3)), left + draw(st.integers(0, 3)))
        if not any(_overlap(merge, other) for other in merges):
            merges.append(merge)
    return Grid(draw(st.sampled_from(["表1", "表2", "甲"])), True, rows, merges)


def _overlap(a: Merge, b: Merge) -> bool:
    return a.top <= b.bottom and b.top <= a.bottom and a.left <= b.right and b.left <= a.right


@settings(max_examples=150, deadline=None)
@given(first=grids(), second=grids())
def test_any_sheet_is_read_and_every_cell_of_it_accounted_for(first: Grid, second: Grid):
    """No sheet breaks the reader; each cell that is not empty is in the report once, and each place is on its sheet."""
    second = Grid(f"{second.name}二" if second.name == first.name else second.name, True, second.rows, second.merges)
    reading = read_guides("指南.xlsx", [first, second])
    for grid in (first, second):
        if grid.name in reading.read:
            told = [cell for use in reading.uses if use.sheet == grid.name for cell in _cells(use.cells)]
            filled = [(row, column) for row, texts in enumerate(grid.rows) for column, text in enumerate(texts) if text]
            assert sorted(cell for cell in told if cell in set(filled)) == filled
            assert sum(use.count for use in reading.uses if use.sheet == grid.name) == len(filled)
    for read in reading.guides:
        assert read.place.sheet in reading.read
        assert set(read.guide.elements) <= set(NAMES)


def _cells(areas: str) -> list[tuple[int, int]]:
    """Row and column, from 0, of all cells of ranges such as ``A1:A3,B2``."""
    found = []
    for area in areas.split(","):
        left, top, right, bottom = openpyxl.utils.range_boundaries(area)
        found += [(row - 1, column - 1) for row in range(top, bottom + 1) for column in range(left, right + 1)]
    return found


def test_a_large_sheet_of_forms_is_read_in_time_that_grows_with_it():
    """Hundreds of forms one under another are as many guides."""
    rows = [[str(number), name, f"内容{number}"] for number, name in enumerate(NAMES, start=1)]
    reading = read_guides("指南.xlsx", [Grid("甲", True, rows * 300, [])])
    assert len(reading.guides) == 300
