"""JSON lines as a submission: each value placed by its line and key, faulty lines told, nothing dropped unsaid."""

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.workbooks import SubmissionReading, UnreadableWorkbook, read_submission

ROW = {
    "事项": "取水许可",
    "子项": "",
    "事项类型": "行政许可",
    "设定依据": "《水法》\n第七条",
    "层级和部门": "省级",
    "备注": "",
}
CASE = {"id": "a", "catalogue": "省目录", "org": "省水利厅", "row": ROW}
GUIDE = {
    "事项名称": "取水许可", "行政层级": "☑省级 □市级", "法定办结时限": 20,
    "申请材料": [{"材料名称": "申请书", "设定依据": "《水法》", "页数": "3"}, "身份证"],
    "办理环节": [{"环节": "受理"}], "事项类型_法人": ["资质认证"], "备注": "委托",
}  # fmt: skip


def read(*cases: Any, name: str = "省水利厅.jsonl") -> SubmissionReading:
    """What these lines are read as; a text is a line as it stands."""
    lines = [case if isinstance(case, str) else json.dumps(case, ensure_ascii=False) for case in cases]
    return read_submission(Path(name), "\r\n".join(lines).encode())


def test_a_row_has_its_line_and_key_as_its_place():
    """Kind and unit come from the case, texts stay exact, and the form's columns count as there."""
    reading = read(CASE)
    assert (reading.kind, reading.unit_text, reading.problems) == ("省目录", "省水利厅", ())
    assert reading.catalogue is not None
    (only,) = reading.catalogue.rows
    assert (only.place.file, only.place.sheet, only.place.cell) == ("省水利厅.jsonl", "第1行", "row")
    assert (only.row.item_name, only.row.legal_basis, only.row.remarks) == ("取水许可", "《水法》\n第七条", "")
    assert (only.row.org, only.row.catalogue, only.row.seq) == ("省水利厅", "省目录", None)
    assert (only.cells["legal_basis"], "seq" in only.cells) == ("row.设定依据", False)
    assert reading.catalogue.headers == (("序号", "事项", "子项", "事项类型", "设定依据", "层级和部门", "备注"),)


def test_a_row_has_what_it_lacks_from_its_parent():
    """A blank cell is its merged main item's, and its place too."""
    parent = {"事项": "取水许可", "事项类型": "行政许可", "备注": "不传给子项"}
    reading = read({"catalogue": "部门目录", "parent": parent, "row": {"子项": "地下水", "事项类型": ""}})
    assert reading.catalogue is not None
    (only,) = reading.catalogue.rows
    assert (only.row.item_name, only.row.item_type, only.row.remarks) == ("取水许可", "行政许可", None)
    assert (only.cells["item_type"], only.cells["sub_item_name"]) == ("parent.事项类型", "row.子项")
    assert "实施机构" in reading.catalogue.headers[0]


def test_rows_and_guides_of_several_lines_come_in_order():
    """Each of ``rows`` has its own unit; units and kinds that differ are asked for."""
    reading = read({"rows": [ROW | {"org": "省水利厅"}, ROW | {"org": "省农委", "catalogue": "部门目录"}]}, "", CASE)
    assert reading.catalogue is not None
    places = [(each.place.sheet, each.place.cell, each.row.org) for each in reading.catalogue.rows]
    assert places == [("第1行", "rows[0]", "省水利厅"), ("第1行", "rows[1]", "省农委"), ("第3行", "row", "省水利厅")]
    assert (reading.kind, reading.unit_text) == (None, None)


