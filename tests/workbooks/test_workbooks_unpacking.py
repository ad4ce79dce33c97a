"""A .zip of submissions: its files come out with safe names, and what cannot be had says why."""

import io
import zipfile

import pytest

from workbench.workbooks import Part, UnreadableWorkbook, unpack
from workbench.workbooks.limits import Limits
from workbench.workbooks.unpacking import safe_name


def packed(entries: list[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    """A .zip archive of these entries, stored as they are."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in entries:
            archive.writestr(name, content, zipfile.ZIP_DEFLATED if len(content) > 1000 else zipfile.ZIP_STORED)
    return stream.getvalue()


def unflagged(content: bytes, ascii_name: str, raw: bytes) -> bytes:
    """The archive with an entry's ASCII name put as raw bytes of the same length, as old Chinese programs write."""
    assert len(ascii_name) == len(raw)
    return content.replace(ascii_name.encode(), raw)


def told(part: Part) -> str:
    """What is said of a part that could not be had."""
    assert part.refused is not None
    assert part.content == b""
    return str(part.refused)


def test_a_file_that_is_no_archive_gives_itself():
    """Workbooks and documents are .zip files too, whole or broken; other files are not."""
    workbook = packed([("[Content_Types].xml", b""), ("xl/workbook.xml", b"")])
    for content in (workbook, workbook[:60], packed([("mimetype", b"x")]), b"a,b\n", b""):
        assert unpack("上级/目录.xlsx", content) == [Part("上级-目录.xlsx", content)]


def test_folders_become_names_and_additions_of_systems_are_left_out():
    """Nested folders, equal names, a stored workbook inside; __MACOSX, ~$ files and Thumbs.db are no submissions."""
    inner = packed([("[Content_Types].xml", b""), ("xl/workbook.xml", b"")])
    content = packed(
        [
            ("第一组/省水利厅/", b""),
            ("第一组/省水利厅/目录.xlsx", inner),
            ("第一组-省水利厅/目录.XLSX", b"2"),
            ("目录", b"3"),
            ("./目录", b"4"),
            ("__MACOSX/第一组/._目录.xlsx", b"x"),
            ("第一组/~$目录.xlsx", b"x"),
            ("第一组/Thumbs.db", b"x"),
            ("第一组/.DS_Store", b"x"),
        ]
    )
    assert unpack("报送.zip", content) == [
        Part("第一组-省水利厅-目录.xlsx", inner),
        Part("第一组-省水利厅-目录(2).XLSX", b"2"),
        Part("目录", b"3"),
        Part("目录(2)", b"4"),
    ]


def test_names_in_gbk_and_in_unflagged_utf8():
    """Windows' own archiver writes GBK, some others UTF-8 without saying so."""
    gbk, utf8 = "目录.xlsx".encode("gbk"), "指南.docx".encode()
    content = packed([("a" * len(gbk), b"1"), ("b" * len(utf8), b"2")])
    content = unflagged(unflagged(content, "a" * len(gbk), gbk), "b" * len(utf8), utf8)
    assert [part.name for part in unpack("x.zip", content)] == ["目录.xlsx", "指南.docx"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("/etc/目录.xlsx", "etc-目录.xlsx"),
        ("C:\\Users\\目录.xlsx", "Users-目录.xlsx"),
        ("C:目录.xlsx", "C_目录.xlsx"),
        ("..\\..\\目录.xlsx", "目录.xlsx"),
        ("CON.xlsx", "_CON.xlsx"),
        ("lpt1", "_lpt1"),
        ("comma.xlsx", "comma.xlsx"),
        ("目\x00录\n.xlsx", "目_录_.xlsx"),
        ("目录\u202excod.xlsx", "目录_xcod.xlsx"),
        ("目\ud800录.xlsx", "目_录.xlsx"),
        ("...", "未命名"),
        ("", "未命名"),
        (" 目录.xlsx. ", "目录.xlsx"),
        ("长" * 300 + ".xlsx", "长" * 115 + ".xlsx"),
        ("长" * 300, "长" * 120),
        ("目录.xlsx:evil", "目录.xlsx_evil"),
    ],
)
def test_a_name_is_never_a_path(path: str, name: str):
    """Ways up, absolute paths, drives, devices, control and direction characters and over-long names are made safe."""
    assert safe_name(path) == name


def test_one_bad_file_does_not_stop_the_others():
    """An archive inside, a link, a password, a broken entry and a bomb are each told; the good file is there."""
    link = zipfile.ZipInfo("链接.xlsx")
    link.external_attr = 0o120777 << 16
    content = packed(
        [
            ("内层.zip", packed([("a.xlsx", b"x")])),
            (link, b"/etc/passwd"),
            ("locked.xlsx", b"secret"),
            ("broken.xlsx", b"whole content"),
            ("炸弹.xlsx", bytes(4 << 20)),
            ("好.csv", b"a,b\n"),
        ]
    )
    content = content.replace(b"whole content", b"other content")
    at = content.rindex(b"PK\x01\x02", 0, content.rindex(b"locked.xlsx"))
    content = content[: at + 8] + b"\x01" + content[at + 9 :]
    *bad, good = unpack("x.zip", content)
    assert good == Part("好.csv", b"a,b\n")
    assert [told(part) for part in bad] == [
        "无法读取文件“内层.zip”：压缩包里还有压缩包。请解压后直接报送其中的文件。",
        "无法读取文件“链接.xlsx”：压缩包中的这一项是链接，不是文件。请放入文件本身后重新压缩再报送。",
        "无法读取文件“locked.xlsx”：压缩包设有密码。请取消密码后重新压缩再报送。",
        "无法读取文件“broken.xlsx”：压缩包不完整或已损坏。请重新压缩或重新传送。",
        "无法读取文件“炸弹.xlsx”：压缩比超过 300 倍，可能是压缩炸弹。请解压后直接报送其中的文件。",
    ]


def test_entries_of_the_same_name_are_both_kept():
    """A name that stands in the archive twice loses neither file."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        content = packed([("目录.csv", b"1"), ("目录.csv", b"2")])
    assert unpack("x.zip", content) == [Part("目录.csv", b"1"), Part("目录(2).csv", b"2")]


@pytest.mark.parametrize(
    ("content", "limits", "reason"),
    [
        (packed([]), Limits(), "压缩包是空的。请把要报送的文件放进压缩包后再报送"),
        (packed([("a", b""), ("b", b"")]), Limits(zip_files=1), "压缩包内有 2 个文件，超过上限 1 个。请分成几个压缩包再报送"),
        (packed([("a", bytes(2 << 20))]), Limits(zip_mb=1), "压缩包解压后有 2 MB，超过上限 1 MB。请分成几个压缩包再报送"),
        (packed([("a", b"x")])[:-30], Limits(), "压缩包不完整或已损坏。请重新压缩或重新传送"),
    ],
)  # fmt: skip
def test_an_archive_beyond_the_limits_is_refused_whole(content: bytes, limits: Limits, reason: str):
    """Emptiness, too many files, too much content and damage are told with the archive's name."""
    with pytest.raises(UnreadableWorkbook) as refused:
        unpack("报送.zip", content, limits)
    assert str(refused.value) == f"无法读取文件“报送.zip”：{reason}。"


def test_a_file_too_large_is_told_unread():
    """The size of each file is limited as that of a file sent by itself."""
    (part,) = unpack("x.zip", packed([("大.xlsx", bytes(2 << 20))]), Limits(file_mb=1))
    assert told(part) == (
        "无法读取文件“大.xlsx”：文件有 2 MB，超过上限 1 MB。请删除图片等无关内容，或拆成几个工作簿后再报送。"
    )
