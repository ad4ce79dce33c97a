"""BASIS-ORDER-ARTICLE."""

from collections.abc import Iterator
from dataclasses import replace

from workbench.checks.basis.on_citation import on_citation
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Article, Certainty, Finding, Severity
from workbench.records.tidy import bare

Key = tuple[int, int, int, int]


def basis_order_article(item: Item, context: Context) -> Iterator[Finding]:
    """同一法规文件的条文没有按序号排列。

    What: within one document, also when it is cited twice, an article stands behind one of a higher number;
        第三十条之一 follows 第三十条. An article named again is passed over.
    Why: 附件1 3.3.5.4 「同一个法规文件需要同时引用多个条文的，按照条文的序号排列。」
    Example: 第三十九条在第七条之前.
    Remedy: 按条、款、项的序号重排.
    """
    del context
    last: dict[str, Article] = {}
    seen: dict[str, set[Key]] = {}
    for index, citation in enumerate(item.citations):
        document = bare(citation.title)
        known = seen.setdefault(document, set())
        for printed in citation.articles:
            highest = last.get(document)
            article = _in_full(printed, highest)
            if article is None or _key(article) in known:
                continue
            known.add(_key(article))
            if highest is not None and _key(article) < _key(highest):
                yield _finding(item, index, article, highest)
                break
            last[document] = article


def _in_full(article: Article, before: Article | None) -> Article | None:
    """A 款 named without its 条 belongs to the 条 before it; other provisions without 条 are passed over."""
    if article.article is not None:
        return article
    if before is None or article.paragraph is None:
        return None
    return replace(article, article=before.article, of=before.of)


def _key(article: Article) -> Key:
    """What articles are ordered by: 条, 之, 款, 项."""
    return (article.article or 0, article.of or 0, article.paragraph or 0, article.subparagraph or 0)


def _name(article: Article) -> str:
    """An article as a message names it."""
    parts = [f"第{article.article}条"]
    if article.of:
        parts.append(f"之{article.of}")
    if article.paragraph:
        parts.append(f"第{article.paragraph}款")
    if article.subparagraph:
        parts.append(f"第{article.subparagraph}项")
    return "".join(parts)


def _finding(item: Item, index: int, article: Article, highest: Article) -> Finding:
    """The finding on an article that stands too late."""
    return on_citation(
        RULE,
        item,
        index,
        f"《{item.citations[index].title}》条文未按序号排列："
        f"{_name(article)}应在{_name(highest)}之前（附件1 3.3.5.4）。请调整顺序。",
        span=article.span,
    )


RULE = Rule(
    code="BASIS-ORDER-ARTICLE",
    name="条文未按序号排列",
    clause="附件1 3.3.5.4",
    quote="同一个法规文件需要同时引用多个条文的，按照条文的序号排列。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=basis_order_article,
)
