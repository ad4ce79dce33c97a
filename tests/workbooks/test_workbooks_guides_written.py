"""Guides that are written come back equal, in every layout and format, with their places and every cell accounted for."""

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.records import ELEMENTS, MATERIAL_FIELDS, STEP_FIELDS, Guide, Material
from workbench.records.topics import LEGAL_TOPICS, NATURAL_TOPICS
from workbench.workbooks.guarded import Grid, parse
from workbench.workbooks.guide_writing import GuideLayout, boxes, topic_lists, write_guide_document, write_guides
from workbench.workbooks.guides import GuidesReading, labels, lists, read_guides

NAMES = [element.name for element in ELEMENTS]
FREE = [name for name in NAMES if name not in {"事项类型", "申请材料", "服务对象"}]
FORMATS = [*GuideLayout, "docx"]
_CHARACTERS = st.sampled_from("取水许可证核发第一条《》（）〔2017〕号。，：；、 \n=+-@#1234567890ABCabc￥√□")
TEXTS = st.text(_CHARACTERS, min_size=1, max_size=30).filter(lambda text: text == text.strip() and text)
WORDS = TEXTS.filter(lambda text: not lists.says_none(text) and not re.fullmatch(r"[\s\d.。·()（）、]*", text))


def _no_label(text: str) -> bool:
    """Whether a text cannot be taken for a label, a heading, a number by itself, a title or a note."""
    meant = (
        labels.element,
        labels.sub_field,
        labels.step_field,
        labels.inline,
        labels.is_remarks,
        labels.topic_list,
        labels.is_number,
    )
    return not any(each(text) for each in meant) and not labels.is_heading(text)


@st.composite
def materials(draw: st.DrawFn) -> tuple[Material, ...]:
    """Up to four materials with the form's sub-fields, further ones and an extra one."""
    further = draw(st.lists(st.sampled_from([*MATERIAL_FIELDS][4:]), unique=True, max_size=3))
    names = [name for name in MATERIAL_FIELDS if name in {"事项名称", "序号", "材料名称", "设定依据", *further}]
    extra = draw(st.sampled_from([(), ("出具单位",)]))
    found = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        values = {name: draw(st.one_of(st.just(""), WORDS.filter(_no_label))) for name in names}
        values |= {"序号": str(number), "材料名称": draw(WORDS.filter(_no_label))}
        found.append(Material(values, {name: draw(WORDS.filter(_no_label)) for name in extra}))
    return tuple(found)


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    """A guide with all elements, whichever of them blank, chosen topics, materials or none."""
    elements = {name: draw(st.one_of(st.just(""), TEXTS.filter(_no_label))) for name in FREE}
    elements["事项名称"] = draw(WORDS.filter(_no_label))
    natural = draw(st.lists(st.sampled_from(NATURAL_TOPICS), unique=True, max_size=2))
    legal = draw(st.lists(st.sampled_from(LEGAL_TOPICS), unique=True, max_size=2))
    elements["事项类型"] = topic_lists(natural, legal)
    elements["服务对象"] = boxes(["自然人", "法人"], draw(st.sets(st.sampled_from(["自然人", "法人"]))))
    listed = draw(st.one_of(st.just(()), materials()))
    if not listed:
        elements["申请材料"] = draw(st.sampled_from(["无", ""]))
    printed = {"社会保障": "社会保障（社会保险、社会救助）", "其他": "其他（含个体工商户，按照人类生命周期排序）"}
    return Guide(
        elements={name: elements[name] for name in NAMES if name in elements},
        materials=listed,
        topics_natural=tuple(printed.get(name, name) for name in NATURAL_TOPICS if name in natural),
        topics_legal=tuple(
            "其他（按照法人生命周期排序）" if name == "其他" else name for name in LEGAL_TOPICS if name in legal
        ),
        org="省水利厅",
    )


def written(folder: Path, found: Sequence[Guide], how: str) -> tuple[list[Grid], GuidesReading]:
    """The grids of the file that guides are written to, and what is read of it."""
    path = folder / ("指南.docx" if how == "docx" else "指南.xlsx")
    printed = (
        write_guide_document(path, found, "省水利厅")
        if how == "docx"
        else write_guides(path, found, GuideLayout(how), "省水利厅")
    )
    grids = parse(path.read_bytes())
    reading = read_guides(path.name, grids)
    for read, told in zip(reading.guides, printed, strict=True):
        assert read.place.sheet == told.sheet
        assert {name: read.cells.get(name) for name in told.cells} | {"申请材料": ""} == told.cells | {"申请材料": ""}
    return grids, reading


def without_blanks(guide: Guide) -> list[tuple[dict[str, str], dict[str, str]]]:
    """The materials' texts: a sub-field that has a column but no text is as one without a column."""
    return [
        (
            {name: text for name, text in each.values.items() if text},
            {name: text for name, text in each.extra.items() if text},
        )
        for each in guide.materials or ()
    ]


def at(grids: Sequence[Grid], sheet: str, cell: str) -> str:
    """The text in a cell."""
    column, row = openpyxl.utils.cell.coordinate_from_string(cell)
    grid = next(grid for grid in grids if grid.name == sheet)
    return grid.text(row - 1, openpyxl.utils.column_index_from_string(column) - 1)


