"""TYPE-TERM."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.type_variants import VARIANTS
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold


def type_term(item: Item, context: Context) -> Iterator[Finding]:
    """事项类型用了五类之外的写法，但看得出是哪一类。

    What: the type is a known variant of one of the five values.
    Why: 附件1 3.3.3 「事项类别填写“行政许可”……“公共服务事项”。」
    Example: 公共服务.
    Remedy: 公共服务事项.
    """
    del context
    written = item.row.item_type if item.row else None
    standard = VARIANTS.get(fold(written or ""))
    if written and standard:
        yield RULE.finding(
            f"事项类型写作“{written}”，规范写法为“{standard}”（附件1 3.3.3），请更正。",
            field="item_type",
            excerpt=written,
            span=(0, len(written)),
            correction=standard,
        )


RULE = Rule(
    code="TYPE-TERM",
    name="类型写法不规范",
    clause="附件1 3.3.3",
    quote="事项类别填写“行政许可”、“行政征收”、“行政确认”、“行政给付”、“公共服务事项”。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=type_term,
)
