"""Catalogues as units really lay them out: every row is read as a matter, or told why it is not."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from workbench.workbooks import CatalogueReading, UnreadableWorkbook, read_catalogue, read_submission

HEADER = (
    ["序号", "事项名称", "", "事项类型", "设定依据", "层级和部门", "备注"],
    ["", "事项", "子项", "", "", "", ""],
)
ITEM = ["1", "取水许可", "", "行政许可", "依据甲", "省级", ""]


def laid_out(
    folder: Path, rows: Sequence[Sequence[object]], merges: Sequence[str] = (), name: str = "目录.xlsx"
) -> Path:
    """A workbook with these rows on its first sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for merge in merges:
        book.active.merge_cells(merge)
    book.save(folder / name)
    return folder / name


def names(reading: CatalogueReading) -> list[tuple[str | None, str | None, str | None]]:
    """Sequence, item and sub-item of each row."""
    return [(read.row.seq, read.row.item_name, read.row.sub_item_name) for read in reading.rows]


def notes(reading: CatalogueReading) -> list[tuple[str, str]]:
    """Place and message of each problem, without the file's name."""
    return [(problem.cell, problem.message.split("“Sheet”")[-1]) for problem in reading.problems]


def test_headers_have_brackets_blanks_and_line_breaks(tmp_path: Path):
    """What a header says in brackets, and how it is spaced, does not matter."""
    header = [
        "基本编码\n（序号）",
        "事 项 名 称",
        "子　项",
        "事项类别（五类）",
        "设立依据(法律条款)",
        "层级与部门",
        "备注",
    ]
    reading = read_catalogue(laid_out(tmp_path, [["某目录"], [], header, ITEM]))
    assert names(reading) == [("1", "取水许可", "")]
    assert reading.rows[0].cells == {
        "seq": "A4", "item_name": "B4", "sub_item_name": "C4", "item_type": "D4", "legal_basis": "E4",
        "levels_and_departments": "F4", "remarks": "G4",
    }  # fmt: skip


def test_other_columns_are_told_and_the_place_is_the_table_s_first_cell(tmp_path: Path):
    """A column that the form does not have is told with its heading; one without any heading is a problem."""
    rows = [["", *HEADER[0], "承办处室", ""], ["", *HEADER[1], "", ""], ["", *ITEM, "法规处", "旁注"]]
    reading = read_catalogue(laid_out(tmp_path, rows))
    assert reading.rows[0].place.cell == "B3"
    assert notes(reading) == [
        ("I1", "I 列“承办处室”不是式样中的列，其中内容未作为事项信息读取，请核对。"),
        ("J1", "J 列没有表头，其中内容未作为事项信息读取，请核对。"),
    ]
    assert [problem.note for problem in reading.problems] == [True, False]


def test_no_sub_item_where_item_and_sub_item_are_merged(tmp_path: Path):
    """A name merged over 事项 and 子项 is the item's alone."""
    reading = read_catalogue(laid_out(tmp_path, [*HEADER, ITEM], ["B3:C3"]))
    assert names(reading) == [("1", "取水许可", "")]
    assert reading.rows[0].cells["sub_item_name"] == "B3"


def test_a_basis_carried_on_below_is_one_matter(tmp_path: Path):
    """Rows that only carry on a text, merged or not, are joined to the row above and told."""
    rows = [*HEADER, ITEM, ["", "", "", "", "依据乙", "", ""], [2, *ITEM[1:]], ["", "", "", "", "依据丙", "", ""]]
    reading = read_catalogue(laid_out(tmp_path, rows, ["A3:A4", "B3:B4", "C3:C4", "D3:D4"]))
    assert [read.row.legal_basis for read in reading.rows] == ["依据甲\n依据乙", "依据甲\n依据丙"]
    assert notes(reading) == [
        ("A4", "第 4 行没有事项和子项名称，已作为第 3 行的续行并入，请核对。"),
        ("A6", "第 6 行没有事项和子项名称，已作为第 5 行的续行并入，请核对。"),
    ]


