"""The frame around a name's object (对…的), level notes, and the signs between things that a name lists."""

import re

#: （市级/县级）, （县级行使）, （省级权限）: who exercises the matter, not what it is.
LEVEL_NOTE = re.compile(
    r"\((?:[^()]{0,12}(?:权限内?|行使|事权)"
    r"|(?=[^()]*级)(?:国家|省|设区|市|州|县|区|旗|乡镇|乡|镇|级|本|的|及|以上|以下|和|或|[/、,])+(?:部门|审批)?)\)"
)
#: Stands between the things that a name lists.
MARK = "、"
#: 对…的: the frame that the handbook recommends for names, not part of the object.
_LEADING_FRAME = re.compile(r"^(?:关于)?对(?![外口台港])")
_OF = re.compile(r"(?<![目标])的")
_CONJUNCTION = re.compile(
    r"[、/;,]+|以及|或者|并且|及其(?![他它余])|(?<![涉普累])及(?![时格])|(?<!参)与(?!会)|(?<![温共饱缓])和(?![平谐解龙])|(?<!不)或"
)
_OTHER_SIGNS = re.compile(rf"[^\w{MARK}]|_")
_MARKS = re.compile(rf"{MARK}+")


def unframed(text: str) -> str:
    """A folded text without 对 in front and without 的."""
    return _OF.sub("", _LEADING_FRAME.sub("", text))


def frame_of(text: str) -> str:
    """The frame of a folded text: 对…的, 关于…的, …的 or none."""
    lead = _LEADING_FRAME.match(text)
    return f"{lead[0] if lead else ''}{'…的' if _OF.search(text) else ''}"


def marked(text: str) -> str:
    """The text with one mark for every conjunction and no other sign."""
    return one_mark(_OTHER_SIGNS.sub("", _CONJUNCTION.sub(MARK, text)))


def one_mark(text: str) -> str:
    """No mark at the ends and never two beside each other."""
    return _MARKS.sub(MARK, text).strip(MARK)
