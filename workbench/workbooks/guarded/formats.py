"""Which format a file has, by its content and never by its name."""

import io
import re
import zipfile
from enum import StrEnum

from workbench.workbooks.guarded.decoding import beginning
from workbench.workbooks.unreadable import UnreadableWorkbook


class Format(StrEnum):
    """The formats that are known."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    SPREADSHEET_XML = "xml"
    HTML = "html"
    CSV = "csv"
    DOCX = "docx"
    JSON_LINES = "jsonl"


_SAVE_AS = "请用 Excel 或 WPS 打开后另存为 .xlsx 格式再报送"
_SAVE_AS_WORD = "请用 Word 或 WPS 打开后另存为 .docx 格式再报送"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
#: First bytes -> what the file is; the remedy is the same for all of them.
_OTHERS = (
    (b"%PDF", "这是 PDF 文件，不是工作簿", "请报送原来的 Excel 文件，不要报送扫描件或打印件"),
    (b"{\\rtf", "这是 RTF 文档，不是工作簿", _SAVE_AS_WORD),
    (b"\x89PNG", "这是图片，不是工作簿", "请报送原来的 Excel 文件，不要报送扫描件或截图"),
    (b"\xff\xd8\xff", "这是图片，不是工作簿", "请报送原来的 Excel 文件，不要报送扫描件或截图"),
    (b"Rar!", "这是 RAR 压缩包，不是工作簿", "请解压后报送其中的工作簿"),
    (b"7z\xbc\xaf", "这是 7z 压缩包，不是工作簿", "请解压后报送其中的工作簿"),
    (b"\x1f\x8b", "这是 GZ 压缩包，不是工作簿", "请解压后报送其中的工作簿"),
    (b"\x09\x00", "这是 Excel 5.0 以前的旧格式", _SAVE_AS),
    (b"\x09\x02", "这是 Excel 5.0 以前的旧格式", _SAVE_AS),
    (b"\x09\x04", "这是 Excel 5.0 以前的旧格式", _SAVE_AS),
    (b"\x09\x08", "这是 Excel 5.0 的旧格式", _SAVE_AS),
)
_DOCUMENTS = (
    ("word/", "Word 文档缺少正文，可能已损坏", "请用 Word 或 WPS 重新另存为 .docx 格式再报送"),
    ("ppt/", "这是 PPT 演示文稿，不是工作簿", "请把表格填入 Excel 式样后另存为 .xlsx 格式再报送"),
    ("xl/workbook.bin", "这是 .xlsb 二进制工作簿", _SAVE_AS),
)
#: Bytes of an entry in the directory of a compound file.
_ENTRY = 128
#: A text has at most one control character in so many.
_FEW = 16
_BINARY = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_HTML = re.compile(r"<(?:table|meta|head|body|style|tr)(?=[\s/>])")
_HEAD = 4096
_OBJECT = re.compile(r'\{\s*"')
_PROTECTED = ("文件设有打开密码或工作簿保护密码", "请取消密码（文件 - 信息 - 保护工作簿）后重新报送")
_BROKEN = ("文件不完整或已损坏", "请重新导出或重新传送；如能用 Excel 打开，请另存为 .xlsx 格式再报送")


def recognise(content: bytes) -> Format:
    """The format of a file. Raises UnreadableWorkbook for everything that is not read."""
    if not content.strip(b"\x00 \r\n\t"):
        raise UnreadableWorkbook("文件是空的", "请检查文件是否保存、传送完整，然后重新报送")
    if content.startswith(_ZIP):
        return _zipped(content)
    if content.startswith(_OLE):
        return _compound(content)
    if is_json_lines(content):
        return Format.JSON_LINES
    for magic, reason, remedy in _OTHERS:
        if content.startswith(magic):
            raise UnreadableWorkbook(reason, remedy)
    return _text(content)


def is_json_lines(content: bytes) -> bool:
    """Whether a file's content begins like JSON lines in UTF-8."""
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"{") and not head.startswith((b"{\\rtf", b"{\x00"))


def protected() -> UnreadableWorkbook:
    """What is said of a file with a password."""
    return UnreadableWorkbook(*_PROTECTED)


