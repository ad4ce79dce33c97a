"""WF-GROUP."""

from collections.abc import Iterator

from workbench.checks.agencies import city_of, unit_named
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.submission import unit
from workbench.records import Certainty, Finding, Severity


def wf_group(item: Item, context: Context) -> Iterator[Finding]:
    """报送单位不在四个审核组的名单里。

    What: the unit that files is none of the 44 departments and 14 cities by any of its names, nor a bureau or a
        county of one of the cities.
    Why: 审核工作分组 「审核工作分组及联系方式」
    Example: 省粮食局.
    Remedy: 确认单位名称，或指定审核组.
    """
    name = unit(item)
    if not name.strip() or not context.units or unit_named(name, context) or city_of(name, context):
        return
    yield RULE.finding(
        f"“{name}”不在审核分组名单，请确认单位名称或指定审核组（审核工作分组）。", excerpt=name, field="org"
    )


RULE = Rule(
    code="WF-GROUP",
    name="不在审核分组名单",
    clause="审核工作分组",
    quote="审核工作分组及联系方式",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=wf_group,
    verdict="needs_verification",
)
