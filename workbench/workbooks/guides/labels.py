"""What the words printed on a guide mean: elements, sub-fields of materials and of steps, headings, titles."""

import re
from functools import lru_cache

from workbench.records import ELEMENTS, MATERIAL_FIELDS, STEP_FIELDS, Element
from workbench.records.tidy import fold

NATURAL, LEGAL = "面向自然人", "面向法人"
#: Other words that senders use for an element, beyond the handbook's own (records.ELEMENTS).
_ELEMENT_WORDS = {
    "事项名称": ("服务事项名称", "政务服务事项名称", "办理事项名称", "办事事项名称"),
    "事项类型": ("服务主题", "主题分类", "事项主题"),
    "设定依据": ("法律依据", "法定依据", "办理依据", "实施依据"),
    "权限划分": ("层级权限划分", "权限划分标准"),
    "法定办结时限": ("法定时限", "法定期限", "法定办理时限", "法定办结期限", "法定办理期限"),
    "受理条件": ("办理条件", "申请条件", "申办条件"),
    "申请材料": ("申报材料", "申办材料", "所需材料", "申请材料目录", "申请材料清单", "提交材料", "材料清单"),
    "中介服务": ("中介服务事项", "涉及的中介服务"),
    "服务对象": ("办理对象", "申请对象"),
    "基本编码": ("事项编码", "事项基本编码"),
    "实施编码": ("事项实施编码",),
    "行使层级": ("实施层级",),
    "实施机构": ("实施主体", "实施单位", "办理机构", "实施部门"),
    "实施主体性质": ("实施机构性质", "主体性质"),
    "联办机构": ("联合办理机构", "联办部门"),
    "办理流程": ("办事流程", "办理程序"),
    "数量限制": ("有无数量限制", "是否有数量限制"),
    "结果名称": ("办理结果名称", "审批结果名称", "办理结果"),
    "结果样本": ("结果样本及名称", "审批结果样本", "结果文书样本"),
    "是否收费": ("收费与否",),
    "收费标准": (),
    "收费依据": (),
    "办件类型": ("办理类型",),
    "承诺办结时限": ("承诺时限", "承诺期限", "承诺办理时限", "承诺办结期限", "承诺办理期限"),
    "通办范围": ("跨区域通办范围",),
    "办理形式": ("办理方式",),
    "预约办理": ("是否预约办理", "是否支持预约办理", "网上预约"),
    "网上支付": ("是否网上支付", "是否支持网上支付"),
    "物流快递": ("是否物流快递", "是否支持物流快递"),
    "运行系统": ("业务运行系统",),
    "办理地点": ("办公地点", "办理地址", "办公地址"),
    "办理时间": ("办公时间", "工作时间"),
    "咨询电话": ("咨询方式", "办理电话", "联系电话"),
    "常见问题": ("常见问题解答", "常见问题及解答"),
    "监督电话": ("监督投诉电话", "投诉电话", "监督举报电话", "投诉监督电话"),
}
_SUB_FIELD_WORDS = {
    "事项名称": ("事项", "子项", "子项名称", "所属事项", "办理项", "情形"),
    "序号": ("编号", "序"),
    "材料名称": ("申请材料名称", "申报材料名称", "材料", "提交材料名称", "名称"),
    "设定依据": ("设立依据", "依据", "法律依据", "法定依据", "材料依据", "材料设定依据"),
    "材料类型": ("类型", "材料类别"),
    "材料样本": ("样本", "样表", "材料样表"),
    "电子表单": ("表单", "电子表格"),
    "来源渠道": ("来源", "材料来源", "来源途径"),
    "纸质材料份数和规格": ("纸质材料份数及规格", "份数和规格", "份数及规格", "纸质材料份数", "材料份数", "份数"),
    "填报须知": ("填写须知", "填报说明"),
    "受理标准": ("材料受理标准", "受理要求"),
    "是否需电子材料": ("是否需要电子材料", "是否电子材料", "电子材料"),
}
_STEP_WORDS = {
    "环节": ("办理环节", "流程环节", "环节名称"),
    "开始时间": (),
    "结束时间": (),
    "办理时长": ("办理时限", "时长"),
    "申请人员": ("申请人",),
    "办事窗口": ("办理窗口", "窗口"),
}
_HEADINGS = frozenset((
    "序号", "编号", "序", "要素", "要素名称", "项目", "栏目", "名称", "内容", "填写内容", "具体内容", "要素内容", "办事指南要素",
    "要素类别", "要素性质", "要素分类", "类别", "分类", "填报内容",
))  # fmt: skip
_EXPLAINS = frozenset((
    "填写说明", "填报说明", "填写要求", "填报要求", "说明", "填写规范", "要求", "示例", "填写示例",
))  # fmt: skip
_GROUP = re.compile(r"(?:\(?[一二]\)?、?)?(?:共性|个性)(?:要素)?(?:\(.*\))?")
_ORDINAL = r"(?:第?\d{1,2}项?(?!\d)|\(\d{1,2}\)|\(?[一二三四五六七八九十]{1,3}\)?(?=[、.]))[、.:)]*"
_MARKS = "*★☆※·•#"
_LABEL = re.compile(rf"[{_MARKS}]*(?:{_ORDINAL})?[{_MARKS}]*(?P<name>[^()\[\]【】:<>《》{_MARKS}]+)")
_TAIL = re.compile(rf"(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]|【[^【】]*】|[:{_MARKS}])*")
_NUMBER = re.compile(r"[(第]?\d{1,2}[)、.项]*")
_TITLE = re.compile(r"办事指南|服务指南")
_NOTE = re.compile(r"(?:注|备注|说明|附注|填表说明|填写说明)(?:\d*[:、.]|$)")
_INLINE = re.compile(r"[:：]")
_LONGEST, _LONGEST_NAME = 200, 14
#: A label without brackets is not longer, however it is numbered and spaced.
_LONGEST_BARE = 48
_BRACKET = re.compile(r"[(（\[【［]")

