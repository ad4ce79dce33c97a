"""Texts of files in the encodings that units use: UTF-8, UTF-16 and GB 18030 (which holds GBK and GB 2312)."""

import codecs

from workbench.workbooks.limits import MEGABYTE, Limits, megabytes
from workbench.workbooks.unreadable import UnreadableWorkbook

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNKNOWN = UnreadableWorkbook(
    "文件内容不是 UTF-8、UTF-16 或 GB18030 编码的文本，或者文件已损坏",
    "请用 Excel 或 WPS 打开后另存为 .xlsx 格式再报送",
)
#: Bytes at the end of a beginning that may be a cut character.
_CUT = 4
#: A text in UTF-8 has at most one stray zero byte in so many; one in UTF-16 has more, or is no UTF-8 without them.
_FEW = 20


def decode_text(content: bytes, limits: Limits | None = None) -> str:
    """The whole text of a file. Raises UnreadableWorkbook where it is too large or in no known encoding."""
    limits = limits or Limits.from_environment()
    if len(content) > limits.file_mb * MEGABYTE:
        raise too_large(len(content), limits)
    encoding = encoding_of(content)
    if encoding is None:
        raise _UNKNOWN
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError:
        raise _UNKNOWN from None


def beginning(content: bytes, size: int = 8192) -> str | None:
    """The text of a file's first bytes; None where they are no text."""
    head = content[:size]
    encoding = encoding_of(head)
    if encoding is None:
        return None
    text = codecs.getincrementaldecoder(encoding)(errors="replace").decode(head)
    return None if "\x00" in text and encoding != "utf-8" else text


def encoding_of(content: bytes) -> str | None:
    """The encoding of a text, by its mark, its zero bytes or by trying its beginning."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    head = content[: 64 * 1024]
    if b"\x00" in head:
        stray = head.count(b"\x00") * _FEW < len(head) and _decodes(head.replace(b"\x00", b""), "utf-8")
        return "utf-8" if stray else _without_mark(head)
    return next((encoding for encoding in ("utf-8", "gb18030") if _decodes(head, encoding)), None)


def too_large(size: int, limits: Limits) -> UnreadableWorkbook:
    """What is said of a file that is larger than any that is read."""
    return UnreadableWorkbook(
        f"文件有 {megabytes(size)}，超过上限 {megabytes(limits.file_mb * MEGABYTE)}",
        "请删除图片等无关内容，或拆成几个工作簿后再报送",
    )


def _without_mark(head: bytes) -> str | None:
    """UTF-16 has zeros in every other byte where it holds ASCII, and never two in a row for one character."""
    for encoding, zeros, others in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if b"\x00" not in head[others::2] and b"\x00" in head[zeros::2] and _decodes(head, encoding):
            return encoding
    return None


def _decodes(head: bytes, encoding: str) -> bool:
    try:
        head.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start >= len(head) - _CUT
    return True
