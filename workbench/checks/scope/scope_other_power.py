"""SCOPE-OTHER-POWER."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.likeness import exact_entries
from workbench.checks.row_facts import CONFIRMATION, GRANT, LEVY, name_of, printed_type, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

#: The types into which the clause wants the matter put.
BY_RIGHT = (LEVY, GRANT, CONFIRMATION)
OTHER = ("其他行政权力", "其他权力", "其他职权", "其他行政职权", "其他类")


def scope_other_power(item: Item, context: Context) -> Iterator[Finding]:
    """类型写成“其他行政权力”。

    What: the type is 其他行政权力 or a variant; or, where both lists are loaded, Jiangsu has the matter as levy,
        grant or confirmation and our list has it as 其他行政权力 or not at all.
    Why: 附件1 1.4 「……列入“其他行政权力”或者未列入权责清单的，要予以规范。」
    Example: 其他行政权力.
    Remedy: 规范为五类之一.
    """
    kind = one_spelling(type_of(item))
    if kind in OTHER and item.row and item.row.item_type:
        written = item.row.item_type
        yield RULE.finding(
            f"“{name_of(item)}”类型为“{written}”，不在五类之内，请按对应关系规范为行政征收、行政给付、行政确认等（附件1 1.4 三是规范）。",
            field="item_type",
            excerpt=written,
            span=(0, len(written)),
        )
    elif kind not in BY_RIGHT and (theirs := type_in_jiangsu(item, context)):
        yield RULE.finding(
            f"江苏省将对应事项划为“{theirs}”，我省列为“其他行政权力”或未列入权责清单，请核实对应关系，按规范调整事项类型（附件1 1.4 三是规范）。",
            field="item_type",
            **printed_type(item),
        )


def one_spelling(kind: str) -> str:
    """A type with 其它 written 其他."""
    return fold(kind).replace("其它", "其他")


def type_in_jiangsu(item: Item, context: Context) -> str | None:
    """The type of the three that Jiangsu's list gives the matter, where ours has it as 其他行政权力 or not at all.

    None where one of the two lists is not loaded.
    """
    if not (context.has("江苏权力清单") and context.has("权责清单")):
        return None
    theirs = [one_spelling(entry.item_type or "") for entry in exact_entries(item, context.lists["江苏权力清单"])]
    ours = [one_spelling(entry.item_type or "") for entry in exact_entries(item, context.lists["权责清单"])]
    ruled = next((kind for kind in theirs if kind in BY_RIGHT), None)
    return ruled if ruled and all(kind in OTHER for kind in ours) else None


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
