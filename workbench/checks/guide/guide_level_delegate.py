"""GUIDE-LEVEL-DELEGATE."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

DELEGATED = re.compile(r"(?<!不)(?<!未)(?<!非)(?<!取消)(?<!没有)委托下放")
_LEVEL = r"(?:省级|市级|县级|区级|设区的?市级?|市、县(?:两级|级)?|市县(?:两级|级)?|县\(市、区\)级?|县区级?|各市|各县|各区|各级)(?![级两])"
#: The level and, behind it, an organ: 委托下放市级水行政主管部门.
TOLD = re.compile(rf"委托下放(?:至|到|给|由|于|为)?{_LEVEL}[^\s,，。;；]{{2,}}")
#: An organ of a named place, whose level its name tells.
NAMED = re.compile(
    r"委托下放(?:至|到|给|由|于)?[\u4e00-\u9fa5、]{2,24}?[市县区](?:人民政府|[\u4e00-\u9fa5、]{0,12}?(?:局|委员会|委|部门|机构|办公室))"
)
#: The organ stands before: 由市级农业行政主管部门实施（委托下放）.
BEFORE = re.compile(rf"(?:由|交){_LEVEL}[\u4e00-\u9fa5]{{2,40}}?(?:实施|办理|行使|承担|审批|负责)")


def guide_level_delegate(item: Item, context: Context) -> Iterator[Finding]:
    """委托下放的事项没有在备注写明委托到哪一级哪个部门。

    What: a remark speaks of 委托下放 and does not name the level with its organ.
    Why: 附件2 三(二)3 「委托下放的事项，需在备注中列明委托层级，……」
    Example: 委托下放.
    Remedy: 委托下放市级水行政主管部门.
    """
    del context
    for field, text in _remarks(item):
        folded = fold(text)
        if DELEGATED.search(folded) and not any(pattern.search(folded) for pattern in (TOLD, NAMED, BEFORE)):
            yield RULE.finding(
                "委托下放事项应在备注列明委托层级，如“委托下放市级×行政主管部门”（附件2 三(二)3），请补充层级和部门。",
                **whole(field, text),
            )


def _remarks(item: Item) -> Iterator[tuple[str, str]]:
    """The texts that may speak of it: the guide's remark, the catalogue row's, and what follows the boxes of item 12."""
    own = item.guide.remarks if item.guide else None
    listed = item.row.remarks if item.row else None
    if own:
        yield "备注", own
    if listed and listed != own:
        yield "remarks", listed
    if level := text_of(item, "行使层级"):
        yield "行使层级", level


RULE = Rule(
    code="GUIDE-LEVEL-DELEGATE",
    name="委托下放未写层级",
    clause="附件2 三(二)3",
    quote="委托下放的事项，需在备注中列明委托层级，如：省质监局“重要工业产品生产许可证核发”，在备注中列明“委托下放市级质量技术监督行政主管部门”。",
    scopes=("guide", "row"),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_level_delegate,
)