def cells_of(uses_cells: str) -> list[tuple[int, int]]:
    """Row and column, from 1, of all cells of ranges such as ``A1:A3,B2``."""
    found = []
    for area in uses_cells.split(","):
        left, top, right, bottom = openpyxl.utils.range_boundaries(area)
        found += [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
    return found


@pytest.mark.parametrize("how", FORMATS)
@settings(max_examples=15, deadline=None)
@given(found=st.lists(guides(), min_size=1, max_size=3, unique_by=lambda guide: guide.name))
def test_guides_come_back_as_they_were_written(how: str, found: list[Guide]):
    """Elements, topics and materials are equal, and each place holds the text that was read from it."""
    with TemporaryDirectory() as folder:
        grids, reading = written(Path(folder), found, how)
    assert len(reading.guides) == len(found)
    for read, guide in zip(reading.guides, found, strict=True):
        assert read.guide.elements == guide.elements
        assert without_blanks(read.guide) == without_blanks(guide)
        assert (read.guide.topics_natural, read.guide.topics_legal) == (guide.topics_natural, guide.topics_legal)
        assert read.guide.org == "省水利厅"
        assert [at(grids, read.place.sheet, read.cells[name]) for name in FREE] == [
            guide.elements[name] for name in FREE
        ]
        for number, material in enumerate(guide.materials or ()):
            cell = read.cells[f"申请材料[{number}].材料名称"]
            assert at(grids, read.place.sheet, cell) == material.values["材料名称"]


@pytest.mark.parametrize("how", FORMATS)
@settings(max_examples=6, deadline=None)
@given(found=st.lists(guides(), min_size=1, max_size=2, unique_by=lambda guide: guide.name))
def test_every_cell_is_accounted_for_once(how: str, found: list[Guide]):
    """The ranges of the report hold every cell that is not empty, each in one of them only."""
    with TemporaryDirectory() as folder:
        grids, reading = written(Path(folder), found, how)
    for grid in grids:
        told = [cell for use in reading.uses if use.sheet == grid.name for cell in cells_of(use.cells)]
        filled = [
            (row, column)
            for row, texts in enumerate(grid.rows, start=1)
            for column, text in enumerate(texts, start=1)
            if text
        ]
        assert sorted(cell for cell in told if cell in set(filled)) == filled
        assert sum(use.count for use in reading.uses if use.sheet == grid.name) == len(filled)


def example(**changes: str) -> Guide:
    """A guide with every element filled."""
    elements = {name: f"{name}的内容" for name in NAMES if name != "申请材料"}
    return Guide(elements=elements | changes, materials=(Material({"材料名称": "申请表"}),))


@pytest.mark.parametrize("how", [GuideLayout.SHEETS, GuideLayout.STACKED, "docx"])
def test_steps_and_remarks_are_printed_on_forms(tmp_path: Path, how: str):
    """The steps of 办理流程 below its text, the remarks below the elements."""
    steps = tuple({field: f"{field}{number}" for field in STEP_FIELDS} for number in (1, 2))
    guide = Guide(elements=example().elements, materials=(), steps=steps, remarks="委托下放")
    read = written(tmp_path, [guide], how)[1].guides[0].guide
    assert (read.steps, read.remarks, read.text("办理流程")) == (steps, "委托下放", "办理流程的内容")


@pytest.mark.parametrize("how", FORMATS)
def test_an_unknown_element_is_not_printed(tmp_path: Path, how: str):
    """A form without a label stays without it."""
    elements = {name: text for name, text in example().elements.items() if name != "常见问题"}
    read = written(tmp_path, [Guide(elements=elements)], how)[1].guides[0]
    assert [name for name in NAMES if name not in read.guide.elements] == ["申请材料", "常见问题"]


@pytest.mark.parametrize("how", FORMATS)
def test_the_same_guides_give_the_same_bytes(tmp_path: Path, how: str):
    """Files can be compared by their hash."""
    contents = []
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        written(tmp_path / name, [example()], how)
        contents.append(next((tmp_path / name).iterdir()).read_bytes())
    assert contents[0] == contents[1]


def test_text_is_written_as_text(tmp_path: Path):
    """What looks like a formula, a link or a number stays text."""
    guide = example(收费标准="=1+1", 咨询电话="02486908625", 结果样本="http://example.com/样本.pdf")
    written(tmp_path, [guide], GuideLayout.SHEETS)
    sheet = openpyxl.load_workbook(tmp_path / "指南.xlsx").active
    kinds = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row if cell.value}
    assert [kinds[guide.elements[name]] for name in ("收费标准", "咨询电话", "结果样本")] == ["s", "s", "s"]


def test_a_form_is_ready_to_print(tmp_path: Path):
    """A4, one page wide; upright where the table of materials has the form's columns, across where it has more."""
    wide = Guide(elements=example().elements, materials=(Material(dict.fromkeys(MATERIAL_FIELDS, "甲")),))
    written(tmp_path, [example(), wide], GuideLayout.SHEETS)
    first, second = openpyxl.load_workbook(tmp_path / "指南.xlsx").worksheets
    assert [(page.page_setup.paperSize, page.page_setup.orientation) for page in (first, second)] == [
        (9, "portrait"),
        (9, "landscape"),
    ]
    assert (first.sheet_properties.pageSetUpPr.fitToPage, first.page_setup.fitToHeight) == (True, 0)
    assert [each.title for each in (first, second)] == ["1.事项名称的内容", "2.事项名称的内容"]
