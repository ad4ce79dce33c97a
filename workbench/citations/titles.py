"""Titles of documents: where they begin and end, and what a title alone proves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.citations import issuers
from workbench.citations.brackets import TITLE_CLOSE, title_close_of
from workbench.citations.evidence import Evidence
from workbench.records import IssuerLevel, Rank, RankFrom, RuleKind, Span

_PREFIX = re.compile(
    r"[\u4e00-\u9fa5]{2,10}(?:省|自治区|市|州|县)(?:人民代表大会常务委员会关于)?(?:实施|施行|贯彻|执行|贯彻实施)$"
)
_SUFFIX = re.compile(
    r"(?:的)?(?:实施)?(?:若干)?(?:办法|条例|细则|规定|决定|意见|补充规定)(?:（(?:试行|暂行|[^）]{0,4}修[订正])）)?"
)
_LEGAL_END = re.compile(
    r"(?:法|条例|办法|规定|细则|规则|决定|决议|通知|意见|通则|准则|方案|批复|公告|解释|目录|标准|规范|规程|纲要|规划|章程|函|令|清单|指南|制度"
    r"|试行|暂行|修订|修正|公约|协定|议定书|导则|大纲|要求|措施|政策|计划|要点|指引|答复|请示|报告|通告)[）)]?$"
)


_WORD = re.compile(r"[\u4e00-\u9fa5]{2}")


@dataclass(frozen=True, slots=True)
class Title:
    """A title: its span without marks, the span with marks (and a name before the mark), and its text."""

    span: Span
    outer: Span
    text: str
    closed: bool = True


def at(text: str, mark: int, floor: int = 0) -> Title:
    """The title whose 《 stands at ``mark``; nothing before ``floor`` belongs to it.

    辽宁省实施《中华人民共和国水法》办法 starts before its 《 and ends after its 》 (BASIS-FULLNAME). An unclosed title ends
    where a bracket, an article or the line begins.
    """
    close = title_close_of(text, mark)
    if close is None:
        return _unclosed(text, mark)
    if whole := _implementing(text, mark, close, floor):
        return Title(whole, whole, text[slice(*whole)])
    start, end = mark + 1, close
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Title((start, end), (mark, close + 1), text[start:end])


def cut(text: str, title: Title, end: int) -> Title:
    """An unclosed title that ends at ``end``."""
    start = title.span[0]
    return Title((start, end), (title.outer[0], end), text[start:end], closed=False)


def _implementing(text: str, mark: int, close: int, floor: int) -> Span | None:
    """The whole title around 《…》 where it implements that document: 辽宁省实施《…》办法."""
    start = max(floor, mark - 24)
    before = _PREFIX.search(text[start:mark])
    after = _SUFFIX.match(text, close + 1)
    return (start + before.start(), after.end()) if before and after else None


def _unclosed(text: str, mark: int) -> Title:
    """A title that lacks its 》; one that implements another document ends behind that one."""
    inner = text.find("《", mark + 1, mark + 26)
    close = title_close_of(text, inner) if inner > mark else None
    whole = _implementing(text, inner, close, mark + 1) if close else None
    if whole and not _WORD.search(text, mark + 1, whole[0]):
        return Title(whole, (mark, whole[1]), text[slice(*whole)], closed=False)
    end = min(_unclosed_end(text, mark + 1), whole[0] if whole else len(text))
    return Title((mark + 1, end), (mark, end), text[mark + 1 : end], closed=False)


def _unclosed_end(text: str, start: int) -> int:
    found = re.compile(r"[（(【\[\n《；;。]|第[〇零一二三四五六七八九十百千\d]+条|$").search(text, start)
    end = found.start() if found else len(text)
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


_UNMARKED = re.compile(
    r"^(?P<lead>[^\u4e00-\u9fa5\n《]*(?:法律|行政法规|地方性法规|规章|规范性文件|标准规范|部门规章|政府规章|地方法规)?[】\]］）)〕：: \u3000]*)"
    r"(?P<title>[\u4e00-\u9fa5、]{2,60}?(?:法|条例|办法|规定|细则|规则|决定|通知|意见|批复|标准|规范|规程))(?=[（(\[［〔【]|\s*第\s*[〇零一二三四五六七八九十百千\d]+\s*条|\s*$)",
    re.MULTILINE,
)


def unmarked(text: str) -> Iterator[Title]:
    """Titles without 《》 at the beginning of a line, after a label or numbering."""
    for found in _UNMARKED.finditer(text):
        span = found.span("title")
        yield Title(span, span, found["title"])


def looks_legal(title: str) -> bool:
    """Whether a title ends as documents' titles do, and not as a form's or certificate's."""
    return bool(_LEGAL_END.search(title.rstrip(TITLE_CLOSE + "〉›> ")))


