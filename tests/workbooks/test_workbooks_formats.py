"""Files that are no Excel workbook inside: each becomes grids with the texts that its own program shows."""

import io
import zipfile

import pytest

from workbench.workbooks import UnreadableWorkbook
from workbench.workbooks.guarded import Format, Grid, Merge, parse, recognise
from workbench.workbooks.limits import Limits

WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
)
SPREADSHEET = """<?xml version="1.0" encoding="{encoding}"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">
<Styles><Style ss:ID="Default"/><Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style>
<Style ss:ID="part"><NumberFormat ss:Format="Percent"/></Style></Styles>
<Worksheet ss:Name="目录"><Table><Column ss:Index="3" ss:Hidden="1" ss:Span="1"/>
<Row><Cell ss:MergeAcross="2" ss:MergeDown="1"><Data ss:Type="String">标题&#10;第二行</Data>
<Comment><Data>批注</Data></Comment></Cell>
<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>粗</B>体</ss:Data></Cell></Row>
<Row ss:Index="4" ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="Number">1</Data></Cell>
<Cell ss:StyleID="day"><Data ss:Type="DateTime">2017-08-15T00:00:00.000</Data></Cell>
<Cell ss:StyleID="part"><Data ss:Type="Number">0.5</Data></Cell><Cell ss:Formula="=A1"/>
<Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table>
<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
<Worksheet ss:Name="空表"><Table/></Worksheet></Workbook>"""


def document(body: str) -> bytes:
    """A .docx file with this XML in its body."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"{WORD}{body}</w:body></w:document>")
    return stream.getvalue()


def runs(text: str) -> str:
    """One paragraph of plain text."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def cell(content: str, properties: str = "") -> str:
    """One cell of a Word table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    """A Word table of rows of cells."""
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in map(''.join, rows))}</w:tbl>"


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "GB18030"])
def test_spreadsheet_xml_of_2003(encoding: str):
    """Index attributes, merges, formats, hidden rows, columns and sheets, rich text; comments are no cells."""
    content = SPREADSHEET.format(encoding=encoding).encode(encoding)
    assert recognise(content) is Format.SPREADSHEET_XML
    assert parse(content) == [
        Grid(
            name="目录",
            visible=False,
            rows=[
                ["标题\n第二行", "", "", "粗体"],
                [],
                [],
                ["", "1", "2017/8/15", "50.00%", "", "TRUE"],
            ],
            merges=[Merge(0, 0, 1, 2)],
            hidden_rows=frozenset({3}),
            hidden_columns=frozenset({2, 3}),
            uncomputed=((3, 4),),
        ),
        Grid("空表", visible=True, rows=[], merges=[]),
    ]


def test_index_attributes_that_no_program_writes():
    """A place before the first row and column is the first; a merge of nothing is none."""
    cell = '<Cell ss:Index="0" ss:MergeAcross="x"><Data ss:Type="String">甲</Data></Cell>'
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    sheet = f'<Worksheet ss:Name="表"><Table><Row ss:Index="0">{cell}</Row></Table></Worksheet>'
    content = f'<Workbook xmlns="{name}" xmlns:ss="{name}">{sheet}</Workbook>'.encode()
    assert parse(content) == [Grid("表", visible=True, rows=[["甲"]], merges=[])]


@pytest.mark.parametrize(
    ("charset", "encoding"), [("gb2312", "gb18030"), ("utf-8", "utf-8"), ("", "gbk"), ("utf-8", "gbk"), ("", "utf-16")]
)
def test_a_web_page_called_xls(charset: str, encoding: str):
    """Spans, breaks, blocks, controls, hidden rows and nested tables; a wrong charset does no harm."""
    page = (
        f'<html><head><meta http-equiv=Content-Type content="text/html; charset={charset}"><style>td{{}}</style></head>'
        "<table border=1><caption>某表</caption><tr><td rowspan=2 colspan=2>标题<br>第二行</td><th>甲 \r\n  乙</th></tr>"
        "<tr style='display:none'><td>丙<p>段一</p><p>段二</p><input type=checkbox checked>是<input type=radio>否</td></tr>"
        "<tr><td>1<td>&nbsp;<td>2<table><tr><td>内<td>层</table></td></table></html>"
    )
    assert parse(page.encode(encoding)) == [
        Grid(
            name="表1",
            visible=True,
            rows=[["标题\n第二行", "", "甲 乙"], ["", "", "丙\n段一\n段二\n☑是□否"], ["1", "", "2\n内\t层"]],
            merges=[Merge(0, 0, 1, 1)],
            hidden_rows=frozenset({1}),
            caption="某表",
        )
    ]


def test_a_table_that_frames_others_is_no_table():
    """Tables for looks are looked through; the sheets' names are taken where the page has them."""
    inner = "<table><tr><td>{}<td>x</table>"
    page = (
        f"<table><tr><td>{inner.format('甲')}<tr><td>{inner.format('乙')}</table><x:Name>一</x:Name><x:Name>二</x:Name>"
    )
    assert [(grid.name, grid.rows) for grid in parse(page.encode())] == [("一", [["甲", "x"]]), ("二", [["乙", "x"]])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimited_text(encoding: str, delimiter: str):
    """Every usual encoding and delimiter; quoted line breaks, delimiters and quotes; codes kept as text."""
    lines = ["某目录", "序号{0}事项{0}备注", '1{0}"取水{0}\r\n许可""甲"""{0}', '="002"{0}b{0}c', ""]
    content = "\r\n".join(lines).format(delimiter).encode(encoding)
    assert recognise(content) is Format.CSV
    (grid,) = parse(content)
    assert grid.rows == [
        ["某目录"],
        ["序号", "事项", "备注"],
        ["1", f'取水{delimiter}\n许可"甲"'],
        ["002", "b", "c"],
    ]


def test_a_separator_that_the_file_names():
    """The first line ``sep=`` is Excel's, not a row."""
    (grid,) = parse("sep=|\n序号|事项,甲\n1|取水,许可\n".encode())
    assert grid.rows == [["序号", "事项,甲"], ["1", "取水,许可"]]


def test_word_tables():
    """Each table is a grid with its merges; the text around it is its caption."""
    first = table(
        (cell(runs("标题"), '<w:gridSpan w:val="3"/>'),),
        (cell(runs("竖"), '<w:vMerge w:val="restart"/>'), cell(runs("甲") + runs("") + runs("乙")), cell(runs("丙"))),
        (
            cell(runs(""), "<w:vMerge/>"),
            cell(table((cell(runs("内")), cell(runs("层")))) + runs(""), '<w:gridSpan w:val="2"/>'),
        ),
    )
    content = document(runs("服务指南") + first + runs("第二份") + table((cell(runs("x")),)) + runs("附注"))
    assert recognise(content) is Format.DOCX
    assert parse(content) == [
        Grid(
            name="表1",
            visible=True,
            rows=[["标题"], ["竖", "甲\n\n乙", "丙"], ["", "内\t层"]],
            merges=[Merge(0, 0, 0, 2), Merge(2, 1, 2, 2), Merge(1, 0, 2, 0)],
            caption="服务指南",
        ),
        Grid("表2", visible=True, rows=[["x"]], merges=[], caption="第二份\n附注"),
    ]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (
            ('<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
            "<w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>是</w:t></w:r>"),
            "☑是",
        ),
        (
            ('<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr>'
            "<w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>是</w:t></w:r>"),
            "□是",
        ),
        (
            ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/>'
            "</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>旧</w:t></w:r>'),
            "☑旧",
        ),
        (
            ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
            "</w:fldChar></w:r><w:r><w:t>旧</w:t></w:r>"),
            "□旧",
        ),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "☑是□"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "☑√"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r><w:r><w:t>R</w:t></w:r>', "☑R"),
        ("<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>", "增"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>", "甲\n乙\t丙"),
        ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接"),
        (
            ("<w:r><mc:AlternateContent><mc:Choice><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
            "</w:pict></mc:Choice><mc:Fallback><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r>"),
            "框",
        ),
    ],
)  # fmt: skip
def test_word_text_is_what_is_seen(inside: str, text: str):
    """Check boxes of three kinds, symbols, accepted changes, breaks, links and text boxes stand in their place."""
    (grid,) = parse(document(table((cell(f"<w:p>{inside}</w:p>"),))))
    assert grid.rows == [[text]]


