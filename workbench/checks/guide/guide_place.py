"""GUIDE-PLACE."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import is_blank, text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FIELD = "办理地点"
#: Several places in one element.
PLACES = re.compile(r"[；;\n]")
_NUMERAL = r"[\d零〇一二三四五六七八九十百千甲乙丙丁]"
CITY = re.compile(r"(?:(?![区县旗])[\u4e00-\u9fa5]){2,20}?(?<![城超夜])市|(?=沈抚新)")
#: Looked for behind the city: a county-level city stands where a district would.
DISTRICT = re.compile(r"(?<![小社园厂院校库])区(?!号)|县|旗|[\u4e00-\u9fa5]{2,20}?市|沈抚")
STREET = re.compile(r"路|街|道|巷|胡同|大街|里|村|镇|乡|屯|园区|广场|产业园")
HOUSE = re.compile(
    rf"(?<!{_NUMERAL}){_NUMERAL}{{1,8}}(?:[-—–－_]{_NUMERAL}{{1,6}}){{0,3}}(?:甲|乙|丙|丁|副)?(?:\d)?号(?!楼|窗|门|厅|房|室|岗|柜|工位)"
)
ROOM = re.compile(r"室|房间|窗口|楼|层|\d{1,6}号?房|柜台|\d{1,6}号?工位")


def guide_place(item: Item, context: Context) -> Iterator[Finding]:
    """办理地点没有写到市、区、街道、门牌号和房间号。

    What: the address lacks city, district, street, house number or room.
    Why: 附件2 三(二)23 「填写具体承办单位所在地点，包括市、区、街道、门牌号及办公室房间号。」
    Example: 省水利厅一楼.
    Remedy: 沈阳市和平区十四纬路5-2号205室.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    places = [place for place in PLACES.split(text) if place.strip()] or [text]
    missing = min((_missing(fold(place)) for place in places), key=len)
    if missing:
        shown = "未填写" if is_blank(text) else f"缺{'、'.join(missing)}"
        yield RULE.finding(
            f"办理地点应包括市、区、街道、门牌号及房间号（附件2 三(二)23），{shown}，请补充。", **whole(FIELD, text)
        )


def _missing(place: str) -> list[str]:
    """The parts that an address lacks, in the order of the clause; a room may stand before the address in brackets."""
    city = CITY.search(place)
    inside = place[city.end() :] if city else place
    parts = (("区（县）", DISTRICT), ("街道", STREET), ("门牌号", HOUSE))
    lacking = [name for name, pattern in parts if not pattern.search(inside)]
    room = [] if ROOM.search(place) else ["房间号（窗口号）"]
    return [*([] if city else ["市"]), *lacking, *room]


RULE = Rule(
    code="GUIDE-PLACE",
    name="办理地点不具体",
    clause="附件2 三(二)23",
    quote="填写具体承办单位所在地点，包括市、区、街道、门牌号及办公室房间号。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=guide_place,
)
