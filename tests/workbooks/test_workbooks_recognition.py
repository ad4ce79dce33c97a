"""Kind, unit, round and date: from title, caption, file name, sheet name and form, and never guessed."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from workbench.workbooks import SubmissionReading, read_submission

HEADER = ["序号", "事项", "子项", "事项类型", "设定依据", "层级和部门", "备注"]
ITEM = ["1", "取水许可", "", "行政许可", "依据", "省级", ""]


def read(
    folder: Path,
    above: Sequence[str],
    file: str = "目录",
    sheets: Sequence[str] = ("Sheet",),
    header: Sequence[str] = HEADER,
) -> SubmissionReading:
    """A catalogue with these rows above its header, the same on each sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in sheets:
        page = book.create_sheet(name)
        for row in (*([text] for text in above), header, ITEM):
            page.append(row)
    book.save(folder / f"{file}.xlsx")
    return read_submission(folder / f"{file}.xlsx")


def doubts(reading: SubmissionReading) -> list[str]:
    """What a person is asked, without the file's name."""
    return [problem.message.split("：", 1)[1] for problem in reading.problems if "工作表" not in problem.message]


@pytest.mark.parametrize(
    ("above", "file", "sheet", "kind"),
    [
        (["附件1", "辽宁省水利厅部门政务服务事项目录"], "目录", "Sheet", "部门目录"),
        (["政务服务事项目录"], "沈阳市（市设目录）", "Sheet", "市设目录"),
        (["政务服务事项目录"], "目录", "省级目录", "省目录"),
        (["政务服务事项目录"], "目录", "Sheet", None),
        (["省水利厅政务服务事项目录"], "目录", "Sheet", "省目录"),
        (["沈阳市水务局政务服务事项目录"], "目录", "Sheet", None),
        (["省目录、部门目录"], "部门目录", "Sheet", "部门目录"),
    ],
)
def test_the_kind_by_title_file_sheet_or_form(
    tmp_path: Path, above: list[str], file: str, sheet: str, kind: str | None
):
    """The title and the file name tell, else the sheet's name, else the form; else it is asked for."""
    assert read(tmp_path, above, file, (sheet,)).kind == kind


def test_a_title_and_a_file_name_that_disagree_are_asked_for(tmp_path: Path):
    """Nobody chooses between two kinds in silence; two kinds in one workbook are to be sent apart."""
    reading = read(tmp_path, ["省政务服务事项目录"], "省水利厅-部门目录")
    assert reading.kind is None
    assert doubts(reading) == [
        "标题、文件名写明的目录种类不一致（省目录、部门目录），请指明是哪一种；含几种目录的，请拆成几个工作簿报送。"
    ]
    assert read(tmp_path, ["目录"], sheets=("省目录", "部门目录")).kind is None


@pytest.mark.parametrize(
    ("above", "file", "unit"),
    [
        (["部门目录", "填报单位（盖章）：省公安厅　填报时间：2017年6月"], "省水利厅", "省公安厅"),
        (["辽宁省水利厅部门政务服务事项目录"], "目录", "辽宁省水利厅"),
        (["沈阳市市设政务服务事项目录"], "目录", "沈阳市"),
        (["省人力资源社会保障厅省政务服务事项目录"], "目录", "省人力资源社会保障厅"),
        (["辽宁省政务服务事项目录"], "目录", None),
        (["XX部门政务服务事项目录"], "目录", None),
        (["目录"], "省发展改革委-省目录（第二次报送）20170610", "省发展改革委"),
        (["目录"], "1.鞍山市市设目录", "鞍山市"),
        (["目录"], "省水利厅、省林业厅", None),
    ],
)
def test_the_unit_by_caption_title_or_file_name(tmp_path: Path, above: list[str], file: str, unit: str | None):
    """The caption's label is stronger than the title, and the title than the file's name."""
    assert read(tmp_path, above, file).unit_text == unit


def test_units_that_differ_from_sheet_to_sheet_are_asked_for(tmp_path: Path):
    """One unit in short and in full is one; two units are told and none of them is taken."""
    book = openpyxl.Workbook()
    for number, unit in enumerate(("省水利厅", "辽宁省水利厅", "省林业厅")):
        page = book.active if number == 0 else book.create_sheet()
        for row in ([f"填报单位：{unit}"], HEADER, ITEM):
            page.append(row)
        if number == 1:
            book.save(tmp_path / "甲.xlsx")
    book.save(tmp_path / "乙.xlsx")
    assert read_submission(tmp_path / "甲.xlsx").unit_text == "省水利厅"
    reading = read_submission(tmp_path / "乙.xlsx")
    assert reading.unit_text is None
    assert doubts(reading) == ["写明的报送单位不止一个（省水利厅、省林业厅），请指明是哪一个单位报送的。"]


