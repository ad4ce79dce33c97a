"""What is printed behind a title: the bracket's line, and the text that is quoted."""

from workbench.records import Citation, Span


def header_span(basis: str, citation: Citation) -> Span:
    """Where order, number and dates stand: behind the title on its line, up to the first article."""
    start = citation.title_span[1]
    stop = basis.find("\n", start)
    stop = len(basis) if stop < 0 else stop
    if citation.bracket_span:
        stop = max(stop, citation.bracket_span[1] + 1)
    stop = min(stop, max(citation.span[1], start))
    ahead = [article.span[0] for article in citation.articles if article.span[0] >= start]
    return start, min([stop, *ahead])


def header(basis: str, citation: Citation) -> str:
    """The text of :func:`header_span`."""
    start, stop = header_span(basis, citation)
    return basis[start:stop]


def quote_span(basis: str, citation: Citation) -> Span:
    """Everything of a citation behind its header: article numbers and quoted text, blanks trimmed."""
    start, stop = header_span(basis, citation)[1], max(citation.span[1], citation.title_span[1])
    text = basis[start:stop]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def quote(basis: str, citation: Citation) -> str:
    """The text of :func:`quote_span`."""
    start, stop = quote_span(basis, citation)
    return basis[start:stop]
