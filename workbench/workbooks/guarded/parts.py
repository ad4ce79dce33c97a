"""The parts of a zipped workbook: found by what the workbook itself says, read within what was declared."""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence

from workbench.workbooks.guarded.formats import broken
from workbench.workbooks.guarded.grid import COMMENTED
from workbench.workbooks.guarded.markup import Element, tree
from workbench.workbooks.unreadable import UnreadableWorkbook

_FOLDER = "xl"
_PIECE = 1 << 20
_NOTES = (
    ("xl/vbaproject.bin", "文件含有宏，未运行"),
    ("word/vbaproject.bin", "文件含有宏，未运行"),
    ("basic/", "文件含有宏，未运行"),
    ("scripts/", "文件含有宏，未运行"),
    ("xl/externallinks/", "文件引用了外部工作簿，未访问，显示的是保存时的结果"),
    ("xl/connections.xml", "文件含有外部数据连接，未访问"),
    ("xl/activex/", "文件中有 ActiveX 控件，其勾选状态无法读取，请核对"),
    ("word/activex/", "文件中有 ActiveX 控件，其勾选状态无法读取，请核对"),
    ("xl/comments", COMMENTED),
    ("xl/threadedcomments/", COMMENTED),
    ("word/comments.xml", COMMENTED),
    ("xl/media/", "文件中有图片，图片中的文字无法读取"),
    ("word/media/", "文件中有图片，图片中的文字无法读取"),
    ("pictures/", "文件中有图片，图片中的文字无法读取"),
)


class Parts:
    """The parts by name; case does not matter, as office programs have it."""

    def __init__(self, content: bytes) -> None:
        """Open the archive, which has been checked before."""
        self._kept: dict[str, bytes] = {}
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._entries = {entry.filename.replace("\\", "/").lower(): entry for entry in self._archive.infolist()}

    def read(self, name: str) -> bytes:
        """The bytes of a part; none where it is missing."""
        kept = self._kept.pop(name.lower(), None)
        if kept is not None:
            return kept
        entry = self._entries.get(name.lower())
        return b"" if entry is None else self._archive.read(entry)

    def holds(self, name: str, words: Sequence[bytes]) -> bool:
        """Whether one of these words stands in a part, which may be large and is not kept."""
        entry, most = self._entries.get(name.lower()), max(map(len, words)) - 1
        if entry is None:
            return False
        end = b""
        with self._archive.open(entry) as part:
            while data := part.read(_PIECE):
                if any(word in data or word in end + data[:most] for word in words):
                    return True
                end = data[-most:]
        return False

    def root(self, name: str) -> Element | None:
        """The XML of a part; None where it is missing or broken, so that the values are still read."""
        data = self.read(name)
        try:
            return tree(data) if data else None
        except UnreadableWorkbook as error:
            if error.reason == broken().reason:
                return None
            raise

    def related(self, part: str) -> dict[str, str]:
        """Relationship id -> name of the part that it leads to; what lies outside of the file is left out."""
        folder, name = posixpath.split(part)
        root = self.root(f"{folder}/_rels/{name}.rels")
        links = () if root is None else root.iter("{*}Relationship")
        return {
            link.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
            for link in links
            if link.get("TargetMode") != "External"
        }

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Name and part of each sheet of an Excel workbook."""
        root = self.root(f"{_FOLDER}/workbook.xml")
        links = self.related(f"{_FOLDER}/workbook.xml")
        for sheet in () if root is None else root.iter("{*}sheet"):
            key = next((value for name, value in sheet.items() if name.endswith("}id")), "")
            yield sheet.get("name", ""), links.get(key, "")

    def sheet_parts(self) -> Iterator[bytes]:
        """The XML of all Excel sheets, whether or not the workbook speaks of them; kept until it is read."""
        for name, entry in self._entries.items():
            if name.startswith(f"{_FOLDER}/worksheets/") and name.endswith(".xml"):
                if name not in self._kept:
                    self._kept[name] = self._archive.read(entry)
                yield self._kept[name]

    def names(self, start: str) -> list[str]:
        """The XML parts whose names begin so, in order."""
        return sorted(name for name in self._entries if name.startswith(start) and name.endswith(".xml"))

    def notes(self) -> tuple[str, ...]:
        """What a reader should know of the file: what was not run or fetched."""
        return tuple(
            dict.fromkeys(text for start, text in _NOTES if any(name.startswith(start) for name in self._entries))
        )
