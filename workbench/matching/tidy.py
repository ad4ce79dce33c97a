"""The tidied copy of a name that similarity is measured on."""

import re

from workbench.matching.lexicon import lexicon
from workbench.records.tidy import bare, fold

#: （市级/县级）, （县级行使）, （省级权限）: who exercises the matter, not what it is.
LEVEL_NOTE = re.compile(
    r"\((?:[^()]{0,12}(?:权限|行使|事权)"
    r"|(?=[^()]*级)(?:国家|省|设区|市|州|县|区|旗|乡镇|乡|镇|级|本|的|及|以上|以下|和|或|[/、,])+(?:部门|审批)?)\)"
)
#: 对…的: the frame that the handbook recommends for names, not part of the object.
_LEADING_FRAME = re.compile(r"^(?:关于)?对(?![外口台港])")
_OF = re.compile(r"(?<![目标])的")


def unframed(text: str) -> str:
    """A folded text without 对 in front and without 的."""
    return _OF.sub("", _LEADING_FRAME.sub("", text))


def frame_of(text: str) -> str:
    """The frame of a folded text: 对…的, 关于…的, …的 or none."""
    lead = _LEADING_FRAME.match(text)
    return f"{lead[0] if lead else ''}{'…的' if _OF.search(text) else ''}"


def tidy_name(name: str) -> str:
    """The name as matching compares it.

    Folded (NFKC, no blanks), without level notes such as （市级/县级）, without 对 in front and 的, without
    punctuation, and with one wording for synonyms of the table.
    """
    return lexicon().synonyms.replaced(bare(unframed(LEVEL_NOTE.sub("", fold(name)))))
