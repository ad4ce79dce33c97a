"""Who issued a document, by the prefix of its number (文号) or by name."""

import re

from workbench.records import IssuerLevel

CITY_SIGNS = {
    "沈": "沈阳市", "大": "大连市", "鞍": "鞍山市", "抚": "抚顺市", "本": "本溪市", "丹": "丹东市", "锦": "锦州市",
    "营": "营口市", "阜": "阜新市", "辽市": "辽阳市", "盘": "盘锦市", "铁": "铁岭市", "朝": "朝阳市", "葫": "葫芦岛市",
}  # fmt: skip
_GOVERNMENT = re.compile(r"政(?:发|办发|办|函|办函|明电|办明电|规|办规|字|令)?$")
_STATE = re.compile(r"国(?:发|办发|函|办函|办|办发明电|发明电|令|办明电)$")
_CENTRAL_PARTY = re.compile(r"(?:中发|中办发|中办|厅字|中组发|组通字|中编办|中央编办|中纪|中宣)")
_COUNTY = re.compile(
    r"^(?:辽中|新民|法库|康平|瓦|普|庄|海|台|岫|新宾|清原|桓|凤|东港|宽|凌|义|黑|北镇|盖|大石桥|彰|灯|开原|调|西丰|昌图|北票|凌源|喀|建平|兴城|绥|建昌)政"
)
_OTHER_PROVINCES = "京津冀晋蒙吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁"
#: Railway administration numbers begin with the same character as 铁岭.
_RAILWAY = re.compile(r"^铁(?:总|运|建|路|科|办|安|道|辆|财|机)")
_MINISTRIES = re.compile(
    r"^(?:发改|计|国家发|人社部|人社厅|人力|劳|财|银|国税|税总|民[发函办政电福航]|国土|建|住建|国保|保密|环|生态|教|国卫|卫|国中医|农|水|"
    r"工商|国质|质检|国质检|食药|国食药|药监|安监|国安|商|交|林|文|国家文|新广|新出|广|公|司|律|旅|工信|信|国科|科|国粮|粮|体|国体|统|国统|"
    r"档|国档|能|国能|测|国测|侨|国侨|外|宗|国宗|知|国知|海|国海|密|国密|资|国资|国认|认|烟|国烟|邮|国邮|地|中地|审|保监|证监|银监|银保|"
    r"署|人发|人部|人防|国人防|残联|气|中气|民航|电监|应急|医保|市监|国市监|退役|国家|总局|国铁|国办|国法|国管|扶|国开|供销|关|加|价|经贸|外经贸)"
)


def by_number(prefix: str) -> tuple[str | None, IssuerLevel | None]:
    """Issuer and level of the signs before a document number's year: 国发, 辽政办发, 辽市政发 (辽阳!), 沈民发 …

    The order matters: 辽市 and 辽中 before 辽政, 辽政 before 辽 + department (rule book 2.3).
    """
    sign = re.sub(r"\s|[（(].*?[)）]", "", prefix)
    if _CENTRAL_PARTY.match(sign) or re.match(r"辽委|.{1,2}委(?:发|办发|办)$", sign):
        return ("中共辽宁省委" if sign.startswith("辽委") else None), IssuerLevel.PARTY
    if _STATE.match(sign):
        return ("国务院办公厅" if sign.startswith("国办") else "国务院"), IssuerLevel.STATE
    if _COUNTY.match(sign):
        return None, None
    if sign.startswith("辽") and not sign.startswith("辽市"):
        if _GOVERNMENT.match(sign[1:]):
            return ("辽宁省人民政府办公厅" if "政办" in sign else "辽宁省人民政府"), IssuerLevel.PROVINCE
        return None, IssuerLevel.PROVINCE_DEPARTMENT
    return _by_city(sign) or _by_rest(sign)


def _by_city(sign: str) -> tuple[str | None, IssuerLevel | None] | None:
    if _RAILWAY.match(sign):
        return None
    for mark in ("辽市", *(key for key in CITY_SIGNS if key != "辽市")):
        if sign.startswith(mark) and len(sign) > len(mark):
            city = CITY_SIGNS[mark]
            if _GOVERNMENT.match(sign[len(mark) :]):
                return f"{city}人民政府" + ("办公厅（室）" if "政办" in sign else ""), IssuerLevel.CITY
            return None, IssuerLevel.CITY_DEPARTMENT
    return None


def _by_rest(sign: str) -> tuple[str | None, IssuerLevel | None]:
    if sign[:1] in _OTHER_PROVINCES and len(sign) > 1:
        government = sign[1] in "政府"
        return None, IssuerLevel.PROVINCE if government else IssuerLevel.PROVINCE_DEPARTMENT
    if _MINISTRIES.match(sign) or _RAILWAY.match(sign):
        return None, IssuerLevel.STATE_DEPARTMENT
    return None, None


_PROVINCES = (
    r"(?:北京|天津|上海|重庆)市|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海)省"
    r"|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区|省"
)
PROVINCE = re.compile(rf"^(?:{_PROVINCES})")
#: 市 that ends no city's name: 集贸市场, 市容, 市政, 超市, 设区的市.
_NO_CITY = r"(?!场|容|价|话|盲|值|情|面|级|区|县|政(?!府)|民(?!政))"
CITY = re.compile(rf"^(?:(?!设区)[\u4e00-\u9fa5]{{1,3}}[^\W超城股夜早上都集门楼黑全各本我的]市{_NO_CITY}|市{_NO_CITY})")


def by_place(name: str) -> IssuerLevel | None:
    """省 or 市, by the place that a body's or a title's name begins with."""
    if PROVINCE.match(name):
        return IssuerLevel.PROVINCE
    return IssuerLevel.CITY if CITY.match(name) else None