_INNER = re.compile(r"[《〈‹<].*[》〉›>]")


def prove(title: str) -> Evidence:
    """Rank and issuer as far as the title alone proves them; nothing where it might be either."""
    name = _INNER.sub("某法", re.sub(r"\s", "", title))
    name = re.sub(r"[（(](?:试行|暂行|修订|修正|20\d\d年?[^）)]*)[）)]$", "", name)
    place = issuers.by_place(name)
    if re.search(r"(?:标准|规范|规程)$", name) and not place and not name.startswith(("国务院", "关于")):
        return Evidence()
    return _of_state(name) or (_local(name, place) if place else Evidence())


def _of_state(name: str) -> Evidence | None:
    """What the name of a body of the state, or of the party, proves where a title begins with it."""
    if name.startswith("中华人民共和国"):
        return _national(name)
    if name.startswith("国务院"):
        office = name.startswith("国务院办公厅")
        issuer = "国务院办公厅" if office else "国务院"
        rank = Rank.NORMATIVE_DOCUMENT if re.search(r"(?:通知|意见|批复|函)$", name) else None
        return Evidence(rank, RankFrom.TITLE if rank else None, None, issuer, IssuerLevel.STATE)
    if name.startswith(("全国人民代表大会", "全国人大")):
        return Evidence(Rank.LAW, RankFrom.TITLE, issuer="全国人民代表大会常务委员会", level=IssuerLevel.STATE)
    if court := re.match("最高人民(?:法院|检察院)", name):
        return Evidence(Rank.JUDICIAL_INTERPRETATION, RankFrom.TITLE, issuer=court.group(), level=IssuerLevel.STATE)
    if name.startswith(("中共", "中国共产党")):
        return Evidence(Rank.PARTY_DOCUMENT, RankFrom.TITLE, level=IssuerLevel.PARTY)
    return None


def _national(name: str) -> Evidence:
    if re.search(r"法$", name) and not re.search(r"(?:办法|司法)$", name):
        return Evidence(Rank.LAW, RankFrom.TITLE, issuer="全国人民代表大会（常务委员会）", level=IssuerLevel.STATE)
    if re.search(r"条例$", name):
        return Evidence(Rank.ADMINISTRATIVE_REGULATION, RankFrom.TITLE, issuer="国务院", level=IssuerLevel.STATE)
    return Evidence(level=IssuerLevel.STATE)


def _local(name: str, place: IssuerLevel) -> Evidence:
    """A province's or city's document: 条例 and 实施…法办法 are its congress's, a number must tell the rest."""
    area = (issuers.PROVINCE.match(name) or issuers.CITY.match(name) or [""])[0]
    if re.search(r"条例$", name) or re.search(r"(?:实施|施行)某法(?:办法|条例|细则|规定)$", name):
        return Evidence(Rank.LOCAL_REGULATION, RankFrom.TITLE, None, f"{area}人民代表大会（常务委员会）", place)
    if re.search(r"(?:人民政府|政府)(?:办公厅|办公室)?关于.*(?:通知|意见|批复)$", name):
        return Evidence(Rank.NORMATIVE_DOCUMENT, RankFrom.TITLE, None, f"{area}人民政府", place)
    bureau = re.match(rf"{area}[\u4e00-\u9fa5]{{2,14}}?(?:厅|局|委员会|委|办公室)关于", name)
    if bureau and re.search(r"(?:通知|意见|批复)$", name):
        lower = IssuerLevel.PROVINCE_DEPARTMENT if place is IssuerLevel.PROVINCE else IssuerLevel.CITY_DEPARTMENT
        return Evidence(Rank.NORMATIVE_DOCUMENT, RankFrom.TITLE, None, bureau.group()[:-2], lower)
    return Evidence(level=place)


KINDS_BY_PLACE = {IssuerLevel.PROVINCE: RuleKind.LOCAL, IssuerLevel.CITY: RuleKind.LOCAL}
