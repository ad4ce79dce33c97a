"""BASIS-ORDER-RANK."""

from collections.abc import Iterator, Sequence

from workbench.checks.basis.effective_rank import sure_rank
from workbench.checks.basis.on_citation import on_citation
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of, shorten
from workbench.checks.rule import Rule
from workbench.records import RANK_ORDER, Certainty, Citation, Finding, Severity


def basis_order_rank(item: Item, context: Context) -> Iterator[Finding]:
    """法规文件没有按位阶从高到低排列。

    What: a document stands behind one of lower rank. Documents of unknown rank are passed over; rules of
        ministries and of governments are not ordered between each other.
    Why: 附件1 3.3.5.4 「一个政务服务事项需要引用多个法规文件依据的，按照法规文件的位阶从高到低的顺序排列。」
    Example: 规章在前，法律在后.
    Remedy: 按法律、行政法规、地方性法规、规章、规范性文件、标准规范的顺序重排.
    """
    del context
    inversion = _first_inversion(item.citations)
    if inversion is None:
        return
    before, after = inversion
    lower, higher = item.citations[before], item.citations[after]
    yield on_citation(
        RULE,
        item,
        after,
        f"设定依据未按位阶从高到低排列：“《{shorten(lower.title)}》（{sure_rank(lower)}）”"
        f"应在“《{shorten(higher.title)}》（{sure_rank(higher)}）”之后（附件1 3.3.5.4）。请调整顺序。",
        correction=_reordered(basis_of(item), item.citations),
    )


def _place(citation: Citation) -> int | None:
    """The place of a document's rank, 1 for laws; None where it is unknown or not one of the six."""
    rank = sure_rank(citation)
    return RANK_ORDER.get(rank) if rank else None


def _first_inversion(citations: Sequence[Citation]) -> tuple[int, int] | None:
    """Indexes of the first document that stands too early and of the one that should precede it."""
    last: tuple[int, int] | None = None
    for index, citation in enumerate(citations):
        place = _place(citation)
        if place is None:
            continue
        if last and place < last[1]:
            return last[0], index
        last = (index, place)
    return None


def _reordered(basis: str, citations: Sequence[Citation]) -> str | None:
    """The cell with its documents in order; None where a rank is unknown or the documents are numbered."""
    places = [_place(citation) for citation in citations]
    starts = [citation.span[0] for citation in citations]
    blocks = [basis[start:stop].strip("\n") for start, stop in zip(starts, [*starts[1:], len(basis)], strict=True)]
    if (
        None in places
        or basis[: starts[0]].strip()
        or any(basis[start - 1 : start] not in ("", "\n") for start in starts)
    ):
        return None
    order = sorted(range(len(blocks)), key=lambda index: places[index] or 0)
    return "\n".join(blocks[index] for index in order)


RULE = Rule(
    code="BASIS-ORDER-RANK",
    name="依据未按位阶排列",
    clause="附件1 3.3.5.4",
    quote="一个政务服务事项需要引用多个法规文件依据的，按照法规文件的位阶从高到低的顺序排列。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=basis_order_rank,
)
