"""The bodies named in 层级和部门 or 实施机构, with their levels and places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.item import Item
from workbench.records import Span
from workbench.records.tidy import fold

PROVINCE = "辽宁省"
_LEVEL = re.compile(r"(?P<level>[省市县区]级|国家级|乡级|镇级)(?:[（(][^）)]*[）)])?\s*[:：]?\s*")
#: A bracket belongs to the name whole: 县（市、区）人民政府 is one body.
_BODY = re.compile(r"(?:[（(][^（()）\n]*[）)]|[^\s；;，,、。:：])+")
#: What 层级和部门 lists that is no body's name.
_LEVEL_WORDS = re.compile(r"[省市县区、及和与/（）()设的各]*级?(?:级)?")


@dataclass(frozen=True, slots=True)
class Agency:
    """One body as printed: its field, its span there, and the level it is listed under where one is."""

    name: str
    field: str
    span: Span
    level: str | None = None


def agencies(item: Item) -> Iterator[Agency]:
    """Every body named, in the order of the text."""
    if item.row is None:
        return
    for field in ("levels_and_departments", "implementing_agency"):
        text = getattr(item.row, field) or ""
        level: str | None = None
        for match in _BODY.finditer(text):
            word, start = match.group(), match.start()
            mark = _LEVEL.fullmatch(word)
            if mark:
                level = mark["level"]
            elif not _LEVEL_WORDS.fullmatch(word):
                yield Agency(word, field, (start, start + len(word)), level)


def levels(text: str) -> tuple[str, ...]:
    """The levels (省级, 市级, 县级) that 层级和部门 speaks of, each once, by word or by the body's first sign."""
    folded = fold(text)
    found = []
    for level, signs in (
        ("省级", r"省级|^省|[、，,;；:]省|省、市"),
        ("市级", r"市级|设区的市|^市|[、，,;；:]市(?!、区)|省、市|市、县"),
        ("县级", r"县级|区级|^县|[、，,;；:]县|市、县|县\(市"),
    ):
        if re.search(signs, folded):
            found.append(level)
    return tuple(found)


def is_standard(printed: str, full: str) -> bool:
    """Whether a body's name is its standard name, with or without 辽宁省, with or without a second name in brackets."""
    name = fold(printed)
    accepted = set()
    for each in (full, full.split("（", maxsplit=1)[0], *re.findall(r"（(.+?)）", full)):
        stem = fold(each).removeprefix(PROVINCE)
        accepted |= {stem, f"省{stem}", PROVINCE + stem}
    return name in accepted
