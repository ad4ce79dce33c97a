"""Reads the tables of a Word document, each as a grid."""

import re
from collections.abc import Iterator

from workbench.workbooks.guarded.bounds import too_many_cells, too_many_sheets
from workbench.workbooks.guarded.grid import Grid, Merge
from workbench.workbooks.guarded.layout import Layout
from workbench.workbooks.guarded.markup import Element, tree
from workbench.workbooks.guarded.parts import Parts
from workbench.workbooks.guarded.word_text import CELL, PARAGRAPH, ROW, TABLE, W, inside, lines, text_of
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

_MAIN = "word/document.xml"
#: The name of the same vocabulary in the strict variant of the format.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_NO_TABLE = UnreadableWorkbook(
    "Word 文档中没有表格", "请把内容填入手册规定的表格式样，另存为 .xlsx 或 .docx 格式再报送"
)
_NOTED, _FOOTNOTES = b"footnoteReference", "文件中有脚注，脚注内容未读取，请核对"
#: The number of a page: 3, - 3 -, 第3页 共9页.
_PAGE = re.compile(r"[-—–\s\d/，,第共页]*")
_MOST_COLUMNS = 1_000


def read_document(content: bytes, limits: Limits) -> list[Grid]:
    """Every table of the body, 表1, 表2 and so on; text before it, and after the last, is the caption.

    Raises:
        UnreadableWorkbook: the document is broken, has no table, or goes beyond the limits.
    """
    parts = Parts(content)
    data = parts.read(_MAIN).replace(_STRICT, W.strip("{}").encode())
    if data.count(b"<w:tc>") > limits.markup_cells:
        raise too_many_cells(limits.markup_cells)
    body = tree(data).find(f"{W}body")
    layouts: list[Layout] = []
    captions: list[list[str]] = [[]]
    for element in inside(body, {PARAGRAPH, TABLE}) if body is not None else ():
        if element.tag == TABLE:
            layouts.append(_table(element, f"表{len(layouts) + 1}", limits))
            captions.append([])
            if len(layouts) > limits.sheets:
                raise too_many_sheets(len(layouts), limits)
        else:
            captions[-1].append(text_of(element))
    if not layouts:
        raise _NO_TABLE
    after = captions.pop()
    captions[-1] += [*after, *_around(parts, "footer")]
    captions[0][:0] = _around(parts, "header")
    notes = (*parts.notes(), *((_FOOTNOTES,) if _NOTED in data else ()))
    return [
        layout.grid(lines(caption), () if at else notes)
        for at, (layout, caption) in enumerate(zip(layouts, captions, strict=True))
    ]


def _around(parts: Parts, kind: str) -> Iterator[str]:
    """The different lines at the head, or at the foot, of the pages."""
    seen: dict[str, None] = {}
    for name in parts.names(f"word/{kind}"):
        root = parts.root(name)
        paragraphs = () if root is None else inside(root, {PARAGRAPH})
        seen |= dict.fromkeys(line for each in paragraphs for line in text_of(each).split("\n") if line.strip())
    yield from (line for line in seen if not _PAGE.fullmatch(line))


def _table(table: Element, name: str, limits: Limits) -> Layout:
    """Lay out a table; a cell that goes on from above (vMerge) makes that merge longer."""
    layout = Layout(name, limits)
    open_merges: dict[int, Merge] = {}
    for line, row in enumerate(_rows(table)):
        column = _number(row.find(f"{W}trPr/{W}gridBefore"))
        going_on: dict[int, Merge] = {}
        for cell in inside(row, {CELL}):
            width = max(_number(cell.find(f"{W}tcPr/{W}gridSpan")), 1)
            above = open_merges.pop(column, None) if _goes_on(cell) else None
            merge = Merge(line, column, line, column + width - 1) if above is None else above._replace(bottom=line)
            if _is_merged(cell):
                going_on[column] = merge
            else:
                layout.merge(merge)
            if above is None:
                layout.put(line, column, _cell_text(cell))
            column += width
        _finish(layout, open_merges)
        open_merges = going_on
    _finish(layout, open_merges)
    return layout


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table but for those that a tracked change deletes."""
    return (row for row in inside(table, {ROW}) if row.find(f"{W}trPr/{W}del") is None)


def _finish(layout: Layout, merges: dict[int, Merge]) -> None:
    for merge in merges.values():
        layout.merge(merge)


def _is_merged(cell: Element) -> bool:
    return cell.find(f"{W}tcPr/{W}vMerge") is not None


def _goes_on(cell: Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") != "restart"


def _number(element: Element) -> int:
    text = "0" if element is None else element.get(f"{W}val", "0")
    return min(int(text[:6]), _MOST_COLUMNS) if text.isascii() and text.isdigit() else 0


def _cell_text(cell: Element) -> str:
    """Paragraphs as lines; a table in the cell as lines too, with tabs between its cells."""
    return lines(text_of(each) if each.tag == PARAGRAPH else _flat(each) for each in inside(cell, {PARAGRAPH, TABLE}))


def _flat(table: Element) -> str:
    rows = ("\t".join(_cell_text(cell) for cell in inside(row, {CELL})) for row in _rows(table))
    return "\n".join(rows)