def test_a_guide_keeps_its_elements_materials_and_their_paths():
    """Elements are named as the rule book names them; guides alone are a submission of guides."""
    reading = read({"org": "省水利厅", "guide": GUIDE})
    assert (reading.kind, reading.unit_text, reading.catalogue) == ("办事指南", "省水利厅", None)
    (only,) = reading.guides
    assert only.guide.elements == {"事项名称": "取水许可", "行使层级": "☑省级 □市级", "法定办结时限": "20"}
    assert only.guide.materials is not None
    assert [(each.values, each.extra) for each in only.guide.materials] == [
        ({"材料名称": "申请书", "设定依据": "《水法》"}, {"页数": "3"}), ({"材料名称": "身份证"}, {}),
    ]  # fmt: skip
    assert (only.guide.steps, only.guide.topics_legal, only.guide.topics_natural) == (
        ({"环节": "受理"},),
        ("资质认证",),
        None,
    )
    assert (only.guide.remarks, only.guide.org) == ("委托", "省水利厅")
    assert only.cells["行使层级"] == "guide.行政层级"
    assert only.cells["申请材料[1].材料名称"] == "guide.申请材料[1].材料名称"
    assert only.order == ("事项名称", "行政层级", "法定办结时限", "申请材料")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "不是完整的 JSON"),
        ("[" * 100_000, "不是完整的 JSON"),
        ("[1]", "每一行应为一个 JSON 对象"),
        ('{"row": 1}', "“row”应为对象"),
        ('{"row": {"事项": ["甲"]}}', "“row.事项”应为文字"),
        ('{"rows": {}}', "“rows”应为列表"),
        ('{"rows": [{}, null]}', "“rows[1]”应为对象"),
        ('{"guide": {"申请材料": [1]}}', "“guide.申请材料[0]”应为对象"),
        ('{"row": {}, "guide": {"常见问题": {}}}', "“guide.常见问题”应为文字"),
        ('{"row": {"事项": NaN}}', "不是完整的 JSON"),
        ('{"row": {"事项": "\\ud800"}}', "含有不成对的代理字符，无法保存"),
        ('{"row": {}, "parent": 1}', "“parent”应为对象"),
        ('{"id": "b"}', "没有 row、rows、guide 或 guides"),
    ],
)
def test_a_faulty_line_is_told_and_the_others_are_read(line: str, why: str):
    """The message names file, line and what is wrong; nothing of the line is taken."""
    reading = read(CASE, line, CASE)
    assert reading.catalogue is not None
    assert [each.place.sheet for each in reading.catalogue.rows] == ["第1行", "第3行"]
    assert reading.guides == ()
    assert [(problem.message, problem.sheet) for problem in reading.problems] == [
        (f"省水利厅.jsonl 第2行：{why}，这一行已略过，请改正后重新报送。", "第2行")
    ]


def test_every_value_is_accounted_for():
    """Values are counted by key over runs of lines; what is neither catalogue nor guide is told as ignored."""
    reading = read(CASE | {"meta": {"stage": "S2"}}, CASE, {"guide": {"事项名称": "甲", "其他": "乙"}})
    told = [(use.cells, use.count, use.use, use.name or use.reason) for use in reading.report]
    assert told == [
        ("第1-2行", 2, "field", "id"), ("第1-2行", 2, "field", "catalogue"), ("第1-2行", 2, "field", "org"),
        ("第1-2行", 2, "field", "事项"), ("第1-2行", 2, "field", "事项类型"), ("第1-2行", 2, "field", "设定依据"),
        ("第1-2行", 2, "field", "层级和部门"), ("第1行", 1, "ignored", "“meta”不是目录或指南的内容"),
        ("第3行", 1, "field", "事项名称"), ("第3行", 1, "ignored", "“其他”不是目录或指南的内容"),
    ]  # fmt: skip


def test_nothing_that_can_be_read_is_fatal():
    """A file of faulty lines is refused as a whole, with each line's reason."""
    problems = read("{", name="a.json").problems
    assert [problem.fatal for problem in problems] == [True, False]
    assert problems[0].message == "无法读取文件“a.json”：没有一行是可读的事项或指南。请按手册的词汇逐行填写后再报送。"


def test_other_encodings_and_large_files_are_told(monkeypatch: pytest.MonkeyPatch):
    """A line in another encoding is a faulty line; a file beyond the limit is refused."""
    content = json.dumps(CASE).encode() + b"\n" + json.dumps(CASE, ensure_ascii=False).encode("gb18030")
    reading = read_submission(Path("a.jsonl"), b"\xef\xbb\xbf" + content)
    assert [problem.message for problem in reading.problems] == [
        "a.jsonl 第2行：不是 UTF-8 编码的文字，这一行已略过，请改正后重新报送。"
    ]
    monkeypatch.setenv("WORKBENCH_READ_FILE_MB", "0.0001")
    with pytest.raises(UnreadableWorkbook, match="超过上限"):
        read_submission(Path("a.jsonl"), content)
