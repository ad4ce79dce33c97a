"""DUP-REGION."""

import re
from collections.abc import Iterator

from workbench.checks.duplicate.likeness import kind_of, same_pairs, share_level
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import printed_name
from workbench.checks.rule import Rule
from workbench.records import CatalogueKind, Certainty, Finding, Row, Severity
from workbench.records.tidy import bare

#: What every department offers on its own: 政府信息公开申请受理, 办事进度查询, 网上信访受理.
EVERYWHERE = re.compile(
    r"(?:网上)?(?:政府信息|政务信息|政务|办事(?:进度|指南|结果)?|办件|行政(?:许可|审批|处罚|复议)(?:结果|信息)?|便民|服务|职称|人才|统计信息|信访(?:事项)?)"
    r"(?:(?:依申请)?公开|申请|受理|查询|公示|服务|热线|评审|招聘|发布|咨询|办理|预约)*"
)


def dup_region(item: Item, context: Context) -> Iterator[Finding]:
    """同一行政区域的两个部门列了同一事项。

    What: two departments of one region list what matching takes for one matter, at a common level.
    Why: 明电52号 三(一)3 「同一服务事项不得在同一行政区域的两个部门中重复出现」
    Example: 省农委“农药经营许可证核发”与省工商局“农药经营许可”.
    Remedy: 合并，或列入牵头部门.
    """
    del context
    for pair in same_pairs(item):
        a, b = item.rows[pair.a], item.rows[pair.b]
        if is_banned(a, b):
            for here, there, at, other in ((a, b, pair.a, pair.b), (b, a, pair.b, pair.a)):
                yield RULE.finding(
                    f"与{there.org}的“{there.full_name}”疑似同一事项，同一行政区域不得在两个部门重复出现（明电52号 三(一)3），"
                    "请合并或列入牵头部门。",
                    **printed_name(here),
                    at=at,
                    other=other,
                )


def is_banned(a: Row, b: Row) -> bool:
    """Whether two rows of one matter may not both stand: one region, two departments, a common level.

    What every department offers on its own is not one matter, however alike the names are.
    """
    if not a.region or a.region != b.region or not a.org or a.org == b.org:
        return False
    if EVERYWHERE.fullmatch(bare(a.full_name)) or EVERYWHERE.fullmatch(bare(b.full_name)):
        return False
    city = CatalogueKind.CITY in (kind_of(a), kind_of(b)) and kind_of(a) != kind_of(b)
    return not city and share_level(a, b)


RULE = Rule(
    code="DUP-REGION",
    name="同一区域两个部门重复",
    clause="明电52号 三(一)3",
    quote="同一服务事项不得在同一行政区域的两个部门中重复出现",
    scopes=("rows",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    check=dup_region,
    verdict="merge",
    shown_first=Severity.DOUBT,
)
