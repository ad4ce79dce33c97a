"""NAME-PUBLIC."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.likeness import closest
from workbench.checks.row_facts import PUBLIC_SERVICE, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

LEAST = 0.7


def name_public(item: Item, context: Context) -> Iterator[Finding]:
    """公共服务事项没有沿用原目录的名称。

    What: a public service is like an entry of the former catalogue but named otherwise.
    Why: 附件1 4.5 「公共服务事项的名称，原则按照各级《公共服务事项目录》原有名称进行规范。」
    Example: 失业登记办理（目录：失业登记）.
    Remedy: 沿用原名.
    """
    if type_of(item) != PUBLIC_SERVICE:
        return
    match = closest(item, context.lists["公共服务事项目录"])
    if match and LEAST <= match.score < 1:
        yield RULE.finding(
            f"公共服务事项名称原则上沿用《公共服务事项目录》原名“{match.entry.name}”，现为“{match.name}”（附件1 4.5），请核对。",
            field=match.field,
            excerpt=match.name,
            span=(0, len(match.name)),
            correction=match.entry.name,
        )


RULE = Rule(
    code="NAME-PUBLIC",
    name="公共服务名称与原目录不一致",
    clause="附件1 4.5",
    quote="公共服务事项的名称，原则按照各级《公共服务事项目录》原有名称进行规范。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=name_public,
    needs=("公共服务事项目录",),
    types=(PUBLIC_SERVICE,),
)
