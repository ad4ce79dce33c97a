"""Writes small submissions with the messes that departments send, and beside each what must be read of it.

Run ``python tests/workbooks/quirks/submissions.py FOLDER`` to look at them: each file has a ``.json`` of the same name with
kind, unit, rows (number, item, sub-item, basis), guides, what is told of the file, and the cells that were not read.
"""

import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

TITLE = [["辽宁省水利厅省政务服务事项目录"], ["填报单位：省水利厅"]]
HEADER = [["序号", "事项名称", "", "事项类型", "设定依据", "层级和部门", "备注"], ["", "事项", "子项", "", "", "", ""]]
ITEMS: list[list[Any]] = [
    [1, "取水许可", "地表水", "行政许可", "《水法》第七条", "省级：省水利厅", ""],
    [2, "河道采砂许可", "", "行政许可", "《水法》第三十九条", "省级：省水利厅", ""],
]
READ = [["1", "取水许可", "地表水", "《水法》第七条"], ["2", "河道采砂许可", "", "《水法》第三十九条"]]
ELEMENTS = [
    ("事项名称", "取水许可"), ("设定依据", "《水法》"), ("受理条件", "符合规定"), ("办理流程", "受理"), ("法定办结时限", "20日"),
    ("服务对象", "法人"), ("办理地点", "沈阳"), ("办理时间", "周一"), ("咨询电话", "024-1"), ("是否收费", "否"),
]  # fmt: skip
GUIDE = dict(ELEMENTS)
SECOND = {name: f"{text}二" for name, text in ELEMENTS}
OUTSIDE = "表格以外的文字，只据以识别标题、单位、轮次和日期"


def saved(book: Any) -> bytes:
    """The bytes of a workbook or document."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet(rows: Sequence[Sequence[Any]], merges: Sequence[str] = ()) -> Callable[[], bytes]:
    """What writes a workbook of one sheet."""

    def write() -> bytes:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(list(row))
        for merge in merges:
            book.active.merge_cells(merge)
        return saved(book)

    return write


def in_a_text_box() -> bytes:
    """The title in a text box, the unit in the page header, a note on a cell."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    page = book.add_worksheet("Sheet1")
    page.insert_textbox(0, 1, "省政务服务事项目录")
    page.set_header("&C填报单位：省水利厅")
    page.set_footer("&C第 &P 页")
    page.write_comment("B7", "拟取消")
    for at, row in enumerate(HEADER + ITEMS, 4):
        page.write_row(at, 0, row)
    book.close()
    return stream.getvalue()


