"""What a title alone proves of rank and issuer; nothing where it might be either."""

import re
from functools import lru_cache

from workbench.citations import places
from workbench.citations.evidence import NATIONAL_CONGRESS, Evidence
from workbench.citations.places import Place
from workbench.records import IssuerLevel, Rank, RankFrom

_INNER_LAW = re.compile(r"[《〈‹<][^《》〈〉‹›<>]*法[》〉›>]")
_INNER = re.compile(r"[《〈‹<].*[》〉›>]")
_NOTE = re.compile(r"[（(](?:试行|暂行|草案|\d{4}年?[^）)]*|[^（()）]*(?:修订|修正)[^（()）]*)[）)]$")
_COUNCIL_DOCUMENT = re.compile(r"(?:通知|意见|批复|函)$")
_DECIDED = re.compile(r"人民代表大会(?:常务委员会)?(?:关于.*(?:决定|决议|规定|办法)|.*(?:条例|规则|守则))$")
_IMPLEMENTED = re.compile(r"(?:实施|施行|贯彻)某法(?:办法|条例|细则|规定)$|某法(?:实施|施行)(?:办法|条例|细则)$")
_CIRCULAR = re.compile(r"(?:人民)?政府(?:办公厅|办公室)?(?:关于|转发|印发|批转).*(?:通知|意见|批复)$")
_BUREAU = re.compile(
    r"(?P<name>[\u4e00-\u9fa5]{2,14}?(?:厅|局|委员会|委|办公室|中心))(?:关于|转发|印发).*(?:通知|意见|批复)$"
)
_COURT = re.compile(r"最高人民法院|最高人民检察院")
_INTERPRETING = re.compile(r"(?:解释|规定|批复|决定|规则|安排)(?:[（(][一二三四五六七八九十]{1,3}[）)])?$")


@lru_cache(maxsize=65536)
def prove(title: str) -> Evidence:
    """Rank and issuer as far as the title proves them."""
    name = _NOTE.sub("", re.sub(r"\s", "", title).strip("《"))
    abstract = _INNER.sub("某文件", _INNER_LAW.sub("某法", name))
    if name.startswith("中华人民共和国"):
        return _national(abstract)
    if name.startswith("国务院"):
        return _state_council(name)
    if name.startswith(NATIONAL_CONGRESS):
        standing = "常务委员会" if name.startswith(f"{NATIONAL_CONGRESS}常务") else ""
        return Evidence(Rank.LAW, RankFrom.TITLE, None, NATIONAL_CONGRESS + standing, IssuerLevel.STATE)
    if court := _COURT.match(name):
        rank = Rank.JUDICIAL_INTERPRETATION if _INTERPRETING.search(name) else None
        return _told(rank, court.group(), IssuerLevel.STATE)
    if name.startswith(("中共中央", "中国共产党")):
        return _told(Rank.PARTY_DOCUMENT, None, IssuerLevel.PARTY)
    place = places.leading(name)
    return _local(abstract, place) if place else Evidence()


def _told(rank: Rank | None, issuer: str | None, level: IssuerLevel | None) -> Evidence:
    return Evidence(rank, RankFrom.TITLE if rank else None, None, issuer, level)


def _national(name: str) -> Evidence:
    if re.search(r"(?<![办做司])法$|法典$|法修正案(?:[（(].*)?$", name):
        return _told(Rank.LAW, f"{NATIONAL_CONGRESS}（常务委员会）", IssuerLevel.STATE)
    if name.endswith("条例"):
        return _told(Rank.ADMINISTRATIVE_REGULATION, "国务院", IssuerLevel.STATE)
    return Evidence(level=None)


def _state_council(name: str) -> Evidence:
    if name.startswith("国务院办公厅"):
        return _told(Rank.NORMATIVE_DOCUMENT, "国务院办公厅", IssuerLevel.STATE)
    if not name.startswith(("国务院关于", "国务院对", "国务院批转", "国务院转发", "国务院令")):
        return Evidence()
    rank = Rank.NORMATIVE_DOCUMENT if _COUNCIL_DOCUMENT.search(name) else None
    return _told(rank, "国务院", IssuerLevel.STATE)


def _local(name: str, place: Place) -> Evidence:
    """A place's document: 条例 and 实施…法办法 are its congress's; a number must tell the rest."""
    rest = name[len(place.printed) :]
    if rest.endswith("条例") or _IMPLEMENTED.search(rest) or (place.is_full and _DECIDED.match(rest)):
        return _told(Rank.LOCAL_REGULATION, f"{place.name}人民代表大会（常务委员会）", place.level)
    if not place.is_full:
        return Evidence()
    if _CIRCULAR.match(rest):
        return _told(Rank.NORMATIVE_DOCUMENT, f"{place.name}人民政府", place.level)
    if bureau := _BUREAU.match(rest):
        lower = {
            IssuerLevel.PROVINCE: IssuerLevel.PROVINCE_DEPARTMENT,
            IssuerLevel.CITY: IssuerLevel.CITY_DEPARTMENT,
        }.get(place.level) if place.level else None  # fmt: skip
        return _told(Rank.NORMATIVE_DOCUMENT, place.name + bureau["name"], lower)
    return Evidence(level=place.level)
