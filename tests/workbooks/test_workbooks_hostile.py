"""Files that are broken, disguised or made to do harm: each gets its reason, and the reading process survives."""

import io
import zipfile
from pathlib import Path

import pytest

from workbench.workbooks import UnreadableWorkbook, read_catalogue
from workbench.workbooks.guarded import parse
from workbench.workbooks.limits import Limits

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SAVE_AS = "请用 Excel 或 WPS 打开后另存为 .xlsx 格式再报送"
BROKEN = "文件不完整或已损坏。请重新导出或重新传送；如能用 Excel 打开，请另存为 .xlsx 格式再报送"
TO_EXCEL = "请把表格填入 Excel 式样后另存为 .xlsx 格式再报送"
LOCKED = "文件设有打开密码或工作簿保护密码。请取消密码（文件 - 信息 - 保护工作簿）后重新报送"
TOO_FAR = "请删除多余的内容（Ctrl+End 可看到最后一个单元格），另存为 .xlsx 格式再报送"
SIMPLIFY = "文件可能已损坏或含有异常内容，请新建工作簿，把表格内容粘贴过去后再报送"
UNMERGE = "请取消整行、整列的合并，只合并表格内的单元格，再报送"
UNMERGE_SOME = "请取消多余的合并，只合并表格内的单元格，再报送"
FEWER = "请删除多余的内容，用 Excel 或 WPS 另存为 .xlsx 格式再报送"
DOCTYPE = (
    "文件中有外部实体声明（DOCTYPE），正常的工作簿没有这种内容。请用 Excel 或 WPS 新建工作簿，把内容粘贴过去后再报送"
)
ENTITIES = '<!DOCTYPE x [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
EXTERNAL = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>'
QUADRATIC = f'<!DOCTYPE x [<!ENTITY c "{"x" * 5_000}">]>'
ENDLESS = '<text:s text:c="999999999"/>'
UNPACK = "请解压后报送其中的工作簿"


def packed(parts: dict[str, str]) -> bytes:
    """A zip archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def workbook(cells: str, *, strings: str = "", after: str = "", sheets: int = 1) -> bytes:
    """A minimal .xlsx file with this XML in its sheet."""
    numbers = range(1, sheets + 1)
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        + "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        + "".join(
            f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>' for n in numbers
        )
        + f'<Relationship Id="s" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData>{after}</worksheet>',
    }
    return packed(parts | ({"xl/sharedStrings.xml": strings} if strings else {}))


def row(number: int, *texts: str) -> str:
    """A row of texts, from column A."""
    cells = (
        f'<c r="{letter}{number}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        for letter, text in zip("ABCDEFG", texts, strict=False)
    )
    return f'<row r="{number}">{"".join(cells)}</row>'


def spreadsheet(text: str) -> str:
    """SpreadsheetML 2003 with one cell."""
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    cell = f'<Cell><Data ss:Type="String">{text}</Data></Cell>'
    return f'<Workbook xmlns="{name}" xmlns:ss="{name}"><Worksheet ss:Name="甲"><Table><Row>{cell}</Row></Table></Worksheet></Workbook>'


def document(body: str, *, before: str = "") -> bytes:
    """A .docx file with this XML in its body."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    whole = f'{before}<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": "", "word/document.xml": whole})


