"""FLOW-LEAD."""

import re
from collections import defaultdict
from collections.abc import Iterator

from workbench.checks.flow.process import FLOW
from workbench.checks.flow.receivers import several_receivers, windows
from workbench.checks.flow.results import body_key
from workbench.checks.item import Context, Item
from workbench.checks.materials import guide_of, is_blank, on_element
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Guide, Severity
from workbench.records.tidy import bare

JOINT = "联办机构"
_CLAUSE = "（附件2 一 三是；国发55号 二(二)）"


def flow_lead(item: Item, context: Context) -> Iterator[Finding]:
    """多部门共同审批的事项有两个以上受理窗口。

    What: a matter with 联办机构 is taken in by two bodies or windows; or two departments that name each other as
        联办机构 file a guide each and each takes the matter in. Passing on after taking in is one taking in.
    Why: 附件2 一 「对于同一事项多部门共同审批的，要明确一个牵头部门，实行“一个窗口”受理、“一站式”审批；」
    Example: 申请人分别到公安、教育窗口递交材料.
    Remedy: 明确一个牵头部门，由一个窗口统一受理.
    """
    del context
    guide = guide_of(item)
    if not is_blank(guide.text(JOINT)):
        yield from _in_one_guide(guide)
    yield from _across(item)


def _in_one_guide(guide: Guide) -> Iterator[Finding]:
    found = several_receivers(guide.text(FLOW) or "")
    names, span = found or (windows(guide), None)
    if not found and len(names) <= 1:
        return
    who = f"现由{'、'.join(names)}分别受理，" if names else "现为分别受理，"
    message = f"多部门共同审批事项应明确一个牵头部门、一个窗口受理{_CLAUSE}，{who}请修改。"
    yield on_element(RULE, guide, FLOW, message, span=span)


def _across(item: Item) -> Iterator[Finding]:
    """Guides of one name and region whose departments name each other, and which are each taken in by their own."""
    same: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for at, guide in enumerate(item.guides):
        if guide.name and not is_blank(guide.text(JOINT)):
            same[bare(guide.name), guide.region].append(at)
    for group in same.values():
        for at in group:
            for other in group:
                here, there = item.guides[at], item.guides[other]
                if at != other and _names(here, there) and all(map(_takes_in, (here, there))):
                    message = f"与{there.org}各自受理“{here.name}”，多部门共同审批事项应明确一个牵头部门、一个窗口受理{_CLAUSE}。"
                    yield on_element(RULE, here, FLOW, message, verdict="move_to_lead", at=at, other=other)


def _takes_in(guide: Guide) -> bool:
    return bool(re.search(r"受理|收件|递交|提交|申请", guide.text(FLOW) or ""))


def _names(here: Guide, there: Guide) -> bool:
    """Whether a guide names the other's department as its 联办机构."""
    other = body_key(there.org or there.text("实施机构"))
    return bool(other) and other != body_key(here.org) and other in bare(here.text(JOINT) or "")


RULE = Rule(
    code="FLOW-LEAD",
    name="共同审批没有一个窗口",
    clause="附件2 一",
    quote="对于同一事项多部门共同审批的，要明确一个牵头部门，实行“一个窗口”受理、“一站式”审批；",
    scopes=("guide", "guides"),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=flow_lead,
)
