"""DUP-JOINT-LEAD."""

import re
from collections.abc import Iterator

from workbench.checks.duplicate.likeness import same_pairs
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import printed_name
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

JOINT = re.compile(r"会同|联合(?:审批|核准|实施|办理)|共同(?:审批|核准|实施|负责)")


def dup_joint_lead(item: Item, context: Context) -> Iterator[Finding]:
    """几个部门共同实施的事项，不止一个部门列入。

    What: the basis says 会同 or 联合, and two departments of the region list the matter.
    Why: 明电52号 三(一)3 「共同实施事项列入牵头服务部门政务服务事项目录。」
    Example: 省公安厅与省交通厅均列“校车使用许可”.
    Remedy: 商定牵头部门，只由它列入.
    """
    del context
    for pair in same_pairs(item):
        a, b = item.rows[pair.a], item.rows[pair.b]
        if not a.region or a.region != b.region or not a.org or a.org == b.org:
            continue
        if not (JOINT.search(a.legal_basis or "") or JOINT.search(b.legal_basis or "")):
            continue
        for here, there, at, other in ((a, b, pair.a, pair.b), (b, a, pair.b, pair.a)):
            yield RULE.finding(
                f"共同实施事项应只列入牵头部门目录（明电52号 三(一)3），现{there.org}也列入“{there.full_name}”，请商定牵头部门。",
                **printed_name(here),
                at=at,
                other=other,
            )


RULE = Rule(
    code="DUP-JOINT-LEAD",
    name="共同实施事项多处列入",
    clause="明电52号 三(一)3",
    quote="共同实施事项列入牵头服务部门政务服务事项目录。",
    scopes=("rows",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=dup_joint_lead,
    verdict="move_to_lead",
)
