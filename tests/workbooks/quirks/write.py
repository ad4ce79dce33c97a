"""Writes small workbooks with the quirks of Excel, WPS and exporting systems, and beside each what must be read.

Run ``python tests/workbooks/quirks/write.py FOLDER`` to look at them: each file has a ``.json`` of the same name with
its grids, or with the reason why it is refused. The tests write the same folder and compare.
"""

import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

#: Number formats of the cells, in the order of their styles; style 0 is General.
FORMATS = (
    "General", "00", "0.00", "0%", "0.0%", 'yyyy"年"m"月"d"日"', "yyyy/m/d", "000-00000000", "@", "#,##0.00",
    "[DBNum1]yyyy年m月d日", "h:mm", "0;;;", '"第"0"号"',
)  # fmt: skip
#: Fonts of the cells of the styles that follow.
FONTS = ("宋体", "Wingdings", "Wingdings 2")


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def styles() -> str:
    """Style n shows the n-th number format; the last two styles set letters in fonts of signs."""
    codes = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for at, code in enumerate(FORMATS)
    )
    fonts = "".join(f'<font><name val="{name}"/></font>' for name in FONTS)
    cells = "".join(f'<xf numFmtId="{164 + at}" fontId="0"/>' for at in range(len(FORMATS)))
    signs = "".join(f'<xf numFmtId="0" fontId="{at}"/>' for at in range(1, len(FONTS)))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts><fonts>{fonts}</fonts>'
        '<fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders>'
        f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{cells}{signs}</cellXfs></styleSheet>"
    )


def workbook(
    sheets: dict[str, str],
    *,
    strings: str = "",
    about: str = "",
    states: dict[str, str] | None = None,
    folder: str = "worksheets",
) -> dict[str, str | bytes]:
    """The parts of an .xlsx file: name of a sheet -> what stands in its ``worksheet`` element."""
    entries = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="r{at}"{(states or {}).get(name, "")}/>'
        for at, name in enumerate(sheets, 1)
    )
    links = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/worksheet" Target="{folder}/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    more = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for name in ("styles", "sharedStrings")
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    kinds = f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}"/><Default Extension="xml" ContentType="application/xml"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="{relations}"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr{about}/><sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}{more}</Relationships>',
        "xl/styles.xml": styles(),
        "xl/sharedStrings.xml": strings or f'<sst xmlns="{MAIN}"/>',
    }
    for at, inside in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{at}.xml"] = f'<worksheet xmlns="{MAIN}">{inside}</worksheet>'
    return parts


