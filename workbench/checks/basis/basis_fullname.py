"""BASIS-FULLNAME."""

import re
from collections.abc import Iterator

from workbench.checks.basis.basis_no_ellipsis import ELLIPSIS
from workbench.checks.basis.effective_rank import sure_rank
from workbench.checks.basis.on_citation import on_citation
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.citations import known_statute
from workbench.records import Certainty, Citation, Finding, Rank, RuleKind, Severity
from workbench.records.tidy import fold

COUNTRY = "中华人民共和国"
LAW = re.compile(
    r"^(?!.*(?:人民代表大会|省|(?<!城)市|县|州))[\u4e00-\u9fa5、]{1,40}(?<![办方做司执守书历语用说看])法(?:[（(]试行[）)])?$"
)
NATIONAL_IMPLEMENTATION = re.compile(r"^(?!.*[省市县州])[\u4e00-\u9fa5]{2,30}法实施(?:条例|细则)$")
#: A document named behind a label without 《》.
UNMARKED = re.compile(
    r"^[\s\d.．、]*[【\[［（(〔]?(?:法律|行政法规|地方性法规|规章|规范性文件|标准规范)[】\]］）)〕：:]+\s*"
    r"(?P<title>[\u4e00-\u9fa5]{2,40}?(?:\d+号令)?|\d+号令)\s*(?=[（(第附\n]|$)",
    re.MULTILINE,
)
REGION = re.compile(
    r"省|自治|(?<!城)(?<!都)市(?![场政容区民])|县|州|(?<![社园灾矿林牧景库厂])区(?![域划])|辽宁|沈阳|大连|鞍山|抚顺|本溪|丹东|锦州|营口|阜新|辽阳|铁岭|朝阳|盘锦|葫芦岛|人民代表大会|人大常委会"
)
KIND_ALONE = re.compile(r"^(?:本)?(?:法|条例|办法|规定|决定|通知|意见|细则|实施办法|实施细则|管理办法|管理条例)$")


def basis_fullname(item: Item, context: Context) -> Iterator[Finding]:
    """法规文件名称没有使用全称。

    What: a law without 中华人民共和国, a regulation or rule of a province or city without its name, a well-known
        short title, a title cut by an ellipsis, or a document named without 《》.
    Why: 附件1 3.3.5.5 「引用的法规文件的名称应当使用全称」
    Example: 【法律】《渔业法》
    Remedy: 【法律】《中华人民共和国渔业法》
    """
    del context
    basis = basis_of(item)
    yield from _unmarked(item, basis)
    for index, citation in enumerate(item.citations):
        fault, full = _fault(citation)
        if fault is None:
            continue
        advice = f"“{citation.title}”应为“《{full}》”" if full else f"“{citation.title}”{fault}"
        yield on_citation(
            RULE,
            item,
            index,
            f"法规文件应使用全称：{advice}（附件1 3.3.5.5）。请写出加书名号的全称。",
            correction=_corrected(basis, citation, full) if full else None,
        )


def _unmarked(item: Item, basis: str) -> Iterator[Finding]:
    """The findings on documents that stand behind a label without 《》."""
    for match in UNMARKED.finditer(basis):
        span = match.span("title")
        if any(citation.span[0] <= span[0] < citation.span[1] for citation in item.citations if not citation.has_marks):
            continue
        yield RULE.finding(
            f"法规文件应使用全称：“{match['title']}”未加书名号（附件1 3.3.5.5）。请写出加书名号的全称。",
            field="legal_basis",
            excerpt=match["title"],
            span=span,
        )


def _fault(citation: Citation) -> tuple[str | None, str | None]:
    """What is wrong with a title, in words, and the full title where it is known."""
    title = fold(citation.title)
    full = _full_title(citation, title)
    if full is not None:
        return "不是全称", full
    if not citation.has_marks:
        return "未加书名号，不是规范的法规文件名称", None
    if ELLIPSIS.search(citation.title) or KIND_ALONE.match(title):
        return "不是完整的名称", None
    if _needs_region(citation) and not REGION.search(title):
        return "未冠以省、市名称", None
    return None, None


def _full_title(citation: Citation, title: str) -> str | None:
    """The full title where ``title`` is a short one that is known, or follows from the kind of the document."""
    known = known_statute(title)
    if known is not None and sure_rank(citation) in (None, known.rank):
        return None if title.startswith(known.title) else known.title
    if COUNTRY in title:
        return None
    if sure_rank(citation) in (None, Rank.LAW) and LAW.match(title):
        return COUNTRY + title
    if sure_rank(citation) in (None, Rank.ADMINISTRATIVE_REGULATION) and NATIONAL_IMPLEMENTATION.match(title):
        return COUNTRY + title
    return None


def _needs_region(citation: Citation) -> bool:
    """Whether the document is surely a province's or a city's."""
    rank = sure_rank(citation)
    return rank is Rank.LOCAL_REGULATION or (rank is Rank.RULE and citation.rule_kind is RuleKind.LOCAL)


def _corrected(basis: str, citation: Citation, full: str) -> str:
    """The cell with the full title in its marks."""
    start, stop = citation.title_span
    printed = basis[start:stop]
    marked = f"《{full}》" if printed.startswith("《") or not citation.has_marks else full
    return basis[:start] + marked + basis[stop:]


RULE = Rule(
    code="BASIS-FULLNAME",
    name="法规文件未用全称",
    clause="附件1 3.3.5.5",
    quote="引用的法规文件的名称应当使用全称",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_fullname,
)
