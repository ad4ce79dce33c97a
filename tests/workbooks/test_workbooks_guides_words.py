"""Guides in tables of Word documents."""

from collections.abc import Sequence
from pathlib import Path

import docx

from workbench.records import ELEMENTS
from workbench.workbooks.guarded import parse
from workbench.workbooks.guides import GuidesReading, read_guides

NAMES = [element.name for element in ELEMENTS]
Lines = Sequence[Sequence[str]]


def documented(folder: Path, *parts: str | Lines) -> GuidesReading:
    """Reads a document of paragraphs (a text) and tables (rows)."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), max(map(len, part)))
        for row, texts in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
    document.save(str(folder / "指南.docx"))
    return read_guides("指南.docx", parse((folder / "指南.docx").read_bytes()))


def plain(names: Sequence[str] = NAMES) -> list[list[str]]:
    """Rows of number, label and content."""
    return [[str(NAMES.index(name) + 1), name, f"内容{NAMES.index(name) + 1}"] for name in names]


def test_a_table_for_each_guide(tmp_path: Path):
    """Each table is a guide; the sheet of its place is the table's name, the unit stands in the text before it."""
    reading = documented(tmp_path, "政务服务事项办事指南", "填报单位：省林业厅", plain(), "又一件", plain())
    assert [(read.place.sheet, read.place.cell) for read in reading.guides] == [("表1", "C1"), ("表2", "C1")]
    assert [read.guide.org for read in reading.guides] == ["省林业厅", "内容14"]
    assert reading.guides[0].guide.elements == {name: f"内容{at}" for at, name in enumerate(NAMES, start=1)}
    assert reading.read == ("表1", "表2")


def test_a_form_over_two_tables_is_one_guide(tmp_path: Path):
    """The form's second page is often a table of its own; its places name that table."""
    reading = documented(tmp_path, plain(NAMES[:13]), "政务服务事项办事指南", plain(NAMES[13:]))
    [read] = reading.guides
    assert read.order == tuple(NAMES)
    assert (read.cells["行使内容"], read.cells["实施机构"]) == ("C13", "表2!C1")
    assert reading.read == ("表1", "表2")


def test_small_tables_around_a_table_of_materials_are_one_guide(tmp_path: Path):
    """Basic elements, materials and the rest in three tables."""
    materials = [["序号", "材料名称", "设定依据"], ["1", "申请表", "《甲法》"], ["2", "身份证", ""]]
    rest = [name for name in NAMES[6:] if name != "申请材料"]
    reading = documented(tmp_path, plain(NAMES[:3]), plain(NAMES[3:6] + rest), materials)
    [read] = reading.guides
    assert set(read.order) == set(NAMES) - {"申请材料"}
    assert [dict(each.values) for each in read.guide.materials or ()] == [
        {"序号": "1", "材料名称": "申请表", "设定依据": "《甲法》"},
        {"序号": "2", "材料名称": "身份证", "设定依据": ""},
    ]
    assert read.cells["申请材料[1].材料名称"] == "表3!B3"
    assert reading.read == ("表1", "表2", "表3")
    assert sum(use.count for use in reading.uses) == 3 * 35 + 8


def test_other_tables_of_a_document_are_left_alone(tmp_path: Path):
    """A table that is no part of a guide is neither read nor accounted for."""
    reading = documented(
        tmp_path, [["单位", "联系人"], ["省林业厅", "张三"]], plain(), [["版本", "日期"], ["1", "2017"]]
    )
    assert reading.read == ("表2",)
    assert len(reading.guides) == 1
