"""LEVEL-DIVISION-CLEAR."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from workbench.checks.agencies import levels
from workbench.checks.guide_facts import is_blank, says_none
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.ticks import chosen
from workbench.records import Certainty, Finding, Guide, Relation, Severity
from workbench.records.tidy import bare, fold

DIVISION, CONTENT, LEVEL = "权限划分", "行使内容", "行使层级"
#: A document that divides the powers need not be copied out.
CITED = re.compile(r"《[^》]+》|[〔\[(](?:19|20)\d{2}[〕\])](?:第)?\d+号|核准目录|目录(?:执行|规定)")
#: Everyone for his own area: nothing more to divide.
TERRITORIAL = re.compile(r"各级|属地|行政区域|辖区|分级")
#: What a project reaches across is no level that acts.
ACROSS = re.compile(r"跨(?:设区的?)?市(?:、县)?|跨县(?:\([^)]*\))?|跨省|跨区")
COUNTIES = re.compile(r"县\([^)]*\)|县、区|县区")
MENTIONS = {
    "省级": re.compile(r"省"),
    "市级": re.compile(r"(?<!城)市(?!场|政设施|民)"),
    "县级": re.compile(r"县|区级|区局"),
}


def level_division_clear(item: Item, context: Context) -> Iterator[Finding]:
    """权限划分没有说到每一级，或与各级的行使内容不一致。

    What: a matter is exercised at several levels and the division, which cites no document, leaves one out; or it
        sets a standard and 行使内容 says 无; or the guides of two levels have one content, or only one has any.
    Why: 附件2 一 「要明确各级政府部门之间的权限划分，加强上下衔接，确保权责一致。」
    Example: 三级行使，只写“省级负责5000万元以上”.
    Remedy: 写明每一级的权限，行使内容与之对应.
    """
    del context
    if item.guide:
        listed = levels(item.row.levels_and_departments or "") if item.row else ()
        yield from _in_guide(item.guide, _in_order({*listed, *levels_of(item.guide)}))
    together: dict[int, set[str]] = {}
    for pair in item.guide_pairs:
        if pair.comparison.relation is Relation.SAME and _at_other_levels(item, pair.a, pair.b):
            for at, other in ((pair.a, pair.b), (pair.b, pair.a)):
                together.setdefault(at, set()).update(levels_of(item.guides[at]), levels_of(item.guides[other]))
            yield from _between(item, pair.a, pair.b)
    for at, exercised in together.items():
        yield from (replace(finding, at=at) for finding in _in_guide(item.guides[at], _in_order(exercised)))


def _at_other_levels(item: Item, a: int, b: int) -> bool:
    """Whether two guides both tell their levels, and have none in common."""
    ours, theirs = set(levels_of(item.guides[a])), set(levels_of(item.guides[b]))
    return bool(ours and theirs) and not ours & theirs


def _in_guide(guide: Guide, exercised: tuple[str, ...]) -> Iterator[Finding]:
    """The findings on one guide's division and content, the matter being exercised at these levels."""
    division = guide.text(DIVISION) or ""
    if is_blank(division) or says_none(division) or CITED.search(fold(division)):
        return
    told = mentioned(division)
    lacking = [level for level in exercised if level not in told]
    if len(exercised) > 1 and lacking and not TERRITORIAL.search(division):
        yield _finding(guide, DIVISION, f"权限划分未覆盖{'、'.join(lacking)}，请写明每一级的权限")
    elif len(told) > 1 and says_none(guide.text(CONTENT) or ""):
        yield _finding(guide, CONTENT, "权限划分有标准，行使内容却为“无”，请按权限划分填写本级行使的内容")


def _between(item: Item, a: int, b: int) -> Iterator[Finding]:
    """The findings on the contents of two guides of one matter at different levels."""
    ours, theirs = item.guides[a], item.guides[b]
    contents = [guide.text(CONTENT) for guide in (ours, theirs)]
    if any(text is None or is_blank(text) for text in contents) or all(says_none(text or "") for text in contents):
        return
    one_none = any(says_none(text or "") for text in contents)
    same = bare(contents[0] or "") == bare(contents[1] or "") and not TERRITORIAL.search(contents[0] or "")
    if one_none or same:
        fault = "一级为“无”，另一级有内容" if one_none else "完全相同"
        for at, other, guide, there in ((a, b, ours, theirs), (b, a, theirs, ours)):
            found = _finding(guide, CONTENT, f"与{there.org or '另一级'}的行使内容{fault}，请按权限划分分别填写")
            yield replace(found, at=at, other=other)


def _in_order(exercised: AbstractSet[str]) -> tuple[str, ...]:
    return tuple(level for level in MENTIONS if level in exercised)


def levels_of(guide: Guide) -> tuple[str, ...]:
    """The levels chosen in 行使层级."""
    names = {choice.name for choice in chosen(guide.text(LEVEL) or "")}
    return tuple(level for level in MENTIONS if level in names)


def mentioned(division: str) -> tuple[str, ...]:
    """The levels that a division says act."""
    text = ACROSS.sub("", fold(division))
    return tuple(
        level for level, sign in MENTIONS.items() if sign.search(COUNTIES.sub("", text) if level == "市级" else text)
    )


def _finding(guide: Guide, field: str, fault: str) -> Finding:
    text = guide.text(field) or ""
    return RULE.finding(f"{fault}（附件2 一 五是）。", field=field, excerpt=text, span=(0, len(text)))


RULE = Rule(
    code="LEVEL-DIVISION-CLEAR",
    name="权限划分不清",
    clause="附件2 一",
    quote="对于在不同政府层级行使的同一事项，要明确各级政府部门之间的权限划分，加强上下衔接，确保权责一致。",
    scopes=("guide", "guides"),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=level_division_clear,
)
