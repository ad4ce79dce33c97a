"""TYPE-LEVY-SERVICEFEE."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.row_facts import LEVY, name_field, name_of, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

SERVICE_FEE = re.compile(r"(?:考试|培训|报名|检测|检验|检疫|化验|鉴定|咨询|工本|评审|服务)(?:费|收费)")


def type_levy_servicefee(item: Item, context: Context) -> Iterator[Finding]:
    """有偿服务性收费列成了行政征收。

    What: the levy is a fee for an examination, training, test or other service.
    Why: 附件1 2.4.3.4 「……考试培训费、检测费等有偿服务性收费不列入行政征收范围。」
    Example: 产品质量检测费的征收.
    Remedy: 从目录中删除.
    """
    del context
    found = SERVICE_FEE.search(name_of(item)) if type_of(item) == LEVY else None
    if found:
        yield RULE.finding(
            f"“{name_of(item)}”属有偿服务性收费（{found.group()}），不列入行政征收（附件1 2.4.3.4），请删除。",
            field=name_field(item),
            excerpt=found.group(),
            span=found.span(),
        )


RULE = Rule(
    code="TYPE-LEVY-SERVICEFEE",
    name="有偿服务收费列为征收",
    clause="附件1 2.4.3.4",
    quote="以有权机关批准文件为依据的考试培训费、检测费等有偿服务性收费不列入行政征收范围。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=type_levy_servicefee,
    verdict="cancel",
)
