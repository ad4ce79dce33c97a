"""LEVEL-CITY-ONLY."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.row_facts import is_in
from workbench.checks.rule import Rule
from workbench.records import CatalogueKind, Certainty, Finding, Severity

PROVINCIAL = re.compile(
    r"省级(?!下放|委托|授权|权限|以上|重点|开发区|高新区)"
    r"|(?:^|[；;，,、：:\s])省(?:[、和及][市县区](?:[（(][^）)]*[）)])?)*[\u4e00-\u9fa5]{1,20}?(?:厅|局|委|办|部门)"
    r"|省(?:[、和及][市县区])+[一二三两]级"
)


def level_city_only(item: Item, context: Context) -> Iterator[Finding]:
    """市设目录的层级里写了省级。

    What: a row of 市设目录 lists the provincial level.
    Why: 附件1 2.1.3 「……设定的市县两级政务服务事项目录」
    Example: 省级：省住建厅；市级：市城建局.
    Remedy: 删除省级.
    """
    del context
    text = item.row.levels_and_departments if item.row else None
    if text and is_in(item, CatalogueKind.CITY) and (found := PROVINCIAL.search(text)):
        yield RULE.finding(
            f"市设目录只包括市县两级事项，不应出现省级（“{found.group()}”）（附件1 2.1.3），请删除省级。",
            field="levels_and_departments",
            excerpt=found.group(),
            span=found.span(),
        )


RULE = Rule(
    code="LEVEL-CITY-ONLY",
    name="市设目录出现省级",
    clause="附件1 2.1.3",
    quote="设区的市通过地方性法规、市政府规章、市政府规范性文件设定的市县两级政务服务事项目录",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=level_city_only,
)
