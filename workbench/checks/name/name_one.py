"""NAME-ONE."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

VERBS = "许可|核发|审批|登记|认定|备案|征收|给付|确认|核准|查询|注册|鉴定"
SEVERAL = re.compile(
    rf"[；;]\s*[\u4e00-\u9fa5]{{3,}}|(?:^|\n)\s*1\s*[.．、][^\n]+\s*2\s*[.．、]|(?:{VERBS})\s*\n\s*[\u4e00-\u9fa5]{{3,}}(?:{VERBS})|[\u4e00-\u9fa5]{{3,}}许可[、和][\u4e00-\u9fa5]{{3,}}许可$"
)


def name_one(item: Item, context: Context) -> Iterator[Finding]:
    """一个名称单元格里写了几个事项。

    What: one name cell holds several names, set apart by line breaks, ； or numbers.
    Why: 附件1 3.3.4.1 「一个事项名称对应一个政务服务事项。」
    Example: 取水许可；河道采砂许可.
    Remedy: 拆分、列为子项或合并.
    """
    del context
    if item.row and (name := item.row.item_name):
        found = SEVERAL.search(name.strip())
        if found:
            yield RULE.finding(
                f"一个事项名称应对应一个事项：“{' '.join(name.split())}”写有多个名称（附件1 3.3.4.1），请拆分、列为子项或合并。",
                field="item_name",
                excerpt=name,
                span=(0, len(name)),
            )


RULE = Rule(
    code="NAME-ONE",
    name="一个名称几个事项",
    clause="附件1 3.3.4.1",
    quote="一个事项名称对应一个政务服务事项。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=name_one,
)
