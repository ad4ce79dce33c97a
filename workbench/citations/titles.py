"""Titles of documents: where they begin and end."""

import re
from dataclasses import dataclass

from workbench.citations import places
from workbench.citations.numerals import DIGITS
from workbench.records import Span

_ACT = r"(?:贯彻实施|贯彻执行|贯彻|实施|施行|执行)"
#: 辽宁省实施《…》办法, 辽宁省《…》实施办法: a title that begins before its mark.
_PLACED = re.compile(rf"(?P<place>[\u4e00-\u9fa5]{{2,12}}?){_ACT}?$")
#: 某机关关于修改《…》的决定: the same.
_ABOUT = re.compile(r"[\u4e00-\u9fa5、 ]{2,40}关于[\u4e00-\u9fa5]{2,12}$")
_ENACTING = re.compile(r"(?:若干)?(?:办法|条例|细则|规定)(?:[（(](?:试行|暂行)[）)])?")
_IMPLEMENTING = re.compile(r"(?:的)?(?:实施|施行)(?:办法|条例|细则|规定|意见)(?:[（(](?:试行|暂行)[）)])?")
_DECIDING = re.compile(
    r"(?:[\u4e00-\u9fa5]{0,24}?的?(?:决定|通知|意见|批复|解释|补充规定|若干规定|复函|公告))(?:[（(][一二三四五六七八九十]{1,3}[）)])?"
    r"(?:的(?:补充规定|批复|通知))?"
)
_LEGAL_END = re.compile(
    r"(?:法|条例|办法|规定|细则|规则|决定|决议|通知|意见|通则|准则|方案|批复|公告|解释|目录|名录|标准|规范|规程|纲要|规划|章程|函|令"
    r"|清单|指南|制度|试行|暂行|修订|修正|公约|协定|议定书|导则|大纲|要求|措施|政策|计划|要点|指引|答复|请示|报告|通告|修正案|纪要|预案)"
    r"(?:[（(〈<][^（()）]{0,16}[)）〉>])?$"
)
_END = re.compile(rf"[（(\n\r《；;。，,：:]|第[{DIGITS}]+条|<br")
_UNMARKED = re.compile(
    r"(?:[\u4e00-\u9fa5、，〈〉‹›“”0-9A-Za-z—-]|(?:关于[\u4e00-\u9fa5]{0,12}|实施|施行)《[^《》\n]{1,60}》|[（(][\u4e00-\u9fa50-9年—-]{2,10}[）)]"
    r"|(?<=法院)[ \u3000]{1,3}(?=最高))(?:[\u4e00-\u9fa5、〈〉‹›“”0-9A-Za-z—-]|(?:关于[\u4e00-\u9fa5]{0,12}|实施|施行)《[^《》\n]{1,60}》"
    r"|[（(][\u4e00-\u9fa50-9年—-]{2,10}[）)]|(?<=法院)[ \u3000]{1,3}(?=最高)){0,80}?"
    r"(?:法典|条例|办法|规定|细则|规则|守则|决定|决议|通知|意见|批复|解释|安排|答复|复函|名录|修正案|规范|规程|标准|法(?![律规治庭院人制定])|的函)"
    rf"(?:[（(](?:试行|暂行|[一二三四五六七八九十]{{1,3}})[）)])?(?=[（(\[［〔【]|[ \u3000]{{0,3}}第[ ]?[{DIGITS}]+[ ]?[条款]|\s*$|\s*[\n；;、，,。])"
)
_MAKERS = ("中华人民共和国", "国务院关于", "国务院办公厅关于", "最高人民法院关于", "最高人民检察院关于")
#: Words before a title that lead to it and are no part of its name.
_LEADS = ("根据", "依据", "按照", "依照", "参照", "见", "详见", "和", "及", "与")


@dataclass(frozen=True, slots=True)
class Title:
    """A title: its span without marks, the span with marks, and its text."""

    span: Span
    outer: Span
    text: str
    closed: bool = True
    has_marks: bool = True


def marked(text: str, mark: int, close: int | None, before: int) -> Title:
    """The title whose 《 stands at ``mark`` and whose 》 at ``close``; ``before`` is where a name before it may begin.

    辽宁省实施《中华人民共和国水法》办法 starts before its 《 and ends after its 》 (BASIS-FULLNAME). An unclosed title
    ends where a bracket, an article, a clause or the line ends.
    """
    if close is None:
        found = _END.search(text, mark + 1, mark + 120)
        end = found.start() if found else min(len(text), mark + 120)
        span = _trimmed(text, mark + 1, end)
        return Title(span, (mark, end), text[slice(*span)], closed=False)
    start, end = _name_around(text, mark, close + 1, before)
    if (start, end) != (mark, close + 1):
        return Title((start, end), (start, end), text[start:end])
    span = _trimmed(text, mark + 1, close)
    return Title(span, (mark, close + 1), text[slice(*span)])


def _name_around(text: str, mark: int, end: int, before: int) -> Span:
    """Where a name begins and ends that has a title in its middle; the title's own marks where it has none."""
    lead = text[max(before, mark - 60) : mark]
    suffix = _IMPLEMENTING.match(text, end)
    if place := _place_before(lead):
        enacting = suffix or _ENACTING.match(text, end)
        if enacting:
            return mark - len(place), enacting.end()
    if suffix:
        return mark, suffix.end()
    about, deciding = _ABOUT.search(lead), _DECIDING.match(text, end)
    if about and deciding:
        start = mark - len(lead) + about.start()
        return start + _lead_length(about.group()), deciding.end()
    return mark, end


def _place_before(lead: str) -> str:
    """辽宁省实施 at the end of what stands before a mark; empty where no place begins it."""
    found = _PLACED.search(lead[-14:])
    if found is None:
        return ""
    words = found.group()
    for start in range(len(words)):
        if (place := places.leading(words[start:])) and re.fullmatch(f"{place.printed}{_ACT}?", words[start:]):
            return words[start:]
    return ""


def is_lead(words: str) -> bool:
    """Whether words are a name's beginning up to the title inside it: 辽宁省实施."""
    return bool(words) and _place_before(words) == words


def unmarked(text: str, start: int) -> Title | None:
    """A title without 《》 that begins at ``start``: it ends as documents' titles do, before a bracket, an article or a stop."""
    start += _lead_length(text[start : start + 3])
    found = _UNMARKED.match(text, start, start + 120)
    return Title(found.span(), found.span(), found.group(), has_marks=False) if found else None


def _lead_length(words: str) -> int:
    return next((len(lead) for lead in _LEADS if words.startswith(lead)), 0)


def looks_legal(title: str) -> bool:
    """Whether a title ends as documents' titles do, and not as a form's or certificate's."""
    return bool(_LEGAL_END.search(title.rstrip("》〉›> ")))


def is_full(title: str) -> bool:
    """Whether a name without marks is surely a document's: it names its maker or its country."""
    return title.startswith(_MAKERS) or (
        places.leading(title) is not None and title.endswith(("条例", "办法", "规定", "细则"))
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
