"""Guides printed as forms, in the ways that units lay them out: every element with its text and its place."""

from collections.abc import Callable, Sequence

import pytest

from workbench.records import ELEMENTS
from workbench.workbooks.guides import GuidesReading

Read = Callable[..., GuidesReading]
NAMES = [element.name for element in ELEMENTS]
VALUES = {element.name: f"内容{element.number}" for element in ELEMENTS}
SIMPLE = [name for name in NAMES if name != "申请材料"]


def plain(names: Sequence[str] = NAMES) -> list[list[str]]:
    """A form of number, label and content, a row for each element."""
    return [[str(NAMES.index(name) + 1), name, VALUES[name]] for name in names]


def materials(reading: GuidesReading) -> list[tuple[dict[str, str], dict[str, str]]]:
    """Known and extra values of the first guide's materials."""
    return [(dict(each.values), dict(each.extra)) for each in reading.guides[0].guide.materials or ()]


def ignored(reading: GuidesReading) -> list[tuple[str, str]]:
    """Cells that were ignored, and why."""
    return [(use.cells, use.reason) for use in reading.uses if use.use == "ignored"]


def with_materials(*rows: Sequence[str]) -> list[list[str]]:
    """A form whose rows of materials follow the label; the first row stands beside the label."""
    head = [[str(number), name, VALUES[name]] for number, name in enumerate(NAMES, start=1) if number < 7]
    tail = [[str(number), name, VALUES[name]] for number, name in enumerate(NAMES, start=1) if number > 7]
    return [*head, ["7", "申请材料", *rows[0]], *(["", "", *row] for row in rows[1:]), *tail]


def test_the_printed_form_is_read_with_all_its_places(read_sheet: Read):
    """The 36 elements, the two lists of topics, the materials, title and note of the form as the handbook prints it."""
    rows = [["政务服务事项办事指南（式样）"], *plain(NAMES[:1])]
    rows += [
        ["2", "事项类型\n(可多选)", "面向自然人", "□ 生育收养 ☑ 户籍办理"],
        ["", "", "面向法人", "□ 设立变更 ■ 人注销"],
    ]
    rows += plain(NAMES[2:6])
    rows += [["7", "申请材料\n(要求提供申请材料，要有依据。)", "事项名称", "序号", "材料名称", "设定依据"]]
    rows += [["", "", "新办", "1", "申请表", "《甲法》"], ["", "", "", "2", "身份证", "《乙法》"], ["", "", "......"]]
    rows += [*plain(NAMES[7:11]), ["12", "行政层级", "☑省级 □市级"], *plain(NAMES[12:13])]
    rows += [["政务服务事项办事指南（式样）"], *plain(NAMES[13:]), ["注：1-9项是共性要素。"]]
    merges = ["A1:F1", "A3:A4", "B3:B4", "D3:F3", "D4:F4", "A9:A12", "B9:B12", "C10:C11", "A19:F19", "A43:F43", "C2:F2"]
    reading = read_sheet(rows, merges)
    [read] = reading.guides
    assert (read.place.sheet, read.place.cell) == ("Sheet", "C2")
    assert read.guide.elements == {
        **{name: VALUES[name] for name in SIMPLE},
        "事项类型": "面向自然人 □ 生育收养 ☑ 户籍办理\n面向法人 □ 设立变更 ■ 人注销",
        "行使层级": "☑省级 □市级",
    }
    assert (read.guide.topics_natural, read.guide.topics_legal) == (("户籍办理",), ("人注销",))
    assert read.order == tuple(name if name != "行使层级" else "行政层级" for name in NAMES)
    assert materials(reading) == [
        ({"事项名称": "新办", "序号": "1", "材料名称": "申请表", "设定依据": "《甲法》"}, {}),
        ({"事项名称": "新办", "序号": "2", "材料名称": "身份证", "设定依据": "《乙法》"}, {}),
    ]
    assert [read.cells[name] for name in ("事项类型", "申请材料", "行使层级", "监督电话")] == ["C3", "C9", "C17", "C42"]
    assert read.cells["申请材料[1].事项名称"] == "C10"
    assert read.cells["申请材料[1].设定依据"] == "F11"
    assert ignored(reading) == [("A43", "填表说明或注"), ("C12", "没有材料的空行")]
    assert [(use.cells, use.count) for use in reading.uses if use.use == "title"] == [("A1,A19", 2)]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("3.设立依据", "设定依据"),
        ("行 政 层 级", "行使层级"),
        ("（5）法定\n办结时限：", "法定办结时限"),
        ("*咨询电话*", "咨询电话"),
        ("七、申请材料（可附页）", "申请材料"),
        ("第36项 监督电话", "监督电话"),
        ("法定时限", "法定办结时限"),
        ("㉒收费标准", "收费标准"),
    ],
)
def test_labels_are_known_in_the_ways_that_they_are_written(read_sheet: Read, label: str, name: str):
    """Numbers, marks, blanks, line breaks, brackets and usual other words do not hide what a label means."""
    rows = [["", label if row[1] == name else row[1], row[2]] for row in plain()]
    reading = read_sheet(rows)
    read = reading.guides[0]
    assert (read.guide.elements[name], read.cells[name]) == (VALUES[name], f"C{NAMES.index(name) + 1}")
    assert len(read.guide.elements) == 36


