"""The common part of the rules on types that a 规范性文件 may support (附件1 4.3.2, 4.4.2, 4.5)."""

from workbench.checks.basis.effective_rank import sure_rank
from workbench.checks.basis.makers import maker
from workbench.checks.basis.ranks_allowed import PROVINCIAL, falls_short, is_of_city
from workbench.checks.basis.special_documents import is_below_normative
from workbench.checks.item import Item
from workbench.checks.row_facts import type_of
from workbench.records import Citation, IssuerLevel, Rank


def lacks_document(item: Item, kind: str) -> bool:
    """Whether a row of this type rests on documents of too low an issuer only.

    In 市设目录, and in what a city's department draws from it, a document of the city government is left to
    others: 附件1 4.5 admits it for public services, BASIS-CITY-NORM-CONFLICT speaks of the rest.
    """
    if type_of(item) != kind or not falls_short(item.citations, PROVINCIAL[kind]):
        return False
    return not (is_of_city(item) and any(map(is_of_city_government, item.citations)))


def only_below_normative(item: Item) -> bool:
    """Whether nothing that is cited reaches 规范性文件: BASIS-RANK-GRANT-GENERAL speaks."""
    return all(is_below_normative(citation) for citation in item.citations)


def is_of_city_government(citation: Citation) -> bool:
    """Whether the document is a 规范性文件 of a city government or its office."""
    return maker(citation) is IssuerLevel.CITY and sure_rank(citation) is Rank.NORMATIVE_DOCUMENT


def issuers(item: Item) -> str:
    """How a message names who issued the documents."""
    names = [citation.issuer or _level(citation) for citation in item.citations]
    return "、".join(dict.fromkeys(names))


def _level(citation: Citation) -> str:
    """The issuer's level where its name is not known."""
    if is_below_normative(citation):
        return "规范性文件以下的"
    return citation.issuer_level.value if citation.issuer_level else "发文机关不明的"
