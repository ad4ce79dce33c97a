"""Who made a document: the state, the province or a city (附件1 3.3.5.1)."""

import re

from workbench.checks.basis.effective_rank import sure_rank
from workbench.records import Citation, IssuerLevel, Rank

#: Whoever stands above the cities.
ABOVE_CITY = frozenset(
    {
        IssuerLevel.STATE,
        IssuerLevel.STATE_DEPARTMENT,
        IssuerLevel.PROVINCE,
        IssuerLevel.PROVINCE_DEPARTMENT,
    }
)
CITY_MADE = frozenset({IssuerLevel.CITY, IssuerLevel.CITY_DEPARTMENT})

#: National bodies that bear the name of the city they sit in.
_NATIONAL_BODY_IN_CITY = re.compile(r"海事局|铁路局|海关|特派员办事处")
_PREFECTURES = "沈阳|大连|鞍山|抚顺|本溪|丹东|锦州|营口|阜新|辽阳|盘锦|铁岭|朝阳|葫芦岛"
#: 集贸市场, 城镇市容: words of a title that only look like a city's name.
_WORD_WITH_SHI = re.compile(rf"^(?!{_PREFECTURES})[\u4e00-\u9fa5]{{1,3}}市(?:场|容|政|民|区)")
#: A county, a district or a city below the prefectures, or its government, at the start of a title.
_COUNTY = re.compile(
    rf"^(?:辽宁省)?(?:(?:{_PREFECTURES})市)?(?!(?:{_PREFECTURES})市|辽宁省|关于|全国|国务院)"
    r"[\u4e00-\u9fa5]{1,8}?(?:自治县|(?:县|区|市)(?:人民政府|政府办))"
)
#: The number of a government that is neither the state's, a province's nor a prefecture's: 辽中政发, 瓦政办发;
#: 卫医政发 and 农政发 are ministries'.
_COUNTY_NUMBER = re.compile(
    r"^(?![卫农林教商文民水交财国环体司税]|新出|工信|人社|质检)[\u4e00-\u9fa5]{1,4}政办?(?:发|函|规|明电)"
)


def maker(citation: Citation) -> IssuerLevel | None:
    """The level of the issuer; a law or 行政法规 is always the state's; None where the text does not tell.

    A county stands below its city's government as a department does, and is given that level.
    """
    if _is_county_made(citation):
        return IssuerLevel.CITY_DEPARTMENT
    if citation.issuer_level in CITY_MADE and _is_no_city(citation):
        return None
    if citation.issuer_level is not None:
        return citation.issuer_level
    is_national = sure_rank(citation) in (Rank.LAW, Rank.ADMINISTRATIVE_REGULATION)
    return IssuerLevel.STATE if is_national else None


def _is_county_made(citation: Citation) -> bool:
    """Whether title or number are those of a county, a district or a city below the prefectures."""
    if citation.issuer_level is None and _COUNTY_NUMBER.match(citation.number or ""):
        return True
    return citation.issuer_level in (None, *CITY_MADE) and bool(_COUNTY.match(citation.title))


def _is_no_city(citation: Citation) -> bool:
    """Whether only a word of the title, or the seat of a national body, looks like a city."""
    named = citation.title + (citation.issuer or "")
    is_bare_number = citation.title == citation.number
    return bool(_NATIONAL_BODY_IN_CITY.search(named)) or (
        not is_bare_number and bool(_WORD_WITH_SHI.match(citation.title))
    )
