"""What the text behind a title proves: rank, issuer, level, number and date, weighed in the order order, number, session."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from workbench.citations import issuers, places
from workbench.citations.promulgation import Event, events
from workbench.records import IssuerLevel, Rank, RankFrom, RuleKind

#: 《立法法》 came into force; earlier ministry orders approved by the State Council rank as its regulations (附件1 3.3.5.6).
LEGISLATION_LAW = date(2000, 7, 1)
NATIONAL_CONGRESS = "全国人民代表大会"
_COUNTRY = "中华人民共和国"
#: Titles that a regulation or rule may bear; a 决定, 通知 or 意见 that the State Council approves is none.
_LEGISLATIVE = re.compile(r"(?:条例|规定|办法|细则|规则|规章)(?:[（(][^）)]*[)）])?$")
_MINISTRY = re.compile(
    r"(?:部|委|委员会|局|署|办公室|银行|银监会|保监会|证监会|银保监会|电监会|总会|院|联合会|办公厅|总社)(?:[（(][^）)]*[)）])?$"
)
_PUBLISHED = ("发布", "公布", "颁布")
_COUNCIL_MEETING = re.compile(r"国务院.{0,12}(?:常务|全体)?会议")
_MINISTRY_MEETING = re.compile(
    r"(?P<body>[\u4e00-\u9fa5]{2,14}?(?:部|委员会|局|署))[^，；]{0,8}?(?:部务|局务|委务|署务|部长办公|局长办公|主任办公|常务)会"
)
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_COURT = re.compile(r"最高人民法院|最高人民检察院")
_JUDICIAL_SIGN = re.compile(r"法释|高检发释")
_OPEN_SIGN = re.compile(r"(?:法发|法函|高检|[\u4e00-\u9fa5]?高法)")
_EARLY_STATE_SIGN = re.compile(r"国(?:发|办发|函)[〔﹝\[［（(【]?(?:19)?[5-8]\d")
_PREFIX = re.compile(r"[\u4e00-\u9fa5A-Za-z]{1,16}(?:[（(〔\[][\u4e00-\u9fa5]{1,6}[)）〕\]][\u4e00-\u9fa5]{0,4})?$")
_NAMED_BEFORE = re.compile(r"^.{2,}?(?:部|委|局|政府|厅|署|办公室|院)(?=[\u4e00-\u9fa5]{2,})")


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


@lru_cache(maxsize=65536)
def read(told: str, title: str) -> Evidence:
    """The evidence in the text behind a title; empty where it tells nothing."""
    if not told.strip():
        return Evidence()
    found, problems = events(told.translate(_HALF_WIDTH))
    proof = (
        _by_order(found, title)
        or _by_state_council(found, title)
        or _by_amendment(found)
        or _by_number(found)
        or _by_session(found, title)
        or Evidence()
    )
    issued = next((event.day for event in found if event.day and _numbered(event) == proof.number), None)
    day = issued if issued and proof.number else next((event.day for event in found if event.day), None)
    return replace(proof, date=day.isoformat() if day else None, problems=problems)


def _by_order(found: Sequence[Event], title: str) -> Evidence | None:
    """The first order (令) that tells whose it is; the State Council's counts before a ministry's."""
    orders = [event for event in found if event.form == "order"]
    for event in orders:
        if "主席" in _signer(event):
            return _order(event, Rank.LAW, "全国人民代表大会（常务委员会）", IssuerLevel.STATE)
        if re.search(r"国务院(?:、.*)?$|^国$", _maker(event)) or "国务院令" in event.number:
            return _order(event, Rank.ADMINISTRATIVE_REGULATION, "国务院", IssuerLevel.STATE)
    if _approvals(found):
        return None
    return next((proof for event in orders if (proof := _ruling(event, title, found))), None)


def _ruling(event: Event, title: str, found: Sequence[Event]) -> Evidence | None:
    """A government's or a ministry's order: a rule; 行政法规 where the State Council amended it as one."""
    maker = _maker(event)
    if maker.endswith("政府"):
        issuer = re.sub(r"(?<!人民)政府$", "人民政府", _full_name(maker, title))
        return replace(_order(event, Rank.RULE, issuer, places.level_of(issuer)), kind=RuleKind.LOCAL)
    if not _MINISTRY.search(maker) or places.leading(maker):
        return None
    proof = _order(event, Rank.RULE, maker if len(maker) > 1 else None, IssuerLevel.STATE_DEPARTMENT)
    if _amended_as(found) is Rank.ADMINISTRATIVE_REGULATION:
        return replace(proof, rank=Rank.ADMINISTRATIVE_REGULATION)
    return replace(proof, kind=RuleKind.MINISTRY)


def _order(event: Event, rank: Rank, issuer: str | None, level: IssuerLevel | None) -> Evidence:
    return Evidence(rank, RankFrom.ORDER, None, issuer, level, _numbered(event))


def _by_state_council(found: Sequence[Event], title: str) -> Evidence | None:
    """Approved, published or passed by the State Council (附件1 3.3.5.6).

    A ministry's order that it approved before the day of 立法法 is a regulation, a later one a rule; approved
    before and published again after, only a person can tell: no rank.
    """
    approvals = _approvals(found)
    if approvals and not _LEGISLATIVE.search(title) and any(event.form == "number" for event in found):
        return None
    if approvals:
        return _approved(found, approvals, title)
    for event in found:
        published = (event.verb in _PUBLISHED and _maker(event).endswith("国务院")) or event.plain.startswith(
            "由国务院"
        )
        passed = event.verb == "通过" and _COUNCIL_MEETING.search(event.plain)
        if (published or passed) and _LEGISLATIVE.search(title):
            source = RankFrom.ORDER if published else RankFrom.SESSION
            return Evidence(Rank.ADMINISTRATIVE_REGULATION, source, None, "国务院", IssuerLevel.STATE)
    return None


def _approvals(found: Sequence[Event]) -> list[Event]:
    return [
        event for event in found if event.verb == "批准" and re.search(r"(?<!报)(?<!未经)(?:国务院|国函)$", event.plain)
    ]


def _approved(found: Sequence[Event], approvals: list[Event], title: str) -> Evidence | None:
    orders = [event for event in found if event.form == "order"]
    published = [
        event for event in found if event not in approvals and (event.form == "order" or event.verb in _PUBLISHED)
    ]
    maker = _maker((orders or published)[0]) if orders or published else ""
    issuer = maker if _MINISTRY.search(maker) else None
    proof = Evidence(
        issuer=issuer,
        level=IssuerLevel.STATE_DEPARTMENT if issuer else IssuerLevel.STATE,
        number=_numbered(orders[0]) if orders else None,
    )
    early = [_before_legislation_law(event) for event in (*approvals, *published) if event.year]
    by_council = _amended_as(found) is Rank.ADMINISTRATIVE_REGULATION
    if not (published or _LEGISLATIVE.search(title)):
        return proof
    if by_council or (early and all(early)):
        return replace(proof, rank=Rank.ADMINISTRATIVE_REGULATION, rank_from=RankFrom.ORDER)
    if early and set(early) == {False} and orders and issuer:
        return replace(proof, rank=Rank.RULE, rank_from=RankFrom.ORDER, kind=RuleKind.MINISTRY)
    return proof


def _before_legislation_law(event: Event) -> bool | None:
    """Whether something was done before the day of 立法法; None where only its year is told, and that is the law's."""
    if event.day:
        return event.day < LEGISLATION_LAW
    return None if event.year in {None, LEGISLATION_LAW.year} else (event.year or 0) < LEGISLATION_LAW.year