@pytest.mark.parametrize(
    "between", [[], [[]], [["政务服务事项办事指南"]], [[], ["填报单位：省林业厅"], [None, "要素", "内容"]]]
)
def test_forms_stand_one_under_another(read_sheet: Read, between: list[list[str]]):
    """A form ends where the next one begins, with titles and blank rows between them or without."""
    second = [[number, name, f"乙{text}"] for number, name, text in plain()]
    reading = read_sheet([*plain(), *between, *second])
    assert [read.guide.name for read in reading.guides] == ["内容1", "乙内容1"]
    assert [read.guide.text("监督电话") for read in reading.guides] == ["内容36", "乙内容36"]
    assert reading.guides[1].place.cell == f"C{37 + len(between)}"
    assert ignored(reading) == []


def test_a_repeated_label_before_the_next_form_begins_no_form(read_sheet: Read):
    """A label that comes twice at the end of a form does not take the next form's place."""
    rows = [*plain(), ["36", "监督电话", "另一个"], *plain()]
    reading = read_sheet(rows)
    assert [(read.guide.name, read.place.cell) for read in reading.guides] == [("内容1", "C1"), ("内容1", "C38")]
    assert ignored(reading) == [("C37", "“监督电话”重复出现，以第一处为准")]


def test_two_columns_of_labels(read_sheet: Read):
    """Label and content, label and content in one row; materials at full width below their label."""
    pairs = [[a, VALUES[a], b, VALUES[b]] for a, b in zip(SIMPLE[:-1:2], SIMPLE[1::2], strict=True)]
    rows = [["办事指南"], ["单位：省林业厅", None, "日期：2017年8月"], *pairs, [SIMPLE[-1], VALUES[SIMPLE[-1]]]]
    rows += [["申请材料"], ["序号", "材料名称", "设定依据", "份数"], ["1", "申请表", "《甲法》", "2"]]
    reading = read_sheet(rows, ["A1:D1", "A21:D21"])
    [read] = reading.guides
    assert read.guide.elements == {name: VALUES[name] for name in SIMPLE}
    assert (read.cells["事项类型"], read.cells["监督电话"]) == ("D3", "B20")
    assert read.guide.org == "省林业厅"
    assert materials(reading) == [
        ({"序号": "1", "材料名称": "申请表", "设定依据": "《甲法》", "纸质材料份数和规格": "2"}, {})
    ]
    assert ignored(reading) == []


