"""The answer's columns at the right of a submitted sheet, and the marks on the cells at fault."""

from collections import defaultdict
from collections.abc import Sequence

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import Severity
from workbench.workbooks import headers, looks
from workbench.workbooks.earlier_round import drop_down
from workbench.workbooks.fitting import Added, fit
from workbench.workbooks.guarded import Grid
from workbench.workbooks.own_parts import AUTHOR, HEADINGS
from workbench.workbooks.plain_text import clean, write_text
from workbench.workbooks.returns_content import ReturnedFinding, ReturnedRow

#: Width and the attribute of :class:`ReturnedRow` of each of our columns; 处理情况 is for the unit to fill in.
COLUMNS = (
    (11, "verdict"),
    (36, "opinion"),
    (15, "clauses"),
    (22, "duplicates"),
    (8, "group"),
    (10, "reviewer"),
    (11, "at"),
    (18, ""),
)
_CENTRED = ("verdict", "group", "reviewer", "at")
_GRAVEST = {severity: place for place, severity in enumerate(Severity)}
#: A merge that reaches further than this beyond the last text is only decoration.
_NEAR = 3


class Answers:
    """Writes one sheet's answers. ``rows`` go from top to bottom."""

    def __init__(self, page: Worksheet, grid: Grid, rows: Sequence[ReturnedRow]) -> None:
        """``grid`` has the sheet's texts; ``rows`` are its matters in order."""
        self.page, self.grid, self.rows = page, grid, rows
        self.lines = [coordinate_from_string(row.cell)[1] for row in rows]
        header = headers.find(grid)
        self.top = header.first + 1 if header else max(1, self.lines[0] - 1)
        self.bottom = header.last + 1 if header else self.top
        self.left = _free_column(page, grid, header, self.top)

    def write(self) -> None:
        """Add the columns, mark the faults, and make the sheet ready to read and print."""
        self._make_room()
        self._clear()
        self._headings()
        added: dict[int, Added] = {}
        for line, row in zip(self.lines, self.rows, strict=True):
            added[line] = self._answer(line, row)
        fit(self.page, self.grid, added)
        self._mark_faults()
        self._offer_verdicts()
        self._arrange()

    def _make_room(self) -> None:
        """Cut merges that reach into our columns, the heading's of an earlier round with them; not 处理情况's."""
        to_fill_in = self.left + len(COLUMNS) - 1
        for each in list(self.page.merged_cells.ranges):
            left, top, right, bottom = each.bounds
            outside = right < self.left or left > to_fill_in or bottom < self.top or top > self.lines[-1]
            if outside or (left == to_fill_in and top > self.bottom):
                continue
            self.page.unmerge_cells(str(each))
            if left < self.left - 1 or (left < self.left and top < bottom):
                self.page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=self.left - 1)

    def _clear(self) -> None:
        """Blank the answer of an earlier round, which may belong to rows that are gone; not what the unit wrote."""
        for line in range(self.bottom + 1, len(self.grid.rows) + 1):
            for place, (_, attribute) in enumerate(COLUMNS):
                column = self.left + place
                if attribute and self.grid.text(line - 1, column - 1):
                    self.page.cell(line, column).value = None

    def _headings(self) -> None:
        for place, (heading, (width, _)) in enumerate(zip(HEADINGS, COLUMNS, strict=True)):
            column = self.left + place
            cell = self.page.cell(self.top, column, heading)
            for line in range(self.top, self.bottom + 1):
                self.page.cell(line, column).border = looks.BORDER
            if self.top < self.bottom:
                self.page.merge_cells(start_row=self.top, start_column=column, end_row=self.bottom, end_column=column)
            cell.font, cell.fill, cell.alignment = looks.HEADING, looks.HEADING_FILL, looks.CENTRED
            self.page.column_dimensions[get_column_letter(column)].width = width

    def _answer(self, line: int, row: ReturnedRow) -> Added:
        """Write one row's answer; its texts with the widths of their columns."""
        for place, (_, attribute) in enumerate(COLUMNS):
            cell = self.page.cell(line, self.left + place)
            if attribute:
                write_text(cell, getattr(row, attribute))
            else:
                cell.fill = looks.TO_FILL_IN
            cell.font, cell.border = looks.BODY, looks.BORDER
            cell.alignment = looks.CENTRED if attribute in _CENTRED else looks.INDENTED
        if row.verdict:
            self.page.cell(line, self.left).font = looks.verdict_font(row.verdict)
        return [(getattr(row, attribute), width - looks.INDENT) for width, attribute in COLUMNS if attribute]

    def _mark_faults(self) -> None:
        """Fill the cells at fault by the gravest severity and note every finding; a cell shared by rows is noted once."""
        faults: dict[str, list[ReturnedFinding]] = defaultdict(list)
        for row in self.rows:
            for finding in row.findings:
                if finding.cell and finding.stands and finding not in faults[finding.cell]:
                    faults[finding.cell].append(finding)
        for name, findings in faults.items():
            if findings:
                self._mark(name, findings)

    def _mark(self, name: str, findings: Sequence[ReturnedFinding]) -> None:
        cell = self.page[name]
        gravest = min((finding.severity for finding in findings), key=_GRAVEST.__getitem__)
        cell.fill = looks.FILLS[gravest]
        told = "\n\n".join(_note(finding) for finding in findings)
        before, author = (f"{cell.comment.text}\n\n", cell.comment.author) if cell.comment else ("", AUTHOR)
        cell.comment = Comment(clean(before + told), author, height=min(60 + 50 * len(findings), 400), width=380)

    def _offer_verdicts(self) -> None:
        letter = get_column_letter(self.left)
        offered = DataValidation(type="list", formula1=drop_down(), allow_blank=True)
        offered.error, offered.errorTitle = "请从列表中选择审核结论。", "审核结论"
        self.page.add_data_validation(offered)
        offered.add(f"{letter}{self.lines[0]}:{letter}{self.lines[-1]}")

    def _arrange(self) -> None:
        """Frozen header, filter, A3 landscape, one page wide: where the unit has not set its own."""
        page = self.page
        first, last = get_column_letter(1), get_column_letter(self.left + len(COLUMNS) - 1)
        if page.freeze_panes is None:
            page.freeze_panes = page.cell(self.bottom + 1, 1)
        page.auto_filter.ref = page.auto_filter.ref or f"{first}{self.bottom}:{last}{self.lines[-1]}"
        page.print_title_rows = page.print_title_rows or f"{self.top}:{self.bottom}"
        page.print_area = None
        looks.print_wide(page)


def _note(finding: ReturnedFinding) -> str:
    return f"【{finding.severity}】{finding.message}\n规则 {finding.rule}，依据 {finding.clause}"


def _free_column(page: Worksheet, grid: Grid, header: headers.Header | None, line: int) -> int:
    """The column (from 1) of the first answer: the earlier round's, else right of all that the unit filled."""
    if header and grid.text(header.first, header.width) == HEADINGS[0]:
        return header.width + 1
    filled = max((len(row) for row in grid.rows), default=1)
    column = max([filled, *(merge.right + 1 for merge in grid.merges if merge.right < filled + _NEAR)]) + 1
    while page.cell(line, column).value is not None:
        column += 1
    return column
