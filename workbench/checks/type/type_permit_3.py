"""TYPE-PERMIT-3."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.likeness import exact_entries
from workbench.checks.row_facts import CONFIRMATION, GRANT, LEVY, PERMIT, PUBLIC_SERVICE, name_of, printed_type, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

NOT_PERMIT = re.compile(r"(?:备案|(?<!设立)登记|年检|年审|认定|奖励|补贴|查询|鉴定|报告|告知)(?:[（(][^）)]*[）)])?$")
LIKE_PERMIT = re.compile(
    r"(?:许可|许可证(?:[（(][^）)]*[）)])?(?:的)?核发|核发[^，,]*许可证|资质审批)(?:[（(][^）)]*[）)])?$"
)


def type_permit_3(item: Item, context: Context) -> Iterator[Finding]:
    """许可不像许可，或别的类型像许可。

    What: a permit ends with 备案, 年检 …, or another type ends with 许可.
    Why: 附件1 2.4.2.2 「行政许可应当同时具备 3 个要素：」
    Example: 房屋建筑工程竣工验收备案（行政许可）.
    Remedy: 核实类型.
    """
    kind, name = type_of(item), fold(name_of(item))
    suspect = kind == PERMIT and NOT_PERMIT.search(name) and not exact_entries(item, context.lists["中央指定清单"])
    hidden = kind in (CONFIRMATION, GRANT, LEVY, PUBLIC_SERVICE) and LIKE_PERMIT.search(name)
    if suspect or hidden:
        yield RULE.finding(
            f"“{name_of(item)}”类型为{kind}，是否同时具备事前同意、依申请、取得资格或权利三要素存疑，请核实是否为行政许可（附件1 2.4.2.2）。",
            field="item_type",
            **printed_type(item),
        )


RULE = Rule(
    code="TYPE-PERMIT-3",
    name="是否为许可存疑",
    clause="附件1 2.4.2.2",
    quote="行政许可应当同时具备 3 个要素：",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    check=type_permit_3,
    verdict="reclassify",
    shown_first=Severity.DOUBT,
    needs=("中央指定清单",),
)
