"""DUP-PROV-CITY."""

from collections.abc import Iterator

from workbench.checks.duplicate.likeness import kind_of, same_pairs
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import printed_name
from workbench.checks.rule import Rule
from workbench.records import CatalogueKind, Certainty, Finding, Severity


def dup_prov_city(item: Item, context: Context) -> Iterator[Finding]:
    """市设目录重复了省目录的事项。

    What: a row of 市设目录 is what matching takes for a matter of 省目录.
    Why: 明电52号 三(一)2 「依法依规列入《省政务服务事项目录》的事项，不再列入《市设政务服务事项目录》。」
    Example: 省目录有“城市房屋租赁登记备案”，市设又列.
    Remedy: 从市设目录中取消.
    """
    del context
    for pair in same_pairs(item):
        for at, other in ((pair.a, pair.b), (pair.b, pair.a)):
            here, there = item.rows[at], item.rows[other]
            if kind_of(here) == CatalogueKind.CITY and kind_of(there) == CatalogueKind.PROVINCIAL:
                yield RULE.finding(
                    f"该事项已列入《省政务服务事项目录》（{there.org}“{there.full_name}”），"
                    "不再列入《市设政务服务事项目录》（明电52号 三(一)2），请取消。",
                    **printed_name(here),
                    at=at,
                    other=other,
                )


RULE = Rule(
    code="DUP-PROV-CITY",
    name="市设与省目录重复",
    clause="明电52号 三(一)2",
    quote="依法依规列入《省政务服务事项目录》的事项，不再列入《市设政务服务事项目录》。",
    scopes=("rows",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    check=dup_prov_city,
    verdict="cancel",
    shown_first=Severity.DOUBT,
)
