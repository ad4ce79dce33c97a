"""The unit that should keep a matter listed by several: the one in whose field the legal basis puts it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.matching.named import Named
from workbench.records.tidy import bare

#: 由…负责, 向…申请, 经…批准: the body that acts; one without such a word may only be asked or told.
_BODY = re.compile(
    r"(?P<acts>[由向经报])?(?P<body>[^\W\d由向经报送按照征询取得]{2,24}?"
    r"(?:主管部门|行政部门|监督管理部门|管理部门|监督管理机构|管理机构|行政机关|公安机关|税务机关|登记机关|机关|部门))"
)
_ACTING, _MENTIONED = 3, 1
#: What every body's name has, and so tells none from another.
_COMMON = re.compile(
    r"县级以上|地方|各级|人民政府|国务院|所在地|同级|上一级|省级|市级|县级|设区|自治区|直辖市|辽宁省?|沈阳市|"
    r"行政|主管|管理|监督|部门|机构|机关|委员会|办公室|局|厅|委|办|省|市|县|区|的|[、由向经报到应当须必]"
)
#: Short names of units that do not have the words of their field.
_FIELDS = {
    "发改": "发展改革投资",
    "发展改革": "发展改革投资价格",
    "工信": "工业信息化经济",
    "人社": "人力资源社会保障劳动",
    "人力资源": "人力资源社会保障劳动",
    "住建": "住房城乡建设",
    "住房": "住房城乡建设",
    "卫生计生": "卫生计划生育",
    "卫计": "卫生计划生育",
    "食药": "食品药品",
    "安监": "安全生产",
    "环保": "环境保护",
    "国土": "国土资源土地矿产地质",
    "农委": "农业农村",
    "畜牧": "畜牧兽医动物",
    "工商": "工商企业登记",
    "质监": "质量技术标准计量",
    "林业": "林业森林野生",
    "海洋": "海洋渔业",
    "水利": "水利水务",
    "交通": "交通运输公路",
    "新闻出版": "新闻出版广播电影电视",
    "文化": "文化文物",
    "人防": "人民防空",
    "公安": "公安",
}


@dataclass(frozen=True, slots=True)
class Lead:
    """A proposed lead: its place among the members, and why in words."""

    member: int
    reason: str


def lead(members: Sequence[Named]) -> Lead | None:
    """The member whose unit the bases name as the body that acts; None where they name none, or several alike.

    Args:
        members: the matters of a cluster.

    Returns:
        The proposal. Where one unit alone is named more often than each other, it is that one.
    """
    named: Counter[str] = Counter()
    for matter in members:
        named.update(bodies(matter.basis or ""))
    if not named:
        return None
    votes = [_votes(matter.org or "", named) for matter in members]
    best = max(votes)
    units = {matter.org for matter, count in zip(members, votes, strict=True) if count == best}
    if not best or len(units) != 1:
        return None
    member = votes.index(best)
    org = members[member].org
    body = next(body for body, _ in named.most_common() if _field(body) and _in_field(org or "", body))
    return Lead(member, f"设定依据写明由“{body}”实施，属于{org}的职责，建议由{org}牵头。")


def bodies(basis: str) -> Counter[str]:
    """The bodies that a basis names, as printed, with their weight: one that decides counts thrice."""
    found: Counter[str] = Counter()
    for match in _BODY.finditer(basis):
        if _field(match["body"]):
            found[match["body"].lstrip("的")] += _ACTING if match["acts"] else _MENTIONED
    return found


def _votes(org: str, named: Counter[str]) -> int:
    return sum(count for body, count in named.items() if _in_field(org, body))


def _in_field(org: str, body: str) -> bool:
    """Whether a body that a basis names is the unit, or its kind at another level."""
    field, own = _field(body), _own(org)
    return any(field[at : at + 2] in own for at in range(len(field) - 1))


def _field(body: str) -> str:
    """What tells a body from others: 农业 of 县级以上地方人民政府农业主管部门."""
    return _COMMON.sub("", bare(body))[-6:]


def _own(org: str) -> str:
    """The unit's name with the words of its field."""
    return org + "".join(words for part, words in _FIELDS.items() if part in org)
