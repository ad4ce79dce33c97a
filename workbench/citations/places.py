"""Provinces and prefectures by name: whose congress or government a name or a title tells."""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from workbench.records import IssuerLevel

_LONGEST = 12
_SUFFIX = re.compile(r"(?:[\u4e00-\u9fa5]{1,3}族)*(?:自治区|自治州|省|市|州|盟|地区)$")
#: Short names that are words of national titles as well, or stand for two places.
_AMBIGUOUS = frozenset({"白银", "中山", "海南", "和田", "安康", "大同", "平安", "红河", "黄山", "北海", "日照"})
_SHORTENED = {"内蒙古自治区": "内蒙古", "广西壮族自治区": "广西", "宁夏回族自治区": "宁夏", "新疆维吾尔自治区": "新疆"}
#: 省人民政府, 市人大: a body that leaves out which.
_GENERIC = {"省": IssuerLevel.PROVINCE, "自治区": IssuerLevel.PROVINCE, "市": IssuerLevel.CITY}
#: A self-governing county or a county makes documents of a level that no rank of issuer names.
_COUNTY = re.compile(r"[\u4e00-\u9fa5]{2,12}?(?:自治县|自治旗)")

#: 沈阳市辽中区人民政府, 锦州市北镇市关于…: a district or a city below the prefecture.
_DISTRICT = re.compile(r"[\u4e00-\u9fa5]{1,5}?[区县旗市](?=人民政府|政府|人民代表大会|人大|关于)")


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a name begins with: as printed, its full name, and its level; a county has none."""

    printed: str
    name: str
    level: IssuerLevel | None

    @property
    def is_full(self) -> bool:
        """Whether the name is printed with 省, 市, 自治区, …"""
        return self.printed == self.name


@lru_cache(maxsize=1)
def _known() -> dict[str, Place]:
    """Every full name, and every short one that is not ambiguous."""
    full: dict[str, Place] = {}
    lines = (resources.files("workbench.citations") / "places.csv").read_text(encoding="utf-8").splitlines()
    for line in csv.DictReader(lines):
        full[line["province"]] = Place(line["province"], line["province"], IssuerLevel.PROVINCE)
        for name in line["prefectures"].split():
            full[name] = Place(name, name, IssuerLevel.CITY)
    short: dict[str, Place] = {}
    for name, place in full.items():
        brief = _SHORTENED.get(name) or _SUFFIX.sub("", name)
        if len(brief) > 1 and brief not in _AMBIGUOUS:
            short.setdefault(brief, Place(brief, name, place.level))
    return short | full


def leading(name: str) -> Place | None:
    """The place that a body's or a document's name begins with; the longest name counts."""
    known = _known()
    for length in range(min(_LONGEST, len(name)), 1, -1):
        if place := known.get(name[:length]):
            return _below(name, place)
    if county := _COUNTY.match(name):
        return Place(county.group(), county.group(), None)
    return None


def _below(name: str, place: Place) -> Place:
    """辽宁省沈阳市… is of the city, 丹东市宽甸满族自治县… of the county."""
    rest = name[len(place.printed) :]
    if place.is_full and (district := _DISTRICT.match(rest)):
        return Place(place.printed + district.group(), district.group(), None)
    if place.is_full and (county := _COUNTY.match(rest)):
        return Place(place.printed + county.group(), county.group(), None)
    inner = _known().get(rest[:3]) or _known().get(rest[:4])
    if place.is_full and place.level is IssuerLevel.PROVINCE and inner and inner.is_full:
        return Place(place.printed + inner.printed, inner.name, inner.level)
    return place


def level_of(name: str) -> IssuerLevel | None:
    """The level of the place that a name begins with, 省… and 市… included."""
    if place := leading(name):
        return place.level
    return next((level for word, level in _GENERIC.items() if name.startswith(word)), None)