#: Elements that catalogues, lists of powers and the like do not have.
GUIDE_ONLY = frozenset(
    element.name
    for element in ELEMENTS
    if element.name not in {"事项名称", "事项类型", "设定依据", "基本编码", "实施编码", "行使层级", "实施机构"}
)
REMARKS = "备注"

_BY_NAME = {element.name: element for element in ELEMENTS}
_ELEMENTS = {
    word: element
    for element in ELEMENTS
    for word in (element.name, *element.aliases, *_ELEMENT_WORDS.get(element.name, ()))
}
_SUB_FIELDS = {word: name for name in MATERIAL_FIELDS for word in (name, *_SUB_FIELD_WORDS[name])}
_STEPS = {word: name for name in STEP_FIELDS for word in (name, *_STEP_WORDS[name])}


@lru_cache(maxsize=16384)
def printed(text: str) -> str:
    """A label without what does not count: number, marks, blanks, brackets and colon; blank for what is no label."""
    if len(text) > _LONGEST_BARE and not _BRACKET.search(text):
        return ""
    folded = fold(text)
    found = _LABEL.match(folded)
    if not found or len(found["name"]) > _LONGEST_NAME or not _TAIL.fullmatch(folded, found.end()):
        return ""
    return found["name"]


def element(text: str) -> Element | None:
    """The element that a label names."""
    return _ELEMENTS.get(printed(text)) if 0 < len(text) <= _LONGEST else None


def is_remarks(text: str) -> bool:
    """Whether a label says 备注."""
    return len(text) <= _LONGEST_NAME and printed(text) == REMARKS


def sub_field(text: str) -> str | None:
    """The sub-field of a material that a heading names."""
    return _SUB_FIELDS.get(printed(text)) if 0 < len(text) <= _LONGEST else None


def step_field(text: str) -> str | None:
    """The field of a step that a heading names."""
    return _STEPS.get(printed(text)) if 0 < len(text) <= _LONGEST else None


def topic_list(text: str) -> str | None:
    """``面向自然人`` or ``面向法人`` where the text heads one of the two lists of 事项类型."""
    name = printed(text) if len(text) <= _LONGEST else ""
    return {"面向自然人": NATURAL, "自然人": NATURAL, "面向法人": LEGAL, "法人": LEGAL}.get(name)


def is_heading(text: str) -> bool:
    """Whether a word heads a column of the form (要素, 内容) or groups its rows (共性要素)."""
    return len(text) <= _LONGEST and (printed(text) in _HEADINGS or is_group(text))


def is_group(text: str) -> bool:
    """Whether a label groups elements: 共性要素 or 个性要素."""
    return len(text) <= _LONGEST and _GROUP.fullmatch(fold(text)) is not None


def explains(text: str) -> bool:
    """Whether a heading stands over a column that tells how to fill in the form."""
    return len(text) <= _LONGEST_NAME and printed(text) in _EXPLAINS


@lru_cache(maxsize=4096)
def is_number(text: str) -> bool:
    """Whether a cell holds only the number of an element."""
    return len(text) <= 6 and _NUMBER.fullmatch(fold(text)) is not None  # noqa: PLR2004 - such as (第36项)


def is_title(text: str) -> bool:
    """Whether a line is the title of a form."""
    return len(text) <= _LONGEST and "\n" not in text.strip() and _TITLE.search(fold(text)) is not None


def is_note(text: str) -> bool:
    """Whether a line is a note at the foot (注：...)."""
    return _NOTE.match(fold(text[:_LONGEST])) is not None


def inline(text: str) -> tuple[Element, str, str] | None:
    """Element, label and content where one cell holds both: ``咨询电话：024-86908625``."""
    colon = _INLINE.search(text, 0, _LONGEST)
    if not colon or not (named := element(text[: colon.start()])):
        return None
    return named, printed(text[: colon.start()]), text[colon.end() :].strip()
