"""SCOPE-TYPE-5."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.type_variants import VARIANTS
from workbench.records import ITEM_TYPES, Certainty, Finding, Severity
from workbench.records.tidy import fold


def scope_type_5(item: Item, context: Context) -> Iterator[Finding]:
    """事项类型不是五类之一。

    What: the type is none of the five values, blank, or two at once.
    Why: 附件1 2.4.1 「政务服务事项分为行政许可、行政征收、行政确认、行政给付和公共服务事项，共5类。」
    Example: 行政审批；行政许可、行政确认.
    Remedy: 五类之中选一类.
    """
    del context
    written = item.row.item_type if item.row else None
    if written is None or fold(written) in ITEM_TYPES or fold(written) in VARIANTS:
        return
    found = f"“{written}”不在规范规定的5类之内" if written.strip() else "未填写"
    yield RULE.finding(
        f"事项类型{found}（附件1 2.4.1），请填写行政许可、行政征收、行政确认、行政给付、公共服务事项之一。",
        field="item_type",
        excerpt=written,
        span=(0, len(written)) if written else None,
    )


RULE = Rule(
    code="SCOPE-TYPE-5",
    name="类型不在五类之内",
    clause="附件1 2.4.1",
    quote="政务服务事项分为行政许可、行政征收、行政确认、行政给付和公共服务事项，共5类。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=scope_type_5,
)
