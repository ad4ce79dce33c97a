"""Which format a file has, by its content and never by its name."""

import io
import zipfile
from enum import StrEnum

from workbench.workbooks.unreadable import UnreadableWorkbook


class Format(StrEnum):
    """The formats that are read."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


_SAVE_AS = "请用 Excel 或 WPS 打开后另存为 .xlsx 格式再报送"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
#: First bytes -> what the file is; the remedy is the same for all of them.
_OTHERS = (
    (b"%PDF", "这是 PDF 文件，不是工作簿", "请报送原来的 Excel 文件，不要报送扫描件或打印件"),
    (b"{\\rtf", "这是 RTF 文档，不是工作簿", "请把表格填入 Excel 式样后另存为 .xlsx 格式再报送"),
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
    ("word/", "这是 Word 文档，不是工作簿", "请把表格填入 Excel 式样后另存为 .xlsx 格式再报送"),
    ("ppt/", "这是 PPT 演示文稿，不是工作簿", "请把表格填入 Excel 式样后另存为 .xlsx 格式再报送"),
    ("xl/workbook.bin", "这是 .xlsb 二进制工作簿", _SAVE_AS),
)
_PROTECTED = ("文件设有打开密码", "请取消密码（文件 - 信息 - 保护工作簿）后重新报送")
_BROKEN = ("文件不完整或已损坏", "请重新导出或重新传送；如能用 Excel 打开，请另存为 .xlsx 格式再报送")


def recognise(content: bytes) -> Format:
    """The format of a file. Raises UnreadableWorkbook for everything that is not read."""
    if not content.strip(b"\x00 \r\n\t"):
        raise UnreadableWorkbook("文件是空的", "请检查文件是否保存、传送完整，然后重新报送")
    if content.startswith(_ZIP):
        return _zipped(content)
    if content.startswith(_OLE):
        return _compound(content)
    for magic, reason, remedy in _OTHERS:
        if content.startswith(magic):
            raise UnreadableWorkbook(reason, remedy)
    raise _text(content)


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
        raise UnreadableWorkbook("这是 OpenDocument 文档，不是工作簿", _SAVE_AS)
    if "META-INF/manifest.xml" in names:
        with archive.open("META-INF/manifest.xml") as entry:
            if b"encryption-data" in entry.read(1 << 20):
                raise protected()
    return Format.ODS


def _compound(content: bytes) -> Format:
    """A compound file: its directory holds the names of its streams in UTF-16."""
    if _stream("EncryptedPackage") in content:
        raise protected()
    if _stream("Workbook") in content or _stream("Book") in content:
        return Format.XLS
    if _stream("WordDocument") in content:
        raise UnreadableWorkbook(
            "这是 Word 文档（.doc），不是工作簿", "请把表格填入 Excel 式样后另存为 .xlsx 格式再报送"
        )
    raise UnreadableWorkbook("这不是 Excel 工作簿，或者文件不完整", _SAVE_AS)


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def _text(content: bytes) -> UnreadableWorkbook:
    """What a file that is text, or nothing known, is."""
    head = content[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return UnreadableWorkbook("这是“XML 表格 2003”格式", _SAVE_AS)
    if any(mark in head for mark in (b"<html", b"<table", b"<!doctype html", b"<meta")):
        return UnreadableWorkbook("文件内容是网页（HTML），只是扩展名写成了工作簿", _SAVE_AS)
    if head.startswith(b"<"):
        return UnreadableWorkbook("文件内容是 XML，不是工作簿", _SAVE_AS)
    if b"\x00" not in content[:4096] and _decodes(content[:4096]):
        return UnreadableWorkbook("文件内容是文本（如 CSV），只是扩展名写成了工作簿", _SAVE_AS)
    return UnreadableWorkbook("不是能识别的工作簿格式", _SAVE_AS)


def _decodes(head: bytes) -> bool:
    """Whether the beginning of a file is UTF-8 or GB 18030 text; its last character may be cut."""
    for encoding in ("utf-8", "gb18030"):
        try:
            head.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(head) - 4:
                continue
        return True
    return False
