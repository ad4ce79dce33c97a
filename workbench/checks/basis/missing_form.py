"""Which citations lack the form of their rank behind the title (附件1 3.3.5.8)."""

import re
from collections.abc import Iterator

from workbench.checks.basis.effective_rank import sure_rank
from workbench.checks.basis.on_citation import on_citation
from workbench.checks.basis.quoted import header
from workbench.checks.item import Item
from workbench.checks.row_facts import basis_of, shorten
from workbench.checks.rule import Rule
from workbench.records import Citation, Finding, Rank


def lacking(item: Item, rank: Rank, form: re.Pattern[str]) -> Iterator[tuple[int, Citation, str]]:
    """Index, citation and header of each document of this rank whose header lacks the form."""
    basis = basis_of(item)
    for index, citation in enumerate(item.citations):
        if sure_rank(citation) is not rank:
            continue
        printed = header(basis, citation)
        if not form.search(printed):
            yield index, citation, printed


def form_finding(rule: Rule, item: Item, index: int, printed: str, kind: str, form: str) -> Finding:
    """The finding on a header: the document's kind, what is printed, and the form it should have."""
    citation = item.citations[index]
    now = f"现为“{shorten(printed.strip(), 40)}”" if printed.strip() else "现没有括注"
    return on_citation(
        rule,
        item,
        index,
        f"{kind}《{citation.title}》后应加“{form}”，{now}（附件1 3.3.5.8）。请补充完整。",
        span=citation.bracket_span,
    )
