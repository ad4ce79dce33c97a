"""Sheets that are read while they come: what lies over the edges of blocks, and answers that break off."""

import json
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
import xlsxwriter

from workbench.workbooks import CatalogueReading, UnreadableWorkbook, read_catalogue, read_submission
from workbench.workbooks.guarded import Arrival, Grid, arriving, parse
from workbench.workbooks.guarded.arrival import DamagedAnswer, arrivals
from workbench.workbooks.guarded.cleaning import CODING
from workbench.workbooks.guarded.frames import CELLS, MERGES, NAME, SHEET, Frame

HEADER = ("序号", "事项", "子项", "事项类型", "设定依据", "备注")
SUB_ITEMS = 450
AFTER = 700
ABOUT = {"visible": True, "hidden_rows": [], "hidden_columns": [], "caption": "", "uncomputed": [], "notes": []}


def catalogue(path: Path, lines: Sequence[Sequence[str]], merges: Sequence[tuple[int, int, int, int]] = ()) -> Path:
    """The lines as a workbook; merges are first row, first column, last row, last column."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("目录")
        for top, left, bottom, right in merges:
            page.merge_range(top, left, bottom, right, "")
        for row, line in enumerate(lines):
            for column, text in enumerate(line):
                if text:
                    page.write_string(row, column, text)
    return path


def main_item(number: int) -> list[str]:
    """A main item without sub-items."""
    return [str(number), f"第{number}号许可", "", "行政许可", "【法律】《某法》", ""]


def names(reading: CatalogueReading) -> list[tuple[str | None, str | None]]:
    """Item and sub-item of each row."""
    return [(read.row.item_name, read.row.sub_item_name) for read in reading.rows]


def cells(text: str, width: int) -> Frame:
    """A block of cells."""
    return CELLS, f"{text}\x1f{width}".encode(CODING)


def whole(sheets: Iterator[Arrival]) -> list[Grid]:
    """All sheets, once they have come."""
    return [sheet.all() for sheet in sheets]


def test_a_main_item_over_several_blocks_holds_its_sub_items(tmp_path: Path):
    """Its texts and cells reach every sub-item, and the next main items are their own."""
    lines = [list(HEADER), [*main_item(1)[:2], "第0类", "行政许可", "依据", ""]]
    lines += [["", "", f"第{at}类", "", "", ""] for at in range(1, SUB_ITEMS)]
    lines += [main_item(number) for number in range(2, AFTER)]
    merges = [(1, column, SUB_ITEMS, column) for column in (0, 1, 3, 4)]
    read = read_catalogue(catalogue(tmp_path / "目录.xlsx", lines, merges))
    expected = [("第1号许可", f"第{at}类") for at in range(SUB_ITEMS)]
    assert names(read) == expected + [(f"第{number}号许可", "") for number in range(2, AFTER)]
    assert {each.cells["legal_basis"] for each in read.rows[:SUB_ITEMS]} == {"E2"}
    assert [each.place.cell for each in read.rows[SUB_ITEMS - 1 : SUB_ITEMS + 1]] == [f"A{SUB_ITEMS + 1}", "A452"]
    assert read.rows[0].row.sub_items == tuple(f"第{at}类" for at in range(SUB_ITEMS))
    assert read.seq == tuple(map(str, range(1, AFTER)))


def test_unmerged_sub_items_and_carried_on_rows_cross_the_edges_of_blocks(tmp_path: Path):
    """Blank cells inherit, and a row with more basis alone is joined, wherever a block ends."""
    lines = [list(HEADER)]
    for number in range(1, 400):
        lines += [[*main_item(number)[:2], "甲", "行政许可", "依据", ""], ["", "", "乙", "", "", ""]]
        lines += [["", "", "", "", "续", ""]]
    read = read_catalogue(catalogue(tmp_path / "目录.xlsx", lines))
    assert names(read) == [(f"第{number}号许可", sub) for number in range(1, 400) for sub in "甲乙"]
    assert [each.row.legal_basis for each in read.rows] == ["依据", "依据\n续"] * 399
    assert all(above.row.sub_items == ("甲", "乙") for above, _ in pairwise(read.rows) if above.row.sub_items)


def test_another_table_far_down_is_read_by_its_own_header(tmp_path: Path):
    """A header in another order begins a table, one in the same order does not, and every cell is accounted for."""
    turned = ["序号", "事项类型", "事项", "子项", "设定依据", "备注", "说明"]
    lines = [list(HEADER), *map(main_item, range(1, 395)), list(HEADER), *map(main_item, range(395, 600)), turned]
    lines += [[str(at), "行政确认", f"第{at}号确认", "", "【法律】《某法》", "", "附"] for at in range(600, 1_200)]
    read = read_submission(catalogue(tmp_path / "目录.xlsx", lines))
    assert read.catalogue
    expected = [(f"第{at}号许可", "") for at in range(1, 600)] + [(f"第{at}号确认", "") for at in range(600, 1_200)]
    assert names(read.catalogue) == expected
    assert sum(use.count for use in read.report) == sum(1 for line in lines for text in line if text)
    (extra,) = (use for use in read.report if use.reason == "表外列“说明”")
    assert (extra.cells, extra.count) == ("G603:G1202", 600)


def test_a_sheet_may_be_left_half_read():
    """Whoever stops in the middle of a sheet disturbs nobody who reads after."""
    content = "\n".join(f"第{at}行,甲" for at in range(3_000)).encode()
    with arriving(content) as sheets:
        sheet = next(sheets)
        assert sheet.grow(500)
        assert 500 <= len(sheet.grid.rows) < 3_000
        assert not sheet.whole
    (grid,) = parse(content)
    assert (len(grid.rows), grid.rows[2_999]) == (3_000, ["第2999行", "甲"])


def test_what_forbids_to_go_on_is_told_from_any_sheet():
    """A refusal that comes after rows have come is told as one, and the process still answers."""
    rows = "<tr><td>甲</td></tr>" * 2_000
    content = f"<html><table>{rows}<tr><td>{'长' * 300_000}</td></tr></table></html>".encode()
    with pytest.raises(UnreadableWorkbook, match="A2001 有 300,000 个字"), arriving(content) as sheets:
        whole(sheets)
    assert [grid.rows for grid in parse("甲,乙".encode())] == [[["甲", "乙"]]]


@pytest.mark.parametrize(
    "frames",
    [
        [(CELLS, b"")],
        [(NAME, b"\xff"), (MERGES, b"")],
        [(NAME, b"a"), (MERGES, b"\x00" * 3)],
        [(NAME, b"a"), (MERGES, array("I", [1, 2, 3]).tobytes())],
        [(NAME, b"a"), (SHEET, b"{}")],
        [(NAME, b"a"), (MERGES, b"")],
        [(NAME, b"a"), (MERGES, b""), (NAME, b"b")],
        [(NAME, b"a"), (MERGES, b""), (SHEET, b"{}")],
        [(NAME, b"a"), (MERGES, b""), (SHEET, b"[")],
        [(NAME, b"a"), (MERGES, b""), (CELLS, b"\x00\xd8")],
        *([(NAME, b"a"), (MERGES, b""), cells("甲\x1f乙", width)] for width in (0, -1, 3, 10**9)),
    ],
)
def test_a_damaged_answer_is_no_sheet(frames: list[Frame]):
    """Whatever a broken process says, it is told apart from a sheet."""
    with pytest.raises(DamagedAnswer):
        whole(arrivals(iter(frames)))


def test_blocks_of_any_width_make_a_sheet():
    """Narrow rows below wide ones, and wide ones below narrow ones, end where their last text is."""
    frames = [(NAME, b"a"), (MERGES, b""), cells("甲\x1f乙", 1), cells("\x1f丙\x1f\x1f", 4), cells("丁", 1)]
    (grid,) = whole(arrivals(iter([*frames, (SHEET, json.dumps(ABOUT).encode())])))
    assert grid.rows == [["甲"], ["乙"], ["", "丙"], ["丁"]]
