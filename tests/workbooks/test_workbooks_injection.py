"""Whatever text stands in whatever field: it never computes, links outside or starts anything in what we write."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.worksheet.formula import ArrayFormula

from workbench.records import COLUMN_NAMES, Row, Severity
from workbench.workbooks import (
    LetterContent,
    MainItem,
    MainProblem,
    NotCheckedRule,
    ReturnedFinding,
    ReturnedPart,
    ReturnedRow,
    ReturnsContent,
    SubmissionSheet,
    write_letter,
    write_returns,
    write_submission,
)
from workbench.workbooks.bulletin_content import BulletinContent, BulletinFault, BulletinLine
from workbench.workbooks.bulletin_tables import write_bulletin_tables
from workbench.workbooks.export_report import KINDS, ExportChange, write_export_report
from workbench.workbooks.losses import silence_commands

#: Elements of the two formats that would do something when the file is opened.
ACTIVE = {"f", "fldSimple", "instrText", "fldChar", "oleLink", "ddeLink", "ddeItem", "externalReference"}
PREFIXES = (
    "=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "'=", "=cmd|'/C calc'!A0", "=DDE(", '=HYPERLINK("file://x",', "{=",
    "file:///c:/x.exe", "http://x", "mailto:x@y", "\\\\host\\share", "javascript:", "=1+1", "<f>1</f>", "_x003D_1",
)  # fmt: skip
TEXTS = st.builds(lambda before, after: before + after, st.sampled_from(PREFIXES), st.text(max_size=20))


def filled(record: type[Any], text: str, **own: Any) -> Any:
    """A record with the text in every field that takes one; ``own`` are its others."""
    values = {each.name: text for each in fields(record) if each.type in {str, "str"} and each.name not in own}
    return record(**values, **own)


def active(content: bytes) -> Iterator[tuple[str, str]]:
    """Whatever in an office file would compute, link outside or start something."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            for element in etree.fromstring(archive.read(name)).iter(etree.Element):
                tag = etree.QName(element).localname
                drawn = name.startswith("xl/charts/")
                if (tag in ACTIVE and not drawn) or element.get("TargetMode") == "External":
                    yield name, tag


def catalogue(text: str) -> bytes:
    """A published catalogue with the text in every column, its title and caption."""
    row = Row(**dict.fromkeys(COLUMN_NAMES, text))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "目录.xlsx"
        items = [MainItem(row), MainItem(row, (Row(sub_item_name=text), Row(sub_item_name=text, remarks=text)))]
        write_submission(path, SubmissionSheet(text, text, "省目录", items, notes=[text]))
        return path.read_bytes()


@pytest.fixture(scope="module")
def submission() -> bytes:
    """A plain catalogue to answer."""
    return catalogue("取水许可")


@settings(max_examples=40, deadline=None)
@given(text=TEXTS)
def test_a_returns_workbook_and_its_letter_stay_text(submission: bytes, text: str):
    """Every field of what the review says."""
    finding = filled(ReturnedFinding, text, cell="E5", severity=Severity.DOUBT, sheet="目录", answer="")
    overruled = filled(ReturnedFinding, text, cell="E5", severity=Severity.HINT, sheet="目录")
    whole = filled(ReturnedFinding, text, cell=None, severity=Severity.HINT, sheet="")
    row = filled(ReturnedRow, text, sheet="目录", cell="A5", findings=(finding, overruled), parts=())
    guide = filled(
        ReturnedRow,
        text,
        sheet="目录",
        cell="B6",
        findings=(),
        parts=(filled(ReturnedPart, text, sheet="目录", cell="B6"),),
    )
    content = filled(
        ReturnsContent, text, round=1, event=1, rows=(row, guide), sheet_findings=(whole,),
        not_checked=(filled(NotCheckedRule, text, rows=1),),
    )  # fmt: skip
    assert list(active(write_returns(submission, text, content))) == []
    letter = filled(
        LetterContent, text, round=1, matters=2, decided=1, counts=((text, 1),), not_checked=(text,),
        problems=(filled(MainProblem, text, matters=1),),
    )  # fmt: skip
    assert list(active(write_letter(letter))) == []


@settings(max_examples=40, deadline=None)
@given(text=TEXTS)
def test_what_is_published_and_reported_stays_text(text: str):
    """Every column of a catalogue, of the report on changes and of the bulletin's workbook."""
    assert list(active(catalogue(text))) == []
    changes = [filled(ExportChange, text, kind=kind) for kind in KINDS]
    assert list(active(write_export_report(2, changes, first=False))) == []
    line = filled(BulletinLine, text, rows=1, counts=(1, 0, 0, 0), violations=0, doubts=0, month=1)
    fault = filled(BulletinFault, text, items=1, returned=1)
    bulletin = filled(BulletinContent, text, groups=[line], units=[line], missing=[text], faults=[fault], due=[text])
    assert list(active(write_bulletin_tables(bulletin))) == []


@pytest.mark.parametrize(
    "formula",
    [
        "=cmd|'/c calc'!A0",
        '=HYPERLINK("file:///c:/x","点")',
        '=1+_xlfn.WEBSERVICE("http://x")',
        '=IF(A1=1,hyperlink ("x"),2)',
        '=RTD("x",,"y")',
    ],
)
def test_formulas_of_a_unit_that_call_others_become_text(formula: str):
    """Also an array of them; a sum stays one; links to files go, those to pages and places in the workbook stay."""
    book = openpyxl.Workbook()
    page = book.active
    page["A1"], page["A2"], page["A3"] = formula, "=SUM(B1:B2)", ArrayFormula("A3:A4", formula)
    page["B1"].hyperlink, page["B2"].hyperlink, page["B3"].hyperlink = "file:///c:/x.exe", "http://x", "#Sheet!A1"
    told = silence_commands(book)
    assert [(cell.value, cell.data_type) for (cell,) in page["A1:A3"]] == [
        (formula, "s"),
        ("=SUM(B1:B2)", "f"),
        (formula, "s"),
    ]
    assert [cell.hyperlink is None for (cell,) in page["B1:B3"]] == [True, False, False]
    assert told == [
        "原文件中调用外部程序或者网址的公式已改为文本（Sheet!A1、Sheet!A3）",
        "原文件中指向文件或者程序的超链接已去除（Sheet!B1）",
    ]
