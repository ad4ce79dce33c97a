"""The answer's columns at the right of a submitted sheet, and the marks on the cells at fault."""

from collections import defaultdict
from collections.abc import Sequence

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import VERDICTS, Severity
from workbench.workbooks import looks
from workbench.workbooks.heights import MOST_POINTS, height
from workbench.workbooks.plain_text import clean, write_text
from workbench.workbooks.returns_content import ReturnedFinding, ReturnedRow

#: Heading, width, and the attribute of :class:`ReturnedRow` that fills the column; 处理情况 is for the unit.
COLUMNS = (
    ("审核结论", 12, "verdict"),
    ("审核意见", 42, "opinion"),
    ("问题依据", 20, "clauses"),
    ("重复事项", 24, "duplicates"),
    ("审核组", 8, "group"),
    ("审核人", 10, "reviewer"),
    ("审核时间", 12, "at"),
    ("处理情况", 20, ""),
)
_CENTRED = ("verdict", "group", "reviewer", "at")
_GRAVEST = {severity: place for place, severity in enumerate(Severity)}


class Answers:
    """Writes one sheet's answers. ``rows`` go from top to bottom."""

    def __init__(self, page: Worksheet, rows: Sequence[ReturnedRow]) -> None:
        """``rows`` are the sheet's rows in order; the columns come right of what is filled."""
        self.page = page
        self.rows = rows
        self.lines = [coordinate_from_string(row.cell)[1] for row in rows]
        self.left = _last_filled(page) + 1

    def write(self) -> None:
        """Add the columns, mark the faults, and make the sheet ready to read and print."""
        self._headings()
        for line, row in zip(self.lines, self.rows, strict=True):
            self._answer(line, row)
        self._mark_faults()
        self._offer_verdicts()
        self._arrange()

    def _headings(self) -> None:
        line = max(1, self.lines[0] - 1)
        top = self._header_top(line)
        for place, (heading, width, _) in enumerate(COLUMNS):
            cell = self.page.cell(top, self.left + place, heading)
            if top < line:
                column = self.left + place
                self.page.merge_cells(start_row=top, start_column=column, end_row=line, end_column=column)
            cell.font, cell.fill = looks.HEADING, looks.HEADING_FILL
            cell.alignment, cell.border = looks.CENTRED, looks.BORDER
            self.page.column_dimensions[get_column_letter(self.left + place)].width = width

    def _header_top(self, last: int) -> int:
        """The first of the sheet's header rows, of which ``last`` is the last: where its first column is merged."""
        tops = [each.min_row for each in self.page.merged_cells.ranges if each.max_row == last and each.min_col == 1]
        return min(tops, default=last)

    def _answer(self, line: int, row: ReturnedRow) -> None:
        for place, (_, _, attribute) in enumerate(COLUMNS):
            cell = self.page.cell(line, self.left + place)
            if attribute:
                write_text(cell, getattr(row, attribute))
            else:
                cell.fill = looks.TO_FILL_IN
            cell.font, cell.border = looks.BODY, looks.BORDER
            cell.alignment = looks.CENTRED if attribute in _CENTRED else looks.WRAPPED
        self._heighten(line, row)

    def _heighten(self, line: int, row: ReturnedRow) -> None:
        """Make the row high enough for the answer; a row that the unit made higher keeps its height."""
        texts = [(getattr(row, name) or "", width) for _, width, name in COLUMNS if name]
        wanted = min(height(texts), MOST_POINTS)
        dimension = self.page.row_dimensions[line]
        if (dimension.height or 0) < wanted:
            dimension.height = wanted

    def _mark_faults(self) -> None:
        """Fill the cells at fault by the gravest severity and note every finding; a cell shared by rows is noted once."""
        faults: dict[str, list[ReturnedFinding]] = defaultdict(list)
        for row in self.rows:
            for finding in row.findings:
                if finding.cell and finding not in faults[finding.cell]:
                    faults[finding.cell].append(finding)
        for name, findings in faults.items():
            cell = self.page[name]
            gravest = min((finding.severity for finding in findings), key=_GRAVEST.__getitem__)
            cell.fill = looks.FILLS[gravest]
            told = "\n\n".join(_note(finding) for finding in findings)
            before = f"{cell.comment.text}\n\n" if cell.comment else ""
            cell.comment = Comment(clean(before + told), "审核组", height=min(60 + 45 * len(findings), 400), width=380)

    def _offer_verdicts(self) -> None:
        letter = get_column_letter(self.left)
        offered = DataValidation(type="list", formula1=f'"{",".join(VERDICTS.values())}"', allow_blank=True)
        offered.error = "请从列表中选择审核结论。"
        offered.errorTitle = "审核结论"
        self.page.add_data_validation(offered)
        offered.add(f"{letter}{self.lines[0]}:{letter}{self.lines[-1]}")

    def _arrange(self) -> None:
        """Frozen header, filter, A3 landscape, one page wide: where the unit has not set its own."""
        page = self.page
        last = get_column_letter(self.left + len(COLUMNS) - 1)
        if page.freeze_panes is None:
            page.freeze_panes = page.cell(self.lines[0], min(4, self.left))
        if not page.auto_filter.ref:
            page.auto_filter.ref = f"A{max(1, self.lines[0] - 1)}:{last}{self.lines[-1]}"
        if not page.print_title_rows:
            page.print_title_rows = f"1:{max(1, self.lines[0] - 1)}"
        looks.print_wide(page)


def _note(finding: ReturnedFinding) -> str:
    answer = f"\n{finding.answer}" if finding.answer else ""
    return f"【{finding.severity}】{finding.message}\n规则 {finding.rule}，依据 {finding.clause}{answer}"


def _last_filled(page: Worksheet) -> int:
    """The last column that holds a value or belongs to a merge; columns that are only formatted do not count."""
    filled = max((cell.column for row in page.iter_rows() for cell in row if cell.value is not None), default=1)
    merged = (each.max_col for each in page.merged_cells.ranges if each.max_col < filled + 3)
    return int(max([filled, *merged]))
