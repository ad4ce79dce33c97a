"""Any catalogue that is written comes back as it was, each value with its place, however it was laid out."""

import io
import string
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.workbooks import read_submission
from workbench.workbooks.cells import cell_name

LABELS = {
    "seq": ("序号", "基本编码", "1.序号"),
    "item_name": ("事项", "事 项 名 称", "主项"),
    "sub_item_name": ("子项", "子项\n名称"),
    "item_type": ("事项类型", "事项类别（五类）"),
    "legal_basis": ("设定依据", "设立依据"),
    "levels_and_departments": ("层级和部门", "4、层级及部门"),
    "remarks": ("备注", "备　注"),
}
TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufffe\uffff"),
        st.sampled_from("\n 　=+-@《》（）【】第条款项〔〕" + string.digits),
    ),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip())
#: What may stand between two main items: nothing, a blank row, the header once more, or a row that is no matter.
HEADER = "header"
AFTER = st.sampled_from(["", "\n", HEADER, "一、行政许可（共2项）", "合计：2项", "（三）公共服务事项", "填表人：张三"])
BLANK = st.one_of(st.just(""), TEXTS)


@dataclass
class Main:
    """A main item: its values by field, and those of its own that each sub-item has."""

    values: dict[str, str]
    subs: list[dict[str, str]]
    style: str
    after: str


@st.composite
def mains(draw: st.DrawFn) -> list[Main]:
    """A catalogue's main items, each with its own way to lay out sub-items."""
    found = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        values = {field: draw(TEXTS) for field in ("item_type", "legal_basis", "levels_and_departments")}
        values |= {"seq": str(number), "item_name": f"{draw(TEXTS)}{number}", "remarks": draw(BLANK)}
        names = st.fixed_dictionaries({"sub_item_name": TEXTS}, optional={"legal_basis": TEXTS, "remarks": TEXTS})
        first = st.fixed_dictionaries({"sub_item_name": TEXTS})  # whose row is the main item's own
        subs = [draw(first), *draw(st.lists(names, max_size=3))] if draw(st.booleans()) else []
        found.append(Main(values, subs, draw(st.sampled_from(("merged", "repeated", "blank"))), draw(AFTER)))
    return found


class Written:
    """A sheet as it was written: the bytes, and what must be read from it."""

    def __init__(self, catalogue: list[Main], columns: list[str], labels: dict[str, str], top: int, left: int) -> None:
        """Write it, with the header at ``top`` and ``left`` from 0."""
        self.columns, self.left = columns, left
        self.line = top
        self.expected: list[dict[str, str]] = []
        self.cells: list[dict[str, str]] = []
        stream = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        book = xlsxwriter.Workbook(stream, options)
        self.page = book.add_worksheet("目录")
        self.others: list[str] = []
        self.write_header(labels)
        for main in catalogue:
            self.write(main)
            self.write_after(main.after, labels)
        book.close()
        self.content = stream.getvalue()

    def write_header(self, labels: dict[str, str]) -> None:
        """One row with the columns' words."""
        for field in self.columns:
            self.page.write_string(self.line, self.column(field), labels[field])
        self.line += 1

    def write_after(self, after: str, labels: dict[str, str]) -> None:
        """What stands between this main item and the next."""
        if after.strip():
            self.others.append(f"A{self.line + 1}")
        if after == HEADER:
            self.write_header(labels)
        elif after:
            self.page.write_string(self.line, self.column("item_name"), after.strip())
            self.line += 1

    def write(self, main: Main) -> None:
        """One main item and its sub-items."""
        rows = main.subs or [{}]
        for field in self.columns:
            self.write_column(main, field, rows)
        for at, row in enumerate(rows):
            self.expected.append({"sub_item_name": ""} | main.values | row)
            self.cells.append({field: self.cell(main, field, at, row) for field in self.columns})
        self.line += len(rows)

    def write_column(self, main: Main, field: str, rows: list[dict[str, str]]) -> None:
        """The cells of one column, merged where all of them are the main item's."""
        column, value = self.column(field), main.values.get(field, "")
        if self.merged(main, field):
            self.page.merge_range(self.line, column, self.line + len(rows) - 1, column, "")
            self.put(self.line, column, field, value)
            return
        for at, row in enumerate(rows):
            self.put(self.line + at, column, field, row.get(field, value if self.shows(main, at) else ""))

    def put(self, line: int, column: int, field: str, text: str) -> None:
        """One cell; a sequence is a number."""
        if field == "seq" and text:
            self.page.write_number(line, column, int(text))
        elif text:
            self.page.write_string(line, column, text)

    def merged(self, main: Main, field: str) -> bool:
        """Whether the column of a main item is one cell."""
        return main.style == "merged" and len(main.subs) > 1 and not any(field in row for row in main.subs)

    def shows(self, main: Main, at: int) -> bool:
        """Whether a row prints what it has from its main item."""
        return not at or main.style == "repeated"

    def cell(self, main: Main, field: str, at: int, row: dict[str, str]) -> str:
        """The cell that must be told for a value: the main item's for one that is not printed again."""
        inherited = field not in row and bool(main.values.get(field, "").strip()) and not self.shows(main, at)
        above = inherited or self.merged(main, field)
        return cell_name(self.line + (0 if above else at), self.column(field))

    def column(self, field: str) -> int:
        """Where the column of a field stands."""
        return self.left + self.columns.index(field)


@settings(max_examples=60, deadline=None)
@given(st.data(), mains())
def test_what_is_written_comes_back_with_its_places(data: st.DataObject, catalogue: list[Main]):
    """Texts are equal to the last blank and line break, and every value knows its cell."""
    columns = data.draw(st.permutations(list(LABELS)))
    labels = {field: data.draw(st.sampled_from(words)) for field, words in LABELS.items()}
    written = Written(catalogue, columns, labels, data.draw(st.integers(0, 6)), data.draw(st.integers(0, 3)))
    reading = read_submission(Path("省目录.xlsx"), written.content)
    assert reading.catalogue is not None
    got = [{field: getattr(read.row, field) for field in written.expected[0]} for read in reading.catalogue.rows]
    assert got == written.expected
    assert [dict(read.cells) for read in reading.catalogue.rows] == written.cells
    assert [problem.cell for problem in reading.catalogue.problems] == written.others
    subs = iter(reading.catalogue.rows)
    for main in catalogue:
        firsts = [next(subs).row.sub_items for _ in main.subs or [{}]]
        names = tuple(row["sub_item_name"] for row in main.subs)
        assert firsts == [names or None, *[None] * (len(firsts) - 1)]