def broken() -> UnreadableWorkbook:
    """What is said of a damaged file."""
    return UnreadableWorkbook(*_BROKEN)


def _zipped(content: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            return _by_names(archive, names)
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, RuntimeError, OSError):
        raise broken() from None


def _by_names(archive: zipfile.ZipFile, names: list[str]) -> Format:
    if "mimetype" in names and "content.xml" in names:
        return _open_document(archive, names)
    if "xl/workbook.xml" in names or any(name.lower() == "xl/workbook.xml" for name in names):
        return Format.XLSX
    if "word/document.xml" in names:
        return Format.DOCX
    for prefix, reason, remedy in _DOCUMENTS:
        if any(name.startswith(prefix) for name in names):
            raise UnreadableWorkbook(reason, remedy)
    if "[Content_Types].xml" in names:
        raise broken()
    raise UnreadableWorkbook("这是压缩包，不是工作簿", "请解压后报送其中的工作簿")


def _open_document(archive: zipfile.ZipFile, names: list[str]) -> Format:
    with archive.open("mimetype") as entry:
        kind = entry.read(200)
    if b"spreadsheet" not in kind:
        raise UnreadableWorkbook("这是 OpenDocument 文档，不是工作簿", _SAVE_AS_WORD if b"text" in kind else _SAVE_AS)
    if "META-INF/manifest.xml" in names:
        with archive.open("META-INF/manifest.xml") as entry:
            if b"encryption-data" in entry.read(1 << 20):
                raise protected()
    return Format.ODS


def _compound(content: bytes) -> Format:
    """A compound file: its directory holds the names of its streams in UTF-16, one entry every 128 bytes."""
    if _has_stream(content, "EncryptedPackage"):
        raise protected()
    if _has_stream(content, "Workbook") or _has_stream(content, "Book"):
        return Format.XLS
    if _has_stream(content, "WordDocument"):
        raise UnreadableWorkbook("这是旧版 Word 或 WPS 文档（.doc、.wps）", _SAVE_AS_WORD)
    if _has_stream(content, "PowerPoint Document"):
        raise UnreadableWorkbook("这是 PPT 演示文稿，不是工作簿", "请把表格填入 Excel 式样后另存为 .xlsx 格式再报送")
    raise UnreadableWorkbook("这不是 Excel 工作簿，或者文件不完整", _SAVE_AS)


def _has_stream(content: bytes, name: str) -> bool:
    entry = name.encode("utf-16-le")
    at = content.find(entry)
    while at >= 0:
        if at % _ENTRY == 0 and content[at + len(entry) : at + len(entry) + 2] in {b"", b"\x00\x00"}:
            return True
        at = content.find(entry, at + 1)
    return False


def _text(content: bytes) -> Format:
    """The format of a file that is text."""
    text = beginning(content)
    if text is None or len(_BINARY.findall(text)) * _FEW > len(text):
        raise UnreadableWorkbook("不是能识别的工作簿格式", _SAVE_AS)
    head = text.lstrip("\ufeff \r\n\t\x00").lower()
    if not head.startswith("<"):
        return _plain(head)
    if "<html" in head or "<!doctype html" in head:
        return Format.HTML
    if "urn:schemas-microsoft-com:office:spreadsheet" in head:
        return Format.SPREADSHEET_XML
    if _HTML.search(head):
        return Format.HTML
    if any(mark in head for mark in ("/word/2003/wordml", "2006/xmlpackage", "wordprocessingml")):
        raise UnreadableWorkbook("这是“Word XML 文档”", _SAVE_AS_WORD)
    raise UnreadableWorkbook("文件内容是 XML，不是工作簿", _SAVE_AS)


def _plain(head: str) -> Format:
    """The format of a text that is no markup; whether it has columns is seen when it is read."""
    if head.startswith("mime-version:"):
        raise UnreadableWorkbook("这是“单个文件网页”（.mht）", _SAVE_AS)
    if _OBJECT.match(head):
        raise UnreadableWorkbook("这是 JSON 行文件，但不是 UTF-8 编码", "请另存为 UTF-8 编码的文件再报送")
    return Format.CSV
