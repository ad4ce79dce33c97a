"""Check boxes and option buttons that are drawn over cells are read as the marks that they show."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from workbench.workbooks import read_submission
from workbench.workbooks.guarded import Grid, parse

_QUIRKS = Path(__file__).parent / "quirks"
_WRITE = runpy.run_path(str(_QUIRKS / "write.py"))
cell, one_row, package, workbook = (_WRITE[name] for name in ("cell", "one_row", "package", "workbook"))
Drawn: Any = runpy.run_path(str(_QUIRKS / "controls.py"))["Drawn"]
UNREAD = "有控件（复选框、单选按钮等）的勾选状态无法读取，请核对"


def sheet(drawn: Any, data: str) -> Grid:
    """The first sheet of a workbook with these controls."""
    inside, parts = drawn.written(data)
    return parse(package(workbook({"S": inside}) | parts))[0]


@pytest.mark.parametrize(("modern", "old"), [(True, True), (False, True)])
def test_controls_with_texts_are_read_into_their_cell(*, modern: bool, old: bool) -> None:
    """Their marks and texts stand in the cell that they are drawn over, left to right, and the report says so."""
    drawn = Drawn(modern=modern, old=old)
    drawn.add(0, 1, "生育收养", chosen=True)
    drawn.add(0, 1, "户籍办理")
    drawn.add(0, 1, "民族宗教 ", chosen=True, kind="Radio")
    found = sheet(drawn, one_row(cell("A1", "事项类型"), cell("B1", "面向自然人：")))
    assert list(found.rows) == [["事项类型", "面向自然人： ☑生育收养 □户籍办理 ☑民族宗教"]]
    assert found.notes == ("有 3 个复选框或单选按钮控件，已按勾选状态读入其所在的单元格（B1）",)


def test_controls_without_texts_stand_before_the_options_of_the_cell() -> None:
    """As many boxes as options are set before each; a single one before the text."""
    drawn = Drawn(old=False)
    drawn.add(0, 0)
    drawn.add(0, 0, chosen=True)
    drawn.add(0, 1, chosen=True)
    drawn.add(2, 3, chosen=True)
    found = sheet(drawn, one_row(cell("A1", "是  否"), cell("B1", "网上办理")))
    assert list(found.rows) == [["□是 ☑否", "☑网上办理"], [], ["", "", "", "☑"]]
    assert found.notes == ("有 4 个复选框或单选按钮控件，已按勾选状态读入其所在的单元格（A1 等 3 个单元格）",)


def test_a_control_over_a_merged_cell_is_read_into_its_first_cell() -> None:
    """What is drawn in the middle of a merged cell does not get lost under it."""
    drawn = Drawn()
    drawn.add(1, 2, "是", chosen=True)
    data = one_row(cell("A1", "是否收费")) + '<mergeCells><mergeCell ref="B1:C2"/></mergeCells>'
    assert list(sheet(drawn, data).rows) == [["是否收费", "☑是"]]


def test_a_linked_cell_keeps_telling_the_state() -> None:
    """A control without text and with a linked cell adds nothing; one with text takes the place of TRUE below it."""
    drawn = Drawn()
    drawn.add(0, 0, chosen=True, link="$C$1")
    drawn.add(0, 1, "是", chosen=True, link="$B$1")
    true = '<c r="{}" t="b"><v>1</v></c>'
    found = sheet(drawn, one_row(cell("A1", "甲"), true.format("B1"), true.format("C1")))
    assert list(found.rows) == [["甲", "☑是", "TRUE"]]


def test_controls_that_cannot_be_read_are_told() -> None:
    """A drop-down without linked cell, or a control whose part is missing, is named in the report."""
    drawn = Drawn(old=False)
    drawn.add(0, 0, kind="Drop")
    assert sheet(drawn, one_row(cell("A1", "甲"))).notes == (UNREAD,)
    drawn = Drawn(old=False)
    drawn.add(0, 0, chosen=True)
    drawn.parts.clear()
    assert sheet(drawn, one_row(cell("A1", "甲"))).notes == (UNREAD,)


@pytest.mark.parametrize(("row", "column"), [(1_048_575, 0), (0, 16_383)])
def test_controls_far_from_the_table_are_only_told(row: int, column: int) -> None:
    """A control in the last row, or in the last column of a long sheet, does not make the sheet reach there."""
    drawn = Drawn(old=False)
    drawn.add(row, column, chosen=True)
    rows = "".join(f'<row r="{at}">{cell(f"A{at}", "甲")}</row>' for at in range(1, 301))
    found = sheet(drawn, f"<sheetData>{rows}</sheetData>")
    assert (found.width(), len(found.rows), found.notes) == (1, 300, (UNREAD,))


def test_a_guide_filled_in_by_controls_tells_its_topics() -> None:
    """The topics of a printed form that are ticked by form controls are read, and every cell is accounted for."""
    labels = ["事项名称", "事项类型", "服务对象", "受理条件", "办理流程", "办理地点", "办理时间", "咨询电话"]
    texts = ["甲许可", "面向法人：", "法人", "无", "受理", "沈阳", "周一", "024-1"]
    rows = "".join(
        f'<row r="{at}">{cell(f"A{at}", label)}{cell(f"B{at}", text)}</row>'
        for at, (label, text) in enumerate(zip(labels, texts, strict=True), 1)
    )
    drawn = Drawn()
    drawn.add(1, 1, "设立变更", chosen=True)
    drawn.add(1, 1, "准营准办")
    inside, parts = drawn.written(f"<sheetData>{rows}</sheetData>")
    reading = read_submission(Path("水利厅.xlsx"), package(workbook({"S": inside}) | parts))
    [read] = reading.guides
    assert read.guide.topics_legal == ("设立变更",)
    assert read.guide.text("事项类型") == "面向法人： ☑设立变更 □准营准办"
    assert sum(use.count for use in reading.report) == 16
    assert any("2 个复选框" in problem.message for problem in reading.problems)


def test_controls_of_other_formats_are_told() -> None:
    """An OpenDocument sheet with a check box says that its state was not read."""
    names = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text", "form")}
    declared = " ".join(f'xmlns:{name}="{place}"' for name, place in names.items())
    content = (
        f'<office:document-content {declared}><office:body><office:spreadsheet><table:table table:name="S"><office:forms>'
        '<form:form><form:checkbox form:label="是" form:current-state="checked"/></form:form></office:forms>'
        "<table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    [grid] = parse(package({"mimetype": kind, "content.xml": content}))
    assert (list(grid.rows), grid.notes) == ([["甲"]], (UNREAD,))