def test_labels_above_their_contents(read_sheet: Read):
    """A row of labels side by side has the contents in the row below."""
    rows: list[list[str]] = [["办事指南"]]
    for at in range(0, 36, 4):
        rows += [NAMES[at : at + 4], [VALUES[name] for name in NAMES[at : at + 4]]]
    reading = read_sheet(rows, ["A1:D1"])
    [read] = reading.guides
    assert read.guide.elements == VALUES
    assert (read.cells["事项名称"], read.cells["监督电话"]) == ("A3", "D19")


def test_labels_as_headings_over_their_contents(read_sheet: Read):
    """Labels alone in their rows have all rows below them, until the next label."""
    rows: list[list[str]] = [["办事指南"]]
    for number, name in enumerate(NAMES, start=1):
        rows += [[f"{number}．{name}"], [VALUES[name]], *([["又一行"]] if name == "受理条件" else [])]
    read = read_sheet(rows).guides[0]
    assert read.guide.elements == {**VALUES, "受理条件": "内容6\n又一行"}


def test_label_and_content_in_one_cell(read_sheet: Read):
    """A form written as lines of label, colon and content."""
    read = read_sheet([[f"{name}：{VALUES[name]}"] for name in NAMES]).guides[0]
    assert read.guide.elements == VALUES
    assert read.cells["咨询电话"] == "A34"


def test_a_form_with_the_common_elements_alone_is_a_guide(read_sheet: Read):
    """The nine common elements are submitted before the others (附件2 二)."""
    reading = read_sheet(plain(NAMES[:9]))
    assert reading.guides[0].order == tuple(NAMES[:9])


def test_missing_renamed_repeated_and_extra_labels(read_sheet: Read):
    """The order tells all labels as printed; the number tells a renamed element, and what is none is told."""
    rows = plain([name for name in NAMES if name != "常见问题"])
    rows[24] = ["25", "办理时限", "10工作日"]
    rows += [["36", "咨询电话", "另一个"], ["37", "法律救济", "复议"], ["", "备注", "委托下放市级"], ["填表人：张三"]]
    reading = read_sheet(rows)
    read = reading.guides[0]
    assert "常见问题" not in read.guide.elements
    assert (read.guide.text("承诺办结时限"), read.cells["承诺办结时限"]) == ("10工作日", "C25")
    assert read.guide.text("咨询电话") == "内容34"
    assert read.guide.remarks == "委托下放市级"
    assert read.order[24:25] + read.order[-3:] == ("办理时限", "咨询电话", "法律救济", "备注")
    assert [(problem.cell, problem.note) for problem in reading.problems] == [("C36", True), ("C37", True)]
    assert reading.problems[1].message == (
        "指南.xlsx “Sheet”C37：“法律救济”不是办事指南的要素，内容未作为要素读取，请核对。"
    )
    assert ignored(reading)[0] == ("A39", "不在办事指南要素内的文字")


def test_a_column_that_explains_the_form_is_no_content(read_sheet: Read):
    """填写说明 beside the contents is ignored with its reason."""
    rows = [["序号", "要素", "内容", "填写说明"], *([*row, "照实填"] for row in plain())]
    reading = read_sheet(rows)
    assert reading.guides[0].guide.elements == VALUES
    assert ignored(reading) == [("D2:D37", "填写说明，不是填报内容")]


def test_content_over_several_rows_and_cells_is_joined(read_sheet: Read):
    """Rows of one element are lines of its text, cells of one row are joined by blanks; the text itself is kept."""
    rows = plain()
    rows[21] = ["22", "收费标准", " 每证10元 ", "（工本费）"]
    rows.insert(22, ["", "", "第二行\n第三行"])
    read = read_sheet(rows).guides[0]
    assert read.guide.text("收费标准") == " 每证10元  （工本费）\n第二行\n第三行"
    assert (read.cells["收费标准"], read.cells["收费依据"]) == ("C22", "C24")


