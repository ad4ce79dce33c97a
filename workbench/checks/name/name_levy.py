"""NAME-LEVY."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FRAME = re.compile(r"^[^对].*的征收(?:\([^)]*\))?$")
LEADING_VERB = re.compile(r"^(?:对|征收|收取|收缴)")
TRAILING_VERB = re.compile(r"的?(?:征收|收取|收缴)$")


def name_levy(item: Item, context: Context) -> Iterator[Finding]:
    """行政征收名称没有采用“…的征收”。

    What: the name of a levy does not end with 的征收, or begins with 对.
    Why: 附件1 4.2.1 「名称一般采用“...(征收项目名称)的征收”。」 “一般采用”: a hint only.
    Example: 征收水资源费.
    Remedy: 水资源费的征收.
    """
    del context
    row = item.row
    if row is None or not row.item_name or fold(row.item_type or "") != "行政征收":
        return
    name = row.item_name
    if FRAME.match(fold(name)):
        return
    better = TRAILING_VERB.sub("", LEADING_VERB.sub("", fold(name))) + "的征收"
    yield RULE.finding(
        f"行政征收名称一般采用“…的征收”，现为“{name}”，建议改为“{better}”（附件1 4.2.1）。",
        field="item_name",
        excerpt=name,
        span=(0, len(name)),
        correction=better,
    )


RULE = Rule(
    code="NAME-LEVY",
    name="征收名称不合框架",
    clause="附件1 4.2.1",
    quote="名称一般采用“...(征收项目名称)的征收”。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=name_levy,
)