def open_document(rows: str) -> bytes:
    """An .ods file with these rows."""
    names = " ".join(
        f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in ("office", "table", "text")
    )
    whole = (
        f'<office:document-content {names}><table:table table:name="甲">{rows}</table:table></office:document-content>'
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": whole})


HEAD = row(1, "序号", "事项", "子项", "事项类型", "设定依据", "层级和部门", "备注") + row(2, "1", "取水许可")
CONTENT = '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
GOOD = workbook(HEAD)
MANY_REFERENCES = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 40_000))
REFUSED = {
    "密码": (OLE + "EncryptedPackage".encode("utf-16-le"), LOCKED),
    "坏文档": (packed({"[Content_Types].xml": "", "word/document.xml": ""}), BROKEN),
    "旧文档": (
        OLE + "WordDocument".encode("utf-16-le"),
        "这是旧版 Word 或 WPS 文档（.doc、.wps）。请用 Word 或 WPS 打开后另存为 .docx 格式再报送",
    ),
    "旧表残缺": (OLE + "Workbook".encode("utf-16-le"), BROKEN),
    "别的复合文件": (OLE, f"这不是 Excel 工作簿，或者文件不完整。{SAVE_AS}"),
    "演示": (packed({"[Content_Types].xml": "", "ppt/p.xml": ""}), f"这是 PPT 演示文稿，不是工作簿。{TO_EXCEL}"),
    "二进制": (packed({"[Content_Types].xml": "", "xl/workbook.bin": ""}), f"这是 .xlsb 二进制工作簿。{SAVE_AS}"),
    "压缩包": (packed({"目录.xlsx": ""}), f"这是压缩包，不是工作簿。{UNPACK}"),
    "空压缩包": (packed({}), f"这是压缩包，不是工作簿。{UNPACK}"),
    "RAR": (b"Rar!\x1a\x07", f"这是 RAR 压缩包，不是工作簿。{UNPACK}"),
    "文字": (
        packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": CONTENT}),
        "这是 OpenDocument 文档，不是工作簿。请用 Word 或 WPS 打开后另存为 .docx 格式再报送",
    ),
    "开放格式密码": (
        packed(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": "",
                "META-INF/manifest.xml": "<manifest:encryption-data/>",
            }
        ),
        LOCKED,
    ),
    "图片": (b"\x89PNG\r\n", "这是图片，不是工作簿。请报送原来的 Excel 文件，不要报送扫描件或截图"),
    "文本": (
        "只有文字，没有表格".encode("gb18030"),
        "文件内容是文本，其中没有表格。请把内容填入 Excel 式样，另存为 .xlsx 格式再报送",
    ),
    "XML": (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', BROKEN),
    "乱码": (b"\x00\x01\x02\xff" * 20, f"不是能识别的工作簿格式。{SAVE_AS}"),
    "截断": (GOOD[: len(GOOD) // 2], BROKEN),
    "坏XML": (packed({"xl/workbook.xml": "<workbo"}), BROKEN),
    "虚报": (workbook(HEAD, strings=f'<sst xmlns="{MAIN}" uniqueCount="4294967295"><si/></sst>'), BROKEN),
    "部件多": (
        packed({"xl/workbook.xml": ""} | {f"xl/{n}": "" for n in range(5_000)}),
        "文件内含 5,001 个部件，超过上限 5,000 个。请检查是否误放了图片或其他内容；确需报送的，请拆成几个工作簿",
    ),
    "表多": (workbook(HEAD, sheets=2_001), "有 2,001 个工作表，超过上限 2,000 个。请删除无关的工作表后再报送"),
    "无号远格": (
        workbook(HEAD + '<row r="1000000"><c t="str"><v>x</v></c></row>'),
        f"工作表“S1”用到了第 1,000,000 行、第 7 列，超过上限 3,000,000 个单元格。{TOO_FAR}",
    ),
    "展开": (
        workbook(HEAD + MANY_REFERENCES, strings=f'<sst xmlns="{MAIN}"><si><t>{"长" * 30_000}</t></si></sst>'),
        f"读取时占用内存过多，已中止。{SIMPLIFY}",
    ),
    "合并多": (
        workbook(HEAD, after="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 200_001 + "</mergeCells>"),
        f"合并单元格超过上限 200,000 处。{UNMERGE_SOME}",
    ),
    "合并面积": (
        workbook(HEAD, after="<mergeCells>" + '<mergeCell ref="A1:A200000"/>' * 6 + "</mergeCells>"),
        f"合并单元格 A1:A200000 涉及的单元格过多，超过上限 200,000 个。{UNMERGE}",
    ),
    "格多": (workbook("<c />" * 3_000_001), f"单元格超过上限 3,000,000 个。{FEWER}"),
    "远格": (
        workbook(HEAD + '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>'),
        f"工作表用到了第 1,048,576 行、第 16,384 列，超过上限 3,000,000 个单元格。{TOO_FAR}",
    ),
    "炸弹": (
        workbook(HEAD + " " * (30 << 20)),
        "部件“xl/worksheets/sheet1.xml”的压缩比超过 300 倍，可能是压缩炸弹。请检查是否误放了图片或其他内容；确需报送的，请拆成几个工作簿",
    ),
    "实体炸弹": (workbook(HEAD, strings=f'{ENTITIES}<sst xmlns="{MAIN}"><si><t>&c;</t></si></sst>'), DOCTYPE),
    "XML实体": (f'<?xml version="1.0" ?>{ENTITIES}{spreadsheet("&c;")}'.encode(), DOCTYPE),
    "XML外部实体": (f"{EXTERNAL}{spreadsheet('&c;')}".encode("utf-16"), DOCTYPE),
    "XML平方": (f"{QUADRATIC}{spreadsheet('&c;' * 10_000)}".encode(), DOCTYPE),
    "XML深": (spreadsheet("<b>" * 10_000).encode(), BROKEN),
    "XML远格": (
        spreadsheet("x").replace("<Row>", '<Row ss:Index="1048576">').replace("<Cell>", '<Cell ss:Index="16384">').encode(),
        f"工作表“甲”用到了第 1,048,576 行、第 16,384 列，超过上限 3,000,000 个单元格。{TOO_FAR}",
    ),
    "XML巨并": (
        spreadsheet("x").replace("<Cell>", '<Cell ss:MergeDown="1048575" ss:MergeAcross="16383">').encode(),
        f"合并单元格 A1:XFD1048576 涉及的单元格过多，超过上限 200,000 个。{UNMERGE}",
    ),
    "网页格多": (b"<table>" + b"<td>x" * 800_001, f"单元格超过上限 800,000 个。{FEWER}"),
    "网页跨行": (
        b"<table>" + b"<tr><td rowspan=65534 colspan=1000>x" * 1_000,
        f"合并单元格 A1:ALL1000 涉及的单元格过多，超过上限 200,000 个。{UNMERGE}",
    ),
    "网页表多": (
        b"<table><tr><td>x</table>" * 2_001,
        "有 2,001 个工作表，超过上限 2,000 个。请删除无关的工作表后再报送",
    ),
    "一行": (
        b"a,b\n" + b"x" * 5_000_000,
        "文本表格（CSV）中有单元格超过 200,000 个字，可能是引号没有成对。请用 Excel 或 WPS 打开核对后另存为 .xlsx 格式再报送",
    ),
    "逗号": (b"," * 4_000_000, f"单元格超过上限 3,000,000 个。{FEWER}"),
    "长格": (
        workbook(row(1, "长" * 200_001)),
        "“S1”的单元格 A1 有 200,001 个字，超过上限 200,000 个字。请核对该单元格的内容，精简后再报送",
    ),
    "文档实体": (document("<w:p>&c;</w:p>", before=ENTITIES), DOCTYPE),
    "文档深": (document("<w:tbl><w:tr><w:tc>" * 1_000), BROKEN),
    "文档格多": (document("<w:tc>" * 800_001), f"单元格超过上限 800,000 个。{FEWER}"),
    "开放格式重复": (
        open_document(
            '<table:table-row table:number-rows-repeated="1048576">'
            '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>'
        ),
        f"单元格超过上限 800,000 个。{FEWER}",
    ),
    "开放格式空格": (
        open_document(
            f"<table:table-row><table:table-cell><text:p>{ENDLESS * 300}</text:p></table:table-cell></table:table-row>"
        ),
        "“甲”的单元格 A1 有 300,000 个字，超过上限 200,000 个字。请核对该单元格的内容，精简后再报送",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_must_be_refused_gets_its_reason(name: str):
    """The message names the file, says why it cannot be read and what to do; the next file is read all the same."""
    content, reason = REFUSED[name]
    with pytest.raises(UnreadableWorkbook) as refused:
        read_catalogue(Path(f"{name}.xlsx"), content)
    assert str(refused.value) == f"无法读取文件“{name}.xlsx”：{reason}。"
    assert len(read_catalogue(Path("good.xlsx"), GOOD).rows) == 1


def test_characters_that_no_cell_can_hold_are_taken_out_and_told():
    """Control characters and halves of characters are cleaned; a cell over a workbook's measure is kept and told."""
    (grid,) = parse(f"甲\x01,乙\x1f\x1e丙\n,{'长' * 32_768}\n丁\x0b,\n".encode())
    assert grid.rows == [["甲", "乙丙"], ["", "长" * 32_768], ["丁"]]
    assert grid.notes == (
        "单元格 B2 超过 32,767 个字，这是一个单元格最多能容纳的字数，请核对",
        "单元格 A1 等 3 个单元格含有控制字符等无效字符，已去除，其余内容照常读取",
    )


def test_macros_and_outside_links_are_told_and_left_alone():
    """A workbook with macros, links to other workbooks and connections is read; none of them is run or followed."""
    stream = io.BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a") as archive:
        for name in ("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/connections.xml"):
            archive.writestr(name, "x")
    (grid,) = parse(stream.getvalue())
    assert grid.rows == parse(GOOD)[0].rows
    assert grid.notes == (
        "文件含有宏，未运行",
        "文件引用了外部工作簿，未访问，显示的是保存时的结果",
        "文件含有外部数据连接，未访问",
    )


@pytest.mark.parametrize(
    "content",
    [
        workbook(HEAD + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'),
        workbook(HEAD, strings=f'<sst xmlns="{MAIN}" uniqueCount="&#52;294967295"><si/></sst>'),
        workbook(HEAD + " " * (1 << 20)),
    ],
    ids=["far formatted cell", "hidden forged count", "much blank space"],
)
def test_what_only_looks_strange_is_read(content: bytes):
    """A far cell that is only formatted, a count that cannot be trusted and blank space do no harm."""
    assert len(read_catalogue(Path("a.xlsx"), content).rows) == 1


def test_texts_keep_escapes_and_line_ends():
    """Carriage returns that office programs escape come back as line ends; blanks at the ends stay."""
    (read,) = read_catalogue(Path("a.xlsx"), workbook(HEAD.replace("取水许可", " 取水_x000D_&#10;许可 "))).rows
    assert read.row.item_name is not None
    assert read.row.item_name.replace("\r", "") == " 取水\n许可 "


def test_limits_are_settings(monkeypatch: pytest.MonkeyPatch):
    """A limit comes from the environment; a value that is no number is named."""
    monkeypatch.setenv("WORKBENCH_READ_SHEETS", "1")
    with pytest.raises(UnreadableWorkbook, match="有 2 个工作表，超过上限 1 个"):
        read_catalogue(Path("a.xlsx"), workbook(HEAD, sheets=2))
    monkeypatch.setenv("WORKBENCH_READ_SHEETS", "许多")
    with pytest.raises(ValueError, match="环境变量 WORKBENCH_READ_SHEETS 的值“许多”不是大于 0 的数字"):
        Limits.from_environment()


def test_a_file_that_takes_too_long_is_given_up():
    """The processor time of a file is limited; the process then reads on."""
    slow = workbook(HEAD + f"<row>{'<c><v>1.5</v></c>' * 7}</row>" * 400_000)
    with pytest.raises(UnreadableWorkbook, match="读取时间过长，已中止"):
        parse(slow, Limits(cpu_seconds=0, cpu_per_mb=0, most_memory_mb=4_000, memory_mb=4_000, ratio=100_000))
    assert len(parse(GOOD)) == 1


def test_a_large_file_is_refused_unopened():
    """The size of a file itself is limited."""
    with pytest.raises(UnreadableWorkbook, match="文件有 2 MB，超过上限 1 MB"):
        parse(bytes(2 << 20), Limits(file_mb=1))
