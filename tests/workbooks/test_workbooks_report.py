"""Nothing is lost: every cell that is not empty is accounted for once, as a field, header, title or ignored."""

import io
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.workbooks import SubmissionReading, read_submission
from workbench.workbooks.guarded import Grid, parse

HEADER = (
    ("序号", "事项名称", "", "事项类型", "设定依据", "层级和部门", "备注"),
    ("", "事项", "子项", "", "", "", ""),
)
ITEM = ("1", "取水许可", "", "行政许可", "《水法》", "省级", "")
_AREA = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")


def workbook(sheets: dict[str, Sequence[Sequence[str]]], merges: Sequence[tuple[int, int, int, int]] = ()) -> bytes:
    """A workbook with these rows; merges are of the first sheet and keep what stands under them."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    for number, (name, rows) in enumerate(sheets.items()):
        page = book.add_worksheet(name)
        for merge in merges if number == 0 else ():
            page.merge_range(*merge, "")
        for line, row in enumerate(rows):
            for column, text in enumerate(row):
                if text:
                    page.write_string(line, column, text)
    book.close()
    return stream.getvalue()


def told(reading: SubmissionReading, sheet: str = "目录") -> list[tuple[str, int, str]]:
    """Cells, count, and what became of them."""
    uses = [use for use in reading.report if use.sheet == sheet]
    return [
        (use.cells, use.count, f"{use.use}{use.name and ' '}{use.name}{use.reason and ' '}{use.reason}") for use in uses
    ]


def accounted(reading: SubmissionReading, grid: Grid) -> Counter[tuple[int, int]]:
    """How often each filled cell of a sheet is accounted for; the counts must be those of the ranges."""
    filled = {(line, column) for line, row in enumerate(grid.rows) for column, text in enumerate(row) if text}
    found: Counter[tuple[int, int]] = Counter()
    for use in reading.report:
        if use.sheet == grid.name:
            cells = [at for area in use.cells.split(",") for at in cells_of(area) if at in filled]
            assert len(cells) == use.count
            found.update(cells)
    assert set(found) == filled
    return found


def cells_of(area: str) -> list[tuple[int, int]]:
    """Row and column, from 0, of each cell of a range."""
    match = _AREA.fullmatch(area)
    assert match
    left, top, right, bottom = match.group(1), int(match.group(2)), match.group(3), match.group(4)
    columns = range(number(left), number(right or left) + 1)
    return [(line, column) for line in range(top - 1, int(bottom or top)) for column in columns]


def number(letters: str) -> int:
    """A is 0."""
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value - 1


WORDS = st.sampled_from(
    [
        "", "", "", "1", "一、", "取水许可", "地表水", "行政许可", "一、行政许可（共2项）", "《水法》第七条", "省级：省水利厅", " ",
        "合计", "注：一式两份", "填表人：张三", "备注", "共2项", "旁注", "审核结论", "序号", "事项名称", "事项", "子项", "事项类型",
        "设定依据", "层级和部门", "实施机构", "填报单位：省水利厅", "附件1", "材料名称", "受理条件", "法定办结时限", "基本编码",
    ]
)  # fmt: skip
LINES = st.one_of(
    st.lists(WORDS, max_size=9), st.sampled_from([*HEADER, ITEM, ("", "", "地表水"), ("", "", "", "", "依据乙")])
)
MERGES = st.tuples(st.integers(0, 12), st.integers(0, 7), st.integers(0, 4), st.integers(0, 3))


def disjoint(merges: Sequence[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Merged ranges that do not overlap; those of a single cell are none."""
    taken: set[tuple[int, int]] = set()
    kept = []
    for top, left, down, right in merges:
        cells = {(row, column) for row in range(top, top + down + 1) for column in range(left, left + right + 1)}
        if len(cells) > 1 and not cells & taken:
            taken |= cells
            kept.append((top, left, top + down, left + right))
    return kept


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=14), st.lists(LINES, max_size=6), st.lists(MERGES, max_size=5))
def test_every_cell_is_accounted_for_once(
    first: list[Sequence[str]], second: list[Sequence[str]], merges: list[tuple[int, int, int, int]]
):
    """However headers, matters, notes, merges and other texts are mixed, counts fit and no range overlaps another."""
    content = workbook({"目录": first, "续表": second}, disjoint(merges))
    reading = read_submission(Path("a.xlsx"), content)
    for grid in parse(content):
        assert set(accounted(reading, grid).values()) <= {1}