def formats() -> bytes:
    """Days from 1904, General in a format, escapes, Chinese numerals."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "date_1904": True})
    page = book.add_worksheet()
    for at, row in enumerate(TITLE + HEADER):
        page.write_row(at, 0, row)
    shown = (
        (1, "[DBNum1][$-804]General"), (12, 'General"号许可"'), (41501, "yyyy/m/d"), (0.5, "0%"), (13800, '0!.0,"万"'),
    )  # fmt: skip
    for column, (value, code) in enumerate(shown):
        page.write_number(4, column, value, book.add_format({"num_format": code}))
    book.close()
    return stream.getvalue()


def document(build: Callable[[Any, Any], None], rows: Sequence[tuple[str, str]] = ELEMENTS) -> Callable[[], bytes]:
    """What writes a Word form and lets ``build`` add to the document and its table."""

    def write() -> bytes:
        made = docx.Document()
        table = made.add_table(rows=0, cols=2)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        build(made, table)
        return saved(made)

    return write


def tracked(made: Any, table: Any) -> None:
    """An inserted and a deleted text, a deleted row, texts at the head and foot of the page."""
    cells = table.add_row().cells
    cells[0].text = "备注"
    for tag, text in (("ins", "t"), ("del", "delText")):
        words = f"<w:{tag} {nsdecls('w')}><w:r><w:{text}>{tag}</w:{text}></w:r></w:{tag}>"
        cells[1].paragraphs[0]._p.append(parse_xml(words))
    gone = table.add_row()
    gone.cells[0].text, gone.cells[1].text = "网上支付", "删掉的行"
    gone._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a"/>'))
    made.sections[0].header.paragraphs[0].text = "填报单位：省水利厅"
    made.sections[0].footer.paragraphs[0].text = "第1页"


def nested(made: Any, table: Any) -> None:
    """The materials as a table in the cell, and an element below the form as a paragraph."""
    cells = table.add_row().cells
    cells[0].text = "申请材料"
    inner = cells[1].add_table(rows=0, cols=3)
    for row in (("序号", "材料名称", "设定依据"), ("1", "申请书", "《水法》"), ("2", "身份证", "")):
        for cell, text in zip(inner.add_row().cells, row, strict=True):
            cell.text = text
    made.add_paragraph("监督电话：024-2")


def expected(
    rows: Sequence[Sequence[str]] = (),
    guides: Sequence[dict[str, Any]] = (),
    told: Sequence[str] = (),
    unread: Sequence[Sequence[Any]] = (),
    **more: Any,
) -> dict[str, Any]:
    """What must be read of a file."""
    kind = "办事指南" if guides else "省目录"
    return {"kind": kind, "unit": "省水利厅", "rows": list(rows), "guides": list(guides), "told": list(told),
            "unread": list(unread)} | more  # fmt: skip


_TABLE = [
    ["序号", *GUIDE, "申请材料", ""], [""] * 11 + ["材料名称", "设定依据"], [1, *GUIDE.values(), "申请书", "《水法》"],
    [""] * 11 + ["身份证", ""], ["合计：1项"],
]  # fmt: skip
_FIRST, _SECOND_ID = ("申请书", "《水法》"), ("身份证", "")

#: Name -> what writes the file, and what must be read of it.
SUBMISSIONS: dict[str, tuple[Callable[[], bytes], dict[str, Any]]] = {
    "文本框.xlsx": (
        in_a_text_box,
        expected(READ, told=["文件中有批注，批注内容未作为填报内容读取"], unread=[["表外文字", 2, OUTSIDE]]),
    ),
    "省水利厅-格式.xlsx": (formats, expected([["一", "12号许可", "2017/8/16", "1.4万"]])),
    "省水利厅-并排.xlsx": (
        sheet([*TITLE, *([*row, "", *row] for row in HEADER), [*ITEMS[0], "", *ITEMS[1]]]),
        expected(
            READ[:1],
            told=[
                *(f"工作表“Sheet”{column} 列“{label}”不是式样中的列，其中内容未作为事项信息读取，请核对。"
                  for column, label in (("I", "序号"), ("J", "事项"))),
                "工作表“Sheet”L 列是并排的另一张表的“事项类型”，该表未读取，请把两张表上下排列后再报送。",
                *(f"工作表“Sheet”{column} 列“{label}”不是式样中的列，其中内容未作为事项信息读取，请核对。"
                  for column, label in (("M", "设定依据"), ("N", "层级和部门"))),
            ],
            unread=[[f"{column}5", 1, f"表外列“{label}”"] for column, label in
                    (("I", "序号"), ("J", "事项"), ("L", "事项类型"), ("M", "设定依据"), ("N", "层级和部门"))],
        ),
    ),
    "省水利厅-转置指南.xlsx": (
        sheet([["要素", "指南一", "指南二"], *([name, text, SECOND[name]] for name, text in ELEMENTS)]),
        expected(guides=[GUIDE, SECOND]),
    ),
    "省水利厅-并排指南.xlsx": (
        sheet([[name, text, "", name, SECOND[name]] for name, text in ELEMENTS]),
        expected(guides=[GUIDE, SECOND]),
    ),
    "省水利厅-一览表.xlsx": (
        sheet(_TABLE),
        expected(guides=[GUIDE | {"材料": [_FIRST, _SECOND_ID]}], unread=[["A5", 1, "合计行"]]),
    ),
    "修订.docx": (
        document(tracked), expected(guides=[GUIDE | {"备注": "ins"}], unread=[["表外文字", 1, OUTSIDE]]),
    ),
    "省水利厅-嵌套.docx": (
        document(nested),
        expected(
            guides=[GUIDE | {"申请材料": "序号\t材料名称\t设定依据\n1\t申请书\t《水法》\n2\t身份证\t",
                             "材料": [_FIRST, _SECOND_ID]}],
            told=["“表1”表格以外的文字“监督电话：024-2”等 1 处像是办事指南的要素，未读取，请填入表内。"],
            unread=[["表外文字", 1, OUTSIDE]],
        ),
    ),
}  # fmt: skip


def write(folder: Path) -> None:
    """Write each file, and beside it what must be read."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (content, outcome) in SUBMISSIONS.items():
        (folder / name).write_bytes(content())
        (folder / f"{name}.json").write_text(json.dumps(outcome, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
