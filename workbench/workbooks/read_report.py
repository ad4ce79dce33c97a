"""Accounts for every non-empty cell of a sheet: read as which field, header or title, or ignored and why."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.records import COLUMN_NAMES
from workbench.workbooks.cells import area_name, column_letters
from workbench.workbooks.headers import Header
from workbench.workbooks.reading import ReadUse
from workbench.workbooks.sheet_table import SheetTable

FIELD, HEADER, TITLE, IGNORED = "field", "header", "title", "ignored"
OURS, OUR_SHEET, WITHOUT_HEADER = "审核组填写的内容", "本系统加的工作表", "没有目录表头的工作表"
EXPLAINS = "说明等，不是目录"
OUTSIDE = "表格以外的文字，只据以识别标题、单位、轮次和日期"
UNDER_A_MERGE = "被合并单元格遮住的内容"
_Columns = Sequence[Sequence[str]]


def whole_sheet(sheet: str, columns: _Columns, use: str, reason: str) -> tuple[ReadUse, ...]:
    """The report of a sheet that is all one thing."""
    account = _Account(sheet, columns)
    account.area(0, _height(columns) - 1, 0, len(columns) - 1, (use, "", reason))
    return account.uses()


def table_sheet(sheet: str, columns: _Columns, tables: Sequence[SheetTable]) -> tuple[ReadUse, ...]:
    """The report of a sheet with tables, one below another."""
    account = _Account(sheet, columns)
    account.area(0, tables[0].header.first - 1, 0, len(columns) - 1, (TITLE, "", ""))
    for table in tables:
        header, right = table.header, len(columns) - 1
        if header.texts:
            account.area(header.first, header.last, 0, header.width - 1, (HEADER, "", ""))
        account.area(max(header.first, 0), table.end - 1, header.width, right, (IGNORED, "", OURS))
        _below(account, table)
    return account.uses()


class _Account:
    """Collects the cells of one sheet by what became of them."""

    def __init__(self, sheet: str, columns: _Columns) -> None:
        self._sheet, self._columns = sheet, columns
        self._areas: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self._counts: dict[tuple[str, str, str], int] = defaultdict(int)

    def area(self, top: int, bottom: int, left: int, right: int, what: tuple[str, str, str]) -> None:
        """The filled cells of a rectangle; nothing where there are none."""
        counts = (
            {column: self._filled(column, top, bottom) for column in range(left, right + 1)} if bottom >= top else {}
        )
        filled = [column for column, count in counts.items() if count]
        if filled:
            self._areas[what].append(area_name(top, filled[0], bottom, filled[-1]))
            self._counts[what] += sum(counts.values())

    def uses(self) -> tuple[ReadUse, ...]:
        """The report, in the order in which things were met."""
        return tuple(
            ReadUse(self._sheet, ",".join(areas), self._counts[what], *what) for what, areas in self._areas.items()
        )

    def _filled(self, column: int, top: int, bottom: int) -> int:
        texts = self._columns[column][top : bottom + 1]
        return len(texts) - texts.count("")


def _below(account: _Account, table: SheetTable) -> None:
    """The rows below a header: runs of matters column by column, and between them what is no matter."""
    header = table.header
    names = {column: (FIELD, COLUMN_NAMES[field], "") for field, column in header.columns.items()}
    hidden: dict[int, list[int]] = defaultdict(list)
    for line, column in table.hidden:
        if line in table.others:
            continue
        hidden[column].append(line)
        account.area(line, line, column, column, (IGNORED, "", UNDER_A_MERGE))
    for top, bottom, why in _runs(table):
        if why:
            account.area(top, bottom, 0, header.width - 1, (IGNORED, "", why))
            continue
        for column in range(header.width):
            what = names.get(column) or (IGNORED, "", extra_column(header, column))
            for first, last in _without(top, bottom, hidden.get(column, ())):
                account.area(first, last, column, column, what)


def extra_column(header: Header, column: int) -> str:
    """Why a column of the unit's own was not read."""
    label = " ".join(header.label(column).split())
    return f"表外列“{label}”" if label else f"没有表头的 {column_letters(column)} 列"


def _runs(table: SheetTable) -> Iterator[tuple[int, int, str]]:
    """First row, last row and reason of what is no matter, ``""`` of what is; each row in one run."""
    line = table.header.last + 1
    runs: list[list[int]] = []
    reasons: list[str] = []
    for other, why in table.others.items():
        if runs and runs[-1][1] == other - 1 and reasons[-1] == why:
            runs[-1][1] = other
        else:
            runs.append([other, other])
            reasons.append(why)
    for (top, bottom), why in zip(runs, reasons, strict=True):
        if top > line:
            yield line, top - 1, ""
        yield top, bottom, why
        line = bottom + 1
    if line < table.end:
        yield line, table.end - 1, ""


def _without(top: int, bottom: int, lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The parts of a run of rows between those in ``lines``."""
    for line in sorted(lines):
        if top <= line <= bottom:
            if line > top:
                yield top, line - 1
            top = line + 1
    if top <= bottom:
        yield top, bottom


def _height(columns: _Columns) -> int:
    return len(columns[0]) if columns else 0
