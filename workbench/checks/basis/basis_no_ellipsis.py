"""BASIS-NO-ELLIPSIS."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of, line_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity, Span

#: An ellipsis in any form, or words for one; dots behind 第 are the residue of a template.
ELLIPSIS = re.compile(
    r"(?<![第…⋯.。·・])(?:…+|⋯+|\.{3,}|。{2,}|·{3,}|・{3,})|[（(]略[）)]|以下略|[条款项][ \u3000]*略(?=$|[\n。；])"
)


def basis_no_ellipsis(item: Item, context: Context) -> Iterator[Finding]:
    """所引条文使用了省略号。

    What: the quoted text holds an ellipsis (…, ..., 。。。, 略); brackets and titles are not looked at.
    Why: 附件1 3.3.5.2 「所引用的法规条文应当准确、完整，并选取直接对应的内容，不应当使用省略号。」
    Example: 第三十条 有下列情形之一的……
    Remedy: 写出完整条文；款下分项的，可以只写对应的项.
    """
    del context
    basis = basis_of(item)
    outside = [span for citation in item.citations for span in (citation.bracket_span, citation.title_span) if span]
    for match in ELLIPSIS.finditer(basis):
        if any(start <= match.start() < stop for start, stop in outside):
            continue
        span = match.span()
        yield RULE.finding(
            f"设定依据中使用了省略号（第{line_of(basis, span)}行“{match[0]}”），请写出完整条文（附件1 3.3.5.2）。",
            field="legal_basis",
            excerpt=match[0],
            span=span,
            citation=_citation_at(item, span),
        )


def _citation_at(item: Item, span: Span) -> int | None:
    """The citation in whose text a span lies."""
    before = [index for index, citation in enumerate(item.citations) if citation.span[0] <= span[0]]
    return before[-1] if before else None


RULE = Rule(
    code="BASIS-NO-ELLIPSIS",
    name="条文使用省略号",
    clause="附件1 3.3.5.2",
    quote="所引用的法规条文应当准确、完整，并选取直接对应的内容，不应当使用省略号。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_no_ellipsis,
)
