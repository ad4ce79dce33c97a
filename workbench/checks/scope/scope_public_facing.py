"""SCOPE-PUBLIC-FACING."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.likeness import names_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

INTERNAL = re.compile(
    r"(?:下级|[省市县区]级?)(?:人民)?政府[\u4e00-\u9fa5]{0,20}(?:考核|督查|评价)|部门预算|预算批复|机关内部|公务员(?:年度)?(?:考核|录用备案|登记)|政府内部|(?:本|全)?系统内部?(?!服务|咨询|查询)"
)


def scope_public_facing(item: Item, context: Context) -> Iterator[Finding]:
    """事项像是机关内部的，不面向社会公众。

    What: the object of the matter is a lower government, a budget or the body itself.
    Why: 国发55号 二(一) 「……直接面向社会公众提供的具体办事服务事项」
    Example: 部门预算批复.
    Remedy: 核实，转为政府内部事项.
    """
    del context
    for field, name in names_of(item.row) if item.row else ():
        found = INTERNAL.search(name)
        if found is None:
            continue
        yield RULE.finding(
            f"“{name}”似为机关内部管理或对下级政府的事项（“{found.group()}”），不直接面向社会公众，请核实是否应列入（国发55号 二(一)）。",
            field=field,
            excerpt=found.group(),
            span=found.span(),
        )
        return


RULE = Rule(
    code="SCOPE-PUBLIC-FACING",
    name="不直接面向社会公众",
    clause="国发55号 二(一)",
    quote="依据法定职能全面梳理行政机关、公共企事业单位直接面向社会公众提供的具体办事服务事项",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=scope_public_facing,
    verdict="convert_to_internal",
)
