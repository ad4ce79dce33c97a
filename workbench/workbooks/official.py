"""The look of official documents in Word: A4, 宋体 titles, 仿宋 text, 黑体 headings."""

from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph

from workbench.workbooks.plain_text import clean

_TITLE_FONT, _BODY_FONT, _HEADING_FONT = "宋体", "仿宋", "黑体"
_TITLE_SIZE, _BODY_SIZE, _TABLE_SIZE = Pt(22), Pt(16), Pt(11)
#: Texts up to this length are figures or single words, and stand in the middle.
_SHORT = 6
LEFT, CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def new_document() -> Document:
    """An empty A4 document."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.7)
    return document


def title(document: Document, text: str) -> None:
    """The document's title."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(18)
    paragraph.alignment = CENTRE
    _write(paragraph, text, _TITLE_FONT, _TITLE_SIZE)


def heading(document: Document, text: str) -> None:
    """A section's heading."""
    _body(document, text, _HEADING_FONT)


def paragraph(document: Document, text: str) -> None:
    """A paragraph of text, its first line indented by two characters."""
    _body(document, text, _BODY_FONT)


def line(document: Document, text: str, align: WD_ALIGN_PARAGRAPH = LEFT) -> None:
    """A line without indent: the addressee, the signature, the date."""
    written = _body(document, text, _BODY_FONT)
    written.paragraph_format.first_line_indent = 0
    written.alignment = align


def new_page(document: Document) -> None:
    """Go on on a new page."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def table(document: Document, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
    """A table with lines; ``widths`` in centimetres."""
    made = document.add_table(rows=0, cols=len(headings), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for at, texts in enumerate((headings, *rows)):
        row = made.add_row()
        _keep_whole(row, repeated=at == 0)
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Cm(width)
            written = cell.paragraphs[0]
            written.paragraph_format.space_before = written.paragraph_format.space_after = Pt(2)
            written.alignment = CENTRE if at == 0 or len(text) <= _SHORT else LEFT
            _write(written, text, _BODY_FONT if at else _HEADING_FONT, _TABLE_SIZE)
    made.alignment = WD_TABLE_ALIGNMENT.CENTER


def _keep_whole(row: _Row, *, repeated: bool) -> None:
    """Never break a row over two pages; repeat the heading on each."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way to say so
    for name in ("w:cantSplit", "w:tblHeader") if repeated else ("w:cantSplit",):
        properties.append(OxmlElement(name))


def _body(document: Document, text: str, font: str) -> Paragraph:
    written = document.add_paragraph()
    written.paragraph_format.line_spacing = 1.5
    written.paragraph_format.space_after = Pt(0)
    written.paragraph_format.first_line_indent = _BODY_SIZE * 2
    _write(written, text, font, _BODY_SIZE)
    return written


def _write(paragraph: Paragraph, text: str, font: str, size: Length) -> None:
    run = paragraph.add_run(clean(text))
    run.font.name, run.font.size = font, size
    run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # python-docx sets Latin fonts only
