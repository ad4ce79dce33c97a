"""The first sheet of a returns workbook: 审核意见汇总."""

from collections import Counter

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import Severity
from workbench.workbooks import looks
from workbench.workbooks.heights import MOST_POINTS, height
from workbench.workbooks.plain_text import write_text
from workbench.workbooks.returns_content import ReturnedFinding, ReturnedRow, ReturnsContent

NAME = "审核意见汇总"
_WIDTHS = (8, 34, 12, 10, 62, 22, 22, 14)
_LIST = ("序号", "事项", "审核结论", "级别", "问题和修改要求", "依据", "规则", "位置")


def add_summary(book: Workbook, file_name: str, returns: ReturnsContent) -> None:
    """Add the sheet in front of all others."""
    _Summary(book.create_sheet(free_name(book, NAME), 0), file_name, returns).write()


def free_name(book: Workbook, name: str) -> str:
    """The name, numbered where the unit's workbook has a sheet of that name."""
    number, free = 2, name
    while free in book.sheetnames:
        free, number = f"{name}{number}", number + 1
    return free


class _Summary:
    """Writes from the top down; ``line`` is the next free row."""

    def __init__(self, page: Worksheet, file_name: str, returns: ReturnsContent) -> None:
        """Begin at the top of an empty sheet."""
        self.page, self.file_name, self.returns = page, file_name, returns
        self.line = 1

    def write(self) -> None:
        """Title, counts, what was not checked, and the list of problems."""
        for place, width in enumerate(_WIDTHS, start=1):
            self.page.column_dimensions[get_column_letter(place)].width = width
        self._title()
        self._counts()
        self._not_checked()
        self._problems()
        self.page.sheet_view.showGridLines = False
        looks.print_wide(self.page)

    def _title(self) -> None:
        returns = self.returns
        self._wide(f"{returns.unit}《{returns.kind}》审核意见汇总", 30, title=True)
        self._wide(
            f"{returns.group_name}　第 {returns.round} 轮　报送文件：{self.file_name}　生成时间：{returns.generated_at}",
            18,
        )
        self.line += 1

    def _counts(self) -> None:
        rows = self.returns.rows
        verdicts = Counter(row.verdict or "未审" for row in rows)
        found = Counter(finding.severity for row in rows for finding in row.findings)
        told = [("事项总数", len(rows)), *((f"{name}", count) for name, count in verdicts.most_common())]
        self._pairs("审核结论", told)
        self._pairs("发现问题", [(str(severity), found[severity]) for severity in Severity])
        self.line += 1

    def _pairs(self, heading: str, pairs: list[tuple[str, int]]) -> None:
        text = "　　".join(f"{name} {count}" for name, count in pairs)
        label = self.page.cell(self.line, 1)
        self.page.merge_cells(start_row=self.line, start_column=1, end_row=self.line, end_column=2)
        write_text(label, heading)
        label.font, label.fill, label.alignment = looks.BOLD, looks.LABEL_FILL, looks.CENTRED
        value = self.page.cell(self.line, 3)
        self.page.merge_cells(start_row=self.line, start_column=3, end_row=self.line, end_column=len(_WIDTHS))
        write_text(value, text)
        value.font, value.alignment = looks.BODY, looks.WRAPPED
        self.page.row_dimensions[self.line].height = max(20, height([(text, sum(_WIDTHS[2:]))]))
        self.line += 1

    def _not_checked(self) -> None:
        by_list: dict[str, list[str]] = {}
        for each in self.returns.not_checked:
            by_list.setdefault(each.needs, []).append(each.rule)
        told = "；".join(f"{needs}（{'、'.join(rules)}）" for needs, rules in by_list.items())
        if told:
            text = f"未检查：下列清单尚未导入，相应规则没有检查，不等于通过：{told}。"
            self._wide(text, height([(text, sum(_WIDTHS))]))
        self.line += bool(self.returns.not_checked)

    def _problems(self) -> None:
        self._row(_LIST, heading=True)
        self.page.freeze_panes = self.page.cell(self.line, 1)
        first = self.line - 1
        number = 0
        for finding in self.returns.sheet_findings:
            number += 1
            self._problem(number, None, finding)
        for row in self.returns.rows:
            for finding in row.findings:
                number += 1
                self._problem(number, row, finding)
        if not number:
            self._wide("未发现问题。", 20)
        else:
            self.page.auto_filter.ref = f"A{first}:{get_column_letter(len(_LIST))}{self.line - 1}"
        self.page.print_title_rows = f"{first}:{first}"

    def _problem(self, number: int, row: ReturnedRow | None, finding: ReturnedFinding) -> None:
        place = f"{row.sheet}!{finding.cell or row.cell}" if row else "整表"
        told = f"{finding.message}{finding.answer and f'（{finding.answer}）'}"
        values = (str(number), row.name if row else "整表", row.verdict if row else "", str(finding.severity), told)
        self._row((*values, finding.clause, finding.rule, place))
        line = self.line - 1
        self.page.cell(line, 4).fill = looks.FILLS[finding.severity]
        if row:
            cell = self.page.cell(line, len(_LIST))
            quoted = row.sheet.replace("'", "''")
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{finding.cell or row.cell}")
            cell.font = looks.LINK

    def _row(self, values: tuple[str, ...], *, heading: bool = False) -> None:
        for column, value in enumerate(values, start=1):
            cell = self.page.cell(self.line, column)
            write_text(cell, value)
            cell.border = looks.BORDER
            cell.font = looks.HEADING if heading else looks.BODY
            cell.alignment = looks.CENTRED if heading or column in {1, 3, 4} else looks.WRAPPED
            if heading:
                cell.fill = looks.HEADING_FILL
        self.page.row_dimensions[self.line].height = min(
            MOST_POINTS, max(20, height(list(zip(values, _WIDTHS, strict=True))))
        )
        self.line += 1

    def _wide(self, text: str, points: float, *, title: bool = False) -> None:
        self.page.merge_cells(start_row=self.line, start_column=1, end_row=self.line, end_column=len(_WIDTHS))
        cell = self.page.cell(self.line, 1)
        write_text(cell, text)
        cell.font, cell.alignment = (looks.TITLE, looks.CENTRED) if title else (looks.BODY, looks.WRAPPED)
        self.page.row_dimensions[self.line].height = points
        self.line += 1
