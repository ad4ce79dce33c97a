"""Who issued a document, by the signs of its number (文号)."""

import csv
import re
from functools import lru_cache
from importlib import resources

from workbench.records import IssuerLevel

#: Issuer and level; None where the text does not tell.
Issuer = tuple[str | None, IssuerLevel | None]

CITY_SIGNS = {
    "辽市": "辽阳市", "沈": "沈阳市", "大": "大连市", "鞍": "鞍山市", "抚": "抚顺市", "本": "本溪市", "丹": "丹东市",
    "锦": "锦州市", "营": "营口市", "阜": "阜新市", "盘": "盘锦市", "铁": "铁岭市", "朝": "朝阳市", "葫": "葫芦岛市",
}  # fmt: skip
_PROVINCE_SIGNS = {
    "京": "北京市", "津": "天津市", "冀": "河北省", "晋": "山西省", "吉": "吉林省", "黑": "黑龙江省", "沪": "上海市",
    "苏": "江苏省", "浙": "浙江省", "皖": "安徽省", "闽": "福建省", "赣": "江西省", "鲁": "山东省", "豫": "河南省",
    "鄂": "湖北省", "湘": "湖南省", "粤": "广东省", "桂": "广西壮族自治区", "琼": "海南省", "渝": "重庆市",
    "川": "四川省", "黔": "贵州省", "滇": "云南省", "云": "云南省", "陕": "陕西省", "甘": "甘肃省",
    "内": "内蒙古自治区", "藏": "西藏自治区",
}  # fmt: skip
#: What follows the sign of a place in the number of its government and of the government's office.
_GOVERNMENT = re.compile(r"(?:政|府)(?:办)?(?:发|函|字|规|令|明电|电|秘|文|通|综|批)?$")
_PLACE_SIGNS = "".join(mark for mark in CITY_SIGNS if len(mark) == 1) + "".join(_PROVINCE_SIGNS)
_PARTY = re.compile(rf"(?:辽市?|[{_PLACE_SIGNS}])委(?:办)?(?:发|字|函)?$")
#: Counties and districts whose sign begins with a city's or the province's: 辽中政发 is a district of 沈阳.
_COUNTY = re.compile(r"(?:辽中|大石桥|[\u4e00-\u9fa5]{1,3})政(?:办)?(?:发|函|字|规|明电)?$")


def by_number(prefix: str) -> Issuer:
    """Issuer and level of the signs before a number's year: 国发, 辽政办发, 辽市政发 (辽阳), 沈民发, 建城 …

    The order matters: 辽市 and 辽中 before 辽政, 辽政 before 辽 + department, a place's sign before a ministry's.
    """
    sign = re.sub(r"[\s、，,]|[（(〔\[].*?[)）〕\]]", "", prefix)
    if sign in _signs():
        return _signs()[sign]
    if _PARTY.match(sign):
        return None, IssuerLevel.PARTY
    if sign.startswith(("辽中政", "大石桥政")):
        return None, None
    return _of_city(sign) or _of_province(sign) or _of_ministry(sign)


@lru_cache(maxsize=1)
def _signs() -> dict[str, Issuer]:
    lines = (resources.files("workbench.citations") / "issuer_signs.csv").read_text(encoding="utf-8").splitlines()
    return {
        line["sign"]: (line["issuer"] or None, IssuerLevel(line["level"]) if line["level"] else None)
        for line in csv.DictReader(lines)
    }


@lru_cache(maxsize=1)
def _long_signs() -> tuple[str, ...]:
    """Signs of more than one character: such a one is never a city's and a department's."""
    return tuple(sign for sign in _signs() if len(sign) > 1)


def _of_city(sign: str) -> Issuer | None:
    """A city of the province, or one of its departments; the ministry of railways signs as 铁岭 does."""
    if sign.startswith(_long_signs()):
        return None
    for mark, city in CITY_SIGNS.items():
        rest = sign.removeprefix(mark)
        if rest != sign and rest:
            if _GOVERNMENT.match(rest):
                return f"{city}人民政府{'办公厅（室）' if '办' in rest else ''}", IssuerLevel.CITY
            return None, IssuerLevel.CITY_DEPARTMENT
    return None


def _of_province(sign: str) -> Issuer | None:
    place = "辽宁省" if sign.startswith("辽") else _PROVINCE_SIGNS.get(sign[:1])
    rest = sign[1:]
    if place is None or not rest:
        return None
    if _GOVERNMENT.match(rest):
        return f"{place}人民政府{'办公厅' if '办' in rest else ''}", IssuerLevel.PROVINCE
    if _COUNTY.match(rest) or _PARTY.match(sign):
        return None, None
    return None, IssuerLevel.PROVINCE_DEPARTMENT


def _of_ministry(sign: str) -> Issuer:
    """The ministry whose sign begins the number; the longest sign counts."""
    if _COUNTY.match(sign):
        return None, None
    for length in range(min(len(sign), 6), 0, -1):
        if issuer := _signs().get(sign[:length]):
            return issuer
    return None, None
