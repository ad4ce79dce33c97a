"""The two printed lists of a guide's 事项类型 (附件2 三(一)2), and which of their options a guide has chosen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.ticks import Choice, chosen
from workbench.records import Guide, Span
from workbench.records.tidy import bare, fold

FIELD = "事项类型"
NATURAL = (
    "生育收养", "户籍办理", "民族宗教", "教育科研", "入伍服役", "就业创业", "设立变更", "准营准办", "抵押质押", "职业资格", "行政缴费",
    "婚姻登记", "优待抚恤", "规划建设", "住房保障", "社会保障", "证件办理", "交通出行", "旅游观光", "出境入境", "消费维权", "公共安全",
    "司法公证", "知识产权", "环保绿化", "文化体育", "公用事业", "医疗卫生", "离职退休", "死亡殡葬", "其他",
)  # fmt: skip
LEGAL = (
    "设立变更", "准营准办", "资质认证", "年检年审", "税收财务", "人力资源", "社会保障", "投资审批", "融资信贷", "抵押质押", "商务贸易",
    "招标采购", "海关口岸", "涉外服务", "农林牧渔", "国土和规划建设", "交通运输", "环保绿化", "应对气候变化", "水务气象", "医疗卫生",
    "科技创新", "文体教育", "知识产权", "民族宗教", "质量技术", "检验检疫", "安全生产", "公安消防", "司法公证", "公用事业", "法人注销",
    "档案文物", "其他",
)  # fmt: skip
#: The form misprints one option.
_MISPRINTS = {"人注销": "法人注销"}
#: An option of the list 面向自然人 by what stands in its brackets.
_NATURAL_NOTES = ("社会保险", "社会救助", "个体工商户", "人类生命周期")
_LEGAL_NOTES = ("法人生命周期",)


@dataclass(frozen=True, slots=True)
class Topic:
    """One chosen option: its printed name, as written, where it stands, and the list it comes from where that is known."""

    name: str
    written: str
    span: Span | None
    group: str = ""

    @property
    def groups(self) -> tuple[str, ...]:
        """The lists that it may come from; none for an option that is not printed."""
        if self.group:
            return (self.group,)
        lists = (("自然人", NATURAL, _NATURAL_NOTES), ("法人", LEGAL, _LEGAL_NOTES))
        noted = tuple(group for group, _, notes in lists if any(note in self.written for note in notes))
        return noted or tuple(group for group, options, _ in lists if self.name in options)


def topics(guide: Guide) -> list[Topic]:
    """Every chosen option, of the element's text and of the two lists where they are known, each once in its list."""
    text = guide.text(FIELD) or ""
    listed = list(_listed(guide))
    groups: dict[str, list[str]] = {}
    for topic in listed:
        groups.setdefault(topic.name, []).append(topic.group)
    written = [
        Topic(name, choice.text, choice.span, group)
        for choice in chosen(text)
        for name in (_printed(choice),)
        for group in groups.get(name, [choice.group])
    ]
    seen = {topic.name for topic in written}
    return written + [topic for topic in listed if topic.name not in seen]


def is_known(guide: Guide) -> bool:
    """Whether the guide says anything of its topics: the element, or one of the two lists."""
    return not (guide.text(FIELD) is None and guide.topics_natural is None and guide.topics_legal is None)


def _listed(guide: Guide) -> Iterator[Topic]:
    for group, options in (("自然人", guide.topics_natural), ("法人", guide.topics_legal)):
        for written in options or ():
            for choice in chosen(written):
                yield Topic(_printed(choice), choice.text, None, group)


def _printed(choice: Choice) -> str:
    name = re.sub(r"等$", "", bare(choice.name)) or bare(choice.text)
    name = re.sub(r"^\d+", "", name)
    return _MISPRINTS.get(fold(name), fold(name))
