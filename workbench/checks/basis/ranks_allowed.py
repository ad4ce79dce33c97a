"""What a basis must reach, by type and catalogue (附件1 chapter 4; 明电52号 三(一)2)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.checks.basis.effective_rank import likely_rank, sure_rank
from workbench.checks.basis.makers import CITY_MADE, maker
from workbench.checks.basis.special_documents import is_below_normative, is_fee_list, is_staffing_rule
from workbench.checks.item import Item
from workbench.checks.row_facts import CONFIRMATION, GRANT, LEVY, PERMIT, PUBLIC_SERVICE, is_in
from workbench.records import RANK_ORDER, CatalogueKind, Citation, IssuerLevel, Rank
from workbench.records.tidy import fold

_LAW_OR_REGULATION = frozenset({Rank.LAW, Rank.ADMINISTRATIVE_REGULATION, Rank.LOCAL_REGULATION})
_RULE_OR_HIGHER = _LAW_OR_REGULATION | {Rank.RULE}
_DOWN_TO_PROVINCE = frozenset({IssuerLevel.STATE, IssuerLevel.STATE_DEPARTMENT, IssuerLevel.PROVINCE})
_UNRANKED = frozenset({Rank.JUDICIAL_INTERPRETATION, Rank.PARTY_DOCUMENT})


#: 沈阳市民政局, 市民政局, 海城市水利局, 昌图县农经局.
_CITY_ORG = re.compile(r"(?!省|辽宁省(?![\u4e00-\u9fa5]{2,3}市))[\u4e00-\u9fa5]{0,8}[市县区]")


@dataclass(frozen=True, slots=True)
class Demand:
    """Ranks of which each suffices, and whose 规范性文件 suffice besides."""

    ranks: frozenset[Rank]
    documents_of: frozenset[IssuerLevel] = frozenset()


#: Type -> what its basis must reach in 省目录 and 部门目录 (附件1 4.1.2, 4.2.2, 4.3.2, 4.4.2, 4.5).
PROVINCIAL = {
    PERMIT: Demand(_LAW_OR_REGULATION),
    LEVY: Demand(_RULE_OR_HIGHER),
    CONFIRMATION: Demand(_RULE_OR_HIGHER, _DOWN_TO_PROVINCE),
    GRANT: Demand(_RULE_OR_HIGHER, _DOWN_TO_PROVINCE),
    PUBLIC_SERVICE: Demand(_RULE_OR_HIGHER, _DOWN_TO_PROVINCE | {IssuerLevel.PROVINCE_DEPARTMENT}),
}

_CITY_DOCUMENTS = Demand(
    frozenset({Rank.LOCAL_REGULATION, Rank.RULE}),
    frozenset({IssuerLevel.CITY}),
)

#: Type -> what the city's own basis must reach in 市设目录 (明电52号 三(一)2 with 附件1 4.1.2, 4.2.2).
CITY_SET = {
    PERMIT: Demand(frozenset({Rank.LOCAL_REGULATION})),
    LEVY: Demand(frozenset({Rank.LOCAL_REGULATION, Rank.RULE})),
    CONFIRMATION: _CITY_DOCUMENTS,
    GRANT: _CITY_DOCUMENTS,
    PUBLIC_SERVICE: _CITY_DOCUMENTS,
}

#: A right-restricting act wants 规章 or higher, whatever its type (附件1 3.3.5.3).
RESTRICTING = Demand(_RULE_OR_HIGHER)


def is_of_city(item: Item) -> bool:
    """Whether the row stands in 市设目录, or in the 部门目录 of a city's or a county's department."""
    if is_in(item, CatalogueKind.DEPARTMENT):
        org = (item.row.org if item.row else None) or item.org or ""
        return bool(_CITY_ORG.match(fold(org)))
    return is_in(item, CatalogueKind.CITY)


def meets(citation: Citation, demand: Demand) -> bool | None:
    """Whether a document reaches the demand; None where rank or issuer is not known for sure."""
    if is_below_normative(citation):
        return False
    if likely_rank(citation) in demand.ranks:
        return True
    rank = Rank.NORMATIVE_DOCUMENT if is_fee_list(citation) else sure_rank(citation)
    if rank is None or rank in _UNRANKED:
        return None
    return rank is Rank.NORMATIVE_DOCUMENT and _document_meets(citation, demand)


def _document_meets(citation: Citation, demand: Demand) -> bool | None:
    """:func:`meets`, for a 规范性文件; a 三定 is left to BASIS-SANDING, a document of the party to people."""
    if not demand.documents_of:
        return False
    level = maker(citation)
    if is_staffing_rule(citation) or level in (None, IssuerLevel.PARTY):
        return None
    return level in demand.documents_of


def meets_as_city_made(citation: Citation, demand: Demand) -> bool | None:
    """:func:`meets`, for a document that also has to be the city's own; one of the party is left to people."""
    level = maker(citation)
    if level is IssuerLevel.PARTY:
        return None
    if level is not None and level not in CITY_MADE:
        return False
    reached = meets(citation, demand)
    return None if reached and level is None else reached


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """True where one document reaches the demand, None where an unknown one might, else False."""
    known = list(answers)
    if True in known:
        return True
    return None if None in known else False


def falls_short(citations: Iterable[Citation], demand: Demand) -> bool:
    """Whether there are documents and surely none of them reaches the demand."""
    answers = [meets(citation, demand) for citation in citations]
    return bool(answers) and any_of(answers) is False


def best(citations: Iterable[Citation]) -> Citation:
    """The document of the highest rank; the first of several. ``citations`` must not be empty."""
    lowest = len(RANK_ORDER) + 1
    return min(citations, key=lambda citation: RANK_ORDER.get(likely_rank(citation) or Rank.PARTY_DOCUMENT, lowest))


def describe(citation: Citation) -> str:
    """How a message names a document's standing: its issuer's level and rank."""
    rank = likely_rank(citation)
    if is_below_normative(citation) and rank in (None, Rank.NORMATIVE_DOCUMENT):
        return "规范性文件以下的材料"
    level = maker(citation)
    if rank is Rank.NORMATIVE_DOCUMENT and level is not None:
        return f"{level.value}{rank.value}"
    return rank.value if rank else "位阶不明的文件"
