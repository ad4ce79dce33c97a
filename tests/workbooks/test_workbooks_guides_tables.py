"""Guides in a table with one row a matter, as units lay it out."""

from collections.abc import Callable, Sequence

import pytest

from workbench.records import ELEMENTS
from workbench.workbooks.guides import GuidesReading

Read = Callable[..., GuidesReading]
NAMES = [element.name for element in ELEMENTS]


def row(mark: str, names: Sequence[str] = NAMES) -> list[str]:
    """A matter with a text of its own for each element."""
    return [f"{mark}{name}" for name in names]


def materials(reading: GuidesReading) -> list[list[dict[str, str]]]:
    """The materials of each guide."""
    return [[dict(each.values) for each in read.guide.materials or ()] for read in reading.guides]


def test_columns_in_any_order_with_title_unit_and_notes(read_sheet: Read):
    """Title and unit above, columns in another order and in other words, remarks, a note at the foot."""
    names = [*reversed(NAMES)]
    header = ["序号", *(name.replace("设定依据", "设立依据") for name in names), "备注"]
    rows = [["办事指南汇总"], ["填报单位：省水利厅"], header]
    rows += [[1, *row("甲", names), "委托"], [2, *row("乙", names), ""], ["注：以上共2项"]]
    reading = read_sheet(rows, ["A1:AL1", "A6:AL6"])
    assert [read.guide.name for read in reading.guides] == ["甲事项名称", "乙事项名称"]
    read = reading.guides[1]
    assert read.guide.elements == dict(zip(names, row("乙", names), strict=True))
    assert (read.place.cell, read.cells["监督电话"], read.cells["设定依据"]) == ("AK5", "B5", "AI5")
    assert (read.guide.org, [each.guide.remarks for each in reading.guides]) == ("省水利厅", ["委托", ""])
    assert read.order[0] == "监督电话"
    assert read.order[-4:] == ("设立依据", "事项类型", "事项名称", "备注")
    assert [(use.cells, use.use, use.reason) for use in reading.uses if use.use in {"ignored", "title"}] == [
        ("A1:A2", "title", ""),
        ("A6", "ignored", "填表说明或注"),
    ]


def test_two_levels_with_materials_in_rows_under_the_merged_matter(read_sheet: Read):
    """共性要素 and 个性要素 above the elements, sub-fields under 申请材料, a row for each material."""
    at = NAMES.index("申请材料")
    top = ["", "共性要素", *([""] * 10), "个性要素"]
    second = ["序号", *NAMES[: at + 1], "", "", *NAMES[at + 1 :]]
    third = [""] * (at + 1) + ["材料名称", "设定依据", "出具单位"]
    first = ["1", *row("甲", NAMES[:at]), "申请表", "《甲法》", "本人", *row("甲", NAMES[at + 1 :])]
    more = [""] * (at + 1) + ["身份证", "", "公安"]
    merges = ["B1:L1", "M1:AM1", "H2:J2", "A4:A5", *(f"{column}4:{column}5" for column in "BCDEFGKL")]
    reading = read_sheet([top, second, third, first, more, ["2", *row("乙", NAMES[:at])]], merges)
    assert materials(reading) == [
        [{"材料名称": "申请表", "设定依据": "《甲法》"}, {"材料名称": "身份证", "设定依据": ""}],
        [],
    ]
    assert [each.extra for each in reading.guides[0].guide.materials or ()] == [
        {"出具单位": "本人"},
        {"出具单位": "公安"},
    ]
    assert reading.guides[0].cells["申请材料[1].材料名称"] == "H5"
    assert (reading.guides[0].guide.text("中介服务"), reading.guides[1].guide.text("中介服务")) == ("甲中介服务", "")
    assert reading.guides[1].guide.text("申请材料") == ""
    assert reading.guides[0].order == tuple(NAMES)
    assert not [use for use in reading.uses if use.use == "ignored"]


def test_materials_as_a_list_in_one_cell(read_sheet: Read):
    """The text of 申请材料 is kept and split."""
    matter = row("甲")
    matter[6] = "1.申请表\n2.身份证"
    reading = read_sheet([NAMES, matter])
    assert materials(reading) == [[{"材料名称": "申请表"}, {"材料名称": "身份证"}]]
    assert reading.guides[0].guide.text("申请材料") == "1.申请表\n2.身份证"


def test_materials_in_several_rows_of_one_column(read_sheet: Read):
    """Rows without a name go on with the matter above, whose other cells stay blank below it."""
    more = ["", "", "", "", "", "", "身份证"]
    reading = read_sheet([NAMES, row("甲"), more, row("乙")])
    assert materials(reading) == [[{"材料名称": "甲申请材料"}, {"材料名称": "身份证"}], [{"材料名称": "乙申请材料"}]]