def test_the_report_names_each_part_of_a_sheet():
    """Title, header, columns, the unit's own columns, notes, totals, section headings and signatures."""
    rows = [
        ("省水利厅省目录",), ("填报单位：省水利厅",), *[(*row, name) for row, name in zip(HEADER, ("承办处室", ""), strict=True)],
        ("一、行政许可（共2项）",), (*ITEM, "法规处"), ("2", *ITEM[1:], ""), HEADER[0], ("3", *ITEM[1:]),
        ("合计", "", "", "3项"), ("填表人：张三",), ("注：一式两份。",), (" ",),
    ]  # fmt: skip
    reading = read_submission(Path("a.xlsx"), workbook({"目录": rows}))
    assert told(reading) == [
        ("A1:A2", 2, "title"),
        ("A3:H4", 9, "header"),
        ("A5", 1, "ignored 分类标题行"),
        ("A6:A7,A9", 3, "field 序号"), ("B6:B7,B9", 3, "field 事项"), ("D6:D7,D9", 3, "field 事项类型"),
        ("E6:E7,E9", 3, "field 设定依据"), ("F6:F7,F9", 3, "field 层级和部门"),
        ("H6:H7", 1, "ignored 表外列“承办处室”"),
        ("A8:G8", 6, "ignored 重复表头"), ("A10:D10", 2, "ignored 合计行"), ("A11", 1, "ignored 签字栏"),
        ("A12", 1, "ignored 填表说明或注"), ("A13", 1, "ignored 只有空格"),
    ]  # fmt: skip
    assert [read.row.seq for read in reading.catalogue.rows] == ["1", "2", "3"]


def test_other_sheets_and_what_is_under_a_merge_are_ignored_with_the_reason():
    """A sheet without header, one that a returns workbook added, and a text that a merge covers."""
    rows = [HEADER[0], HEADER[1], ITEM, ("", "遮住的", "地下水")]
    content = workbook({"目录": rows, "通讯录": [("姓名", "电话")], "审核意见汇总": [("一",)]}, [(2, 1, 3, 1)])
    reading = read_submission(Path("a.xlsx"), content)
    assert ("B4", 1, "ignored 被合并单元格遮住的内容") in told(reading)
    assert told(reading, "通讯录") == [("A1:B1", 2, "ignored 没有目录表头的工作表")]
    assert told(reading, "审核意见汇总") == [("A1", 1, "ignored 本系统加的工作表")]
    assert [problem.message for problem in reading.problems] == [
        "a.xlsx 工作表“通讯录”没有目录表头，已略过，请核对。",
        "a.xlsx 工作表“目录”B4 的内容被合并单元格遮住，未读取，请取消合并后核对。",
    ]


def test_the_answers_of_an_earlier_round_are_not_the_unit_s():
    """What the review group filled in at the right is told as such, not as columns of the unit's own."""
    rows = [(*HEADER[0], "审核结论", "审核意见"), HEADER[1], (*ITEM, "通过", "")]
    reading = read_submission(Path("a.xlsx"), workbook({"目录": rows}))
    assert told(reading)[1] == ("H1:I3", 3, "ignored 审核组填写的内容")
    assert reading.problems == ()


def test_thousands_of_rows_give_a_short_report():
    """Entries are as many as there are columns and kinds of rows, not as many as rows."""
    rows: list[Sequence[str]] = [*HEADER]
    for page in range(40):
        rows += [(str(page * 50 + at), *ITEM[1:]) for at in range(50)] + [HEADER[0]]
    reading = read_submission(Path("a.xlsx"), workbook({"目录": rows}))
    assert (len(reading.catalogue.rows), len(reading.report)) == (2000, 7)
    assert sum(use.count for use in reading.report) == sum(1 for row in rows for text in row if text)


def test_a_file_with_neither_catalogue_nor_guide_is_fatal_and_accounted_for():
    """The next step is told, and every cell is still in the report."""
    reading = read_submission(Path("通讯录.xlsx"), workbook({"目录": [("姓名", "电话")]}))
    assert (reading.catalogue, reading.guides, reading.problems[0].fatal) == (None, (), True)
    assert reading.problems[0].message == (
        "无法读取文件“通讯录.xlsx”：既没有找到目录的表头（序号、事项名称、事项类型、设定依据等），也没有找到办事指南的要素。"
        "请使用手册规定的式样填写后再报送。"
    )
    assert told(reading) == [("A1:B1", 2, "ignored 没有目录表头的工作表")]
