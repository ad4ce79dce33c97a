"""SCOPE-STAGE5."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.row_facts import name_field, name_of, printed_type, type_of
from workbench.checks.rule import Rule
from workbench.records import ITEM_TYPES, Certainty, Finding, Severity

POWERS = ("行政处罚", "行政强制", "行政检查", "行政裁决")
#: A note behind the type: 行政检查（抽查事项）.
NOTE = re.compile(r"\([^)]*\)$")
HEAD_VERB = re.compile(
    r"(?:处罚|行政强制(?:措施|执行|拆除|扣押|查封)?|(?:监督|执法|行政)检查|(?<!仲)(?<!仲裁)裁决)(?=(?:[（(][^）)]*[）)])?\s*$)"
)
MESSAGE = "“{name}”{found}，属行政处罚、行政强制、行政检查、行政裁决等，第五阶段适时开展，本次不列入目录（明电52号 四(五)），请删除。"


def scope_stage5(item: Item, context: Context) -> Iterator[Finding]:
    """行政处罚、强制、检查、裁决，本阶段不列入目录。

    What: the type, or the verb that ends the name, is one of the four powers of stage five.
    Why: 明电52号 四(五) 「适时开展行政处罚、行政强制、行政检查、行政裁决等行政权力的标准化建设。」
    Example: 对用人单位遵守劳动法律情况的监督检查.
    Remedy: 从目录中删除.
    """
    del context
    kind, name = type_of(item), name_of(item)
    if NOTE.sub("", kind) in POWERS:
        yield RULE.finding(MESSAGE.format(name=name, found=f"类型为{kind}"), field="item_type", **printed_type(item))
    elif kind in ITEM_TYPES and (found := HEAD_VERB.search(name)):
        yield RULE.finding(
            MESSAGE.format(name=name, found=f"名称落脚于“{found.group()}”"),
            field=name_field(item),
            excerpt=found.group(),
            span=found.span(),
            severity=Severity.DOUBT,
        )


RULE = Rule(
    code="SCOPE-STAGE5",
    name="本阶段不列的权力",
    clause="明电52号 四(五)",
    quote="适时开展行政处罚、行政强制、行政检查、行政裁决等行政权力的标准化建设。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=scope_stage5,
    verdict="cancel",
)