def test_a_main_item_on_a_row_of_its_own_has_its_sub_items(tmp_path: Path):
    """Sub-items below a main item's row inherit from it; a repeated name and number is the same main item."""
    rows = [
        *HEADER, ITEM, ["", "", "地表水", "", "", "", ""], ["1", "取水许可", "地下水", "", "依据己", "", "另"],
        ["2", "另一事项", "甲", "行政确认", "依据丁", "市级", ""],
    ]  # fmt: skip
    reading = read_catalogue(laid_out(tmp_path, rows))
    assert names(reading) == [
        ("1", "取水许可", ""), ("1", "取水许可", "地表水"), ("1", "取水许可", "地下水"), ("2", "另一事项", "甲"),
    ]  # fmt: skip
    assert [read.row.item_type for read in reading.rows] == ["行政许可", "行政许可", "行政许可", "行政确认"]
    assert [read.row.legal_basis for read in reading.rows] == ["依据甲", "依据甲", "依据己", "依据丁"]
    assert [read.row.sub_items for read in reading.rows] == [("地表水", "地下水"), None, None, ("甲",)]


@pytest.mark.parametrize(
    "row",
    [
        ["填表说明：", "", "", "", "", "", ""],
        ["注：一、本表一式两份。", "", "", "", "", "", ""],
        ["", "备注说明", "", "", "", "", ""],
        ["合计", "", "", "12项", "", "", ""],
        ["填表人：张三", "", "", "审核人：李四", "", "联系电话：024", ""],
        ["一、行政许可", "", "", "", "", "", ""],
        ["15", "", "", "", "", "", ""],
        HEADER[0],
        HEADER[1],
    ],
)
def test_a_row_that_is_no_matter_is_told_as_such(tmp_path: Path, row: list[str]):
    """Notes, totals, signatures, section headings, numbered blank rows and repeated headers are no matters."""
    reading = read_catalogue(laid_out(tmp_path, [*HEADER, ITEM, row]))
    assert names(reading) == [("1", "取水许可", "")]
    first = next(text for text in row if text)
    assert notes(reading) == [("A4", f"第 4 行不是事项，已略过：“{first}”。")]


def test_what_follows_a_note_is_a_note_unless_it_is_whole(tmp_path: Path):
    """Numbered notes in any column stay notes; a whole matter below them is still read."""
    rows = [*HEADER, ITEM, ["填表说明："], ["1.按顺序填写。"], ["", "2.类型填写五类。"], ["2", *ITEM[1:]]]
    reading = read_catalogue(laid_out(tmp_path, rows))
    assert names(reading) == [("1", "取水许可", ""), ("2", "取水许可", "")]
    assert [cell for cell, _ in notes(reading)] == ["A4", "A5", "A6"]


@pytest.mark.parametrize("name", ["注册会计师注册", "单位内部审计备案", "说明书审批", "审核发证", "合计征收"])
def test_a_matter_that_sounds_like_a_note_is_a_matter(tmp_path: Path, name: str):
    """Only the words of notes make a note, not names that begin alike; a matter may have nothing but its name."""
    full, bare_name = [1, name, "", "行政许可", "依据", "省级", ""], ["", name, "", "", "", "", ""]
    assert names(read_catalogue(laid_out(tmp_path, [*HEADER, full]))) == [("1", name, "")]
    assert names(read_catalogue(laid_out(tmp_path, [*HEADER, bare_name]))) == [("", name, "")]


def test_a_matter_without_name_is_kept(tmp_path: Path):
    """A row with number and type but no name is a faulty matter, not a note."""
    reading = read_catalogue(laid_out(tmp_path, [*HEADER, ITEM, ["2", "", "", "行政许可", "依据", "省级", ""]]))
    assert names(reading) == [("1", "取水许可", ""), ("2", "", "")]


