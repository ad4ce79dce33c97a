"""Broken at random: whatever is done to a file, it is read or refused, and the next file is read all the same."""

import io
import random
import runpy
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.workbooks import Part, UnreadableWorkbook, unpack
from workbench.workbooks.guarded import Grid, parse
from workbench.workbooks.limits import Limits

QUIRKS = runpy.run_path(str(Path(__file__).parent / "quirks" / "write.py"))["QUIRKS"]
SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ROUNDS = 40
#: Small, so that a mutation that asks for much is stopped soon.
LIMITS = Limits(cells=200_000, markup_cells=50_000, memory_mb=256, cpu_seconds=1)
CONTROLS = {chr(code) for code in range(32)} - set("\t\n\r")
GOOD = "序号,事项\n1,取水许可\n".encode()


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word() -> bytes:
    """A Word table with merges and a check box."""
    cells = (
        '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>事项</w:t></w:r></w:p></w:tc>'
        '<w:tc><w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p></w:tc>'
    )
    body = f"<w:p/><w:tbl>{f'<w:tr>{cells}</w:tr>' * 4}</w:tbl>"
    whole = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": whole.encode()})


def open_document() -> bytes:
    """A small .ods file."""
    names = " ".join(
        f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in ("table", "text", "office")
    )
    row = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-spanned="2"><text:p>甲</text:p>'
        '</table:table-cell><table:covered-table-cell/><table:table-cell office:value="1" table:number-columns-repeated="3"/></table:table-row>'
    )
    whole = f'<office:document-content {names}><table:table table:name="表">{row * 5}</table:table></office:document-content>'
    return packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": whole.encode()})


def spreadsheet() -> bytes:
    """A small SpreadsheetML 2003 file."""
    row = (
        '<Row ss:Index="3"><Cell ss:MergeAcross="1"><Data ss:Type="Number">1.5</Data></Cell>'
        '<Cell ss:Index="4"><Data ss:Type="String">取水许可</Data></Cell></Row>'
    )
    sheet = f'<Worksheet ss:Name="表"><Table><Column ss:Hidden="1" ss:Span="2"/>{row * 3}</Table></Worksheet>'
    return f'<?xml version="1.0"?><Workbook xmlns="{SPREADSHEET}" xmlns:ss="{SPREADSHEET}">{sheet}</Workbook>'.encode()


PAGE = "<html><meta charset=gb2312><table><tr><td rowspan=2>甲<td colspan=3>乙<br>丙<tr><td>丁<input type=checkbox></table>"
SEEDS: dict[str, Callable[[], bytes]] = {
    "xlsx": QUIRKS["隐藏.xlsx"][0],
    "formats": QUIRKS["数字.xlsx"][0],
    "signs": QUIRKS["符号.xlsx"][0],
    "docx": word,
    "ods": open_document,
    "xml": spreadsheet,
    "html": lambda: PAGE.encode("gb18030"),
    "csv": lambda: '序号,事项,"备注\n二"\n1,取水许可,\n'.encode("utf-16"),
}


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Some bits turned over."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 20))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    """The end missing, or a piece from the middle."""
    start, end = sorted(chance.sample(range(len(content)), 2))
    return content[:start] if chance.random() < 0.5 else content[:start] + content[end:]


def spliced(content: bytes, chance: random.Random) -> bytes:
    """A piece put in again elsewhere, or many times."""
    start, end = sorted(chance.sample(range(len(content)), 2))
    at = chance.randrange(len(content))
    return content[:at] + content[start:end] * chance.choice((1, 2, 200)) + content[at:]


def renumbered(content: bytes, chance: random.Random) -> bytes:
    """A digit become a large number, or a sign."""
    digits = [at for at, byte in enumerate(content) if 48 <= byte <= 57]
    if not digits:
        return content
    at = chance.choice(digits)
    return content[:at] + chance.choice((b"99999999999", b"1048576", b"-1", b"0", b"x", b"\xff")) + content[at + 1 :]


CHANGES = (flipped, cut, spliced, renumbered)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The file changed, or one of its parts changed and packed again so that the change reaches the reader."""
    change = chance.choice(CHANGES)
    if not content.startswith(b"PK") or chance.random() < 0.3:
        return change(content, chance)
    parts = parts_of(content)
    name = chance.choice([name for name, part in parts.items() if len(part) > 2])
    return packed(parts | {name: change(parts[name], chance)})


def outcome(content: bytes) -> list[Grid] | str:
    """What comes of a file: its grids or the reason; anything else fails the test."""
    try:
        return parse(content, LIMITS)
    except UnreadableWorkbook as error:
        return error.reason


def check(result: list[Grid] | str) -> None:
    """Grids hold plain texts in bounds; a reason is a sentence."""
    if isinstance(result, str):
        assert result
        return
    for grid in result:
        assert len(grid.rows) * max(map(len, grid.rows), default=0) <= LIMITS.cells
        assert not any(CONTROLS & set(text) for row in grid.rows for text in row)
        assert all(0 <= merge.top <= merge.bottom and 0 <= merge.left <= merge.right for merge in grid.merges)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_broken_file_is_read_or_refused(seed: str):
    """Bits, cuts, splices and numbers at random, in the file and in its parts; the same every time."""
    content = SEEDS[seed]()
    assert isinstance(outcome(content), list)
    chance = random.Random(seed)
    for _ in range(ROUNDS):
        check(outcome(mutated(content, chance)))
    assert outcome(GOOD) == [Grid("表1", visible=True, rows=[["序号", "事项"], ["1", "取水许可"]], merges=[])]


@pytest.mark.office
def test_a_broken_old_workbook_is_read_or_refused(tmp_path: Path):
    """The same for .xls, which LibreOffice makes."""
    office = shutil.which("soffice")
    assert office is not None
    source = tmp_path / "a.xlsx"
    source.write_bytes(SEEDS["xlsx"]())
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", "xls", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    content = (tmp_path / "a.xls").read_bytes()
    assert isinstance(outcome(content), list)
    chance = random.Random("xls")
    for _ in range(ROUNDS):
        check(outcome(mutated(content, chance)))


def parts_or_none(content: bytes) -> list[Part]:
    """The parts of an archive; none where it is refused."""
    try:
        return unpack("x.zip", content, LIMITS)
    except UnreadableWorkbook:
        return []


def test_a_broken_archive_is_taken_apart_or_refused():
    """Archives of submissions broken at random give parts with safe names, or the reason."""
    chance = random.Random("zip")
    content = packed({"组/目录.csv": GOOD, "组/指南.docx": word(), "a.zip": packed({"b": b"c"})})
    assert [part.name for part in unpack("x.zip", content)] == ["组-目录.csv", "组-指南.docx", "a.zip"]
    for _ in range(ROUNDS):
        parts = parts_or_none(mutated(content, chance))
        assert len({part.name for part in parts}) == len(parts)
        assert not any(set(part.name) & set("/\\:\x00") for part in parts)
