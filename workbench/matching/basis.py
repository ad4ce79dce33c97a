"""The legal basis as evidence: which provisions two matters share."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from workbench.citations import parse, remembering
from workbench.matching.lexicon import lexicon
from workbench.records.tidy import bare

#: A statute's title and one of its articles.
Provision = tuple[str, int]

_DIGITS = "零一二三四五六七八九"
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a matter is grounded on, procedural statutes left out.

    Attributes:
        provisions: titles with articles.
        titles: titles, with or without an article.
    """

    provisions: frozenset[Provision] = frozenset()
    titles: frozenset[str] = frozenset()


class BasisMatch(StrEnum):
    """How two bases stand to each other."""

    SHARED = "same article"
    OTHER_ARTICLE = "same statute, other articles"
    APART = "no statute in common"
    UNKNOWN = "not known"


@remembering(maxsize=65536)
def grounds(basis: str | None) -> Grounds:
    """The provisions that a basis cell cites."""
    if not basis:
        return Grounds()
    provisions: set[Provision] = set()
    titles: set[str] = set()
    for citation in parse(basis):
        title = _title(citation.title)
        if title in _procedural():
            continue
        titles.add(title)
        provisions.update((title, at.article) for at in citation.articles if at.article is not None)
    return Grounds(frozenset(provisions), frozenset(titles))


def match_basis(one: Grounds, two: Grounds) -> BasisMatch:
    """Same article, same statute, or nothing in common."""
    if not one.titles or not two.titles:
        return BasisMatch.UNKNOWN
    if one.provisions & two.provisions:
        return BasisMatch.SHARED
    common = one.titles & two.titles
    if not common:
        return BasisMatch.APART
    told = all(any(title in common for title, _ in side.provisions) for side in (one, two))
    return BasisMatch.OTHER_ARTICLE if told else BasisMatch.UNKNOWN


def shown(provision: Provision) -> str:
    """《水法》第四十八条, as readers say it."""
    title, article = provision
    return f"《{title}》第{_in_words(article)}条"


def _in_words(number: int) -> str:
    """48 -> 四十八, 105 -> 一百零五; numbers past 999 stay as they are."""
    if number >= _THOUSAND:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += f"{_DIGITS[tens] if words or tens > 1 else ''}十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def _title(title: str) -> str:
    """One spelling of a title."""
    return bare(title).removeprefix("中华人民共和国")


@lru_cache(maxsize=1)
def _procedural() -> frozenset[str]:
    """The procedural titles in that spelling."""
    return frozenset(_title(title) for title in lexicon().procedural)
