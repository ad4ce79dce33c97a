"""What a guide says in its elements: texts of the tables with the matter's own names put in."""

import re
from dataclasses import dataclass
from functools import cache
from random import Random

from workbench.sample.drafts import LEVEL_NAMES, office
from workbench.sample.guides.choosing import GuidedMatter
from workbench.sample.names import subject
from workbench.sample.statutes import Provision
from workbench.sample.vocabulary import Line, table, words

_STAGE = re.compile(r"(?:核发|签发|换发|变更|延续|补发|注销|设立|成立|撤销|首次申请|首次)+$")
_PAID = ("行政征收", "行政许可")
_PAID_SHARE = 0.15
_DIVISION = {
    "省": "省级负责中央驻辽单位、省直单位和跨设区的市的申请",
    "市": "市级负责本市市区和跨县（市、区）的申请",
    "县": "县级负责本县（市、区）范围内的申请",
}
#: Office lines; the last four digits are drawn.
_EXCHANGES = ("2287", "8689", "2344", "8660", "3131")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the elements of one guide have to agree in."""

    matter: GuidedMatter
    line: Line
    unit: Line
    phone: str
    supervision: str
    charged: bool
    chance: Random

    @property
    def agency(self) -> str:
        """The standard name of the department."""
        return office(self.matter.unit, self.matter.draft).province

    @property
    def instant(self) -> bool:
        """Done on the spot."""
        return bool(self.line["instant"])

    @property
    def subject(self) -> str:
        """What the matter is about, to put a word behind."""
        return subject(_plain(self.matter.own_name))

    def fill(self, text: str) -> str:
        """A text of the tables with its slots filled."""
        title = _plain(self.matter.own_name)
        first = self.matter.draft.provisions[0]
        return text.format(
            事项=subject(title), 许可=title, 证=_STAGE.sub("", title), 对象=self.subject, 机构=self.agency, 电话=self.phone,
            类型=self.matter.draft.item_type, 依据名称=first.statute.printed, 缺="", 第一件="",
            文号=office(self.matter.unit).number,
        )  # fmt: skip


def facts(matter: GuidedMatter, chance: Random) -> Facts:
    """The facts of a matter's guide."""
    exchange = chance.choice(_EXCHANGES)
    line = _texts(matter)
    charged = matter.draft.item_type == _PAID[0] or (
        matter.draft.item_type == _PAID[1] and chance.random() < _PAID_SHARE
    )
    return Facts(
        matter=matter,
        line=line,
        unit=_units()[matter.unit.name],
        phone=f"024-{exchange}{chance.randint(1000, 4999)}",
        supervision=f"024-{exchange}{chance.randint(5000, 9999)}",
        charged=charged,
        chance=chance,
    )


def division(levels: str) -> str:
    """权限划分 of a matter that several levels exercise."""
    return "；".join(_DIVISION[letter] for letter in levels) + "。" if len(levels) > 1 else "无"


def content(levels: str) -> str:
    """行使内容 of the province."""
    return f"{_DIVISION['省'].removeprefix(LEVEL_NAMES['省'])}。" if len(levels) > 1 else "无"


def cited(provision: Provision) -> str:
    """A document with its number and the first article that is quoted."""
    return f"{provision.statute.printed}（{provision.statute.note}）{provision.articles[0][0]}"


def listed(matter: GuidedMatter) -> str:
    """设定依据: name and number of each document, a line each (附件2 三(一)3)."""
    return "\n".join(f"{each.statute.printed}（{each.statute.note}）" for each in matter.draft.provisions)


def topics(line: Line) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The topics that a unit's matters belong to, for natural and for legal persons."""
    return words(line["natural"]), words(line["legal"])


def material_lines(matter: GuidedMatter) -> list[Line]:
    """The materials of a matter's type, of a kind of its own where the tables have one."""
    own = [line for line in table("guide_materials") if line["item_type"] == matter.draft.item_type]
    special = [line for line in own if line["ending"] and matter.draft.name.endswith(line["ending"])]
    return special or [line for line in own if not line["ending"]]


def _texts(matter: GuidedMatter) -> Line:
    """The line of the longest ending that the main item's name has."""
    lines = [
        line
        for line in table("guide_texts")
        if line["item_type"] == matter.draft.item_type and matter.draft.name.endswith(line["ending"])
    ]
    return max(lines, key=lambda line: len(line["ending"]))


def _plain(name: str) -> str:
    """A name without what stands in brackets: 对工伤（复核）的认定 -> 对工伤的认定."""
    return re.sub(r"（[^）]*）", "", name)


@cache
def _units() -> dict[str, Line]:
    return {line["unit"]: line for line in table("guide_units")}
