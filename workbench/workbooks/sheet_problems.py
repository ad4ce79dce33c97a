"""What is told of the sheets of a catalogue workbook: what was left out, joined, hidden or not computed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workbench.records import COLUMN_NAMES, Problem
from workbench.workbooks.cells import cell_name, column_letters, runs
from workbench.workbooks.guarded import COMMENTED, Grid
from workbench.workbooks.header_words import meaning
from workbench.workbooks.headers import Header
from workbench.workbooks.own_parts import is_ours
from workbench.workbooks.sheet_rows import BLANK
from workbench.workbooks.sheet_table import SheetTable
from workbench.workbooks.sheets import Sheet

_MOST_NAMED = 10


def sheet_problems(file: str, sheets: Sequence[Sheet]) -> Iterator[Problem]:
    """All of it, sheet by sheet; what concerns sheets as a whole comes first."""
    for sheet in sheets:
        yield from _whole(file, sheet)
    tables = [(sheet, table) for sheet in sheets for table in sheet.tables]
    for sheet, table in tables:
        yield from _fewer_columns(file, sheet, table, tables[0][1])
        yield from _table(file, sheet, table)


def notes(file: str, grids: Sequence[Grid]) -> Iterator[Problem]:
    """What the parser noted: macros, links, characters that were left out; not the notes of a returns workbook."""
    ours = any(is_ours(grid.name, grid.text(0, 0)) for grid in grids)
    for grid in grids:
        told = (note for note in grid.notes if not (ours and note == COMMENTED))
        yield from (Problem(f"{file}：{note}", file, grid.name, note=True) for note in told)


def _whole(file: str, sheet: Sheet) -> Iterator[Problem]:
    """A sheet without a catalogue in it, one without header, and what is hidden but was read."""
    name = sheet.grid.name
    where = f"{file} 工作表“{name}”"
    if sheet.explains and not sheet.ours:
        yield Problem(f"{where}是说明，不是目录，已略过。", file, name, note=True)
    elif not sheet.tables and not sheet.ours and not sheet.blank:
        yield Problem(f"{where}没有目录表头，已略过，请核对。", file, name)
    if sheet.follows:
        yield Problem(f"{where}没有表头，已按工作表“{sheet.follows}”的各列接着读取，请核对。", file, name)
    if sheet.tables and not sheet.grid.visible:
        yield Problem(f"{where}是隐藏的，已照常读取，请核对。", file, name)
    if sheet.tables:
        yield from _hidden(file, sheet)


def _hidden(file: str, sheet: Sheet) -> Iterator[Problem]:
    """Rows and columns that hold something and are hidden or filtered out."""
    grid = sheet.grid
    where = f"{file} 工作表“{grid.name}”"
    rows = [line for line in sorted(grid.hidden_rows) if line < len(grid.rows) and any(grid.rows[line])]
    if rows:
        told = f"{where}第 {_lines(rows)}是隐藏或被筛选掉的，已照常读取，请核对。"
        yield Problem(told, file, grid.name, cell_name(rows[0], 0))
    columns = [each for each in sorted(grid.hidden_columns) if each < len(sheet.columns) and any(sheet.columns[each])]
    if columns:
        told = f"{where}{_listed(map(column_letters, columns), ' 列')}是隐藏的，已照常读取，请核对。"
        yield Problem(told, file, grid.name, cell_name(0, columns[0]))


def _table(file: str, sheet: Sheet, table: SheetTable) -> Iterator[Problem]:
    """What is told of one table: its columns, its formulas and the rows that are no matters."""
    grid, header = sheet.grid, table.header
    where = f"{file} 工作表“{grid.name}”"
    yield from _other_columns(file, sheet, table)
    if table is not sheet.tables[0]:
        told = f"{where}第 {header.first + 1} 行起另有表头，以下各行已按该表头读取，请核对。"
        yield Problem(told, file, grid.name, cell_name(header.first, 0), note=True)
    yield from _cells(file, sheet, table)
    yield from _other_rows(file, sheet, table)
    if not (table.rows or table.open_rows):
        yield Problem(f"{where}只有表头，没有事项，请核对。", file, grid.name)


def _fewer_columns(file: str, sheet: Sheet, table: SheetTable, first: SheetTable) -> Iterator[Problem]:
    """Columns of the first table, which the rules look at, that a later one lacks."""
    lacking = "、".join(COLUMN_NAMES[each] for each in first.header.columns if each not in table.header.columns)
    if lacking:
        cell = cell_name(table.header.first, 0)
        told = f"{file} 工作表“{sheet.grid.name}”第 {table.header.first + 1} 行的表头缺少“{lacking}”列，请按式样补上。"
        yield Problem(told, file, sheet.grid.name, cell)


def _other_columns(file: str, sheet: Sheet, table: SheetTable) -> Iterator[Problem]:
    """Columns of the sheet that are no columns of the form and hold something."""
    header, name = table.header, sheet.grid.name
    known = set(header.columns.values())
    for column in range(min(header.width, len(sheet.columns))):
        texts = sheet.columns[column][header.last + 1 : table.end]
        if column in known or not any(text.strip() for text in texts):
            continue
        label, letters = header.label(column), column_letters(column)
        named = f"“{label}”不是式样中的列" if label else "没有表头"
        text = f"{file} 工作表“{name}”{letters} 列{named}，其中内容未作为事项信息读取，请核对。"
        again = meaning(label) == "item_type"
        if again:
            text = f"{file} 工作表“{name}”{letters} 列是并排的另一张表的“{label}”，该表未读取，请把两张表上下排列后再报送。"
        yield Problem(text, file, name, cell_name(max(header.first, 0), column), note=bool(label) and not again)


def _cells(file: str, sheet: Sheet, table: SheetTable) -> Iterator[Problem]:
    """Formulas without a result, and texts that a merge covers."""
    where, name = f"{file} 工作表“{sheet.grid.name}”", sheet.grid.name
    empty = [at for at in sheet.grid.uncomputed if _within(at, table)]
    if empty:
        names = _listed(cell_name(*at) for at in empty)
        told = f"{where}{names}是没有计算结果的公式，按空白读取，请在 Excel 或 WPS 中打开、重新保存后再报送。"
        yield Problem(told, file, name, cell_name(*empty[0]))
    hidden = [at for at in table.hidden if at[0] not in table.others and sheet.grid.text(*at).strip()]
    if hidden:
        names = _listed(cell_name(*at) for at in hidden)
        told = f"{where}{names}的内容被合并单元格遮住，未读取，请取消合并后核对。"
        yield Problem(told, file, name, cell_name(*hidden[0]))


def _within(at: tuple[int, int], table: SheetTable) -> bool:
    return table.header.last < at[0] < table.end and at[1] in table.header.columns.values()


def _other_rows(file: str, sheet: Sheet, table: SheetTable) -> Iterator[Problem]:
    """What is said of rows that are no matters: of each, or of all of one kind where they are many."""
    kinds = table.others | dict.fromkeys(table.joined, "")
    many = {kind for kind, count in Counter(kinds.values()).items() if count > _MOST_NAMED}
    for line in sorted(kinds):
        if kinds[line] != BLANK and kinds[line] not in many:
            yield _other_row(file, sheet, table, line)
    for kind in sorted(many - {BLANK}):
        lines = [line for line in sorted(kinds) if kinds[line] == kind]
        told = f"是{kind}，不是事项，已略过。" if kind else "没有事项和子项名称，已作为上一事项的续行并入，请核对。"
        where = f"{file} 工作表“{sheet.grid.name}”第 {_lines(lines)}"
        yield Problem(f"{where}{told}", file, sheet.grid.name, cell_name(lines[0], 0), note=bool(kind))


def _other_row(file: str, sheet: Sheet, table: SheetTable, line: int) -> Problem:
    """What is said of one such row."""
    name = sheet.grid.name
    where, cell = f"{file} 工作表“{name}”第 {line + 1} 行", cell_name(line, 0)
    if line in table.joined:
        told = f"{where}没有事项和子项名称，已作为第 {table.joined[line] + 1} 行的续行并入，请核对。"
        return Problem(told, file, name, cell)
    text = _first_text(sheet.grid.rows[line], table.header)
    return Problem(f"{where}不是事项，已略过：“{text[:30]}”。", file, name, cell, note=True)


def _first_text(row: Sequence[str], header: Header) -> str:
    return next(text for text in row[: header.width] if text.strip())


def _lines(lines: Iterable[int]) -> str:
    """Rows by number, such as 3-4、6 行."""
    return _listed((f"{a + 1}" if a == b else f"{a + 1}-{b + 1}" for a, b in runs(lines)), " 行")


def _listed(names: Iterable[str], unit: str = " ") -> str:
    """The names, or the first of them and how many there are."""
    every = list(names)
    more = f"等 {len(every)} 处" if len(every) > _MOST_NAMED else ""
    return f"{'、'.join(every[:_MOST_NAMED])}{unit}{more}"
