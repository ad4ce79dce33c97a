"""The words that units print over the columns of a catalogue, and the field that each means (rule book 2.5)."""

import re
from functools import lru_cache

from workbench.records import ELEMENTS, MATERIAL_FIELDS
from workbench.records.tidy import bare, fold

#: Header words, without blanks and punctuation -> field. The handbook itself uses several words for one column.
WORDS = {
    "seq": ("序号", "基本编码", "编号", "编码", "事项编码", "顺序号", "顺序", "序"),
    "item_name": (
        "事项", "事项名称", "主项", "主项名称", "项目名称", "政务服务事项", "政务服务事项名称", "职权名称", "权力名称",
        "主事项", "主事项名称", "事项名称主项", "主项事项名称", "事项主项", "事项名称事项",
    ),
    "sub_item_name": (
        "子项", "子项名称", "事项子项", "事项名称子项", "子事项", "子事项名称", "子项事项名称", "分项", "分项名称",
    ),
    "item_type": (
        "事项类型", "事项类别", "类型", "类别", "权力类型", "权力类别", "职权类型", "职权类别", "事项性质", "事项种类",
    ),
    "legal_basis": ("设定依据", "设立依据", "法律依据", "实施依据", "法定依据", "事项依据", "依据", "设定和实施依据"),
    "levels_and_departments": (
        "层级和部门", "层级与部门", "层级及部门", "层级部门", "行使层级和部门", "行使层级及部门", "实施层级和部门",
        "行使层级与部门", "实施层级及部门", "实施层级与部门",
    ),
    "implementing_agency": (
        "实施机构", "实施主体", "实施部门", "实施单位", "责任部门", "实施机关", "责任单位", "实施机构名称",
    ),
    "remarks": ("备注", "备注说明", "备考"),
}  # fmt: skip
NAMES = ("item_name", "sub_item_name")
#: In a row below 事项名称 these mean the item and the sub-item, and nothing elsewhere.
_BELOW = {"名称": "item_name", "大项": "item_name", "主项目": "item_name", "小项": "sub_item_name"}
_FIELDS = {word: field for field, words in WORDS.items() for word in words}
#: Labels that only a guide has, as columns of a table with one row a matter.
GUIDE_WORDS = frozenset(
    name for each in ELEMENTS for name in (each.name, *each.aliases) if name not in _FIELDS
) | frozenset(name for name in MATERIAL_FIELDS if name not in _FIELDS)
#: What stands over the names in a guide's table of materials, whose other columns look like a catalogue's.
MATERIAL_NAME = "材料名称"
#: No word of a header is longer; longer texts need not be tidied to be compared.
LONGEST = 60
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_NUMBERED = re.compile(r"^(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])(?=\D)")


def meaning(text: str) -> str | None:
    """The field that a header word means; its number, and what it says in brackets, do not count."""
    return _meaning(text) if 0 < len(text) <= LONGEST else None


@lru_cache(maxsize=8192)
def _meaning(text: str) -> str | None:
    for word in (bare(text), bare(_BRACKETED.sub("", fold(text)))):
        if found := _FIELDS.get(word) or _FIELDS.get(_NUMBERED.sub("", word)):
            return found
    return None


def below_a_name(text: str) -> str | None:
    """Whether a word of a header's second row means the item or the sub-item."""
    field = meaning(text) or _BELOW.get(bare(text))
    return field if field in NAMES else None
