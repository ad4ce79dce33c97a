"""UNIFY-NAME."""

from collections.abc import Iterator

from workbench.checks.duplicate.likeness import names
from workbench.checks.guide_facts import whole
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import field_of, printed_name
from workbench.checks.rule import Rule
from workbench.checks.unify import counterparts
from workbench.checks.unify.sameness import guide_severity, row_severity
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import bare


def unify_name(item: Item, context: Context) -> Iterator[Finding]:
    """同一事项在省市县的名称不一致。

    What: rows or guides of one matter in different places have different names; width, blanks and punctuation do
        not count. Each is compared with the province's, or else with the first of them.
    Why: 明电52号 一 「实现省市县三级政务服务部门同一政务服务事项的名称、类型、设定依据、编码及申请材料“五统一”。」
    Example: 省“取水许可”，鞍山“取水许可证核发”.
    Remedy: 统一为省目录的名称.
    """
    del context
    for at, other in counterparts.rows(item):
        here, there = item.rows[at], item.rows[other]
        if names(here) != names(there):
            same_column = bool(here.sub_item_name) == bool(there.sub_item_name)
            yield RULE.finding(
                message(here.full_name, there.full_name, there.org),
                **printed_name(here),
                severity=row_severity(here, there),
                correction=getattr(there, field_of(there))
                if same_column and counterparts.is_provincial(there)
                else None,
                at=at,
                other=other,
            )
    for at, other in counterparts.guides(item):
        ours, theirs = item.guides[at], item.guides[other]
        if ours.name and theirs.name and bare(ours.name) != bare(theirs.name):
            yield RULE.finding(
                message(ours.name, theirs.name, theirs.org),
                **whole("事项名称", ours.name),
                severity=guide_severity(ours, theirs),
                correction=theirs.name if counterparts.is_provincial(theirs) else None,
                at=at,
                other=other,
            )


def message(ours: str, theirs: str, org: str | None) -> str:
    """What is said of two names."""
    return (
        f"同一事项的名称与{org or '对方'}不一致：“{ours}”／“{theirs}”，"
        "不符合“五统一”（明电52号 一；附件1 1.1），请统一名称。"
    )


RULE = Rule(
    code="UNIFY-NAME",
    name="名称不统一",
    clause="明电52号 一",
    quote="实现省市县三级政务服务部门同一政务服务事项的名称、类型、设定依据、编码及申请材料“五统一”。",
    scopes=("rows", "guides"),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=unify_name,
)
