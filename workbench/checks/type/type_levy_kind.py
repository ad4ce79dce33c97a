"""TYPE-LEVY-KIND."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.likeness import names_of
from workbench.checks.row_facts import LEVY, name_field, name_of, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

NOTE = re.compile(r"\([^)]*\)$")
FRAME = re.compile(r"^(?:对|征收|收取|收缴|代征)|(?:的)?(?:代?征收|征缴|收取|收缴|核定|减免|缴纳)$")
MONEY = re.compile(r"(?:税|费|金|附加|价款|实物|款)$")


def type_levy_kind(item: Item, context: Context) -> Iterator[Finding]:
    """行政征收的名称看不出征的是税、费还是基金。

    What: the object of a levy is no tax, fee, fund or surcharge.
    Why: 附件1 2.4.3.3 「行政征收的种类包括：」税收、资源费、建设资金、排污费等.
    Example: 土地征收.
    Remedy: 写明征收项目，或改类型.
    """
    del context
    name = name_of(item)
    if item.row is None or type_of(item) != LEVY or not name:
        return
    if not any(MONEY.search(target_of(each)) for _, each in names_of(item.row)):
        yield RULE.finding(
            f"“{name}”看不出税、费、基金等征收对象，请按“…（征收项目名称）的征收”规范名称或核实类型（附件1 2.4.3.3）。",
            field=name_field(item),
            excerpt=name,
            span=(0, len(name)),
        )


def target_of(name: str) -> str:
    """What is levied: the name without the frame and without a note in brackets."""
    return NOTE.sub("", FRAME.sub("", NOTE.sub("", fold(name))))


RULE = Rule(
    code="TYPE-LEVY-KIND",
    name="看不出征收对象",
    clause="附件1 2.4.3.3",
    quote="行政征收的种类包括：",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=type_levy_kind,
    verdict="reclassify",
)
