"""Writes guides as a Word document, a table for each in the look of the printed form."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Length, Pt
from docx.table import Table, _Cell

from workbench.records import Guide
from workbench.workbooks.guide_writing.plan import (
    NOTE,
    TITLE,
    Block,
    Part,
    Printed,
    blocks,
    content_columns,
    places,
    sub_fields,
)

_RESTART, _CONTINUE = "restart", "continue"
_CREATED = datetime(2017, 6, 1)  # noqa: DTZ001 - the library writes naive times as UTC
_NUMBER, _LABEL, _CONTENT = Cm(1), Cm(3.2), Cm(13)
_LANDSCAPE_CONTENT, _WIDEST_PORTRAIT = Cm(22), 6


def write_guide_document(path: Path, guides: Sequence[Guide], unit: str | None = None) -> list[Printed]:
    """Write guides as a .docx file, each on a page of its own; as ``write_guides``."""
    document = docx.Document()
    wide = content_columns(guides) > _WIDEST_PORTRAIT
    _set_up(document, wide=wide)
    printed = []
    for number, guide in enumerate(guides):
        if number:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        writer = _Writer(document, guide, _LANDSCAPE_CONTENT if wide else _CONTENT)
        printed.append(Printed(f"表{number + 1}", writer.write(unit)))
    saved = io.BytesIO()
    document.save(saved)
    path.write_bytes(_dated(saved))
    return printed


def _set_up(document: Document, *, wide: bool) -> None:
    """A4, one font, and the same properties for every file."""
    properties = document.core_properties
    properties.created = properties.modified = _CREATED
    properties.author = properties.last_modified_by = ""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "宋体", Pt(10)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if wide else (Cm(21), Cm(29.7))
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.8)


def _dated(saved: io.BytesIO) -> bytes:
    """The document with the same date on all its parts, so that the same guides give the same bytes."""
    dated = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(dated, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = zipfile.ZipInfo(entry.filename, _CREATED.timetuple()[:6])
            new.writestr(part, old.read(entry), zipfile.ZIP_DEFLATED)
    return dated.getvalue()


class _Writer:
    """Writes the form of one guide, cell by cell: the library's own merging looks through the table each time."""

    def __init__(self, document: Document, guide: Guide, content: int) -> None:
        self.document, self.guide = document, guide
        self.fields = sub_fields([guide])
        self.columns = content_columns([guide])
        self.width = Emu(content // self.columns)

    def write(self, unit: str | None) -> dict[str, str]:
        """Title, unit, table and note; the cell of each element."""
        title = self.document.add_paragraph()
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = title.add_run(TITLE)
        run.bold, run.font.size = True, Pt(16)
        if unit:
            self.document.add_paragraph(f"填报单位：{unit}")
        table = self._table()
        cells: dict[str, str] = {}
        line = 0
        for block in blocks(self.guide, self.fields, self.columns):
            cells |= places(block, line)
            self._block(table, block)
            line += len(block.lines)
        self.document.add_paragraph(NOTE)
        return cells

    def _table(self) -> Table:
        table: Table = self.document.add_table(0, self.columns + 2)
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, width in zip(table.columns, [_NUMBER, _LABEL, *[self.width] * self.columns], strict=True):
            column.width = width
        return table

    def _block(self, table: Table, block: Block) -> None:
        for at, parts in enumerate(block.lines):
            row = OxmlElement("w:tr")
            table._tbl.append(row)  # noqa: SLF001 - the way that the library gives to its elements
            going_on = _RESTART if len(block.lines) > 1 else None
            going_on = _CONTINUE if at else going_on
            for text, width, bold in ((block.number, _NUMBER, False), (block.label, _LABEL, True)):
                cell = _Cell(_cell(row, 1, width, going_on), table)
                _fill(cell, "" if at else text, centred=True, bold=bold)
            for part in parts:
                self._part(table, row, part)

    def _part(self, table: Table, row: Any, part: Part | None) -> None:
        if part is None:
            _cell(row, 1, self.width, _CONTINUE)
            return
        going_on = _RESTART if part.lines > 1 else None
        cell = _Cell(_cell(row, part.columns, Emu(self.width * part.columns), going_on), table)
        _fill(cell, part.text, centred=part.head)


def _cell(row: Any, columns: int, width: Length, going_on: str | None) -> Any:
    """A new cell at the end of a row, over so many columns; ``going_on`` begins or continues a merge downwards."""
    cell, about = OxmlElement("w:tc"), OxmlElement("w:tcPr")
    signs = [("w:tcW", {"w:w": str(width.twips), "w:type": "dxa"})]
    signs += [("w:gridSpan", {"w:val": str(columns)})] if columns > 1 else []
    signs += [("w:vMerge", {"w:val": going_on})] if going_on else []
    for tag, values in (*signs, ("w:vAlign", {"w:val": "center"})):
        about.append(OxmlElement(tag, {qn(name): value for name, value in values.items()}))
    cell.append(about)
    cell.append(OxmlElement("w:p"))
    row.append(cell)
    return cell


def _fill(cell: _Cell, text: str, *, centred: bool = False, bold: bool = False) -> None:
    """Put text into a cell, a paragraph for each of its lines."""
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(line).bold = bold
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
