"""What of a submitted .xlsx does not come through when it is opened and saved again, told in words."""

import io
import re
import zipfile
from importlib.util import find_spec

from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_DRAWING = r"xl/drawings/drawing\d+\.xml"
_SHEET = r"xl/worksheets/sheet\d+\.xml"
#: Part of a workbook, what is found in it, and the word for what is dropped.
_DROPPED = (
    (_DRAWING, rb"<xdr:(?:sp|cxnSp|grpSp)\b", "图形和文本框"),
    (_SHEET, rb"sparkline", "迷你图"),
    (_SHEET, rb"<x14:conditionalFormatting\b", "部分条件格式"),
    (_SHEET, rb"<x14:dataValidation\b", "部分数据有效性"),
    (r"xl/ctrlProps/.+", rb"", "表单控件"),
    (r"xl/vbaProject\.bin", rb"", "宏"),
    (r"xl/embeddings/.+", rb"", "嵌入的文件"),
    (r"xl/threadedComments/.+", rb"", "批注的回复"),
)
_FORMULA = (_SHEET, rb"<f[\s>/]")
_UNCOMPUTED = "本表保留了原文件中的公式，没有保留其计算结果：用 Excel 或 WPS 打开时会重新计算，预览时可能显示为空；以报送的原文件为准"
_IMAGES = (r"xl/media/.+", rb"", "图片")
#: A formula that has another program do something (DDE), such as =cmd|'...'!A0, or that goes out to the network.
_COMMAND = re.compile(
    r"^=(?:[^\"]*\w+\s*\||.*\b(?:_xlfn\.)?(?:WEBSERVICE|HYPERLINK|DDE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|IMPORTDATA)\s*\()",
    re.DOTALL | re.IGNORECASE,
)
#: Where a link may lead; every other one opens a file or starts a program.
_HARMLESS = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_MOST_READ = 32 << 20


def lost_on_saving(content: bytes) -> list[str]:
    """What will be missing, as sentences without full stop."""
    patterns = _DROPPED if find_spec("PIL") else (*_DROPPED, _IMAGES)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        lost = [what for part, mark, what in patterns if _has(archive, part, mark)]
        uncomputed = [_UNCOMPUTED] if _has(archive, *_FORMULA) else []
    told = [f"原文件中的{'、'.join(lost)}未能保留，其余内容不变；请以报送的原文件为准"] if lost else []
    return told + uncomputed


def _has(archive: zipfile.ZipFile, part: str, mark: bytes) -> bool:
    pattern, found = re.compile(part), re.compile(mark)
    for entry in archive.infolist():
        if pattern.fullmatch(entry.filename):
            with archive.open(entry) as stream:
                if found.search(stream.read(_MOST_READ)):
                    return True
    return False


def silence_commands(book: Workbook) -> list[str]:
    """Turn formulas that would start other programs or call up pages into text, and take out links to files.

    Returns:
        The cells concerned, as at most two sentences without full stop.
    """
    formulas, links = [], []
    for page in book.worksheets:
        for cell in written_cells(page):
            formula = str(getattr(cell.value, "text", cell.value)) if cell.data_type == "f" else ""
            if _COMMAND.match(formula):
                cell.value = formula
                cell.data_type = "s"
                formulas.append(f"{page.title}!{cell.coordinate}")
            target = cell.hyperlink.target if cell.hyperlink else None
            if target and not _HARMLESS.match(target):
                cell.hyperlink = None
                links.append(f"{page.title}!{cell.coordinate}")
    told = (
        ("原文件中调用外部程序或者网址的公式已改为文本", formulas),
        ("原文件中指向文件或者程序的超链接已去除", links),
    )
    return [f"{what}（{'、'.join(cells[:10])}）" for what, cells in told if cells]


def written_cells(page: Worksheet) -> list[Cell]:
    """The cells that a sheet really has; going through rows and columns would make all those between."""
    return [cell for cell in page._cells.values() if isinstance(cell, Cell)]  # noqa: SLF001 - see the docstring
