"""One defect, one finding: which rule speaks when several see the same fault (rule book 3.3)."""

from collections.abc import Hashable, Sequence

from workbench.checks.basis.basis_source_city import rests_above_city
from workbench.checks.guide.guide_statlimit import FIELD as LIMIT
from workbench.checks.guide.guide_statlimit import is_worded
from workbench.checks.guide_facts import text_of
from workbench.checks.item import Item
from workbench.checks.precedence_table import TABLE, Entry, Scope
from workbench.records import Finding


def keep_strongest(findings: Sequence[Finding], item: Item) -> list[Finding]:
    """The findings that are left after the more exact rule has silenced the more general one."""
    spoken = {finding.rule for finding in findings}
    silenced = [
        (loud, entry)
        for entry in TABLE
        if spoken.intersection(entry.when) and spoken.intersection(entry.silent) and _holds(entry, item)
        for loud in findings
        if loud.rule in entry.when
    ]
    return [finding for finding in findings if not any(_silences(loud, finding, entry) for loud, entry in silenced)]


def _silences(loud: Finding, finding: Finding, entry: Entry) -> bool:
    return finding.rule in entry.silent and _thing(loud, entry.scope) == _thing(finding, entry.scope)


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