def _amended_as(found: Sequence[Event]) -> Rank | None:
    """The rank that a decision names which amended the document: 《国务院关于修改部分行政法规的决定》."""
    titles = "".join(event.title for event in found if event.title.endswith("决定》"))
    if "国务院" in titles and "行政法规" in titles:
        return Rank.ADMINISTRATIVE_REGULATION
    if "部门规章" in titles or "有关规章" in titles:
        return Rank.RULE
    return Rank.LOCAL_REGULATION if "地方性法规" in titles else None


def _by_amendment(found: Sequence[Event]) -> Evidence | None:
    rank = _amended_as(found)
    if rank is None or any(event.form in {"number", "notice"} for event in found):
        return None
    if rank is Rank.ADMINISTRATIVE_REGULATION:
        return Evidence(rank, RankFrom.ORDER, None, "国务院", IssuerLevel.STATE)
    if rank is Rank.RULE:
        return Evidence(rank, RankFrom.ORDER, RuleKind.MINISTRY, None, IssuerLevel.STATE_DEPARTMENT)
    return None


def _by_number(found: Sequence[Event]) -> Evidence | None:
    """The first document number, notice or standard; a congress's notice is told by its session."""
    for event in found:
        if event.form in {"number", "notice"} and not event.congress:
            return _document(event)
        if event.form == "standard":
            return Evidence(Rank.STANDARD, RankFrom.NUMBER, number=event.number)
    return None


def _document(event: Event) -> Evidence:
    number = _numbered(event)
    if _JUDICIAL_SIGN.search(number):
        court = "最高人民检察院" if "高检" in number else "最高人民法院"
        return Evidence(Rank.JUDICIAL_INTERPRETATION, RankFrom.NUMBER, None, court, IssuerLevel.STATE, number)
    issuer, level = _notice_maker(event) if "公告" in number or "通告" in number else issuers.by_number(_prefix(event))
    if _OPEN_SIGN.match(number) or _EARLY_STATE_SIGN.match(number):
        return Evidence(None, None, None, issuer, level, number)
    rank = Rank.PARTY_DOCUMENT if level is IssuerLevel.PARTY else Rank.NORMATIVE_DOCUMENT
    return Evidence(rank, RankFrom.NUMBER, None, issuer, level, number)


