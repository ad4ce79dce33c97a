"""Reads the tables of a web page, which exporting systems like to call .xls."""

import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from workbench.workbooks.guarded.bounds import too_many_cells, too_many_sheets
from workbench.workbooks.guarded.check_marks import box
from workbench.workbooks.guarded.decoding import decode_text
from workbench.workbooks.guarded.grid import Grid, Merge
from workbench.workbooks.guarded.layout import Layout, Spans
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE)
_NAMES = re.compile(r"<x:Name>([^<]{1,100})</x:Name>")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_CELLS, _BLOCKS = ("td", "th"), {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table"}
_SILENT = {"script", "style", "head", "title", "xml", "noscript", "template"}
_NO_TABLE = UnreadableWorkbook(
    "文件内容是网页（HTML），其中没有表格", "请用 Excel 或 WPS 打开后另存为 .xlsx 格式再报送"
)
_NO_MEANING = UnreadableWorkbook(
    "文件内容是网页（HTML），层次过深或已损坏", "请用 Excel 或 WPS 打开后另存为 .xlsx 格式再报送"
)
#: No browser takes a larger span.
_WIDEST, _DEEPEST = 1_000, 65_534
#: A page's layout has no more rows and columns than this around the table that the page is about.
_MOST_FRAMING = 3
#: Stands where a table was, as an element and in the text around it; no page can hold either.
_TABLE_HERE, _HERE = "TABLE", "\x00"


def read_html(content: bytes, limits: Limits) -> list[Grid]:
    """Every table that does not stand in another one, with the text of the page before it, and after the last.

    Raises:
        UnreadableWorkbook: the page is broken, has no table, or goes beyond the limits.
    """
    text = _decoded(content, limits)
    if max(text.count("<td"), text.count("<TD")) > limits.markup_cells:
        raise too_many_cells(limits.markup_cells)
    root = _parsed(text)
    tables = [] if root is None else _data_tables(root)
    if not tables:
        raise _NO_TABLE
    if len(tables) > limits.sheets:
        raise too_many_sheets(len(tables), limits)
    names = _NAMES.findall(text)
    if len(names) != len(tables) or len(set(names)) != len(names):
        names = [f"表{number}" for number in range(1, len(tables) + 1)]
    captions = _taken_out(root, tables)
    return [_table(table, name, caption, limits) for table, name, caption in zip(tables, names, captions, strict=True)]


def _decoded(content: bytes, limits: Limits) -> str:
    """By the mark, else by what the page says of itself, else by trying."""
    said = _CHARSET.search(content[:4096])
    name = said[1].decode().lower() if said else ""
    encoding = "gb18030" if name.startswith("gb") else "utf-8" if name in {"utf-8", "utf8"} else ""
    if encoding and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            pass
    return decode_text(content, limits)


def _parsed(text: str) -> Any:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise _NO_MEANING from None


def _data_tables(root: Any) -> list[Any]:
    """The tables that stand in no other one, or in one that only frames them."""
    tables = list(root.iter("table"))
    frames = {each for each in tables if _frames(each)}
    open_frames, found = set(), []
    for table in tables:
        outer = next(table.iterancestors("table"), None)
        if outer is not None and outer not in open_frames:
            continue
        if table in frames:
            open_frames.add(table)
        else:
            found.append(table)
    return found


def _frames(table: Any) -> bool:
    """Whether a table is there for looks: it holds tables, and has one column or is small beside one of them."""
    inner = [len(_rows(each)) for each in table.iterdescendants("table")]
    if not inner:
        return False
    rows = _rows(table)
    width = max((len(row.findall("td")) + len(row.findall("th")) for row in rows), default=0)
    return width <= 1 or (max(width, len(rows)) <= _MOST_FRAMING and len(rows) < max(inner))


def _taken_out(root: Any, tables: Sequence[Any]) -> list[str]:
    """The text around the tables, which are taken out of the page: before each one, and after the last with it.

    A page without such text has its title there.
    """
    for table in tables:
        place = etree.Element(_TABLE_HERE)
        place.tail = table.tail
        table.getparent().replace(table, place)
        table.tail = None
    *before, after = (text.strip() for text in text_of(root).split(_HERE))
    title = root.find(".//title")
    if title is not None and not any((*before, after)):
        before[0] = " ".join((title.text or "").split())
    before[-1] = "\n".join(text for text in (before[-1], after) if text)
    return before


def _rows(table: Any) -> list[Any]:
    """The rows of the table itself."""
    found = []
    for child in table:
        if child.tag == "tr":
            found.append(child)
        elif child.tag in {"thead", "tbody", "tfoot"}:
            found.extend(child.iterchildren("tr"))
    return found


def _table(table: Any, name: str, above: str, limits: Limits) -> Grid:
    """Lay out a table; its own caption follows the text ``above`` it."""
    layout, spans = Layout(name, limits), Spans()
    rows = _rows(table)
    for line, row in enumerate(rows):
        if _is_hidden(row):
            layout.hidden_rows.append(range(line, line + 1))
        column = 0
        for cell in row.iterchildren(*_CELLS):
            column = spans.free(line, column)
            down = min(_span(cell, "rowspan", _DEEPEST) or len(rows) - line, len(rows) - line)
            right = _span(cell, "colspan", _WIDEST) or 1
            merge = Merge(line, column, line + down - 1, column + right - 1)
            layout.merge(merge)
            layout.put(line, column, text_of(cell))
            spans.take(merge)
            column += right
    for column, col in enumerate(table.iter("col")):
        if _is_hidden(col):
            layout.hidden_columns.append(range(column, column + 1))
    caption = table.find("caption")
    own = "" if caption is None else text_of(caption)
    return layout.grid("\n".join(text for text in (above, own) if text))


def _span(cell: Any, name: str, most: int) -> int:
    text = (cell.get(name) or "1").strip()
    return min(int(text[:6]), most) if text.isascii() and text.isdigit() else 1


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def text_of(element: Any) -> str:
    """The text as a browser shows it: blanks are one blank, breaks and blocks are lines."""
    pieces: list[str] = []
    _collect(element, pieces)
    text = _AROUND_BREAK.sub("\n", "".join(pieces)).strip(" \n")
    return "" if not text.strip() else text


def _collect(element: Any, pieces: list[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return
    if element.tag in {"br", _TABLE_HERE}:
        pieces.append(_HERE if element.tag == _TABLE_HERE else "\n")
    elif element.tag in {"input", "select", "textarea"}:
        pieces.append(_control(element))
    else:
        _add(element.text, pieces)
        for child in element:
            if child.tag in _CELLS and pieces and not pieces[-1].endswith("\n"):
                pieces.append("\t")
            if child.tag in _BLOCKS:
                _new_line(pieces)
            _collect(child, pieces)
            if child.tag in _BLOCKS:
                _new_line(pieces)
            _add(child.tail, pieces)


def _add(text: str | None, pieces: list[str]) -> None:
    if text:
        plain = _BLANKS.sub(" ", text)
        if plain != " " or (pieces and not pieces[-1].endswith(("\n", " "))):
            pieces.append(plain)


def _new_line(pieces: list[str]) -> None:
    """Begin a line, unless one begins here already."""
    while pieces and pieces[-1] == " ":
        pieces.pop()
    if pieces and not pieces[-1].endswith("\n"):
        pieces.append("\n")


def _control(element: Any) -> str:
    """What a form's control shows."""
    kind = (element.get("type") or "text").lower()
    if element.tag == "select":
        options = element.findall(".//option")
        chosen = next((option for option in options if option.get("selected") is not None), None)
        return text_of(chosen if chosen is not None else options[0]) if options else ""
    if element.tag == "textarea":
        return element.text or ""
    if kind in {"checkbox", "radio"}:
        return box(chosen=element.get("checked") is not None)
    return "" if kind in {"hidden", "password", "submit", "button", "image", "file"} else element.get("value") or ""
