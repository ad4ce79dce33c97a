"""The first sheet of a returns workbook: 审核意见汇总."""

from collections import Counter
from collections.abc import Sequence

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import OUTCOME_NAMES, VERDICTS, Severity
from workbench.workbooks import looks
from workbench.workbooks.dressing import Dresser
from workbench.workbooks.heights import height, units
from workbench.workbooks.own_parts import SUMMARY
from workbench.workbooks.plain_text import write_text
from workbench.workbooks.problem_list import Line, lines_of
from workbench.workbooks.returns_content import ReturnsContent, titles

#: Heading and width of the columns of the list of problems.
_LIST = (
    ("序号", 7),
    ("事项", 36),
    ("审核结论", 12),
    ("级别", 9),
    ("问题和修改要求", 74),
    ("依据", 22),
    ("规则", 24),
    ("位置", 14),
)
_WIDTH = sum(width for _, width in _LIST)
#: So much of a sheet's name fits before the cell's, in half-width characters.
_SHEET = 8
#: The first two columns together hold labels.
_LABEL = 2
_CENTRED = (0, 2, 3)
_VERDICT, _LEVEL = 3, 4
_LEGEND = "违规：须改正。存疑：请核实，改正或说明理由。提示：建议规范。点“位置”可跳到所在单元格。"
#: Headings of the list of what became of the last round's problems.
_LAST_ROUND = ("序号", "事项", "落实情况", "级别", "上一轮的问题和修改要求", "依据", "单位填写的处理情况", "位置")


