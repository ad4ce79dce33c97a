"""The finding that rules on single citations give: it marks the title, or another part of the citation."""

from workbench.checks.item import Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Finding, Severity, Span


def on_citation(
    rule: Rule,
    item: Item,
    index: int,
    message: str,
    *,
    span: Span | None = None,
    severity: Severity | None = None,
    verdict: str | None = None,
    correction: str | None = None,
) -> Finding:
    """A finding on the citation at ``index``; ``span`` where something other than its title is at fault."""
    start, stop = span or item.citations[index].title_span
    return rule.finding(
        message,
        field="legal_basis",
        excerpt=basis_of(item)[start:stop],
        span=(start, stop),
        severity=severity,
        verdict=verdict,
        correction=correction,
        citation=index,
    )
