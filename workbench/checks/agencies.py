"""The bodies named in 层级和部门 or 实施机构, with their levels and places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workbench.checks.item import Context, Item
from workbench.records import Span
from workbench.records.tidy import fold

PROVINCE = "辽宁省"
_LEVEL = re.compile(r"(?P<level>[省市县区]级|国家级|乡级|镇级)(?:[（(](?P<listed>[^）)]*)[）)])?\s*[:：]?\s*")
#: 省级（省水利厅）: a body in the bracket of its level.
_LISTED = re.compile(r"[^、，,；;\s]{2,}(?:厅|局|委|办|会|社|处|科|部门)(?=[、，,；;\s]|$)")
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
                for body in _LISTED.finditer(mark["listed"] or ""):
                    at = start + mark.start("listed") + body.start()
                    yield Agency(body.group(), field, (at, at + len(body.group())), level)
            elif not _LEVEL_WORDS.fullmatch(word):
                yield Agency(word, field, (start, start + len(word)), level)


@lru_cache(maxsize=8192)
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


#: Counties that report to the province themselves and are reviewed with their city (rule book, WF-GROUP).
_COUNTIES = {"绥中县": "葫芦岛市", "昌图县": "铁岭市"}
_GOVERNMENT = "人民政府"


def unit_named(name: str, context: Context) -> str | None:
    """The full name of the unit of the roster that a name stands for, with 辽宁省, 省 or nothing before it."""
    folded = fold(name)
    names = (folded, *(folded.removeprefix(before) for before in ("辽宁", PROVINCE)), f"省{folded}")
    return next((full for each in names if (full := context.units.get(each))), None)


def is_city(full: str) -> bool:
    """Whether a unit's full name is that of a city."""
    return full.endswith(f"市{_GOVERNMENT}")


def city_of(name: str, context: Context) -> str | None:
    """The city of the roster that a name is, or begins with: 沈阳市水利局 is of 沈阳市; None where there is none."""
    folded = fold(name).removeprefix(PROVINCE)
    known = unit_named(folded, context)
    if known:
        return known.removesuffix(_GOVERNMENT) if is_city(known) else None
    first = folded[: folded.find("市") + 1]
    if is_city(context.units.get(first, "")):
        return first
    return next((city for county, city in _COUNTIES.items() if folded.startswith(county)), None)
