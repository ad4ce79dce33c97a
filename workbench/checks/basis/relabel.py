"""The finding on a label that should be another one, with the corrected cell."""

from workbench.checks.basis.on_citation import on_citation
from workbench.checks.item import Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Citation, Finding, Rank, Severity


def relabel(
    rule: Rule,
    item: Item,
    index: int,
    message: str,
    rank: Rank | None,
    *,
    severity: Severity | None = None,
) -> Finding:
    """A finding that marks the label of the citation at ``index``; ``rank`` is what it should say."""
    citation = item.citations[index]
    return on_citation(
        rule,
        item,
        index,
        message,
        span=citation.label_span,
        severity=severity,
        correction=_relabelled(basis_of(item), citation, rank) if rank else None,
    )


def _relabelled(basis: str, citation: Citation, rank: Rank) -> str | None:
    """The cell with the label replaced; None where it does not stand there as read."""
    if citation.label is None or citation.label_span is None:
        return None
    start, stop = citation.label_span
    printed = basis[start:stop]
    return (
        basis[:start] + printed.replace(citation.label, rank.value) + basis[stop:]
        if citation.label in printed
        else None
    )
