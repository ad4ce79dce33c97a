"""Looks at a zipped workbook's claims before any parser believes them."""

import io
import re
import zipfile

from workbench.workbooks.guarded.formats import broken
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

MEGABYTE = 1 << 20
_DELETE = "请删除多余的内容（Ctrl+End 可看到最后一个单元格），另存为 .xlsx 格式再报送"
_SPLIT = "请检查是否误放了图片或其他内容；确需报送的，请拆成几个工作簿"
_COUNT = re.compile(rb"""<(?:\w+:)?sst\b[^>]*?uniqueCount\s*=\s*["'](\d+)["']""")
_HEAD = 64 * 1024
_LEAST_STRING = 5  # "<si/>"
#: Highly regular small files compress well; only beyond this is a high ratio a sign of a bomb.
_RATIO_COUNTS_FROM = 20 * MEGABYTE


def check_archive(content: bytes, limits: Limits) -> float:
    """Check what a zipped workbook declares; its unpacked size in MB. Raises UnreadableWorkbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            unpacked = _check_sizes(entries, limits)
            for entry in entries:
                _check_entry(archive, entry)
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, RuntimeError, OSError):
        raise broken() from None
    return unpacked / MEGABYTE


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> int:
    """Entry count, declared sizes and ratio; the declared size of all entries in bytes."""
    if len(entries) > limits.entries:
        raise UnreadableWorkbook(f"文件内含 {len(entries):,} 个部件，超过上限 {limits.entries:,.0f} 个", _SPLIT)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked_mb * MEGABYTE:
        raise UnreadableWorkbook(
            f"文件解压后有 {unpacked / MEGABYTE:,.0f} MB，超过上限 {limits.unpacked_mb:,.0f} MB，可能是压缩炸弹", _SPLIT
        )
    for entry in entries:
        if entry.file_size > max(_RATIO_COUNTS_FROM, limits.ratio * max(entry.compress_size, 1)):
            raise UnreadableWorkbook(
                f"部件“{entry.filename[:60]}”的压缩比超过 {limits.ratio:,.0f} 倍，可能是压缩炸弹", _SPLIT
            )
    return unpacked


def _check_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if not name.lower().endswith((".xml", ".rels")):
        return
    strings = name.lower() == "xl/sharedstrings.xml"
    with archive.open(entry) as part:
        data = part.read(_HEAD)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise forbidden_doctype()
    if strings:
        _check_count(data, entry.file_size)


def _check_count(head: bytes, size: int) -> None:
    """A table of strings cannot have more strings than bytes."""
    counted = _COUNT.search(head)
    if counted and int(counted[1]) > size // _LEAST_STRING:
        raise broken()


def forbidden_doctype() -> UnreadableWorkbook:
    """What is said of a file that declares entities."""
    return UnreadableWorkbook(
        "文件中有外部实体声明（DOCTYPE），正常的工作簿没有这种内容",
        "请用 Excel 或 WPS 新建工作簿，把内容粘贴过去后再报送",
    )


def too_wide_a_merge(name: str, limits: Limits) -> UnreadableWorkbook:
    """What is said of a merge over too many cells."""
    return UnreadableWorkbook(
        f"合并单元格 {name} 涉及的单元格过多，超过上限 {limits.merge_cells:,.0f} 个",
        "请取消整行、整列的合并，只合并表格内的单元格，再报送",
    )


def too_many_merges(limits: Limits) -> UnreadableWorkbook:
    """What is said of a sheet with more merged ranges than anyone makes by hand."""
    return UnreadableWorkbook(
        f"合并单元格超过上限 {limits.merges:,.0f} 处", "请取消多余的合并，只合并表格内的单元格，再报送"
    )


def too_far_a_cell(sheet: str, rows: int, columns: int, limits: Limits) -> UnreadableWorkbook:
    """What is said of a sheet that reaches too far; ``sheet`` may be unknown."""
    named = f"“{sheet}”" if sheet else ""
    return UnreadableWorkbook(
        f"工作表{named}用到了第 {rows:,} 行、第 {columns:,} 列，超过上限 {limits.cells:,.0f} 个单元格", _DELETE
    )


def too_many_cells(most: float) -> UnreadableWorkbook:
    """What is said of a file with more cells than are read of its format."""
    return UnreadableWorkbook(
        f"单元格超过上限 {most:,.0f} 个", "请删除多余的内容，用 Excel 或 WPS 另存为 .xlsx 格式再报送"
    )


def too_many_sheets(count: int, limits: Limits) -> UnreadableWorkbook:
    """What is said of a file with too many sheets or tables."""
    return UnreadableWorkbook(f"有 {count:,} 个工作表，超过上限 {limits.sheets:,.0f} 个", "请删除无关的工作表后再报送")


def column_number(letters: bytes) -> int:
    """A -> 1, Z -> 26, AA -> 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
