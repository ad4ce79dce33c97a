"""Takes a .zip of submissions apart; anything else is one part by itself."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.workbooks.guarded.decoding import too_large
from workbench.workbooks.limits import MEGABYTE, Limits, megabytes
from workbench.workbooks.unreadable import UnreadableWorkbook

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
#: Where the first entry of an archive has the length of its name, and the name.
_NAME_LENGTH, _FIRST_NAME = 26, 30
_OFFICE = {"[Content_Types].xml", "mimetype", "xl/workbook.xml", "word/document.xml"}
#: What the first entry of a workbook or document may be called; of a broken one, no other can be read.
_OFFICE_FIRST = (*_OFFICE, "_rels/", "docProps/", "xl/", "word/", "customXml/", "META-INF/")
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_LINK, _KIND = 0o120000, 0o170000
_LEFT_OUT = re.compile(r"(?:^|/)(?:__MACOSX/|~\$|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\\/\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
_CHINESE = re.compile("[\u3000-\u9fff]")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LONGEST = 120
_UNPACK = "请解压后直接报送其中的文件"
_BROKEN = UnreadableWorkbook("压缩包不完整或已损坏", "请重新压缩或重新传送")


@dataclass(frozen=True, slots=True)
class Part:
    """One file; ``refused`` says why its content could not be had."""

    name: str
    content: bytes
    refused: UnreadableWorkbook | None = None


def unpack(name: str, content: bytes, limits: Limits | None = None) -> list[Part]:
    """The files of a .zip of submissions, with names that are safe and different; another file gives itself.

    Folders become part of the names. What an operating system adds by itself is left out. A file of the archive that
    cannot be had (a password, an archive in the archive, a link, too large) is a part with the reason in ``refused``.

    Args:
        name: the file's name; only its last part is used.
        content: its bytes.
        limits: from the environment where not given; ``zip_files``, ``zip_mb``, ``file_mb`` and ``ratio`` count here.

    Raises:
        UnreadableWorkbook: the archive itself is broken, empty or beyond the limits.
    """
    limits = limits or Limits.from_environment()
    if not _is_archive(content):
        return [Part(safe_name(name), content)]
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [each for each in archive.infolist() if not each.is_dir() and not _LEFT_OUT.search(_name(each))]
            _check(entries, limits)
            return list(_parts(archive, entries, limits))
    except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError):
        raise UnreadableWorkbook(_BROKEN.reason, _BROKEN.remedy, name) from None
    except UnreadableWorkbook as error:
        raise UnreadableWorkbook(error.reason, error.remedy, name) from None


def safe_name(path: str) -> str:
    """A file name that no system takes for a path, a device or anything else than a name."""
    steps = [
        step for step in re.split(r"[\\/]", path) if step not in {"", ".", ".."} and not re.fullmatch("[A-Za-z]:", step)
    ]
    name = unicodedata.normalize("NFC", _UNSAFE.sub("_", "-".join(steps))).strip(" .") or "未命名"
    stem, dot, ending = name.rpartition(".")
    if len(name) > _LONGEST:
        name = (
            stem[: _LONGEST - 1 - len(ending)] + dot + ending
            if dot and len(ending) < _LONGEST // 2
            else name[:_LONGEST]
        )
    return f"_{name}" if _DEVICE.match(name) else name


def _is_archive(content: bytes) -> bool:
    """Whether a file is a .zip and not a workbook or document, which are .zip files too."""
    if not content.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError):
        length = int.from_bytes(content[_NAME_LENGTH : _NAME_LENGTH + 2], "little")
        first = content[_FIRST_NAME : _FIRST_NAME + length].decode("ascii", "replace")
        return not first.startswith(_OFFICE_FIRST)
    return not names & _OFFICE


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as its writer saw it: UTF-8 where flagged or where that makes Chinese, else GB 18030.

    GBK names can be UTF-8 by chance (those of 目录 make ``Ŀ¼``), but then not Chinese.
    """
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            name = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if name.isascii() or _CHINESE.search(name):
            return name
    return entry.filename


def _check(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if not entries:
        raise UnreadableWorkbook("压缩包是空的", "请把要报送的文件放进压缩包后再报送")
    if len(entries) > limits.zip_files:
        raise UnreadableWorkbook(
            f"压缩包内有 {len(entries):,} 个文件，超过上限 {limits.zip_files:,.0f} 个", "请分成几个压缩包再报送"
        )
    size = sum(entry.file_size for entry in entries)
    if size > limits.zip_mb * MEGABYTE:
        raise UnreadableWorkbook(
            f"压缩包解压后有 {megabytes(size)}，超过上限 {megabytes(limits.zip_mb * MEGABYTE)}",
            "请分成几个压缩包再报送",
        )


def _parts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits) -> Iterator[Part]:
    taken: set[str] = set()
    for entry in entries:
        name = _different(safe_name(_name(entry)), taken)
        try:
            yield Part(name, _content(archive, entry, limits))
        except UnreadableWorkbook as error:
            yield Part(name, b"", UnreadableWorkbook(error.reason, error.remedy, name))


def _different(name: str, taken: set[str]) -> str:
    """The name, with a number before its ending where it is taken already."""
    stem, dot, ending = name.rpartition(".")
    number, chosen = 1, name
    while chosen.casefold() in taken:
        number += 1
        chosen = f"{stem}({number}){dot}{ending}" if dot else f"{name}({number})"
    taken.add(chosen.casefold())
    return chosen


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> bytes:
    if entry.flag_bits & _ENCRYPTED:
        raise UnreadableWorkbook("压缩包设有密码", "请取消密码后重新压缩再报送")
    if (entry.external_attr >> 16) & _KIND == _LINK:
        raise UnreadableWorkbook("压缩包中的这一项是链接，不是文件", "请放入文件本身后重新压缩再报送")
    if entry.file_size > limits.file_mb * MEGABYTE:
        raise too_large(entry.file_size, limits)
    if entry.file_size > max(MEGABYTE, limits.ratio * entry.compress_size):
        raise UnreadableWorkbook(f"压缩比超过 {limits.ratio:,.0f} 倍，可能是压缩炸弹", _UNPACK)
    try:
        with archive.open(entry) as stream:
            content = stream.read(entry.file_size + 1)
    except Exception:  # noqa: BLE001 - a broken entry raises what its compression raises
        raise UnreadableWorkbook(_BROKEN.reason, _BROKEN.remedy) from None
    if _is_archive(content):
        raise UnreadableWorkbook("压缩包里还有压缩包", _UNPACK)
    return content
