"""UNIFY-TYPE."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.type_variants import standard
from workbench.checks.unify import counterparts
from workbench.checks.unify.sameness import row_severity
from workbench.records import Certainty, Finding, Severity


def unify_type(item: Item, context: Context) -> Iterator[Finding]:
    """同一事项在省市县的类型不一致。

    What: rows of one matter in different places have different types; other spellings of one type do not count.
    Why: 明电52号 一 「实现省市县三级政务服务部门同一政务服务事项的名称、类型、设定依据、编码及申请材料“五统一”。」
    Example: 省行政确认，市公共服务事项.
    Remedy: 统一为省目录的类型.
    """
    del context
    for at, other in counterparts.rows(item):
        here, there = item.rows[at], item.rows[other]
        ours, theirs = standard(here.item_type), standard(there.item_type)
        if ours and theirs and ours != theirs:
            written = here.item_type or ""
            yield RULE.finding(
                f"同一事项“{here.full_name}”的类型与{there.org or '对方'}不一致：“{written}”／“{there.item_type}”，"
                "不符合“五统一”（明电52号 一；附件1 1.1），请统一类型。",
                field="item_type",
                excerpt=written,
                span=(0, len(written)),
                severity=row_severity(here, there),
                correction=theirs if counterparts.is_provincial(there) else None,
                at=at,
                other=other,
            )


RULE = Rule(
    code="UNIFY-TYPE",
    name="类型不统一",
    clause="明电52号 一",
    quote="实现省市县三级政务服务部门同一政务服务事项的名称、类型、设定依据、编码及申请材料“五统一”。",
    scopes=("rows",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=unify_type,
)
