"""DUP-JOINT-LEAD."""

import re
from collections.abc import Iterator

from workbench.checks.agencies import unit_named
from workbench.checks.duplicate.likeness import same_pairs
from workbench.checks.flow.results import body_key
from workbench.checks.guide_facts import is_blank, says_none, whole
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import printed_name
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Guide, Relation, Row, Severity
from workbench.records.tidy import bare

PARTNERS = "联办机构"
JOINT = re.compile(r"会同|联合(?:审批|核准|实施|办理)|共同(?:审批|核准|实施|负责)")


def dup_joint_lead(item: Item, context: Context) -> Iterator[Finding]:
    """几个部门共同实施的事项，不止一个部门列入。

    What: the basis says 会同 or 联合, or a guide names a co-handling agency, and two departments of the region list
        the matter; or two departments each have a guide on it with co-handling agencies, one of them the other department.
    Why: 明电52号 三(一)3 「共同实施事项列入牵头服务部门政务服务事项目录。」
    Example: 省公安厅与省交通厅均列“校车使用许可”.
    Remedy: 商定牵头部门，只由它列入.
    """
    found = False
    for pair in same_pairs(item):
        a, b = item.rows[pair.a], item.rows[pair.b]
        if not _are_neighbours(a, b) or not (_is_joint(item, a) or _is_joint(item, b)):
            continue
        found = True
        for here, there, at, other in ((a, b, pair.a, pair.b), (b, a, pair.b, pair.a)):
            yield RULE.finding(_message(there.org, there.full_name), **printed_name(here), at=at, other=other)
    if not found:
        yield from _among_guides(item, context)


def _are_neighbours(a: Row | Guide, b: Row | Guide) -> bool:
    """Whether two departments of one region are meant."""
    return bool(a.org and b.org) and a.org != b.org and a.region == b.region and bool(a.region or isinstance(a, Guide))


def _is_joint(item: Item, row: Row) -> bool:
    """Whether the row's basis, or a guide on it, tells that several departments act together."""
    if JOINT.search(row.legal_basis or ""):
        return True
    return any(_partners(guide) and bare(guide.name) == bare(row.full_name) for guide in item.guides)


def _partners(guide: Guide) -> str:
    """The co-handling agencies of a guide; empty where there are none."""
    text = guide.text(PARTNERS) or ""
    return "" if is_blank(text) or says_none(text) else text


def _names(guide: Guide, other: Guide, context: Context) -> bool:
    """Whether a guide's co-handling agencies hold the department that files another, under any of its names."""
    org = other.org or ""
    names = {org, other.text("实施机构") or "", unit_named(org, context) or ""}
    return any(name and name in bare(_partners(guide)) for name in map(body_key, names))


def _among_guides(item: Item, context: Context) -> Iterator[Finding]:
    """Guides of two departments on one matter of which one names the other as co-handling."""
    for pair in item.guide_pairs:
        a, b = item.guides[pair.a], item.guides[pair.b]
        if pair.comparison.relation is not Relation.SAME or not _are_neighbours(a, b):
            continue
        if not (_names(a, b, context) or _names(b, a, context)) or not (_partners(a) and _partners(b)):
            continue
        for here, there, at, other in ((a, b, pair.a, pair.b), (b, a, pair.b, pair.a)):
            text = _partners(here)
            yield RULE.finding(_message(there.org, there.name), **whole(PARTNERS, text), at=at, other=other)


def _message(org: str | None, name: str) -> str:
    return f"共同实施事项应只列入牵头部门目录（明电52号 三(一)3），现{org}也列入“{name}”，请商定牵头部门。"


RULE = Rule(
    code="DUP-JOINT-LEAD",
    name="共同实施事项多处列入",
    clause="明电52号 三(一)3",
    quote="共同实施事项列入牵头服务部门政务服务事项目录。",
    scopes=("rows", "guides"),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=dup_joint_lead,
    verdict="move_to_lead",
)