def test_values_show_as_in_the_workbook_and_texts_stay_exact(tmp_path: Path):
    """Whole numbers have no decimals, dates are dates, and no blank or line break of a text is lost."""
    text = "  【法律】《某法》 \n　　第七条　原文。\n"
    book = openpyxl.Workbook()
    for row in (*HEADER, [1.0, text, "", True, 2.5, "", ""]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    (read,) = read_catalogue(tmp_path / "a.xlsx").rows
    assert (read.row.seq, read.row.item_name, read.row.item_type, read.row.legal_basis) == ("1", text, "TRUE", "2.5")


def test_every_sheet_is_read_and_hidden_ones_are_told(tmp_path: Path):
    """Matters of all sheets come in order; a sheet without a catalogue and a hidden one are problems."""
    book = openpyxl.Workbook()
    for sheet in (book.active, book.create_sheet("隐藏"), book.create_sheet("通讯录")):
        for row in (*HEADER, ITEM) if sheet.title != "通讯录" else (["姓名", "电话"],):
            sheet.append(row)
    book["隐藏"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    reading = read_catalogue(tmp_path / "a.xlsx")
    assert [read.place.sheet for read in reading.rows] == ["Sheet", "隐藏"]
    assert [problem.message for problem in reading.problems] == [
        "a.xlsx 工作表“隐藏”是隐藏的，已照常读取，请核对。",
        "a.xlsx 工作表“通讯录”没有目录表头，已略过，请核对。",
    ]


@pytest.mark.parametrize(
    ("title", "file", "kind"),
    [
        ("辽宁省政务服务事项目录", "a", "省目录"),
        ("沈阳市市设政务服务事项目录", "a", "市设目录"),
        ("辽宁省水利厅部门政务服务事项目录", "a", "部门目录"),
        ("辽宁省水利厅政务服务事项目录", "a", "省目录"),
        ("沈阳市政务服务事项目录", "a", None),
        ("政务服务事项目录", "鞍山市-市设目录", "市设目录"),
        ("政务服务事项目录", "省水利厅-省目录", "省目录"),
    ],
)
def test_the_kind_is_told_or_left_open(tmp_path: Path, title: str, file: str, kind: str | None):
    """Title, then file name, then the form tell the kind; where none does it is left to a person."""
    assert read_catalogue(laid_out(tmp_path, [[title], *HEADER, ITEM], name=f"{file}.xlsx")).kind == kind


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        (["填报单位：省公安厅　　填报时间：2017年8月15日"], "省公安厅"),
        (["填报单位（盖章）：", "", "省公安厅", "", "日期：2017-08-15"], "省公安厅"),
        (["单位：", "", "填报时间：2017年8月"], None),
        (["2017年8月"], None),
    ],
)
def test_the_unit_is_what_the_caption_says(tmp_path: Path, caption: list[str], unit: str | None):
    """The unit stands after its label, in the same cell or further right."""
    assert read_catalogue(laid_out(tmp_path, [["目录"], caption, *HEADER, ITEM])).unit_text == unit


def test_a_form_without_matters_is_a_problem(tmp_path: Path):
    """A header with nothing below it is read, and told."""
    reading = read_catalogue(laid_out(tmp_path, HEADER))
    assert (reading.rows, notes(reading)) == ((), [("", "只有表头，没有事项，请核对。")])


@pytest.mark.parametrize(
    "header",
    [
        ["1.序号", "2.事项名称", "3.子项", "4.事项类型", "5.设定依据", "6.层级和部门", "7.备注"],
        ["一、序号", "二、事项名称", "三、子项", "四、事项类型", "五、设定依据", "六、层级和部门", "七、备注"],
        ["（1）序号", "*事项名称", "子　项　名　称", "事项\n类型：", "【设定依据】", "层级\r\n和部门", "备注（如有）"],
        ["基本编码", "事项名称（主项）", "事项名称（子项）", "类型", "实施依据", "行使层级及部门", "备　注"],
    ],
)
def test_headers_are_numbered_marked_or_spaced(tmp_path: Path, header: list[str]):
    """Numbers, marks, brackets, full width and line breaks do not hide a header's word."""
    reading = read_catalogue(laid_out(tmp_path, [header, ITEM]))
    assert reading.rows[0].row.legal_basis == "依据甲"
    assert list(reading.rows[0].cells) == [
        "seq", "item_name", "sub_item_name", "item_type", "legal_basis", "levels_and_departments", "remarks",
    ]  # fmt: skip
    assert notes(reading) == []


@pytest.mark.parametrize(
    "second",
    [
        ["", "事项", "子项", "", "", "", ""],
        ["序号", "事项", "子项", "事项类型", "设定依据", "层级和部门", "备注"],
        ["", "名称", "子项名称", "", "", "", ""],
        ["", "主项", "小项", "", "", "", ""],
        ["", "大项", "小项", "", "条款原文", "", ""],
    ],
)
def test_the_second_level_is_printed_in_many_ways(tmp_path: Path, second: list[str]):
    """A second row with 事项 and 子项 belongs to the header, as do column numbers below it."""
    numbers = ["1", "2", "3", "4", "5", "6", "7"]
    reading = read_catalogue(laid_out(tmp_path, [HEADER[0], second, numbers, ["1", "取水许可", "地表水", *ITEM[3:]]]))
    assert names(reading) == [("1", "取水许可", "地表水")]
    assert (len(reading.headers), notes(reading)) == (3, [])


