"""One defect, one finding: which rule speaks when several see the same fault (rule book 3.3)."""

from collections.abc import Hashable, Iterator, Sequence

from workbench.checks.basis.basis_source_city import rests_above_city
from workbench.checks.guide.guide_statlimit import FIELD as LIMIT
from workbench.checks.guide.guide_statlimit import is_worded
from workbench.checks.guide_facts import text_of
from workbench.checks.item import Item
from workbench.checks.precedence_table import TABLE, Entry, Scope
from workbench.records import Finding


def keep_strongest(findings: Sequence[Finding], item: Item) -> list[Finding]:
    """The findings that are left after the more exact rule has silenced the more general one."""
    silent = set(_silenced(findings, item))
    return [
        finding
        for finding in findings
        if not any((finding.rule, scope, _thing(finding, scope)) in silent for scope in Scope)
    ]


def _silenced(findings: Sequence[Finding], item: Item) -> Iterator[tuple[str, Scope, Hashable]]:
    """Which rules have to be silent, and of what."""
    spoken = {finding.rule for finding in findings}
    for entry in TABLE:
        silent = spoken.intersection(entry.silent)
        if not silent or not spoken.intersection(entry.when) or not _holds(entry, item):
            continue
        for loud in findings:
            if loud.rule in entry.when:
                yield from ((rule, entry.scope, _thing(loud, entry.scope)) for rule in silent)


def _thing(finding: Finding, scope: Scope) -> Hashable:
    """What the finding speaks of, as far as the scope asks."""
    if scope is Scope.PAIR:
        return frozenset((finding.at, finding.other))
    if scope is Scope.FIELD:
        return finding.at, finding.material, finding.field
    if scope is Scope.MATERIAL:
        return finding.at, finding.material
    if scope is Scope.CITATION:
        return finding.at, finding.material, finding.field, finding.citation
    return finding.at


def _holds(entry: Entry, item: Item) -> bool:
    """The conditions of the table that go beyond who has spoken."""
    if entry.when == ("BASIS-SOURCE-CITY",):
        return rests_above_city(item)
    if entry.when == ("GUIDE-STATLIMIT",):
        return not is_worded(text_of(item, LIMIT) or "")
    return True