def _notice_maker(event: Event) -> issuers.Issuer:
    maker = _maker(event)
    if not maker:
        return None, None
    if place := places.leading(maker):
        return maker, place.level if maker.endswith("政府") else None
    return maker, IssuerLevel.STATE_DEPARTMENT if _MINISTRY.search(maker) else None


def _by_session(found: Sequence[Event], title: str) -> Evidence | None:
    """Passed by a congress: the nation's makes laws, any other local regulations; or by a court or a ministry's meeting."""
    plain = "".join(event.plain for event in found)
    congresses = [event for event in found if event.congress]
    if congresses:
        return _congress(congresses, title)
    if court := _COURT.search(plain):
        return Evidence(Rank.JUDICIAL_INTERPRETATION, RankFrom.SESSION, None, court.group(), IssuerLevel.STATE)
    meeting = _MINISTRY_MEETING.search(plain)
    if meeting and _LEGISLATIVE.search(title) and not places.leading(_clean(meeting["body"])):
        body = _clean(meeting["body"])
        return Evidence(Rank.RULE, RankFrom.SESSION, RuleKind.MINISTRY, body, IssuerLevel.STATE_DEPARTMENT)
    return None


def _congress(found: Sequence[Event], title: str) -> Evidence:
    passed = next((event for event in found if event.verb != "批准"), found[0])
    standing = "常务委员会" if "常" in passed.congress else ""
    place = _clean(re.sub(r"第?[〇零○一二三四五六七八九十百\d]{1,4}届.*|(?:人民代表大会|人大).*", "", passed.congress))
    nation = "全国" in passed.congress or (not places.level_of(place) and title.startswith((_COUNTRY, "全国")))
    if nation:
        return Evidence(Rank.LAW, RankFrom.SESSION, None, NATIONAL_CONGRESS + standing, IssuerLevel.STATE)
    level = places.level_of(place) or places.level_of(title)
    named = _full_name(place, title)
    issuer = f"{named}人民代表大会{standing}" if named else None
    return Evidence(Rank.LOCAL_REGULATION, RankFrom.SESSION, None, issuer, level)


def _full_name(body: str, title: str) -> str:
    """省人民政府 of a title that begins with 辽宁省 is 辽宁省人民政府."""
    place = places.leading(title)
    if place is None or places.leading(body):
        return body
    return re.sub(r"^(?:本?[省市]|)", place.name, body, count=1)


def _maker(event: Event) -> str:
    """The name of the body before a number or verb."""
    return _clean(_signer(event))


def _signer(event: Event) -> str:
    """A maker's name as printed, also of 第46号令, where it stands before, and 第74号主席令, where it stands inside."""
    inside = re.sub(r"^第.*?号|令.*$", "", event.number) if event.form == "order" and event.number[0] == "第" else ""
    return inside or event.maker


def _clean(name: str) -> str:
    """A body's name without what leads to it: 经国务院, 原国土资源部, 中华人民共和国水利部."""
    bare = re.sub(
        r"^(?:[X×\d]{1,4}年|[X×\d]{1,2}[月日]|经|由|根据|依据|自|以|于|原|起施行|起实施|[\s，,、：:（(）)”“])+",
        "",
        name.strip(),
    )
    bare = re.sub(r"^.*(?:日|起施行)(?=[\u4e00-\u9fa5])", "", bare) if "日" in bare[:4] else bare
    return bare.removeprefix(_COUNTRY).strip(" \u3000、，,（(") if bare != _COUNTRY else bare


def _prefix(event: Event) -> str:
    """The signs before a number's year, without an issuer's name before them (交通部交基发 is 交基发)."""
    found = _PREFIX.search(re.sub(r"\s|^.*\d年", "", event.maker) + ("字" if event.number.startswith("字") else ""))
    return _NAMED_BEFORE.sub("", found.group()) if found else ""


def _numbered(event: Event) -> str:
    """An order or document number as it is cited: 水利部令第34号, 辽政发〔2013〕21号."""
    if event.form == "order":
        signer = _clean(event.maker)
        return f"{signer}{event.number}".strip()
    if event.form == "number":
        return f"{_prefix(event)}{event.number}".strip()
    if event.form == "notice" and event.number.startswith("字"):
        return f"{event.maker.strip()}{event.number}"
    if event.form == "notice":
        return f"{event.maker if event.maker.endswith('年') else _clean(event.maker)}{event.number}"
    return event.number
