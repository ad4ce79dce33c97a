"""The last sheet of a returns workbook: how to revise and send again, and what programs need to read it back."""

from collections.abc import Sequence

from openpyxl.styles import Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbench.workbooks import looks
from workbench.workbooks.dressing import Dresser
from workbench.workbooks.heights import height
from workbench.workbooks.own_parts import EVENT_KEY, INSTRUCTIONS, INSTRUCTIONS_TITLE, ITEM_HEADING, SHA256_KEY
from workbench.workbooks.plain_text import write_text
from workbench.workbooks.returns_content import ReturnsContent
from workbench.workbooks.summary import free_name

_WIDTHS = (24, 100, 18, 12)
_HOW = (
    "1. “审核意见汇总”列出全部问题，点“位置”可跳到所在单元格；原表中有问题的单元格按级别着色，批注写明规则、条款和修改要求。",
    "2. 红色为违规：须改正；黄色为存疑：请核实，改正或说明理由；蓝色为提示：建议规范。",
    "3. 请在原表中直接修改，并在“处理情况”列逐条写明“已改正”，或不改的理由。不要改动工作表名称和审核栏目的表头。",
    "4. 办事指南的审核结论、审核意见、审核人和审核时间写在“事项名称”一行，针对整份指南；其余各行列出该要素、该材料的问题依据，对其单独作出的结论也写在该行。",
    "5. 改好后将本工作簿（或按原式样另存的目录、办事指南）加盖公章报送，文件名与原报送文件相同；系统按事项比对，未改动的事项保留原结论。",
    "6. “未检查”表示所需清单尚未导入，不等于通过。对审核意见有疑问的，请与审核组联系。",
)
_FOR_PROGRAMS = "以下供系统识别，请勿改动"


def add_instructions(book: Workbook, file_name: str, returns: ReturnsContent, losses: Sequence[str]) -> None:
    """Add the sheet behind all others. Below the text stands a table for programs: key and value, then item and place."""
    page = book.create_sheet(free_name(book, INSTRUCTIONS))
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    line = _line(page, 1, INSTRUCTIONS_TITLE, looks.TITLE, 40)
    for text in (*_HOW, *(f"注意：{loss}。" for loss in losses)):
        line = _line(page, line, text, looks.BODY, height([(text, sum(_WIDTHS))]) + 6)
    keyed = (
        ("报送单位", returns.unit),
        ("目录", returns.kind),
        ("轮次", str(returns.round)),
        ("报送文件", file_name),
        (SHA256_KEY, returns.sha256),
        (EVENT_KEY, str(returns.event)),
        ("生成时间", returns.generated_at),
    )
    page.print_area = f"A1:D{line - 1}"
    line = _line(page, line + 1, _FOR_PROGRAMS, looks.BOLD, 22)
    line = _table(page, line, keyed)
    placed = [(row.item, row.name, row.sheet, row.cell) for row in returns.rows]
    _table(page, line + 1, (ITEM_HEADING, *placed))
    for column in range(1, len(ITEM_HEADING) + 1):
        heading = page.cell(line + 1, column)
        heading.font, heading.fill = looks.BOLD, looks.LABEL_FILL
    page.sheet_view.showGridLines = False
    looks.print_wide(page)


def _line(page: Worksheet, line: int, text: str, font: Font, points: float) -> int:
    """Write a text over the whole width; the line after it."""
    page.merge_cells(start_row=line, start_column=1, end_row=line, end_column=len(_WIDTHS))
    cell = page.cell(line, 1)
    write_text(cell, text)
    cell.font, cell.alignment = font, looks.WRAPPED
    page.row_dimensions[line].height = points
    return line + 1


def _table(page: Worksheet, line: int, rows: Sequence[Sequence[str]]) -> int:
    """Write a small table; the line after it."""
    dresser = Dresser()
    for values in rows:
        for column, value in enumerate(values, start=1):
            cell = page.cell(line, column)
            write_text(cell, value)
            dresser.dress(cell, looks.BODY, looks.INDENTED, looks.BORDER)
        texts = [(value, width - looks.INDENT) for value, width in zip(values, _WIDTHS, strict=False)]
        page.row_dimensions[line].height = max(18, height(texts))
        line += 1
    return line
