"""Cited provisions (条, 款, 项) and quoted article text."""

import re
from collections.abc import Iterator

from workbench.citations.numerals import DIGITS, integer
from workbench.records import Article

_N = rf"[{DIGITS}]+"
_PARAGRAPH = rf"(?:\s*第?\s*(?P<paragraph>{_N})\s*款)?"
_POINT = rf"(?:\s*第?\s*[（(]?\s*(?P<point>{_N})\s*[)）]?\s*项)?"
PROVISION = re.compile(rf"第\s*(?P<article>{_N})\s*条(?:\s*之\s*(?P<of>{_N}))?{_PARAGRAPH}{_POINT}")
_ALONE = re.compile(
    rf"(?:附件\s*(?:{_N})?\s*[，,、：:]?\s*)?第\s*[（(]?\s*(?P<point>{_N})\s*[)）]?\s*项|第\s*(?P<paragraph>{_N})\s*款"
)
_SEPARATOR = re.compile(r"\s*(?:[、，,；;和及与至到\-—~～]|以及)?\s*")
#: What follows 第N条 when it is running text and not a heading.
_RUNNING = re.compile(r"\s*(?:(?:第[^条]{1,6}[款项])?(?:的?规定|所|的|、|和|或|至|第|及|，|,|之规定))")


def listed(text: str, start: int) -> tuple[list[Article], int]:
    """The provisions listed at ``start`` (第七条、第四十八条第一款), and where the list ends."""
    found: list[Article] = []
    place = start
    while True:
        gap = _SEPARATOR.match(text, place)
        at = gap.end() if gap else place
        match = PROVISION.match(text, at) or _ALONE.match(text, at)
        if match is None:
            return found, place
        article = _article(match)
        if match.re is _ALONE and found and article.paragraph is None and found[-1].article is not None:
            article = Article(found[-1].article, found[-1].of, found[-1].paragraph, article.subparagraph, article.span)
        found.append(article)
        place = match.end()


def headings(text: str, start: int, end: int) -> Iterator[Article]:
    """Provisions that head quoted text between the offsets: at a line's start, or after a full stop.

    依照本法第三条 in running text is no heading.
    """
    for match in PROVISION.finditer(text, start, end):
        before = text[start : match.start()].rstrip(" \u3000\t\xa0“\"'：:")
        begins_line = not before or before[-1] in "\n\r"
        if begins_line or (before[-1] in "。；;！" and not _RUNNING.match(text, match.end())):
            yield _article(match)


def _article(match: re.Match[str]) -> Article:
    groups = match.groupdict()
    numbers = {
        name: integer(value) if (value := groups.get(name)) else None
        for name in ("article", "of", "paragraph", "point")
    }
    return Article(numbers["article"], numbers["of"], numbers["paragraph"], numbers["point"], match.span())