def test_a_matter_repeated_for_each_of_its_materials(read_sheet: Read):
    """What systems export: all of the matter again in every row of its materials."""
    names = [name for name in NAMES if name != "申请材料"]
    header = [*names, "材料名称", "材料类型"]
    rows = [
        header,
        [*row("甲", names), "申请表", "原件"],
        [*row("甲", names), "身份证", "复印件"],
        [*row("乙", names), "甲", ""],
    ]
    reading = read_sheet(rows)
    assert materials(reading) == [
        [{"材料名称": "申请表", "材料类型": "原件"}, {"材料名称": "身份证", "材料类型": "复印件"}],
        [{"材料名称": "甲", "材料类型": ""}],
    ]
    assert reading.guides[0].guide.elements == dict(zip(names, row("甲", names), strict=True))
    assert sum(use.count for use in reading.uses) == sum(1 for each in rows for text in each if text)


def test_equal_matters_with_numbers_of_their_own_stay_two(read_sheet: Read):
    """Two matters of the same texts but for the materials are two where each is numbered."""
    names = [name for name in NAMES if name != "申请材料"]
    rows = [["序号", *names, "材料名称"], ["1", *row("甲", names), "申请表"], ["2", *row("甲", names), "身份证"]]
    assert materials(read_sheet(rows)) == [[{"材料名称": "申请表"}], [{"材料名称": "身份证"}]]


def test_a_cell_merged_over_matters_holds_for_all(read_sheet: Read):
    """One 实施机构 for the whole column is each matter's, and one cell in the account."""
    at = NAMES.index("实施机构")
    first, second = row("甲"), row("乙")
    second[at] = ""
    reading = read_sheet([NAMES, first, second], ["N2:N3"])
    assert [(read.guide.text("实施机构"), read.cells["实施机构"]) for read in reading.guides] == [
        ("甲实施机构", "N2")
    ] * 2
    assert sum(use.count for use in reading.uses) == 36 * 3 - 1


def test_topics_in_two_columns(read_sheet: Read):
    """面向自然人 and 面向法人 below 事项类型."""
    rest = NAMES[2:]
    rows = [
        ["事项名称", "事项类型", "", *rest],
        ["", "面向自然人", "面向法人"],
        ["甲", "☑户籍办理 □证件办理", "", *row("甲", rest)],
    ]
    read = read_sheet(rows, ["B1:C1", "A1:A2"]).guides[0]
    assert (read.guide.topics_natural, read.guide.topics_legal) == (("户籍办理",), ())
    assert (read.guide.text("事项类型"), read.cells["事项类型"]) == ("面向自然人：☑户籍办理 □证件办理", "B3")


def test_steps_in_columns_of_their_own(read_sheet: Read):
    """环节 and the like below 办理流程, a row for each step."""
    names = [name for name in NAMES if name != "办理流程"]
    header = [*names, "办理流程", "", ""]
    below = [""] * len(names) + ["环节", "办理时长", "办事窗口"]
    rows = [
        header,
        below,
        [*row("甲", names), "受理", "1工作日", "1号"],
        [""] * len(names) + ["办结", "2工作日", "2号"],
    ]
    read = read_sheet(rows, ["AJ1:AL1"]).guides[0]
    assert read.guide.steps == (
        {"环节": "受理", "办理时长": "1工作日", "办事窗口": "1号"},
        {"环节": "办结", "办理时长": "2工作日", "办事窗口": "2号"},
    )
    assert read.guide.text("办理流程") == "受理 1工作日 1号\n办结 2工作日 2号"


def test_other_columns_and_a_header_once_more(read_sheet: Read):
    """A column of the unit's own is told, a header repeated on the next page is none of the matters."""
    rows = [[*NAMES, "经办人"], [*row("甲"), "张三"], [*NAMES, "经办人"], row("乙")]
    reading = read_sheet(rows)
    assert [read.guide.name for read in reading.guides] == ["甲事项名称", "乙事项名称"]
    assert [problem.message for problem in reading.problems] == [
        "指南.xlsx “Sheet”AK2：“经办人”不是办事指南的要素，内容未作为要素读取，请核对。"
    ]
    assert [(use.cells, use.reason) for use in reading.uses if use.use == "ignored"] == [
        ("AK2", "“经办人”不是办事指南的要素")
    ]


def test_a_matter_without_a_name_is_a_matter(read_sheet: Read):
    """A row with its elements but a blank name is read, and told."""
    reading = read_sheet([NAMES, row("甲"), ["", *row("乙", NAMES[1:])]])
    assert [read.guide.name for read in reading.guides] == ["甲事项名称", ""]
    assert [problem.cell for problem in reading.problems] == ["A3"]


@pytest.mark.parametrize(
    "header",
    [NAMES[:4], ["事项名称", "材料名称", "设定依据"], ["序号", "事项", "子项", "事项类型", "设定依据", "实施机构"]],
)
def test_other_tables_are_left_alone(read_sheet: Read, header: list[str]):
    """A table with a few of the words is no table of guides."""
    reading = read_sheet([header, ["甲"] * len(header)])
    assert (reading.guides, reading.uses, reading.read) == ((), (), ())
