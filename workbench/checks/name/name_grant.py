"""NAME-GRANT."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.row_facts import GRANT, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FRAME = re.compile(r"(?:给付|支付)(?:[（(][^）)]*[）)])?$")
LEADING = re.compile(r"^(?:对|给予?|发放|支付)")
TRAILING = re.compile(r"的?(?:发放|拨付|兑付|审批|审核|核发|申领)$")


def name_grant(item: Item, context: Context) -> Iterator[Finding]:
    """行政给付名称没有采用“…的给付（支付）”。

    What: the name of a grant does not end with 给付 or 支付.
    Why: 附件1 4.4.1 「名称一般采用“...的给付(支付)”。……」 “一般采用”: a hint only.
    Example: 孤儿基本生活费发放.
    Remedy: 孤儿基本生活费的给付.
    """
    del context
    name = item.row.item_name if item.row else None
    if not name or type_of(item) != GRANT or FRAME.search(fold(name)):
        return
    better = TRAILING.sub("", LEADING.sub("", fold(name))) + "的给付"
    yield RULE.finding(
        f"行政给付名称一般采用“…的给付（支付）”，现为“{name}”，建议改为“{better}”（附件1 4.4.1）。",
        field="item_name",
        excerpt=name,
        span=(0, len(name)),
        correction=better,
    )


RULE = Rule(
    code="NAME-GRANT",
    name="给付名称不合框架",
    clause="附件1 4.4.1",
    quote="名称一般采用“...的给付(支付)”。如“法律援助的给付”，“省级医疗、工伤、生育保险待遇支付”等。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=name_grant,
)
