"""DUP-SELF."""

from collections.abc import Iterator

from workbench.checks.duplicate.likeness import kind_of, names
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import field_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold


def dup_self(item: Item, context: Context) -> Iterator[Finding]:
    """同一目录里两行的名称和依据都相同。

    What: two rows of one catalogue have the same tidied name and the same basis.
    Why: 附件1 3.3.4.1 「一个事项名称对应一个政务服务事项。」
    Example: 同一目录两行“取水许可”.
    Remedy: 合并.
    """
    del context
    seen: dict[tuple[object, ...], int] = {}
    for at, row in enumerate(item.rows):
        name = names(row)
        if not any(name) or row.org is None:
            continue
        key = (row.org, kind_of(row), row.region, *name, fold(row.legal_basis or ""))
        first = seen.setdefault(key, at)
        if first != at:
            for here, there in ((at, first), (first, at)):
                other = item.rows[there]
                place = f"序号{other.seq}的" if other.seq else ""
                yield RULE.finding(
                    f"与本目录{place}“{other.full_name}”名称、依据相同，事项重复（附件1 3.3.4.1），请合并。",
                    field=field_of(row),
                    excerpt=row.full_name,
                    at=here,
                    other=there,
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