def add_summary(book: Workbook, file_name: str, returns: ReturnsContent) -> None:
    """Add the sheet in front of all others."""
    _Summary(book.create_sheet(free_name(book, SUMMARY), 0), file_name, returns).write()


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
        self.dresser = Dresser()

    def write(self) -> None:
        """Title, counts, the list of problems, what became of the last round's, and what was not checked."""
        for place, (_, width) in enumerate(_LIST, start=1):
            self.page.column_dimensions[get_column_letter(place)].width = width
        self._title()
        self._counts()
        self._problems()
        self._last_round()
        self._not_checked()
        self.page.sheet_view.showGridLines = False
        looks.print_wide(self.page)

    def _title(self) -> None:
        returns = self.returns
        self._wide(f"{returns.unit}《{titles(returns)}》审核意见汇总", 40, looks.TITLE, centred=True)
        told = (
            returns.group_name,
            f"第 {returns.round} 轮",
            f"报送文件：{self.file_name}",
            f"生成时间：{returns.generated_at}",
        )
        self._wide("　｜　".join(told), 20, looks.FAINT, centred=True)

    def _counts(self) -> None:
        rows = self.returns.rows
        verdicts = Counter(row.verdict or "未审" for row in rows)
        faults = [finding for row in rows for finding in row.findings] + list(self.returns.sheet_findings)
        found = Counter(finding.severity for finding in faults if finding.stands)
        decided = [(name, verdicts[name], looks.verdict_colour(name)) for name in VERDICTS.values() if verdicts[name]]
        self._band("审核结论", [*self._totals(), *decided, ("未审", verdicts["未审"], looks.GREY)])
        self._band("发现问题", [(severity, found[severity], looks.COLOURS[severity]) for severity in Severity])
        lacking = len(self.returns.not_checked)
        rest = f"另有 {lacking} 条规则因清单未导入而未检查，不等于通过，见表末。" if lacking else ""
        self._wide(_LEGEND + rest, height([(_LEGEND + rest, _WIDTH)]) + 6, looks.FAINT)

    def _totals(self) -> list[tuple[str, int, str]]:
        """How many matters and guides there are, of what there is at all."""
        guides = sum(row.is_guide for row in self.returns.rows)
        matters = len(self.returns.rows) - guides
        counts = [("事项总数", matters, looks.INK)] if matters or not guides else []
        return counts + ([("办事指南", guides, looks.INK)] if guides else [])

    def _band(self, heading: str, counts: Sequence[tuple[str, int, str]]) -> None:
        """One line of large, coloured numbers behind their names."""
        label = self._merged(1, _LABEL)
        write_text(label, heading)
        label.font, label.alignment = looks.BOLD, looks.CENTRED
        value = self._merged(_LABEL + 1, len(_LIST))
        parts = []
        for name, count, colour in counts:
            parts.append(TextBlock(InlineFont(rFont="宋体", sz=10, color=looks.INK), f"{name} "))
            parts.append(TextBlock(InlineFont(rFont="黑体", sz=16, b=True, color=colour), f"{count}"))
            parts.append(TextBlock(InlineFont(rFont="宋体", sz=10), "　　　"))
        value.value = CellRichText(*parts)
        value.alignment = looks.INDENTED
        for column in range(1, len(_LIST) + 1):
            self.page.cell(self.line, column).fill = looks.LABEL_FILL
        self.page.row_dimensions[self.line].height = 30
        self.line += 1

    def _problems(self) -> None:
        heading = self.line
        self._row([name for name, _ in _LIST], heading=True)
        self.page.freeze_panes = self.page.cell(self.line, 1)
        self.page.print_title_rows = f"{heading}:{heading}"
        for number, line in enumerate(lines_of(self.returns), start=1):
            self._problem(number, line)
        if self.line == heading + 1:
            self._wide("未发现问题。", 24, looks.BODY, centred=True)
        else:
            self.page.auto_filter.ref = f"A{heading}:{get_column_letter(len(_LIST))}{self.line - 1}"

    def _problem(self, number: int, said: Line) -> None:
        at = f"{_short(said.sheet)}!{said.cell}" if said.sheet else said.name
        self._row([str(number), said.name, said.verdict, said.level, said.told, said.clause, said.rule, at])
        line = self.line - 1
        if said.severity:
            cell = self.page.cell(line, _LEVEL)
            self.dresser.dress(cell, looks.BODY, looks.CENTRED, looks.BORDER, looks.FILLS[said.severity])
        if said.verdict:
            cell = self.page.cell(line, _VERDICT)
            self.dresser.dress(cell, looks.verdict_font(said.verdict), looks.CENTRED, looks.BORDER)
        if said.sheet:
            self._link(line, said.sheet, said.cell)

    def _last_round(self) -> None:
        """What became of what the unit was told in the round before."""
        former = self.returns.last_round
        if not former:
            return
        counted = Counter(each.outcome for each in former)
        told = "　".join(f"{name} {counted[name]} 条" for name in OUTCOME_NAMES.values() if counted[name])
        self.line += 1
        self._wide(f"上一轮意见的落实情况：{told}", 26, looks.BOLD)
        self._row(_LAST_ROUND, heading=True)
        for number, each in enumerate(former, start=1):
            at = f"{_short(each.sheet)}!{each.cell}" if each.sheet else ""
            self._row([str(number), each.name, each.outcome, each.level, each.told, each.clause, each.handling, at])
            if each.sheet:
                self._link(self.line - 1, each.sheet, each.cell)

    def _link(self, line: int, sheet: str, at: str) -> None:
        cell = self.page.cell(line, len(_LIST))
        quoted = sheet.replace("'", "''")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{at}")
        self.dresser.dress(cell, looks.LINK, looks.INDENTED, looks.BORDER)

    def _not_checked(self) -> None:
        if not self.returns.not_checked:
            return
        self.line += 1
        self._wide("未检查的规则：下列清单尚未导入，相应规则没有检查，不等于通过", 26, looks.BOLD)
        measure = "项" if any(row.is_guide for row in self.returns.rows) else "行"
        by_list: dict[str, list[str]] = {}
        for each in self.returns.not_checked:
            by_list.setdefault(each.needs, []).append(f"{each.rule}（{each.rows} {measure}）")
        for needs, rules in by_list.items():
            self._pair(needs, "、".join(rules))

    def _pair(self, name: str, text: str) -> None:
        """A line of two cells over the whole width."""
        widths = sum(width for _, width in _LIST[:_LABEL]), sum(width for _, width in _LIST[_LABEL:])
        cells = self._merged(1, _LABEL), self._merged(_LABEL + 1, len(_LIST))
        for cell, value in zip(cells, (name, text), strict=True):
            write_text(cell, value)
            cell.font, cell.alignment = looks.BODY, looks.INDENTED
        for column in range(1, len(_LIST) + 1):
            self.page.cell(self.line, column).border = looks.BORDER
        self.page.row_dimensions[self.line].height = height(list(zip((name, text), widths, strict=True))) + 4
        self.line += 1

    def _row(self, values: Sequence[str], *, heading: bool = False) -> None:
        for column, value in enumerate(values):
            cell = self.page.cell(self.line, column + 1)
            write_text(cell, value)
            font, fill = (looks.HEADING, looks.HEADING_FILL) if heading else (looks.BODY, None)
            alignment = looks.CENTRED if heading or column in _CENTRED else looks.INDENTED
            self.dresser.dress(cell, font, alignment, looks.BORDER, fill)
        texts = [(value, width - looks.INDENT) for value, (_, width) in zip(values, _LIST, strict=True)]
        self.page.row_dimensions[self.line].height = max(24, height(texts) + 4)
        self.line += 1

    def _wide(self, text: str, points: float, font: Font, *, centred: bool = False) -> None:
        cell = self._merged(1, len(_LIST))
        write_text(cell, text)
        cell.font, cell.alignment = font, looks.CENTRED if centred else looks.INDENTED
        self.page.row_dimensions[self.line].height = points
        self.line += 1

    def _merged(self, first: int, last: int) -> Cell:
        self.page.merge_cells(start_row=self.line, start_column=first, end_row=self.line, end_column=last)
        return self.page.cell(self.line, first)


def _short(sheet: str) -> str:
    """A sheet's name as far as it fits: office programs do not wrap links."""
    return sheet if units(sheet) <= _SHEET else f"{sheet[: _SHEET // 2 - 1]}…"
