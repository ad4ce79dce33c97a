"""GUIDE-BASIS-LIST."""

from collections.abc import Iterable, Iterator

from workbench import citations
from workbench.checks.documents import documents
from workbench.checks.guide_facts import filled, part, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Citation, Finding, Severity

FIELD = "设定依据"


def guide_basis_list(item: Item, context: Context) -> Iterator[Finding]:
    """指南的设定依据缺文号，或与目录的依据不一致。

    What: a document of the guide's basis lacks its number, or the documents are not those of the catalogue row.
    Why: 附件2 三(一)3 「法定依据列示名称、文号即可。」
    Example: 水法.
    Remedy: 《中华人民共和国水法》（主席令第七十四号）.
    """
    del context
    text = filled(item, FIELD)
    if not text:
        return
    yield from _unnumbered(text)
    listed = _listed(item)
    if listed is None:
        return
    own = documents(text)
    if missing := sorted(listed - own):
        yield RULE.finding(
            f"办事指南设定依据与目录不一致：缺{_titles(missing)}（附件2 三(一)3；五统一），请按目录补充。",
            **whole(FIELD, text),
        )
    for cited in citations.parse(text):
        if _is_number(cited):
            continue
        if extra := documents(f"《{cited.title}》") - listed:
            yield RULE.finding(
                f"办事指南设定依据与目录不一致：多{_titles(extra)}（附件2 三(一)3；五统一），请按目录更正。",
                **part(FIELD, text, cited.title_span),
            )


def _unnumbered(text: str) -> Iterator[Finding]:
    """Documents without a number; quoted articles may follow, they are allowed."""
    cited = citations.parse(text)
    if not cited:
        yield RULE.finding(
            "设定依据应列示名称和文号，如《名称》（文号）（附件2 三(一)3），请补充。", **whole(FIELD, text)
        )
    for before, each in zip((None, *cited), cited, strict=False):
        told_before = before is not None and _is_number(before) and before.span[1] == each.span[0]
        if not _is_numbered(each) and not told_before:
            yield RULE.finding(
                f"设定依据《{each.title}》未列示文号（附件2 三(一)3），请补充。", **part(FIELD, text, each.title_span)
            )


def _is_number(cited: Citation) -> bool:
    """Whether a number stands by itself, before the title that it belongs to."""
    return not cited.has_marks and cited.title == cited.number


def _is_numbered(cited: Citation) -> bool:
    """Whether a number is there; local regulations have none, their session or date stands for it."""
    return bool(cited.number or cited.date or (cited.bracket and any(word in cited.bracket for word in "号令届")))


def _listed(item: Item) -> frozenset[str] | None:
    """The documents of the catalogue row; None where they are unknown."""
    if item.catalogue_basis is not None:
        return frozenset().union(*map(documents, item.catalogue_basis)) or None
    basis = item.row.legal_basis if item.row else None
    return documents(basis) if basis and citations.parse(basis) else None


def _titles(titles: Iterable[str]) -> str:
    return "".join(f"《{title}》" for title in titles)


RULE = Rule(
    code="GUIDE-BASIS-LIST",
    name="设定依据与目录不一致",
    clause="附件2 三(一)3",
    quote="法定依据列示名称、文号即可。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=guide_basis_list,
)
