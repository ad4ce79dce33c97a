"""What the bracket after a title tells: order (令), number (文号), session (届次), date, standard number."""

import re
from dataclasses import dataclass, replace
from datetime import date

from workbench.citations import issuers
from workbench.citations.numerals import DIGITS, integer
from workbench.records import IssuerLevel, Rank, RankFrom, RuleKind

_YEAR = r"(?:(?:19|20)\d{2}|[〇零○一二三四五六七八九]{4})"
_DATE = re.compile(rf"({_YEAR})\s*年\s*([{DIGITS}]{{1,3}})\s*月\s*([{DIGITS}]{{1,3}})\s*日")
_NO = (
    rf"\s*(?:[〔﹝\[［（(]?\s*(?:19|20)\d{{2}}\s*[〕﹞\]］）)]?\s*年?\s*)?(?:第\s*)?[{DIGITS}]+\s*号"
    rf"|\s*第\s*[{DIGITS}]+\s*号令"
)
_PRESIDENT = re.compile(rf"(?:中华人民共和国)?主席(?:令(?:{_NO})?|\s*第\s*[{DIGITS}]+\s*号令)")
_COUNCIL = re.compile(
    rf"(?:中华人民共和国)?国务院(?:、(?:中华人民共和国)?中央军(?:事委员会|委))?(?:令(?:{_NO})?|\s*第\s*[{DIGITS}]+\s*号令)|国令(?:{_NO})"
)
_APPROVED = re.compile(r"国务院(?:[^，,；;]{0,6})?(?:批准|批复)")
_BODY = r"[\u4e00-\u9fa5、，,和 ]{0,40}?"
_LOCAL_ORDER = re.compile(
    rf"(?P<body>[\u4e00-\u9fa5]{{0,12}}?(?:人民)?政府)(?:令(?:{_NO})?|\s*第\s*[{DIGITS}]+\s*号令|公告(?:{_NO}))"
)
_MINISTRY_ORDER = re.compile(
    rf"(?P<body>[\u4e00-\u9fa5、，,（） ]{{1,40}}?(?:部|委|委员会|局|署|办公室|银行|银监会|保监会|证监会|总会|院|会))\s*"
    rf"(?:令(?:{_NO})?|第\s*[{DIGITS}]+\s*号令)"
)
_SESSION = re.compile(
    rf"(?P<body>[\u4e00-\u9fa5]{{0,10}}?)第?\s*[{DIGITS}]+\s*届\s*(?P<place>[\u4e00-\u9fa5]{{0,8}}?)(?:人民代表大会|人大)"
    rf"(?P<standing>常务委员会|常委会)?"
)
_PEOPLES_CONGRESS = re.compile(r"(?P<body>[\u4e00-\u9fa5]{2,12}?)(?:人民代表大会|人大)(?P<standing>常务委员会|常委会)?")
_NUMBER = re.compile(
    r"(?P<prefix>[\u4e00-\u9fa5]{1,12}(?:[（(][\u4e00-\u9fa5]{1,6}[)）])?(?:\s*[、和]\s*[\u4e00-\u9fa5]{1,12})?)\s*"
    r"[〔﹝\[［（(【]\s*(?P<year>(?:19|20)\d{2}|\d{2})\s*[〕﹞\]］）)】]\s*(?:第\s*)?\d+\s*号"
)
_NOTICE = re.compile(rf"(?:{_YEAR}\s*年\s*)?(?:公告|通告){_NO}|(?P<other>[\u4e00-\u9fa5]{{1,8}}字)\s*第?\s*\d+\s*号")
STANDARD = re.compile(
    r"(?<![A-Za-z])(?:GB(?:J|Z)?|DB\d{2,4}|JGJ|CJJ|CJ|HJ|AQ|JT[GJS]?|NY|SL|TB|YY|MZ|WS|GA|LY|SC|QX|DL|HG|SY|YD|MH|RB|JR)\s*"
    r"(?:/\s*[TZ])?\s*-?\d+(?:[.\-—–]\d+)*"
)
_HALF_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)}
#: 《立法法》 came into force; earlier ministry orders approved by the State Council rank as its regulations (附件1 3.3.5.6).
LEGISLATION_LAW = date(2000, 7, 1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a document without its label; None where the text does not tell."""

    rank: Rank | None = None
    rank_from: RankFrom | None = None
    kind: RuleKind | None = None
    issuer: str | None = None
    level: IssuerLevel | None = None
    number: str | None = None
    date: str | None = None
    problems: tuple[str, ...] = ()


def read(bracket: str, title: str) -> Evidence:
    """The evidence in the text after a title, weighed in the order order, number, session."""
    bracket = bracket.translate(_HALF_WIDTH)
    day, problems = _first_date(bracket)
    found = (
        _order(bracket, title, day)
        or _numbered(bracket)
        or _session(bracket, title)
        or _standard(bracket)
        or Evidence()
    )
    return replace(found, date=day.isoformat() if day else None, problems=(*problems, *found.problems))


def _first_date(text: str) -> tuple[date | None, tuple[str, ...]]:
    found = _DATE.search(text)
    if found is None:
        return None, ()
    year, month, day = (integer(part) for part in found.groups())
    try:
        return date(year or 0, month or 0, day or 0), ()
    except ValueError:
        return None, (f"日期“{found.group()}”不存在",)


def _order(text: str, title: str, day: date | None) -> Evidence | None:
    if found := _PRESIDENT.search(text):
        return Evidence(
            Rank.LAW, RankFrom.ORDER, None, "全国人民代表大会（常务委员会）", IssuerLevel.STATE, found.group()
        )
    ministry = _MINISTRY_ORDER.search(text)
    if _APPROVED.search(text) and (ministry or "发布" in text) and not _COUNCIL.search(text):
        return _approved(text, ministry, day)
    if found := _COUNCIL.search(text):
        return Evidence(
            Rank.ADMINISTRATIVE_REGULATION, RankFrom.ORDER, None, "国务院", IssuerLevel.STATE, found.group()
        )
    if found := _LOCAL_ORDER.search(text):
        body = re.sub(r"^[^\u4e00-\u9fa5]*(?:年|月|日)*", "", found["body"])
        level = issuers.by_place(body) or issuers.by_place(title)
        number = found.group()[found.group().find(body) :].strip()
        return Evidence(Rank.RULE, RankFrom.ORDER, RuleKind.LOCAL, body, level, number)
    if ministry:
        return Evidence(
            Rank.RULE, RankFrom.ORDER, RuleKind.MINISTRY, _ministry(ministry["body"]), IssuerLevel.STATE_DEPARTMENT,
            _order_number(ministry),
        )  # fmt: skip
    return None


def _approved(text: str, ministry: re.Match[str] | None, day: date | None) -> Evidence:
    """A ministry's order that the State Council approved: a regulation when older than 立法法, else a rule.

    Where the latest form of publication is after that day, only a person can tell: no rank.
    """
    issuer = _ministry(ministry["body"]) if ministry else None
    number = _order_number(ministry) if ministry else None
    days = [found for match in _DATE.finditer(text) if (found := _first_date(match.group())[0])]
    before = [each < LEGISLATION_LAW for each in days]
    if day and all(before):
        rank, kind = Rank.ADMINISTRATIVE_REGULATION, None
    elif day and not any(before) and ministry:
        rank, kind = Rank.RULE, RuleKind.MINISTRY
    else:
        return Evidence(None, None, None, issuer, IssuerLevel.STATE_DEPARTMENT, number)
    return Evidence(rank, RankFrom.ORDER, kind, issuer, IssuerLevel.STATE_DEPARTMENT, number)


def _order_number(match: re.Match[str]) -> str:
    """A ministry's order as cited, without what stands before the ministry's name."""
    return match.group()[match.group().find(_ministry(match["body"])) :].strip()


def _ministry(body: str) -> str:
    """A ministry's name without what stands before it in the sentence."""
    return re.sub(r"^.*(?:批准|通过|修订|公布|发布|日|经)[，,、 ]*", "", body).strip("，,、 （")


def _numbered(text: str) -> Evidence | None:
    if found := _NUMBER.search(text):
        prefix = re.sub(r"^.*[年月日]", "", found["prefix"])
        if "法释" in prefix:
            court = "最高人民法院"
            return Evidence(
                Rank.JUDICIAL_INTERPRETATION, RankFrom.NUMBER, None, court, IssuerLevel.STATE, found.group()
            )
        issuer, level = issuers.by_number(prefix)
        rank = Rank.PARTY_DOCUMENT if level is IssuerLevel.PARTY else Rank.NORMATIVE_DOCUMENT
        return Evidence(rank, RankFrom.NUMBER, None, issuer, level, found.group()[found.group().find(prefix) :])
    if found := _NOTICE.search(text):
        if re.search(r"(?:人大|人民代表大会)[^，,]{0,12}公告", text):
            return None
        return Evidence(Rank.NORMATIVE_DOCUMENT, RankFrom.NUMBER, number=found.group())
    return None


def _session(text: str, title: str) -> Evidence | None:
    first = re.search(r"人民代表大会|人大", text)
    nation = first is not None and (
        text[: first.start()].endswith(("全国", "届全国")) or title.startswith("中华人民共和国")
    )
    if nation:
        standing = "常务委员会" if "常" in text else ""
        return Evidence(Rank.LAW, RankFrom.SESSION, None, f"全国人民代表大会{standing}", IssuerLevel.STATE)
    found = _SESSION.search(text) or _PEOPLES_CONGRESS.search(text)
    if found is None:
        return None
    body = re.sub(r"^.*[日经由]", "", found["body"])
    place = body or found.groupdict().get("place") or ""
    level = issuers.by_place(place) or issuers.by_place(title)
    named = place if issuers.by_place(place) else ""
    issuer = f"{named}人民代表大会{'常务委员会' if found['standing'] else ''}" if named else None
    return Evidence(Rank.LOCAL_REGULATION, RankFrom.SESSION, None, issuer, level)


def _standard(text: str) -> Evidence | None:
    found = STANDARD.search(text)
    return Evidence(Rank.STANDARD, RankFrom.NUMBER, number=found.group()) if found else None