def test_a_matter_is_no_row_of_column_numbers(tmp_path: Path):
    """Only numbers that follow one another are; a faulty matter that consists of numbers is kept."""
    reading = read_catalogue(laid_out(tmp_path, [*HEADER, ["1", "2", "", "4", "5", "6", ""]]))
    assert names(reading) == [("1", "2", "")]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        (["序号", "事项名称", "实施机构", "事项类型", "设定依据", "备注"], "部门目录"),
        (["备注", "设立依据", "实施主体", "事项类别", "事项名称", "基本编码"], "部门目录"),
    ],
)
def test_a_department_s_columns_come_in_any_order(tmp_path: Path, header: list[str], kind: str):
    """The order of the text and that of the form are both right (I-10), and words of either are one (I-09, I-11, I-44)."""
    reading = read_catalogue(laid_out(tmp_path, [header, [f"甲{at}" for at in range(len(header))]]))
    row = reading.rows[0].row
    values = [row.seq, row.item_name, row.implementing_agency, row.item_type, row.legal_basis, row.remarks]
    fields = ["seq", "item_name", "implementing_agency", "item_type", "legal_basis", "remarks"]
    assert reading.kind == kind
    assert values == [f"甲{'ABCDEF'.index(reading.rows[0].cells[field][0])}" for field in fields]
    assert sorted(text for text in values if text) == [f"甲{at}" for at in range(6)]
    assert row.levels_and_departments is None


def test_a_column_twice_is_read_once_and_told(tmp_path: Path):
    """The first of two columns with one meaning counts; the other is told."""
    reading = read_catalogue(laid_out(tmp_path, [[*HEADER[0], "备注说明"], [*HEADER[1], ""], [*ITEM[:6], "甲", "乙"]]))
    assert reading.rows[0].row.remarks == "甲"
    assert notes(reading) == [("H1", "H 列“备注说明”不是式样中的列，其中内容未作为事项信息读取，请核对。")]


def test_a_guide_s_table_of_materials_is_no_catalogue(tmp_path: Path):
    """Its columns sound like a catalogue's; so do those of a table with one guide a row."""
    materials = laid_out(
        tmp_path, [["事项名称", "序号", "材料名称", "设定依据"], ["取水许可", "1", "申请书", "《水法》"]]
    )
    with pytest.raises(UnreadableWorkbook, match="没有找到目录的表头"):
        read_catalogue(materials)
    guides = ["序号", "事项名称", "事项类型", "设定依据", "受理条件", "申请材料", "办理流程", "办理地点", "办理时间"]
    with pytest.raises(UnreadableWorkbook, match="没有找到目录的表头"):
        read_catalogue(laid_out(tmp_path, [guides, ["1", *["甲"] * 8]]))
    more = laid_out(tmp_path, [[*HEADER[0], "法定办结时限", "咨询电话"], HEADER[1], [*ITEM, "20", "024"]])
    assert len(read_catalogue(more).rows) == 1


def test_sub_items_are_told_by_their_number(tmp_path: Path):
    """1.1 under 1 is a sub-item though the main item's name is repeated; the main item's numbers are the sequence."""
    rows = [
        *HEADER, ["1", "取水许可", "", *ITEM[3:]], ["1.1", "取水许可", "地表水", *ITEM[3:]],
        ["1.2", "取水许可", "地下水", *ITEM[3:]], ["2", "取水许可", "温泉", *ITEM[3:]], ["2", "取水许可", "矿泉", *ITEM[3:]],
    ]  # fmt: skip
    reading = read_catalogue(laid_out(tmp_path, rows))
    assert [read.row.sub_items for read in reading.rows] == [("地表水", "地下水"), None, None, ("温泉", "矿泉"), None]
    assert reading.seq == ("1", "1.1", "1.2", "2")


