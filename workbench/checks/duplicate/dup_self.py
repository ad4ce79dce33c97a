"""DUP-SELF."""

from collections.abc import Iterator

from workbench.checks.duplicate.namesakes import basis_differs, namesakes
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import printed_name
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def dup_self(item: Item, context: Context) -> Iterator[Finding]:
    """同一目录里两行的名称和依据都相同。

    What: two rows of one catalogue have the same tidied name, and the same basis or none to tell them apart.
    Why: 附件1 3.3.4.1 「一个事项名称对应一个政务服务事项。」
    Example: 同一目录两行“取水许可”.
    Remedy: 合并.
    """
    del context
    for at, other in namesakes(item.rows):
        here, there = item.rows[at], item.rows[other]
        if not basis_differs(here, there):
            place = f"序号{there.seq}的" if there.seq else ""
            yield RULE.finding(
                f"与本目录{place}“{there.full_name}”名称、依据相同，事项重复（附件1 3.3.4.1），请合并。",
                **printed_name(here),
                at=at,
                other=other,
            )


RULE = Rule(
    code="DUP-SELF",
    name="本目录内重复",
    clause="附件1 3.3.4.1",
    quote="一个事项名称对应一个政务服务事项。",
    scopes=("rows",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=dup_self,
    verdict="merge",
)
