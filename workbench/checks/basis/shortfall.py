"""The finding that all rank rules give: the row's documents do not reach what its type demands."""

from workbench.checks.basis.ranks_allowed import best
from workbench.checks.item import Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Finding, Severity


def shortfall(
    rule: Rule,
    item: Item,
    message: str,
    *,
    severity: Severity | None = None,
    verdict: str | None = None,
) -> Finding:
    """A finding on the document of the highest rank, of which ``message`` speaks."""
    start, stop = best(item.citations).title_span
    return rule.finding(
        message,
        field="legal_basis",
        excerpt=basis_of(item)[start:stop],
        span=(start, stop),
        severity=severity,
        verdict=verdict,
    )