def test_ticks_in_cells_of_their_own_are_joined_to_their_options(read_sheet: Read):
    """A mark before or after its option, in the cell beside it."""
    rows = plain()
    rows[8] = ["9", "服务对象", "自然人", "√", "法人", ""]
    rows[11] = ["12", "行使层级", "☑", "省级", "□", "市级"]
    read = read_sheet(rows).guides[0]
    assert (read.guide.text("服务对象"), read.guide.text("行使层级")) == ("自然人√ 法人", "☑省级 □市级")


def test_hidden_blank_and_covered_cells_are_accounted_for(read_sheet: Read):
    """Cells with blanks only, and texts under a merge, are told as such."""
    rows = plain()
    rows[0] += ["", "遮住"]
    rows[1] += ["", "", "   "]
    book_merges = ["C1:D1"]
    reading = read_sheet(rows, book_merges)
    assert ("F2", "只有空白的单元格") in ignored(reading)
    assert sum(use.count for use in reading.uses) == 36 * 3 + 2


def test_a_catalogue_is_left_alone(read_sheet: Read):
    """A catalogue is no guide, also where it has columns of its own that guides have."""
    header = [
        "序号",
        "事项名称",
        "事项类型",
        "设定依据",
        "层级和部门",
        "备注",
        "办理时间",
        "咨询电话",
        "办理地点",
        "收费依据",
    ]
    header += ["收费标准", "是否收费", "监督电话"]
    reading = read_sheet([header, ["1", *(["甲"] * 12)]])
    assert (reading.guides, reading.uses, reading.read) == ((), (), ())


def test_a_guide_without_a_name_is_told(read_sheet: Read):
    """A form whose 事项名称 is blank is read, and the place is told."""
    reading = read_sheet([["1", "事项名称"], *plain(NAMES[1:])])
    assert reading.guides[0].guide.name == ""
    assert reading.problems[0].message == "指南.xlsx “Sheet”B1 处的办事指南没有事项名称，请填写后再报送。"


def test_headings_of_materials_in_any_order_with_extra_columns(read_sheet: Read):
    """Sub-fields are known by their headings; a column of the unit's own is kept under its heading."""
    reading = read_sheet(
        with_materials(
            ["材料名称", "份数", "出具单位", "设定依据", "材料类型", "样表", "是否必要"],
            ["申请表", "1份", "本人", "《甲法》", "原件", "见附件", "是"],
            ["营业执照", "", "工商局", "", "", "", ""],
        )
    )
    assert materials(reading) == [
        (
            {
                "材料名称": "申请表",
                "纸质材料份数和规格": "1份",
                "设定依据": "《甲法》",
                "材料类型": "原件",
                "材料样本": "见附件",
            },
            {"出具单位": "本人", "是否必要": "是"},
        ),
        (
            {"材料名称": "营业执照", "纸质材料份数和规格": "", "设定依据": "", "材料类型": "", "材料样本": ""},
            {"出具单位": "工商局"},
        ),
    ]
    assert reading.guides[0].cells["申请材料[1].出具单位"] == "E9"
    assert "申请材料" not in reading.guides[0].guide.elements


def test_blank_rows_numbers_and_dots_are_no_materials(read_sheet: Read):
    """The rows that the form prints for materials may stay blank."""
    reading = read_sheet(
        with_materials(["序号", "材料名称"], ["1", "申请表"], ["", ""], ["2", "身份证"], ["3", ""], ["", "……"])
    )
    assert materials(reading) == [
        ({"序号": "1", "材料名称": "申请表"}, {}),
        ({"序号": "2", "材料名称": "身份证"}, {}),
    ]
    assert reading.guides[0].guide.text("中介服务") == "内容8"


def test_a_row_over_the_whole_table_names_the_sub_item_of_the_materials_below(read_sheet: Read):
    """新办 and 变更 as heading rows between the materials."""
    rows = with_materials(["序号", "材料名称"], ["新办", ""], ["1", "申请表"], ["变更", ""], ["1", "变更表"])
    reading = read_sheet(rows, ["C8:D8", "C10:D10"])
    assert [values for values, _ in materials(reading)] == [
        {"序号": "1", "材料名称": "申请表", "事项名称": "新办"},
        {"序号": "1", "材料名称": "变更表", "事项名称": "变更"},
    ]
    assert reading.guides[0].cells["申请材料[1].事项名称"] == "C10"


