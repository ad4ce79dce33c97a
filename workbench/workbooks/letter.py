"""The cover letter of a returns workbook (审核意见函), as a Word document."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document

from workbench.workbooks import official


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
    letter = official.new_document()
    official.title(letter, f"关于反馈{content.kind}审核意见的函")
    official.line(letter, f"{content.unit}：")
    official.paragraph(letter, _opening(content))
    official.heading(letter, "一、审核情况")
    official.paragraph(letter, _counted(content))
    official.heading(letter, "二、主要问题")
    _problems(letter, content.problems)
    if content.not_checked:
        official.heading(letter, "三、本次未检查的内容")
        names = "、".join(content.not_checked)
        official.paragraph(letter, f"以下清单尚未导入，相关规则本次未检查，不作为通过：{names}。")
    official.heading(letter, f"{'四' if content.not_checked else '三'}、修改要求")
    official.paragraph(letter, _request(content))
    official.paragraph(letter, f"附件：{content.returns_file}")
    for text in (content.group, content.day):
        official.line(letter, text, official.RIGHT)
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


def _problems(letter: Document, problems: Sequence[MainProblem]) -> None:
    if not problems:
        official.paragraph(letter, "未发现需要修改的问题。")
        return
    rows = [(each.name, each.clause, str(each.matters), each.example) for each in problems]
    official.table(letter, ("问题", "依据条款", "涉及项数", "举例"), rows, (4.6, 3.4, 2.0, 5.6))
    official.line(letter, "")
