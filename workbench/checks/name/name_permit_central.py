"""NAME-PERMIT-CENTRAL."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.likeness import best_match
from workbench.checks.row_facts import PERMIT, name_field, name_of, set_locally, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

LEAST = 0.6


def name_permit_central(item: Item, context: Context) -> Iterator[Finding]:
    """许可名称与中央指定清单不一致。

    What: a permit is like an entry of the central list but not named as it is there.
    Why: 附件1 4.1.1 「名称一律按照……清单》的名称予以规范。」
    Example: 取水许可证审批（清单：取水许可）.
    Remedy: 改用清单名称.
    """
    name = name_of(item)
    if type_of(item) != PERMIT or not name or any(set_locally(each) for each in item.citations):
        return
    entry, score = best_match(name, context.lists["中央指定清单"])
    if entry and LEAST <= score < 1:
        yield RULE.finding(
            f"行政许可名称应为《中央指定地方实施行政许可事项清单》中的“{entry.name}”，现为“{name}”（附件1 4.1.1），请更正。",
            field=name_field(item),
            excerpt=name,
            span=(0, len(name)),
            correction=entry.name,
        )


RULE = Rule(
    code="NAME-PERMIT-CENTRAL",
    name="许可名称与中央清单不一致",
    clause="附件1 4.1.1",
    quote="名称一律按照国务院审改办公布的《中央指定地方实施行政许可事项清单》(<http://zyzd.scopsr.gov.cn/search/index>)的名称予以规范。",
    scope="row",
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=name_permit_central,
    needs=("中央指定清单",),
)
