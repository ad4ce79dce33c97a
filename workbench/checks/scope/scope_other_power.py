"""SCOPE-OTHER-POWER."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.row_facts import name_of, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

OTHER = ("其他行政权力", "其他权力", "其他职权", "其它行政权力", "其他类")


def scope_other_power(item: Item, context: Context) -> Iterator[Finding]:
    """类型写成“其他行政权力”。

    What: the type is 其他行政权力 or a variant.
    Why: 附件1 1.4 「……列入“其他行政权力”或者未列入权责清单的，要予以规范。」
    Example: 其他行政权力.
    Remedy: 规范为五类之一.
    """
    del context
    kind = type_of(item)
    if kind in OTHER and item.row and item.row.item_type:
        written = item.row.item_type
        yield RULE.finding(
            f"“{name_of(item)}”类型为“{written}”，不在五类之内，请按对应关系规范为行政征收、行政给付、行政确认等（附件1 1.4 三是规范）。",
            field="item_type",
            excerpt=written,
            span=(0, len(written)),
        )


RULE = Rule(
    code="SCOPE-OTHER-POWER",
    name="列为其他行政权力",
    clause="附件1 1.4",
    quote="对于江苏省划入行政征收、行政给付、行政确认的事项，我省有对应关系但列入“其他行政权力”或者未列入权责清单的，要予以规范。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=scope_other_power,
    verdict="reclassify",
)
