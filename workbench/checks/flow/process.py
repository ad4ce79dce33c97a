"""The process (办理流程) as it is written: its steps, whether a chart is spoken of, and what each step is (附件2 三(二)8)."""

import re
from collections.abc import Sequence

from workbench.records import Guide, Span

FLOW = "办理流程"
_ARROW = re.compile(r"\s*(?:[→⇒➔➜⟶➝⇨↓▶►]|[-—–－=]+[>＞]|[>＞]{1,2})\s*")
_DASH = re.compile(r"(?<=[\u4e00-\u9fa5）)])\s*(?:[—–－]{1,2}|-{1,2})\s*(?=[\u4e00-\u9fa5])")
_AT_START = r"(?:(?<=^)|(?<=[\s；;。：:）)]))\s*"
#: Ways to number steps; in one text the way that comes first numbers the steps, others number what is inside of them.
_NUMBERINGS = (
    re.compile(_AT_START + r"第[一二三四五六七八九十\d]{1,2}步[:：,，]?"),
    re.compile(_AT_START + r"[一二三四五六七八九十]{1,2}、"),
    re.compile(r"[（(][一二三四五六七八九十]{1,2}[）)]"),
    re.compile(_AT_START + r"\d{1,2}\s*[.、．](?!\d)"),
    re.compile(_AT_START + r"[（(]\s*\d{1,2}\s*[）)]"),
    re.compile(r"[①-⑳]"),
)
_PICTURE = re.compile(
    r"[（(]?(?:办理|办事|审批|工作|业务|具体|详)?(?:流程图?)?(?:详)?(?:见|附|参见|如|按照?)[\u4e00-\u9fa5]{0,6}(?:附[件图录表]|流程图|下图|图示|图片|图)"
    r"|流程图|附图|附件\s*[\d一二三四五六七八九十]*|图示|\.(?:jpe?g|png|vsd|pdf|docx?)"
)
#: Kinds of steps that the clause and the law name -> how they are written.
STEP_WORDS = {
    "申请": r"申请(?!人|材料|表|书|条件)|申报|提出|递交|提交",
    "受理": r"受理|收件|接件|接收",
    "审查": r"审查|审核|初审|复审|评审|核查|核验|勘查|查档|办理(?!流程|结果|时限|窗口|指南)",
    "决定": r"决定|审批(?!流程|窗口)|批准|核准|批复|签批|审定",
    "办结": r"办结|办理完毕|制证|制作",
    "送达": r"送达|签收|领取|颁发|发证|领证|取件|邮寄|发放|取证|告知结果|公告",
}


def steps(text: str) -> list[Span]:
    """The steps of a process drawn with arrows or dashes, or numbered; empty where it is plain prose."""
    if marks := _marks(_ARROW, text):
        return _between(text, marks, numbered=False)
    numbered = [marks for pattern in _NUMBERINGS if len(marks := _marks(pattern, text)) > 1]
    if numbered:
        return _between(text, min(numbered), numbered=True)
    dashes = _marks(_DASH, text)
    return _between(text, dashes, numbered=False) if len(dashes) > 1 else []


def _marks(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(text)]


def _between(text: str, marks: Sequence[Span], *, numbered: bool) -> list[Span]:
    """What stands between marks; before the first numbering stands no step."""
    starts = (
        [stop for _, stop in marks] if numbered else [_after_lead_in(text, marks[0][0]), *(stop for _, stop in marks)]
    )
    stops = [start for start, _ in marks[1:]] if numbered else [start for start, _ in marks]
    spans = zip(starts, [*stops, len(text)], strict=True)
    return [(start, stop) for start, stop in spans if text[start:stop].strip(" \n\t。；;，,、")]


def _after_lead_in(text: str, stop: int) -> int:
    """Where the first step begins: behind the last sentence or colon before the first arrow."""
    return max(text.rfind(mark, 0, stop) for mark in "。：:\n") + 1


def step_kinds(guide: Guide) -> list[str]:
    """The kinds of steps that a guide's process names, in text or table."""
    text = without_picture(guide.text(FLOW) or "") + "；".join(step.get("环节", "") for step in guide.steps or ())
    return [kind for kind, pattern in STEP_WORDS.items() if re.search(pattern, text)]


def speaks_of_picture(text: str) -> bool:
    """Whether a text refers to a chart, an attachment or a picture."""
    return bool(_PICTURE.search(text))


def without_picture(text: str) -> str:
    """A text without what it says of its chart."""
    return _PICTURE.sub("", text)


def is_drawn(text: str) -> bool:
    """Whether the text itself draws the process with arrows."""
    return bool(_ARROW.search(text))


def is_instant(guide: Guide) -> bool:
    """Whether the matter is done on the spot (即办件)."""
    kind, flow = guide.text("办件类型") or "", guide.text(FLOW) or ""
    ticked = re.search(r"[☑■√✓✔]\s*即办件", kind) if re.search(r"[□☑■√✓✔]", kind) else "即办件" in kind
    return bool(ticked) or bool(re.search(r"当场(?:办结|办理|办毕|发证|出证)|即时办结|立等可取", flow))
