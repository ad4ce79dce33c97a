"""SCOPE-JS-CANCEL."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.likeness import best_match
from workbench.checks.row_facts import name_field, name_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

#: Names closer than this are taken for one matter (rule book, section 7).
ALIKE = 0.85


def scope_js_cancel(item: Item, context: Context) -> Iterator[Finding]:
    """江苏省已取消的对应事项。

    What: the matter agrees by name with one that Jiangsu has cancelled.
    Why: 附件1 1.4 「通过对标先进，江苏省取消的事项，我省也要对应取消。」
    Example: 船舶设计企业资质的认定.
    Remedy: 对标取消，或说明理由.
    """
    name = name_of(item)
    entry, score = best_match(name, context.lists["江苏取消事项清单"])
    if entry and score >= ALIKE:
        yield RULE.finding(
            f"江苏省已取消对应事项“{entry.name}”，请对标取消；确需保留的请说明理由并提供法律、行政法规依据（附件1 1.4 一是取消）。",
            field=name_field(item),
            excerpt=name,
            span=(0, len(name)),
        )


RULE = Rule(
    code="SCOPE-JS-CANCEL",
    name="江苏已取消",
    clause="附件1 1.4",
    quote="通过对标先进，江苏省取消的事项，我省也要对应取消。",
    scope="row",
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=scope_js_cancel,
    verdict="cancel",
    needs=("江苏取消事项清单",),
)