def cell(place: str, text: str) -> str:
    """A cell with a text of its own."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def number(place: str, value: object, style: int = 0) -> str:
    """A cell with a number in a style."""
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def one_row(*cells: str) -> str:
    """Sheet data of one row."""
    return f'<sheetData><row r="1">{"".join(cells)}</row></sheetData>'


def grid(name: str = "S", rows: list[list[str]] | None = None, **more: Any) -> dict[str, Any]:
    """What is expected of one sheet."""
    return {
        "name": name, "visible": True, "rows": rows or [], "merges": [], "hidden_rows": [], "hidden_columns": [],
        "caption": "", "uncomputed": [], "notes": [],
    } | more  # fmt: skip


_VALUES = (
    (1, 1, "01"), (2.5, 2, "2.50"), (0.5, 3, "50%"), (0.256, 4, "25.6%"), (42963, 5, "2017年8月16日"),
    (42963, 6, "2017/8/16"), (2486668888, 7, "024-86668888"), (13, 8, "13"), (1234.5, 9, "1,234.50"),
     (0.5, 11, "12:00"), (7, 13, "第7号"), (0.1 + 0.2, 0, "0.3"), (1, 0, "1"),
    (20170816, 0, "20170816"),
)  # fmt: skip
_LETTERS = "ABCDEFGHIJKLMNO"


def displayed() -> bytes:
    """Numbers in many formats."""
    return package(
        workbook(
            {"S": one_row(*(number(f"{_LETTERS[at]}1", value, style) for at, (value, style, _) in enumerate(_VALUES)))}
        )
    )


def hidden() -> bytes:
    """Hidden rows, columns and sheets; merges; only what is used counts as hidden."""
    data = (
        '<cols><col min="2" max="2" width="9" hidden="1"/><col min="4" max="16384" width="9" hidden="1"/></cols><sheetData>'
        f'<row r="1">{cell("A1", "甲")}{cell("B1", "乙")}{cell("C1", "丙")}</row>'
        f'<row r="2" hidden="1">{cell("A2", "丁")}</row><row r="4">{cell("A4", "戊")}</row><row r="9" hidden="1"/></sheetData>'
        '<mergeCells count="1"><mergeCell ref="A2:C3"/></mergeCells>'
    )
    states = {"二": ' state="hidden"', "三": ' state="veryHidden"'}
    return package(workbook({"一": data, "二": one_row(cell("A1", "己")), "三": one_row()}, states=states))


def formulas() -> bytes:
    """Formulas with and without a stored result, and errors."""
    return package(
        workbook(
            {
                "S": one_row(
                    '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1*2</f></c><c r="C1"><f>A1</f><v/></c>'
                    '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="str"><f>"a"</f><v>甲</v></c>'
                    '<c r="F1" t="e"><f>X!A1</f><v>#REF!</v></c><c r="G1" t="b"><v>1</v></c>'
                    '<c r="H1" s="5"><f t="shared" si="0" ref="H1:H9">A1</f><v>42963</v></c>'
                )
            }
        )
    )


def signs() -> bytes:
    """Check characters: letters of cells and of parts of texts that are set in a font of signs."""
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>þ</t></si><si><r><rPr><rFont val="Wingdings"/></rPr><t>þ</t></r>'
        '<r><rPr><rFont val="宋体"/></rPr><t>是 o</t></r><r><rPr><rFont val="Wingdings"/></rPr><t>¨</t></r><r><t>否</t></r></si>'
        "<si><t>R</t></si></sst>"
    )
    first = len(FORMATS)
    cells = (
        f'<c r="A1" s="{first}" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="{first + 1}" t="s"><v>2</v></c>'
        f'<c r="D1" t="s"><v>2</v></c><c r="E1" t="s"><v>0</v></c>'
    )
    return package(workbook({"S": one_row(cells)}, strings=strings))


def prefixed() -> bytes:
    """Names with a prefix and single quotes, as some libraries write."""
    parts = workbook({"S": ""})
    parts["xl/worksheets/sheet1.xml"] = (
        f"<x:worksheet xmlns:x='{MAIN}'><x:cols><x:col min='1' max='1' hidden='1'/></x:cols><x:sheetData>"
        "<x:row r='1' hidden='1'><x:c r='A1' s='1'><x:v>1</x:v></x:c><x:c r='B1'><x:f>A1</x:f></x:c>"
        "<x:c r='C1' t='str'><x:v>甲'乙</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    return package(parts)


def without_places() -> bytes:
    """Cells and rows without their place, as some exporting systems write."""
    data = '<sheetData><row><c t="inlineStr"><is><t>甲</t></is></c><c><v>1</v></c></row><row/><row><c><v>2</v></c></row></sheetData>'
    return package(workbook({"S": data}))


def strict() -> bytes:
    """The strict variant of the format."""
    parts = workbook({"S": one_row(number("A1", 0.5, 3), cell("B1", "甲"))})
    return package({name: str(text).replace(MAIN, STRICT) for name, text in parts.items()})


def macintosh() -> bytes:
    """Days counted from 1904."""
    return package(workbook({"S": one_row(number("A1", 41501, 6))}, about=' date1904="1"'))


def odd_names() -> bytes:
    """Backslashes and capitals in the names of parts."""
    parts = workbook({"S": one_row(number("A1", 0.5, 3))}, folder="/xl/worksheets")
    return package(
        {name.replace("xl/worksheets/sheet1.xml", "xl/Worksheets/Sheet1.xml"): text for name, text in parts.items()}
    )


def without_styles() -> bytes:
    """A workbook without its styles is still read."""
    parts = workbook({"S": one_row(cell("A1", "甲"), number("B1", 2))})
    return package({name: text for name, text in parts.items() if name != "xl/styles.xml"})


def numerals() -> bytes:
    """Chinese numerals in dates, and escapes in texts."""
    return package(workbook({"S": one_row(number("A1", 42963, 10), number("B1", 42978, 10), cell("C1", "_x0041_"))}))


def line_breaks() -> bytes:
    """Line breaks, blanks and escapes of texts."""
    return package(
        workbook({"S": one_row(cell("A1", " 甲&#10;乙  丙"), cell("B1", "a&amp;b&lt;c"), cell("C1", "甲&#9;乙"))})
    )


#: Name -> what writes the file, and what must be read of it: grids, or the reason of the refusal.
QUIRKS: dict[str, tuple[Callable[[], bytes], list[dict[str, Any]] | str]] = {
    "数字.xlsx": (displayed, [grid(rows=[[text for *_, text in _VALUES]])]),
    "隐藏.xlsx": (
        hidden,
        [
            grid(
                "一",
                [["甲", "乙", "丙"], ["丁"], [], ["戊"]],
                merges=[[1, 0, 2, 2]],
                hidden_rows=[1],
                hidden_columns=[1],
            ),
            grid("二", [["己"]], visible=False),
            grid("三", visible=False),
        ],
    ),
    "公式.xlsx": (
        formulas,
        [grid(rows=[["2", "", "", "", "甲", "#REF!", "TRUE", "2017年8月16日"]], uncomputed=[[0, 1], [0, 2]])],
    ),
    "符号.xlsx": (signs, [grid(rows=[["☑", "☑是 o□否", "☑", "R", "þ"]])]),
    "前缀.xlsx": (
        prefixed,
        [grid(rows=[["01", "", "甲'乙"]], hidden_rows=[0], hidden_columns=[0], uncomputed=[[0, 1]])],
    ),
    "无格号.xlsx": (without_places, [grid(rows=[["甲", "1"], [], ["2"]])]),
    "严格.xlsx": (strict, [grid(rows=[["50%", "甲"]])]),
    "1904.xlsx": (macintosh, [grid(rows=[["2017/8/16"]])]),
    "部件名.xlsx": (odd_names, [grid(rows=[["50%"]])]),
    "无样式.xlsx": (without_styles, [grid(rows=[["甲", "2"]])]),
    "大写.xlsx": (numerals, [grid(rows=[["二〇一七年八月十六日", "二〇一七年八月三十一日", "A"]])]),
    "换行.xlsx": (line_breaks, [grid(rows=[[" 甲\n乙  丙", "a&b<c", "甲\t乙"]])]),
}


def write(folder: Path) -> None:
    """Write each file, and beside it what must be read."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (content, expected) in QUIRKS.items():
        (folder / name).write_bytes(content())
        (folder / f"{name}.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