def test_a_row_without_name_and_number_goes_on_with_the_material_above(read_sheet: Read):
    """A basis that takes two rows is one text."""
    reading = read_sheet(
        with_materials(
            ["序号", "材料名称", "设定依据"], ["1", "申请表", "《甲法》"], ["", "", "《乙法》"], ["2", "", "《丙法》"]
        )
    )
    assert [values for values, _ in materials(reading)] == [
        {"序号": "1", "材料名称": "申请表", "设定依据": "《甲法》\n《乙法》"},
        {"序号": "2", "材料名称": "", "设定依据": "《丙法》"},
    ]


@pytest.mark.parametrize("text", ["无", "", "不需要提交材料", "/"])
def test_no_materials(read_sheet: Read, text: str):
    """无, a stroke or nothing: there are no materials, and the text is kept."""
    guide = read_sheet(with_materials([text])).guides[0].guide
    assert (guide.materials, guide.text("申请材料")) == ((), text)


def test_none_under_the_headings_of_materials(read_sheet: Read):
    """无 in the table of materials says that there are none."""
    guide = read_sheet(with_materials(["序号", "材料名称"], ["", "无"])).guides[0].guide
    assert (guide.materials, guide.text("申请材料")) == ((), "无")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1.申请表\n2.身份证（原件）；\n3、营业执照。", ["申请表", "身份证（原件）", "营业执照"]),
        ("1.申请表；2.身份证；3.公司章程1.0版", ["申请表", "身份证", "公司章程1.0版"]),
        ("（1）申请表\n（加盖公章）\n（2）身份证", ["申请表\n（加盖公章）", "身份证"]),
        ("①申请表 ②身份证", ["申请表", "身份证"]),
        ("申请人应当提交：\n一、申请表\n二、身份证", ["申请表", "身份证"]),
        ("申请表\n身份证", ["申请表", "身份证"]),
        ("申请表；身份证（正面；反面）", ["申请表", "身份证（正面；反面）"]),
        ("申请表", ["申请表"]),
    ],
)
def test_materials_in_one_cell_are_split(read_sheet: Read, text: str, names: list[str]):
    """At their numbers, else at line breaks, else at ；, never inside of brackets."""
    reading = read_sheet(with_materials([text]))
    assert [values["材料名称"] for values, _ in materials(reading)] == names
    assert reading.guides[0].guide.text("申请材料") == text
    assert reading.guides[0].cells["申请材料[0].材料名称"] == "C7"


def test_materials_in_rows_without_headings(read_sheet: Read):
    """Number, name and basis side by side."""
    reading = read_sheet(with_materials(["1", "申请表", "《甲法》第三条", "2份"], ["2", "身份证"]))
    assert materials(reading) == [
        ({"序号": "1", "材料名称": "申请表", "设定依据": "《甲法》第三条"}, {"无表头": "2份"}),
        ({"材料名称": "身份证"}, {}),
    ]


def test_steps_of_the_flow(read_sheet: Read):
    """A table of steps below the flow's text; the text is told without the table."""
    rows = plain()
    rows[16] = ["17", "办理流程", "申请→受理→办结"]
    rows[17:17] = [
        ["", "", "环节", "开始时间", "结束时间", "办理时长", "申请人员", "办事窗口"],
        ["", "", "受理", "收件当日", "次日", "1工作日", "申请人", "1号窗口"],
    ]
    guide = read_sheet(rows).guides[0].guide
    assert guide.text("办理流程") == "申请→受理→办结"
    assert guide.steps == (
        {
            "环节": "受理", "开始时间": "收件当日", "结束时间": "次日", "办理时长": "1工作日", "申请人员": "申请人",
            "办事窗口": "1号窗口",
        },
    )  # fmt: skip
    assert guide.text("数量限制") == "内容18"
