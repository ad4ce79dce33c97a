"""What a unit or a reviewer writes stays text: no formula, link or command in the workbook or the letter."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from workbench.records import ELEMENTS, MATERIAL_FIELDS, Answer, Guide, Material, Row
from workbench.review import Workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission
from workbench.workbooks.guide_writing import GuideLayout, write_guide_document, write_guides

NASTY = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x","点此")',
    "+1+1",
    "@SUM(1)",
    "-2+3",
    "http://x",
    "\\\\host\\share",
    '=DDE("cmd","/C calc","A0")',
    "\t=1+1",
    '<a href="http://x">=1+1</a>',
)
FORMS = ("catalogue", "csv", "sheets", "stacked", "table", "document")
CATALOGUES = ("catalogue", "csv")
UNIT = "省水利厅"
#: Elements of the two formats that would do something when the file is opened.
ACTIVE = {"f", "fldSimple", "instrText", "fldChar", "oleLink", "ddeLink", "ddeItem", "externalReference"}


def row_of(text: str, seq: int) -> Row:
    """A catalogue row with the text in every column."""
    return Row(
        seq=str(seq), item_name=text, sub_item_name=text, item_type=text, legal_basis=text, levels_and_departments=text,
        remarks=text,
    )  # fmt: skip


def guide_of(text: str) -> Guide:
    """A guide with the text in every element and every sub-field of its material."""
    material = Material(dict.fromkeys(MATERIAL_FIELDS, text), {"备查": text})
    return Guide({element.name: text for element in ELEMENTS}, materials=(material,), remarks=text)


def write_form(folder: Path, form: str) -> Path:
    """A form with each of the texts in every field of a row or guide."""
    path = folder / f"{UNIT}省目录.xlsx"
    if form == "catalogue":
        items = [MainItem(row_of(text, seq)) for seq, text in enumerate(NASTY, start=1)]
        title = f"{UNIT}省政务服务事项目录"
        write_submission(path, SubmissionSheet(title, f"填报单位：{UNIT}", "省目录", items, notes=[f"注：{NASTY[0]}"]))
    elif form == "csv":
        path = path.with_suffix(".csv")
        with path.open("w", encoding="utf-8", newline="") as stream:
            lines = csv.writer(stream)
            lines.writerow(["序号", "事项名称", "子项", "事项类型", "设定依据", "层级和部门", "备注"])
            lines.writerows([seq, *[text] * 6] for seq, text in enumerate(NASTY, start=1))
    elif form == "document":
        path = path.with_suffix(".docx")
        write_guide_document(path, list(map(guide_of, NASTY)), unit=UNIT)
    else:
        write_guides(path, list(map(guide_of, NASTY)), GuideLayout(form), unit=UNIT)
    return path


def answer(office: Workspace) -> None:
    """Return every item with its own name for an opinion, and overrule some findings with it for a reason."""
    names = {each.item: each.row.item_name for each in office.store.matters()}
    names |= {each.item: each.guide.name for each in office.store.guides()}
    for item, text in names.items():
        rules = sorted({each.rule for each in office.store.findings([item]).get(item, ())})
        answers = [Answer(rule, upheld=False, reason=text) for rule in rules[::2]]
        office.record(item, "return_for_revision", text, by="group1", answers=answers)


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of an office file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def active(content: bytes) -> list[tuple[str, str]]:
    """Whatever in an office file would compute, link outside or start something."""
    found = []
    for name, data in parts(content).items():
        if not name.endswith((".xml", ".rels")):
            continue
        for element in etree.fromstring(data).iter(etree.Element):
            tag = etree.QName(element).localname
            outside = element.get("TargetMode") == "External"
            linked = tag == "hyperlink" and any(etree.QName(key).localname == "id" for key in element.attrib)
            if tag in ACTIVE or outside or linked:
                found.append((name, tag))
    return found


def shown(content: bytes) -> str:
    """All text of an office file."""
    texts = [
        "".join(etree.fromstring(data).itertext()) for name, data in parts(content).items() if name.endswith(".xml")
    ]
    return "\n".join(texts)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_that_is_written_becomes_active(office: Workspace, tmp_path: Path, form: str):
    """Every text field of every form, the opinion and the reasons: as it was written, and only text."""
    (line,) = office.intake([write_form(tmp_path, form)], unit=UNIT, kind="省目录" if form in CATALOGUES else None)
    assert (line.status, line.rows + line.guides) == ("新收", len(NASTY))
    answer(office)
    (path,) = office.returns()
    letter = path.with_name(f"{path.stem}-审核意见函.docx")
    assert active(path.read_bytes()) == []
    assert active(letter.read_bytes()) == []
    text = shown(path.read_bytes())
    assert [each for each in NASTY if text.count(each.strip()) < 3] == []
