"""NAME-SAME."""

from collections.abc import Iterator

from workbench.checks.documents import provisions
from workbench.checks.duplicate.likeness import names, same_pairs
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import printed_name
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Row, Severity

#: Laws on procedure that every permit or penalty may cite: no ground to take two matters for one.
PROCEDURAL = ("行政许可法", "行政处罚法", "行政强制法")


def name_same(item: Item, context: Context) -> Iterator[Finding]:
    """同一服务内容在几处名称不同。

    What: two units, regions or catalogues name one matter, set by the same provisions, in different words.
    Why: 辽政发81号 二(一) 「做到在全省范围内，服务内容相同的事项，名称一致。」
    Example: 沈阳市“养犬登记”与大连市“犬只登记证核发”.
    Remedy: 与对方核对，统一名称.
    """
    del context
    for pair in same_pairs(item):
        a, b = item.rows[pair.a], item.rows[pair.b]
        basis = common_basis(a, b) if apart(a, b) and names(a) != names(b) else ""
        if not basis:
            continue
        for here, there, at, other in ((a, b, pair.a, pair.b), (b, a, pair.b, pair.a)):
            yield RULE.finding(
                f"与{there.org}的“{there.full_name}”依据同为{basis}，服务内容疑似相同，名称应一致（辽政发81号 二(一)），"
                "请核对后统一名称。",
                **printed_name(here),
                at=at,
                other=other,
            )


def apart(a: Row, b: Row) -> bool:
    """Whether two rows stand with different units, regions or catalogues, as far as both tell."""
    return any(
        ours and theirs and ours != theirs
        for ours, theirs in ((a.org, b.org), (a.region, b.region), (a.catalogue, b.catalogue))
    )


def common_basis(a: Row, b: Row) -> str:
    """The provisions that both rows rest on, in words; blank where they rest on others, or on procedure alone."""
    ours, theirs = (of_substance(row.legal_basis or "") for row in (a, b))
    return "、".join(ours.values()) if ours and ours.keys() == theirs.keys() else ""


def of_substance(text: str) -> dict[tuple[str, int, int | None], str]:
    """The provisions cited in a text, without those on procedure."""
    return {key: told for key, told in provisions(text).items() if key[0] not in PROCEDURAL}


RULE = Rule(
    code="NAME-SAME",
    name="同一内容名称不同",
    clause="辽政发81号 二(一)",
    quote="做到在全省范围内，服务内容相同的事项，名称一致。",
    scopes=("rows",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=name_same,
)
