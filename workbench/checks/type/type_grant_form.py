"""TYPE-GRANT-FORM."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.row_facts import GRANT, name_field, name_of, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

BENEFITS = re.compile(
    r"给付|支付|抚恤|补助|补贴|救助|救济|优待|福利|安置|津贴|待遇|生活费|援助|供养|发放|保险金|低保|资助|补偿|奖励|保障金|养老金|慰问|减免|奖补|丧葬费|费用|贷款|贴息|扶持|扶助|奖学金|助学金|保障(?!卡)"
)


def type_grant_form(item: Item, context: Context) -> Iterator[Finding]:
    """行政给付的名称里看不出给付什么。

    What: no benefit in the name of a 行政给付.
    Why: 附件1 2.4.5.1 「……提供物质利益或者赋予与物质利益有关的权益……」
    Example: 残疾人证核发.
    Remedy: 核实类型.
    """
    del context
    name = name_of(item)
    if type_of(item) == GRANT and name and not BENEFITS.search(fold(item.row.full_name if item.row else name)):
        yield RULE.finding(
            f"“{name}”看不出物质利益给付内容（抚恤金、生活补助费、安置、救济、优待、社会福利），请核实类型（附件1 2.4.5）。",
            field=name_field(item),
            excerpt=name,
            span=(0, len(name)),
        )


RULE = Rule(
    code="TYPE-GRANT-FORM",
    name="看不出给付内容",
    clause="附件1 2.4.5.1",
    quote="行政给付是指行政机关或者法定组织依法向符合条件的申请人提供物质利益或者赋予与物质利益有关的权益的具体行政行为。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=type_grant_form,
    verdict="reclassify",
)
