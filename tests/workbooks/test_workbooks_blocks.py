"""Sheets of more rows than cross the pipe at once."""

import io
from itertools import zip_longest

import xlsxwriter

from workbench.workbooks.guarded import parse

ROWS = 1_500


def csv(rows: list[list[str]]) -> bytes:
    """The rows, none of which needs quotes."""
    return "\n".join(",".join(row) for row in rows).encode()


def test_rows_come_back_block_by_block_as_they_were():
    """Rows that get wider further down, blank ones between, and every way to ask for them."""
    rows = [["序号", "事项"], *([str(at), "甲" * (at % 7)] for at in range(ROWS)), [], ["末", "", "丙"]]
    kept = [row if row[-1:] != [""] else row[:-1] for row in rows]
    (grid,) = parse(csv(rows))
    assert grid.rows == kept
    assert [grid.rows[0], grid.rows[-1], *grid.rows[7:9]] == [kept[0], kept[-1], *kept[7:9]]
    assert (grid.width(), grid.width(ROWS), grid.text(ROWS + 2, 2)) == (3, 3, "丙")
    assert (grid.text(0, 3), grid.text(ROWS + 3, 0), grid.text(-1, 0)) == ("", "", "")
    assert list(map(tuple, grid.columns)) == list(zip_longest(*kept, fillvalue=""))


def test_what_is_no_text_is_found_in_any_block():
    """Control characters far down are taken out, and the first cell that had some is named."""
    rows = [["表", "头"]] * ROWS
    rows[1_200], rows[1_300] = ["好", "坏\x01"], ["坏\x1f\x1e了", "好"]
    (grid,) = parse(csv(rows))
    assert (grid.rows[1_200], grid.rows[1_300]) == (["好", "坏"], ["坏了", "好"])
    assert grid.notes == ("单元格 B1201 等 2 个单元格含有控制字符等无效字符，已去除，其余内容照常读取",)


def test_a_sheet_that_begins_far_from_its_corner_keeps_its_places():
    """Rows and columns before the first cell count, formatted numbers and merges in later blocks too."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        page = book.add_worksheet()
        for row in range(300, 300 + ROWS):
            page.write_string(row, 2, f"第{row}行")
        page.write_number(1_700, 4, 0.5, book.add_format({"num_format": "0%"}))
        page.merge_range(1_710, 2, 1_712, 3, "合")
        page.set_row(1_720, None, None, {"hidden": True})
    (grid,) = parse(stream.getvalue())
    assert (len(grid.rows), grid.width(), grid.rows[0]) == (300 + ROWS, 5, [])
    assert [grid.text(300, 2), grid.text(1_799, 2)] == ["第300行", "第1799行"]
    assert (grid.text(1_700, 4), grid.text(1_710, 2)) == ("50%", "合")
    assert (grid.merges, grid.hidden_rows) == ([(1_710, 2, 1_712, 3)], {1_720})