@pytest.mark.parametrize("content", [document(runs("没有表格")), b"<html><p>x</p></html>"])
def test_a_file_without_a_table_is_refused(content: bytes):
    """Text alone is not read as a table."""
    with pytest.raises(UnreadableWorkbook, match="中没有表格"):
        parse(content)


def test_json_lines_are_parsed_line_by_line():
    """They are told apart from CSV; each line comes as its number, what is wrong with it, and its JSON in pieces."""
    long = "长" * 40_000
    content = f'\ufeff{{"id": "1", "row": {{}}}}\n\n{{\n{{"a": "{long}"}}'.encode()
    assert recognise(content) is Format.JSON_LINES
    [grid] = parse(content)
    assert list(grid.rows) == [
        ["1", "", '{"id":"1","row":{}}'],
        ["3", "不是完整的 JSON"],
        ["4", "", f'{{"a":"{long}'[:30_000]],
        ["4", "", f'{{"a":"{long}"}}'[30_000:]],
    ]


def test_json_lines_have_limits():
    """More lines than allowed, another encoding, and a line of endless values are refused in the guarded process."""
    with pytest.raises(UnreadableWorkbook, match="超过上限 2 行"):
        parse(b'{"a":1}\n' * 3, Limits(json_lines=2))
    [grid] = parse(b'{"a":[' + b"[]," * 4_000_000 + b"[]]}")
    assert list(grid.rows) == [["1", "一行内的值超过上限 800,000 个"]]
    with pytest.raises(UnreadableWorkbook, match="不是 UTF-8 编码"):
        parse('{"a": "甲"}'.encode("utf-16"))
