"""UNIFY-COMMON."""

import re
from collections.abc import Hashable, Iterator

from workbench.checks.documents import documents
from workbench.checks.guide_facts import is_blank, says_none, whole
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.checks.ticks import chosen
from workbench.checks.unify import counterparts, unify_material
from workbench.checks.unify.sameness import guide_severity
from workbench.records import ELEMENTS, MATERIALS, Certainty, Finding, Guide, Severity
from workbench.records.tidy import bare, fold

COMMON = tuple(element.name for element in ELEMENTS if element.common)
CHOICES = ("事项类型", "服务对象")
BASIS, LIMIT = "设定依据", "法定办结时限"
JOINS = re.compile(r"[和及与]")


def unify_common(item: Item, context: Context) -> Iterator[Finding]:
    """共性要素与省（市）统一编写的内容不一致。

    What: guides of one matter in different places differ in one of the nine common elements; the order of
        choices, punctuation, and 无 for a blank do not count.
    Why: 附件2 二 「《省政务服务事项目录》的共性要素全省范围内统一，《市设政务服务事项目录》的共性要素全市范围内统一；」
    Example: 县指南法定办结时限改为10工作日，省为20工作日.
    Remedy: 改回统一编写的内容.
    """
    del context
    for at, other in counterparts.guides(item):
        ours, theirs = item.guides[at], item.guides[other]
        for name in COMMON:
            if fault := difference(name, ours, theirs):
                yield RULE.finding(
                    f"共性要素“{name}”与{theirs.org or '对方'}的统一编写内容不一致：{fault}（附件2 二；辽政发81号 二(二)），"
                    "请改为统一编写的内容。",
                    **whole(name, ours.text(name) or ""),
                    severity=guide_severity(ours, theirs),
                    at=at,
                    other=other,
                )


def difference(name: str, ours: Guide, theirs: Guide) -> str:
    """How two guides differ in an element, in words; blank where they agree or one is unknown."""
    if name == MATERIALS:
        return unify_material.difference(ours, theirs)
    mine, yours = ours.text(name), theirs.text(name)
    if mine is None or yours is None or mine == yours or meant(name, mine) == meant(name, yours):
        return ""
    return f"“{shorten(mine) or '空白'}”／“{shorten(yours) or '空白'}”"


def meant(name: str, text: str) -> Hashable:
    """What an element says, whatever its form."""
    if is_blank(text) or says_none(text):
        return ""
    if name in CHOICES:
        return frozenset(part for choice in chosen(text) for part in JOINS.split(choice.name))
    if name == BASIS:
        return documents(text)
    return fold(text).replace("个", "") if name == LIMIT else bare(text)


RULE = Rule(
    code="UNIFY-COMMON",
    name="共性要素不统一",
    clause="附件2 二",
    quote="《省政务服务事项目录》的共性要素全省范围内统一，《市设政务服务事项目录》的共性要素全市范围内统一；",
    scopes=("guides",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=unify_common,
)
