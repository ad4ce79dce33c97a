"""What is printed behind a title: the bracket's line, and the text that is quoted."""

import re

from workbench.records import Citation, Span

#: Where quoted text begins on the title's own line: 第七条, 一、, （一）, 附件2.
_TEXT_BEGINS = re.compile(
    r"第\s*[〇零○一二三四五六七八九十百千\d]+\s*条|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|附[件表录]"
)

#: An article's number, or what stands for one in documents that have none: 一、（二）、附件第3项、5.2.1.
REFERENCE = re.compile(
    r"第\s*[〇零○一二三四五六七八九十百千\d]+\s*(?:条(?:之[一二三四五六七八九十\d]+)?|款|项|部分|章|节)"
    r"|附[件录表]\s*[〇零一二三四五六七八九十\d]*|[〇零一二三四五六七八九十]+\s*[、.．]|[（(][一二三四五六七八九十\d]+[）)]"
    r"|\d+(?:\.\d+)+|\d+\s*[、.．]"
)
#: The numbering of the next citation, at the end of this one's text.
_NEXT_NUMBER = re.compile(r"\n\s*(?:\d{1,2}\s*[.．、]|[（(]\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*$")
_NO_CONTENT = re.compile(r"[\s\W_至到和及与等]+")


def header_span(basis: str, citation: Citation) -> Span:
    """Where order, number and dates stand: behind the title on its line, up to the quoted text."""
    start = citation.title_span[1]
    start += basis[start : start + 1] == "》"
    behind = min(citation.bracket_span[1] + 1, len(basis)) if citation.bracket_span else start
    stop = basis.find("\n", behind)
    stop = min(len(basis) if stop < 0 else stop, max(citation.span[1], behind))
    text = _TEXT_BEGINS.search(basis, behind, stop)
    return start, text.start() if text else stop


def header(basis: str, citation: Citation) -> str:
    """The text of :func:`header_span`."""
    start, stop = header_span(basis, citation)
    return basis[start:stop]


def quote_span(basis: str, citation: Citation) -> Span:
    """Everything of a citation behind its header: article numbers and quoted text, blanks trimmed."""
    start = header_span(basis, citation)[1]
    stop = max(citation.span[1], start)
    stop += basis[stop : stop + 1] in tuple("；;，,、")
    text = _NEXT_NUMBER.sub("", basis[start:stop])
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def quote(basis: str, citation: Citation) -> str:
    """The text of :func:`quote_span`."""
    start, stop = quote_span(basis, citation)
    return basis[start:stop]


def content(text: str) -> str:
    """What a quoted text says beyond article numbers, punctuation and words that join numbers."""
    return _NO_CONTENT.sub("", REFERENCE.sub("", text))