@pytest.mark.parametrize("seq", ["一、", "（1）", "第1项", "0100123000", "1."])
def test_a_number_is_kept_as_printed(tmp_path: Path, seq: str):
    """Whether it is right is a rule's business."""
    reading = read_catalogue(laid_out(tmp_path, [*HEADER, [seq, *ITEM[1:]]]))
    assert (names(reading), reading.seq) == ([(seq, "取水许可", "")], (seq,))


@pytest.mark.parametrize(
    "row",
    [
        ["一、行政许可（共12项）", "", "", "", "", "", ""],
        ["一", "行政许可", "", "", "", "", ""],
        ["（一）", "公共服务事项（3项）", "", "", "", "", ""],
        ["", "水资源管理处（共5项）", "", "", "", "", ""],
        ["", "其他行政权力", "", "", "", "", ""],
        ["二、", "", "", "", "", "", ""],
        ["本页小计：2项", "", "", "", "", "", ""],
    ],
)
def test_headings_between_matters_are_told(tmp_path: Path, row: list[str]):
    """Headings of a type or an office, with or without count, and totals, also between matters."""
    reading = read_catalogue(laid_out(tmp_path, [*HEADER, ITEM, row, ["2", *ITEM[1:]]]))
    assert names(reading) == [("1", "取水许可", ""), ("2", "取水许可", "")]
    assert [cell for cell, _ in notes(reading)] == ["A4"]


def test_many_rows_of_one_kind_are_told_in_one_sentence(tmp_path: Path):
    """A header on each of many pages, and a basis in many rows, are not told row by row."""
    rows = [*HEADER]
    for number in range(1, 13):
        rows += [[str(number), *ITEM[1:]], ["", "", "", "", "依据乙", "", ""], HEADER[0]]
    reading = read_catalogue(laid_out(tmp_path, [*rows, ["注：一式两份。"]]))
    assert len(reading.rows) == 12
    assert notes(reading) == [
        ("A39", "第 39 行不是事项，已略过：“注：一式两份。”。"),
        (
            "A4",
            "第 4、7、10、13、16、19、22、25、28、31 行等 12 处没有事项和子项名称，已作为上一事项的续行并入，请核对。",
        ),
        ("A5", "第 5、8、11、14、17、20、23、26、29、32 行等 12 处是重复表头，不是事项，已略过。"),
    ]


def test_a_merge_may_go_over_several_main_items(tmp_path: Path):
    """A type, a level or a basis merged over main items is each one's, with the merge's cell."""
    rows = [*HEADER, ITEM, ["2", "采砂许可", "", "", "", "", ""], ["3", "占用河道审批", "", "", "依据丙", "", ""]]
    reading = read_catalogue(laid_out(tmp_path, rows, ["D3:D5", "E3:E4", "F3:F5"]))
    assert [read.row.item_type for read in reading.rows] == ["行政许可"] * 3
    assert [read.row.legal_basis for read in reading.rows] == ["依据甲", "依据甲", "依据丙"]
    assert [dict(read.cells)["legal_basis"] for read in reading.rows] == ["E3", "E3", "E5"]
    assert notes(reading) == []


def test_blank_rows_and_columns_between_do_no_harm(tmp_path: Path):
    """A table with gaps reads like one without."""
    header = ["", "序号", "", "事项名称", "", "子项", "事项类型", "", "设定依据", "层级和部门", "备注"]
    row = ["", "1", "", "取水许可", "", "地表水", "行政许可", "", "依据", "省级", ""]
    reading = read_catalogue(laid_out(tmp_path, [[], header, [], row, [], [], ["", "2", *row[2:]]]))
    assert [(read.row.seq, read.place.cell) for read in reading.rows] == [("1", "B4"), ("2", "B7")]
    assert notes(reading) == []


def test_another_table_below_has_its_own_columns(tmp_path: Path):
    """A header that is printed once more is passed over; one with other columns begins another table."""
    other = ["序号", "事项类型", "事项名称", "设定依据", "层级和部门", "备注"]
    rows = [
        *HEADER,
        ITEM,
        *HEADER,
        ["2", *ITEM[1:]],
        [],
        ["二、公共服务"],
        other,
        ["1", "公共服务事项", "档案查询", "依据丁", "市级", "备"],
    ]
    reading = read_catalogue(laid_out(tmp_path, rows))
    assert names(reading) == [("1", "取水许可", ""), ("2", "取水许可", ""), ("1", "档案查询", "")]
    assert (reading.rows[2].row.item_type, reading.rows[2].cells["item_name"]) == ("公共服务事项", "C10")
    assert [cell for cell, _ in notes(reading)] == ["A4", "A5", "A8", "A9", "A9"]
    assert [text for _, text in notes(reading)[-2:]] == [
        "第 9 行的表头缺少“子项”列，请按式样补上。",
        "第 9 行起另有表头，以下各行已按该表头读取，请核对。",
    ]


