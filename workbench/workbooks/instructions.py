"""The last sheet of a returns workbook: how to revise and send again, and what programs need to read it back."""

from collections.abc import Sequence

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbench.workbooks import looks
from workbench.workbooks.heights import height
from workbench.workbooks.plain_text import write_text
from workbench.workbooks.returns_content import ReturnsContent
from workbench.workbooks.summary import free_name

NAME = "说明"
_WIDTHS = (22, 96, 14, 14)
_HOW = (
    "1. “审核意见汇总”列出全部问题，点“位置”可跳到所在单元格；原表中有问题的单元格按级别着色，批注写明规则、条款和修改要求。",
    "2. 红色为违规：须改正；黄色为存疑：请核实，改正或说明理由；蓝色为提示：建议规范。",
    "3. 请在原表中直接修改，并在“处理情况”列逐条写明已改正、不改及理由。不要增删审核栏目，不要改动工作表名称。",
    "4. 改好后将本工作簿（或按原式样另存的目录）加盖公章报送，文件名与原报送文件相同；系统按事项比对，未改动的事项保留原结论。",
    "5. “未检查”表示所需清单尚未导入，不等于通过。对审核意见有疑问的，请与审核组联系。",
)


def add_instructions(book: Workbook, file_name: str, returns: ReturnsContent, losses: Sequence[str]) -> None:
    """Add the sheet behind all others. Below the text stands a table for programs: key and value, then item and place."""
    page = book.create_sheet(free_name(book, NAME))
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    line = 1
    title = page.cell(line, 1)
    write_text(title, "怎样修改和重新报送")
    title.font = looks.TITLE
    page.row_dimensions[line].height = 30
    for text in (*_HOW, *(f"注意：{loss}。" for loss in losses)):
        line += 1
        page.merge_cells(start_row=line, start_column=1, end_row=line, end_column=2)
        cell = page.cell(line, 1)
        write_text(cell, text)
        cell.font, cell.alignment = looks.BODY, looks.WRAPPED
        page.row_dimensions[line].height = max(20, height([(text, _WIDTHS[0] + _WIDTHS[1])]))
    keyed = (
        ("报送单位", returns.unit),
        ("目录", returns.kind),
        ("轮次", str(returns.round)),
        ("报送文件", file_name),
        ("报送文件 SHA-256", returns.sha256),
        ("审核记录号", str(returns.event)),
        ("生成时间", returns.generated_at),
    )
    line = _table(page, line + 2, ("以下供系统识别，请勿改动", ""), keyed)
    placed = [(row.item, row.name, row.sheet, row.cell) for row in returns.rows]
    _table(page, line + 1, ("事项编号", "事项", "工作表", "单元格"), placed)
    page.sheet_view.showGridLines = False
    looks.print_wide(page)


def _table(page: Worksheet, line: int, heading: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Write a small table; the line after it."""
    for place, values in enumerate((heading, *rows)):
        for column, value in enumerate(values, start=1):
            cell = page.cell(line, column)
            write_text(cell, value)
            cell.font = looks.BOLD if place == 0 else looks.BODY
            cell.border = looks.BORDER
            if place == 0:
                cell.fill = looks.LABEL_FILL
        line += 1
    return line
