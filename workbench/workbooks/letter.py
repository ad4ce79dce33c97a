"""The cover letter of a returns workbook (审核意见函), as a Word document."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from docx import Document
from docx.document import Document as Letter
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from workbench.workbooks.plain_text import clean

_HEADING, _BODY, _BOLD = "宋体", "仿宋", "黑体"
_TITLE_SIZE, _BODY_SIZE, _TABLE_SIZE = Pt(22), Pt(16), Pt(12)


@dataclass(frozen=True, slots=True)
class MainProblem:
    """A rule that was broken: what is wrong, its clause, on how many matters, and the first of them."""

    name: str
    clause: str
    matters: int
    example: str


@dataclass(frozen=True, slots=True)
class LetterContent:
    """What a letter says. ``counts`` are verdicts with how many matters, ``not_checked`` lists that are lacking."""

    unit: str
    kind: str
    file: str
    round: int
    group: str
    contact: str
    day: str
    matters: int
    decided: int
    counts: Sequence[tuple[str, int]]
    problems: Sequence[MainProblem]
    not_checked: Sequence[str]
    returns_file: str
    due: str


def write_letter(content: LetterContent) -> bytes:
    """The letter's bytes; every text of a submission stands in it as plain text."""
    letter = Document()
    section = letter.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.7)
    _paragraph(letter, f"关于反馈{content.kind}审核意见的函", _HEADING, _TITLE_SIZE, WD_ALIGN_PARAGRAPH.CENTER)
    _paragraph(letter, f"{content.unit}：", indent=False)
    _paragraph(letter, _opening(content))
    _heading(letter, "一、审核情况")
    _paragraph(letter, _counted(content))
    _heading(letter, "二、主要问题")
    _problems(letter, content.problems)
    if content.not_checked:
        _heading(letter, "三、本次未检查的内容")
        names = "、".join(content.not_checked)
        _paragraph(letter, f"以下清单尚未导入，相关规则本次未检查，不作为通过：{names}。")
    _heading(letter, f"{'四' if content.not_checked else '三'}、修改要求")
    _paragraph(letter, _request(content))
    _paragraph(letter, f"附件：{content.returns_file}")
    for text in (content.group, content.day):
        _paragraph(letter, text, align=WD_ALIGN_PARAGRAPH.RIGHT)
    stream = io.BytesIO()
    letter.save(stream)
    return stream.getvalue()


def _opening(content: LetterContent) -> str:
    return (
        f"按照《编制政务服务目录和办事指南工作手册》的要求，{content.group}对你单位报送的{content.kind}"
        f"（{content.file}，第 {content.round} 轮）进行了审核，现将意见反馈如下。"
    )


def _counted(content: LetterContent) -> str:
    told = "，".join(f"{name} {count} 项" for name, count in content.counts if count)
    left = content.matters - content.decided
    rest = f"；尚未形成结论 {left} 项" if left else ""
    return f"共报送 {content.matters} 项，已审 {content.decided} 项" + (f"：{told}" if told else "") + f"{rest}。"


def _request(content: LetterContent) -> str:
    return (
        f"请对照附件逐项修改，在“处理情况”栏注明修改结果，加盖公章后{content.due}重新报送。"
        f"对审核意见有不同看法的，请在“处理情况”栏说明理由。联系人：{content.contact}。"
    )


def _problems(letter: Letter, problems: Sequence[MainProblem]) -> None:
    if not problems:
        _paragraph(letter, "未发现需要修改的问题。")
        return
    table = letter.add_table(rows=1, cols=4, style="Table Grid")
    table.autofit = False
    for cell, text in zip(table.rows[0].cells, ("问题", "依据条款", "涉及项数", "举例"), strict=True):
        _write(cell.paragraphs[0], text, _BOLD, _TABLE_SIZE)
    for problem in problems:
        texts = (problem.name, problem.clause, str(problem.matters), problem.example)
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            _write(cell.paragraphs[0], text, _BODY, _TABLE_SIZE)
    for row in table.rows:
        for cell, width in zip(row.cells, (4.6, 3.4, 2.0, 5.6), strict=True):
            cell.width = Cm(width)


def _heading(letter: Letter, text: str) -> None:
    _paragraph(letter, text, _BOLD)


def _paragraph(
    letter: Letter,
    text: str,
    font: str = _BODY,
    size: Pt = _BODY_SIZE,
    align: WD_ALIGN_PARAGRAPH | None = None,
    *,
    indent: bool = True,
) -> None:
    paragraph = letter.add_paragraph()
    paragraph.paragraph_format.line_spacing = 1.5
    paragraph.paragraph_format.space_after = Pt(18 if size is _TITLE_SIZE else 0)
    if align is None and indent:
        paragraph.paragraph_format.first_line_indent = size * 2
    if align is not None:
        paragraph.alignment = align
    _write(paragraph, text, font, size)


def _write(paragraph: Paragraph, text: str, font: str, size: Pt) -> None:
    run = paragraph.add_run(clean(text))
    run.font.name, run.font.size = font, size
    run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # python-docx sets Latin fonts only
