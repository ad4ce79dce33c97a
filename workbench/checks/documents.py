"""Which documents and provisions a text cites, so that rows and list entries can be compared."""

from workbench import citations
from workbench.citations import known_statute
from workbench.records.tidy import bare

_COUNTRY = "中华人民共和国"


def documents(text: str) -> frozenset[str]:
    """The titles cited in a text, each under its full title where it is known; a text without marks is one title."""
    titles = [each.title for each in citations.parse(text)] or ([text] if text.strip() else [])
    return frozenset(_standing(title) for title in titles)


def provisions(text: str) -> dict[tuple[str, int, int | None], str]:
    """The articles cited in a text, by full title and number, each in words: 《…》第八条."""
    return {
        (_standing(cited.title), article.article, article.of): f"《{cited.title}》{text[slice(*article.span)].strip()}"
        for cited in citations.parse(text)
        for article in cited.articles
        if article.article is not None
    }


def cited(text: str) -> dict[tuple[str, int | None, int | None], str]:
    """:func:`provisions` and, by title alone, the documents of which no article is cited, in the order of the text."""
    found: dict[tuple[str, int | None, int | None], str] = {}
    for citation in citations.parse(text):
        articles = [each for each in citation.articles if each.article is not None]
        for article in articles:
            key = (_standing(citation.title), article.article, article.of)
            found.setdefault(key, f"《{citation.title}》{text[slice(*article.span)].strip()}")
        if not articles:
            found.setdefault((_standing(citation.title), None, None), f"《{citation.title}》")
    return found


def _standing(title: str) -> str:
    statute = known_statute(title)
    return bare(statute.title if statute else title).removeprefix(_COUNTRY)