@pytest.mark.parametrize(
    ("above", "file", "told"),
    [
        ("省目录（第二轮）", "目录", "第二轮"),
        ("省目录", "省水利厅第2次报送", "第2次报送"),
        ("省目录（修改稿）", "目录", "修改稿"),
        ("省目录", "省水利厅-复核稿", "复核稿"),
        ("省目录", "省水利厅_v2", "v2"),
        ("省目录第二稿", "省水利厅（第2轮）", "第二稿"),
        ("第二次全国农业普查数据查询目录", "省统计局", None),
        ("省目录", "省水利厅", None),
    ],
)
def test_the_round_by_number_or_word(tmp_path: Path, above: str, file: str, told: str | None):
    """Numbers and words for a round are found in title and file name."""
    assert read(tmp_path, [above], file).round_text == told


def test_rounds_that_disagree_are_asked_for(tmp_path: Path):
    """Two numbers are told, and none of them is taken."""
    reading = read(tmp_path, ["省目录（第二轮）"], "省水利厅v3")
    assert reading.round_text is None
    assert doubts(reading) == ["写明的报送轮次不一致（第二轮、v3），请核对是第几轮。"]


@pytest.mark.parametrize(
    ("above", "file", "told"),
    [
        (["填报时间：2017 年 6 月 10 日"], "目录", "2017年6月10日"),
        (["报送日期：2017-06-10"], "目录", "2017-06-10"),
        (["2017.6.10"], "目录", "2017.6.10"),
        (["二〇一七年六月十日"], "省水利厅20170610", "二〇一七年六月十日"),
        (["二○一七年十二月二十一日"], "目录", "二○一七年十二月二十一日"),
        (["省目录"], "省水利厅20170610", "20170610"),
        (["填报时间：2017年6月"], "目录", "2017年6月"),
        (["2017年6月10日修订", "填报时间：2017年7月1日"], "目录", "2017年7月1日"),
        (["2017年6月10日"], "省水利厅20170611", None),
        (["省目录"], "电话024-86892345", None),
    ],
)
def test_the_date_in_every_usual_way(tmp_path: Path, above: list[str], file: str, told: str | None):
    """The labelled date is taken, else the only one; one date in two ways is one."""
    assert read(tmp_path, above, file).date_text == told


def test_the_title_is_the_row_that_names_the_table(tmp_path: Path):
    """Neither 附件 nor the caption is a title."""
    assert read(tmp_path, ["附件1", "填报单位：省水利厅（目录）", "省水利厅省目录"]).title == "省水利厅省目录"
    assert read(tmp_path, ["附表：", "某某表"]).title == "某某表"


GUIDE = {
    "序号": "1", "事项名称": "取水许可", "事项类型": "☑资质认证", "设定依据": "《水法》", "受理条件": "有取水口", "申请材料": "无",
    "实施机构": "省水利厅", "办理地点": "沈阳市和平区", "办理时间": "8:30-17:00", "咨询电话": "024-12345678", "监督电话": "024-87654321",
}  # fmt: skip


def guides(folder: Path, above: Sequence[str], *, catalogue: bool = False) -> SubmissionReading:
    """A workbook with a table of guides, and before it a sheet with a catalogue where wanted."""
    book = openpyxl.Workbook()
    if catalogue:
        for row in (["省水利厅省目录"], HEADER, ITEM):
            book.active.append(row)
    page = book.create_sheet("指南") if catalogue else book.active
    for row in (*([text] for text in above), list(GUIDE), list(GUIDE.values())):
        page.append(row)
    book.save(folder / "报送.xlsx")
    return read_submission(folder / "报送.xlsx")


def test_guides_alone_are_a_submission_of_guides(tmp_path: Path):
    """Title and caption stand above the first element; without a caption the implementing body tells the unit."""
    reading = guides(tmp_path, ["政务服务事项办事指南（第二轮）", "填报单位：省公安厅　填报时间：2017年10月9日"])
    assert (reading.kind, reading.unit_text, reading.title) == (
        "办事指南",
        "省公安厅",
        "政务服务事项办事指南（第二轮）",
    )
    assert (reading.round_text, reading.date_text, reading.catalogue) == ("第二轮", "2017年10月9日", None)
    assert [read.guide.text("事项名称") for read in reading.guides] == ["取水许可"]
    assert guides(tmp_path, []).unit_text == "省水利厅"


def test_a_catalogue_and_its_guides_may_come_in_one_workbook(tmp_path: Path):
    """The catalogue tells the kind; both are read, and every cell of both sheets is accounted for."""
    reading = guides(tmp_path, [], catalogue=True)
    assert (reading.kind, reading.unit_text, reading.sheets) == ("省目录", "省水利厅", ("Sheet", "指南"))
    assert reading.catalogue is not None
    assert [read.row.item_name for read in reading.catalogue.rows] == ["取水许可"]
    assert [(read.place.sheet, read.guide.text("受理条件")) for read in reading.guides] == [("指南", "有取水口")]
    counts = {name: sum(use.count for use in reading.report if use.sheet == name) for name in reading.sheets}
    assert counts == {"Sheet": 1 + 7 + 5, "指南": 2 * len(GUIDE)}
    assert reading.problems == ()
