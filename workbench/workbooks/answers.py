"""The answer's columns at the right of a submitted sheet, and the marks on the cells at fault."""

from collections import defaultdict
from collections.abc import Sequence

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import Severity
from workbench.workbooks import looks, opinions
from workbench.workbooks.answer_layout import layout_of
from workbench.workbooks.dressing import Dresser
from workbench.workbooks.earlier_round import drop_down
from workbench.workbooks.fitting import Added, fit
from workbench.workbooks.guarded import Grid
from workbench.workbooks.own_parts import AUTHOR, HEADINGS
from workbench.workbooks.page_setup import arrange
from workbench.workbooks.plain_text import clean, write_text
from workbench.workbooks.returns_content import ReturnedFinding, ReturnedPart, ReturnedRow

#: Width and the attribute of :class:`ReturnedRow` of each of our columns; 处理情况 is for the unit to fill in.
#: 审核意见 is wider where its texts need it.
COLUMNS = (
    (11, "verdict"),
    (0, "shown_opinion"),
    (15, "clauses"),
    (22, "duplicates"),
    (8, "group"),
    (10, "reviewer"),
    (11, "at"),
    (18, ""),
)
_OPINION = HEADINGS.index("审核意见")
_CENTRED = ("verdict", "group", "reviewer", "at")
_GRAVEST = {severity: place for place, severity in enumerate(Severity)}


class Answers:
    """Writes one sheet's answers. ``rows`` go from top to bottom."""

    def __init__(self, page: Worksheet, grid: Grid, rows: Sequence[ReturnedRow]) -> None:
        """``grid`` has the sheet's texts; ``rows`` are its matters or guides in order."""
        self.page, self.grid, self.rows = page, grid, rows
        self.layout = layout_of(page, grid, rows)
        self.left = self.layout.left
        self.right = self.left + len(COLUMNS) - 1
        self.dresser = Dresser()
        wide = opinions.column_width(self.layout)
        self.columns = [(width or wide, attribute) for width, attribute in COLUMNS]

    def write(self) -> None:
        """Add the columns, mark the faults, and make the sheet ready to read and print."""
        self._make_room()
        self._clear()
        for first, last in self.layout.headings:
            self._heading(first, last)
        added = {line: self._answer(line, clauses) for line, clauses in self.layout.clauses.items()}
        fit(self.page, self.grid, added)
        opinions.spread(self.page, self.layout, self.left + _OPINION, self.columns[_OPINION][0])
        self._mark_faults()
        self._offer_verdicts()
        arrange(self.page, self.layout, self.right)

    def _make_room(self) -> None:
        """Cut merges that reach into our columns, the heading's of an earlier round with them; not 处理情况's."""
        for each in list(self.page.merged_cells.ranges):
            left, top, right, bottom = each.bounds
            outside = right < self.left or left > self.right or bottom < self.layout.top or top > self.layout.last
            if outside or (left == self.right and top > self.layout.bottom):
                continue
            self.page.merged_cells.remove(each)
            if left < self.left - 1 or (left < self.left and top < bottom):
                self.page.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=self.left - 1)

    def _clear(self) -> None:
        """Blank the answer of an earlier round, which may belong to rows that are gone; not what the unit wrote."""
        for line in range(self.layout.bottom + 1, len(self.grid.rows) + 1):
            for place, (heading, (_, attribute)) in enumerate(zip(HEADINGS, self.columns, strict=True)):
                text = self.grid.text(line - 1, self.left + place - 1)
                if text and (attribute or text == heading):
                    self.page.cell(line, self.left + place).value = None

    def _heading(self, first: int, last: int) -> None:
        for place, (heading, (width, _)) in enumerate(zip(HEADINGS, self.columns, strict=True)):
            column = self.left + place
            cell = self.page.cell(first, column, heading)
            for line in range(first, last + 1):
                self.page.cell(line, column).border = looks.BORDER
            if first < last:
                self.page.merge_cells(start_row=first, start_column=column, end_row=last, end_column=column)
            cell.font, cell.fill, cell.alignment = looks.HEADING, looks.HEADING_FILL, looks.CENTRED
            self.page.column_dimensions[get_column_letter(column)].width = width

    def _answer(self, line: int, clauses: str) -> Added:
        """Write one row's answer; its texts with the widths of their columns."""
        texts = _texts(self.layout.answers.get(line) or self.layout.parts.get(line), clauses)
        for place, (_, attribute) in enumerate(self.columns):
            cell = self.page.cell(line, self.left + place)
            if attribute:
                write_text(cell, texts[attribute])
            font = looks.verdict_font(texts["verdict"]) if attribute == "verdict" and texts["verdict"] else looks.BODY
            alignment = looks.CENTRED if attribute in _CENTRED else looks.INDENTED
            self.dresser.dress(cell, font, alignment, looks.BORDER, None if attribute else looks.TO_FILL_IN)
        if line in self.layout.answers and opinions.is_spread(self.layout, line, self.columns[_OPINION][0]):
            texts["shown_opinion"] = ""
        return [(texts[attribute], width - looks.INDENT) for width, attribute in self.columns if attribute]

    def _mark_faults(self) -> None:
        """Fill the cells at fault by the gravest severity and note every finding; a cell shared by rows is noted once."""
        faults: dict[str, list[ReturnedFinding]] = defaultdict(list)
        for row in self.rows:
            for finding in row.findings:
                here = (finding.sheet or row.sheet) == self.page.title
                if here and finding.cell and finding.stands and finding not in faults[finding.cell]:
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
        lines = sorted(self.layout.answers)
        if self.layout.is_table:
            offered.add(f"{letter}{lines[0]}:{letter}{self.layout.last}")
        for line in () if self.layout.is_table else lines:
            offered.add(f"{letter}{line}")
        if lines:
            self.page.add_data_validation(offered)


def _texts(row: ReturnedRow | ReturnedPart | None, clauses: str) -> dict[str, str]:
    """What stands in a row, by attribute; a further row of a guide has clauses, and a verdict of its own part."""
    texts = {attribute: getattr(row, attribute) if row else "" for _, attribute in COLUMNS if attribute}
    return texts | {"clauses": clauses}


def _note(finding: ReturnedFinding) -> str:
    return f"【{finding.severity}】{finding.message}\n规则 {finding.rule}，依据 {finding.clause}"