def test_a_sheet_without_header_goes_on_with_the_one_before(tmp_path: Path):
    """Its first rows may be sub-items of the last main item; a sheet of another kind is passed over."""
    book = openpyxl.Workbook()
    book.active.title = "第一页"
    sheets = {
        "第一页": [*HEADER, ["1", "取水许可", "地表水", *ITEM[3:]]],
        "第二页": [["", "", "地下水"], ["2", "采砂许可", "", "行政许可", "依据乙", "省级"]],
        "名单": [["张三", "科长", "", "水政处"], ["李四", "科员", "", "水政处"]],
    }
    for name, rows in sheets.items():
        page = book[name] if name in book.sheetnames else book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(tmp_path / "a.xlsx")
    reading = read_catalogue(tmp_path / "a.xlsx")
    assert names(reading) == [("1", "取水许可", "地表水"), ("1", "取水许可", "地下水"), ("2", "采砂许可", "")]
    assert [(read.place.sheet, read.place.cell, read.cells["item_name"]) for read in reading.rows[1:]] == [
        ("第二页", "A1", "B1"), ("第二页", "A2", "B2"),
    ]  # fmt: skip
    assert reading.rows[0].row.sub_items == ("地表水", "地下水")
    assert [problem.message for problem in reading.problems] == [
        "a.xlsx 工作表“第二页”没有表头，已按工作表“第一页”的各列接着读取，请核对。",
        "a.xlsx 工作表“名单”没有目录表头，已略过，请核对。",
    ]


@pytest.mark.parametrize(
    ("name", "text"), [("填报说明", "一、范围"), ("Sheet2", "填表须知："), ("类型下拉", "行政许可")]
)
def test_a_sheet_that_explains_is_only_noted(tmp_path: Path, name: str, text: str):
    """Instructions and lists of choices are no fault of the sender."""
    book = openpyxl.Workbook()
    for row in (*HEADER, ITEM):
        book.active.append(row)
    book.create_sheet(name).append([text])
    book.save(tmp_path / "a.xlsx")
    reading = read_submission(tmp_path / "a.xlsx")
    assert [(problem.message, problem.note) for problem in reading.problems] == [
        (f"a.xlsx 工作表“{name}”是说明，不是目录，已略过。", True)
    ]
    assert [(use.cells, use.reason) for use in reading.report if use.sheet == name] == [("A1", "说明等，不是目录")]


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path):
    """What is hidden or filtered out counts like the rest, and is named."""
    book = openpyxl.Workbook()
    page = book.active
    for row in (*HEADER, ITEM, ["2", *ITEM[1:]], ["3", *ITEM[1:]], ["4", *ITEM[1:]]):
        page.append(row)
    for row in (3, 4, 6, 9):
        page.row_dimensions[row].hidden = True
    page.column_dimensions["E"].hidden = True
    book.save(tmp_path / "a.xlsx")
    reading = read_catalogue(tmp_path / "a.xlsx")
    assert len(reading.rows) == 4
    assert notes(reading) == [
        ("A3", "第 3-4、6 行是隐藏或被筛选掉的，已照常读取，请核对。"),
        ("E1", "E 列是隐藏的，已照常读取，请核对。"),
    ]


def test_a_formula_without_result_is_told(tmp_path: Path):
    """The cell is read as blank, and the sender is told what to do."""
    rows = [*HEADER, ["1", '="取水"&"许可"', "", "行政许可", "依据", "省级", ""]]
    reading = read_catalogue(laid_out(tmp_path, rows))
    assert names(reading) == [("1", "", "")]
    assert notes(reading) == [
        ("B3", "B3 是没有计算结果的公式，按空白读取，请在 Excel 或 WPS 中打开、重新保存后再报送。")
    ]
