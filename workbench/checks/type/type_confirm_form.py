"""TYPE-CONFIRM-FORM."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.row_facts import CONFIRMATION, name_field, name_of, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FORMS = re.compile(
    r"确认|确定|认可|证明|登记|批准|鉴证|鉴定|认定|核发|评定|审定|认证|备案|核定|评审|评价|评估|注册|命名|审核|核准|核查|换发|签发|补办|变更|注销|年检|验收|等级|资格|划定|界定|裁定|复核|考核"
)


def type_confirm_form(item: Item, context: Context) -> Iterator[Finding]:
    """行政确认的名称里没有确认的形式。

    What: no form of confirmation in the name of a 行政确认.
    Why: 附件1 2.4.4.3 「行政确认主要形式有：确定、认可、证明、登记、批准、鉴证、行政鉴定等。」
    Example: 孤儿基本生活费发放.
    Remedy: 核实类型.
    """
    del context
    name = name_of(item)
    if type_of(item) == CONFIRMATION and name and not FORMS.search(fold(item.row.full_name if item.row else name)):
        yield RULE.finding(
            f"“{name}”未体现确定、认可、证明、登记、鉴定等确认形式，请核实类型（附件1 2.4.4.3）。",
            field=name_field(item),
            excerpt=name,
            span=(0, len(name)),
        )


RULE = Rule(
    code="TYPE-CONFIRM-FORM",
    name="看不出确认形式",
    clause="附件1 2.4.4.3",
    quote="行政确认主要形式有：确定、认可、证明、登记、批准、鉴证、行政鉴定等。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=type_confirm_form,
    verdict="reclassify",
)
