"""Nothing of a submission is changed in its returns workbook: compared cell by cell in every layout."""

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image as Picture

from workbench.records import ELEMENTS, Guide, Material
from workbench.workbooks import (
    ReturnedPart,
    ReturnedRow,
    ReturnsContent,
    read_submission,
    write_returns,
)
from workbench.workbooks.guide_writing import GuideLayout, write_guides

CATALOGUE = "catalogue"
LAYOUTS = (CATALOGUE, *(str(layout) for layout in GuideLayout))
STYLE = ("font", "fill", "border", "alignment", "number_format", "protection")


@pytest.fixture(params=LAYOUTS)
def sent(request: pytest.FixtureRequest, submitted: Path, tmp_path: Path) -> Path:
    """A submission in each layout, with all that a unit may add to a workbook."""
    path = submitted
    if request.param != CATALOGUE:
        path = tmp_path / "指南.xlsx"
        elements = {element.name: f"{element.name}的内容" for element in ELEMENTS}
        guides = [
            Guide(elements | {"事项名称": name}, materials=(Material({"材料名称": "申请书"}),))
            for name in ("甲许可", "乙许可")
        ]
        write_guides(path, guides, GuideLayout(request.param), unit="省水利厅")
    book = openpyxl.load_workbook(path)
    for page in book.worksheets:
        decorate(page)
    book.defined_names["单位"] = DefinedName("单位", attr_text=f"'{book.worksheets[0].title}'!$A$1")
    extra = book.create_sheet("附件")
    extra["A1"], extra["A2"], extra["A3"] = 12.5, "=A1*2", "附件内容"
    extra.sheet_state = "hidden"
    book.save(path)
    return path


def decorate(page: Worksheet) -> None:
    """A drop-down, a note, a picture, a rule of colours, a hidden column, breaks, print titles, header and footer."""
    own = DataValidation(type="list", formula1='"是,否"', showErrorMessage=True)
    own.add("C6:C8")
    page.add_data_validation(own)
    page["C4"].comment = Comment("单位自己的批注", "张三")
    page["C5"].font, page["C5"].fill = (
        Font(name="楷体", size=14, color="FF0000"),
        PatternFill("solid", fgColor="00FF00"),
    )
    picture = io.BytesIO()
    Picture.new("RGB", (8, 8), "red").save(picture, "png")
    page.add_image(Image(picture), "B2")
    page.conditional_formatting.add("D6:D9", CellIsRule(operator="equal", formula=['"无"'], font=Font(bold=True)))
    page.column_dimensions["B"].width = 33.5
    page.row_dimensions[7].height = 77
    page.row_dimensions[8].hidden = True
    page.row_breaks.append(Break(id=9))
    page.oddHeader.left.text, page.oddFooter.right.text = "内部资料", "省水利厅"
    page.page_margins.left = 1.25
    page.freeze_panes = "C5"
    page.print_title_rows = "1:2"
    page.sheet_properties.tabColor = "00FF0000"
    page.protection.sheet = False


def answered(path: Path) -> Workbook:
    """The returns workbook of a submission, every row and guide answered, without a fault."""
    reading = read_submission(path)
    told = {"verdict": "通过", "opinion": "同意。", "at": "2017-10-02"}
    rows = [
        ReturnedRow(f"M-{at}", each.place.sheet, each.place.cell, each.row.full_name, **told)
        for at, each in enumerate(reading.catalogue.rows if reading.catalogue else ())
    ]
    for at, guide in enumerate(reading.guides):
        sheet = guide.place.sheet
        parts = [ReturnedPart(sheet, cell) for cell in dict.fromkeys(guide.cells.values())]
        rows.append(ReturnedRow(f"G-{at}", sheet, guide.place.cell, guide.guide.name, parts=parts, **told))
    content = ReturnsContent("省水利厅", "省目录", 1, "第一组", 7, "ab" * 32, "2017-10-02 10:01", rows)
    return openpyxl.load_workbook(io.BytesIO(write_returns(path.read_bytes(), path.name, content)))


def pairs(path: Path) -> Iterator[tuple[Worksheet, Worksheet]]:
    """Each submitted sheet with what it is in the returns workbook."""
    book = answered(path)
    for page in openpyxl.load_workbook(path).worksheets:
        yield page, book[page.title]


def cells_of(page: Worksheet, columns: int, rows: int) -> dict[str, tuple[object, ...]]:
    """Value, type, style and note of every cell."""
    return {
        cell.coordinate: (
            cell.value,
            cell.data_type,
            *(repr(getattr(cell, name)) for name in STYLE),
            (cell.comment.text, cell.comment.author) if cell.comment else None,
        )
        for row in page.iter_rows(max_col=columns, max_row=rows)
        for cell in row
    }


def test_every_cell_is_as_it_was(sent: Path):
    """Values, types, styles and notes of all submitted cells, and all merges."""
    for before, after in pairs(sent):
        size = before.max_column, before.max_row
        assert cells_of(after, *size) == cells_of(before, *size)
        assert {str(each) for each in before.merged_cells.ranges} <= {str(each) for each in after.merged_cells.ranges}


def test_every_setting_is_as_it_was(sent: Path):
    """Widths, hidden rows, heights that the unit set, drop-downs, colours by rule, pictures, frozen panes."""
    for before, after in pairs(sent):
        widths = {name: each.width for name, each in before.column_dimensions.items()}
        assert {name: after.column_dimensions[name].width for name in widths} == widths
        for number, each in before.row_dimensions.items():
            assert after.row_dimensions[number].hidden == each.hidden
            assert (after.row_dimensions[number].height or 0) >= (each.height or 0)
        validations = [(str(each.sqref), each.formula1) for each in before.data_validations.dataValidation]
        kept = [(str(each.sqref), each.formula1) for each in after.data_validations.dataValidation]
        assert kept[: len(validations)] == validations
        rules = [str(each.sqref) for each in before.conditional_formatting]
        assert [str(each.sqref) for each in after.conditional_formatting] == rules
        assert [each._data() for each in after._images] == [each._data() for each in before._images]
        assert (after.freeze_panes, after.sheet_state) == (before.freeze_panes, before.sheet_state)
        assert after.sheet_properties.tabColor == before.sheet_properties.tabColor


def test_print_settings_and_names_are_as_they_were(sent: Path):
    """Print titles, breaks, header, footer and margins of the unit, and its defined names; only the paper is A3."""
    for before, after in pairs(sent):
        for name in ("print_title_rows", "page_margins", "row_breaks"):
            assert getattr(after, name) == getattr(before, name), name
        for part in ("left", "center", "right"):
            assert getattr(after.oddHeader, part).text == getattr(before.oddHeader, part).text
            assert getattr(after.oddFooter, part).text == getattr(before.oddFooter, part).text
    before, after = openpyxl.load_workbook(sent), answered(sent)
    assert {name: each.attr_text for name, each in before.defined_names.items()} == {
        name: each.attr_text for name, each in after.defined_names.items()
    }


def test_the_results_of_formulas_are_said_not_to_be_kept(sent: Path):
    """The formula itself stays; 说明 says that its result is worked out anew."""
    book = answered(sent)
    assert (book["附件"]["A2"].value, book["附件"]["A2"].data_type) == ("=A1*2", "f")
    told = [str(row[0].value) for row in book["说明"].iter_rows() if row[0].value]
    assert [text for text in told if "没有保留其计算结果" in text and text.startswith("注意：")]
