"""The rank that counts: what the evidence proves, else what the label says (附件1 3.3.5.5, 3.3.5.6)."""

import re

from workbench.records import Citation, Rank, RankFrom
from workbench.records.tidy import fold

#: The six labels as printed in the handbook (附件1 3.3.5.5).
LABELS = {rank.value: rank for rank in list(Rank)[:6]}

_PROOF = frozenset({RankFrom.ORDER, RankFrom.NUMBER, RankFrom.SESSION, RankFrom.INDEX})
_PLAIN_LAW = re.compile(r"(?<![办方做司])法(?:[（(].*)?$")
_PLAIN_LOCAL = re.compile(r"^.{1,12}?[省市州县区].*条例(?:[（(].*)?$")
_PLAIN_NORMATIVE = re.compile(r"(?:通知|意见|批复|方案|通告|公告|函)(?:[（(].*)?$")
_EARLY_STATE_COUNCIL = re.compile(r"国发[^\d]{0,3}(?:19)?(?:[5-8]\d)\D")


def label_rank(citation: Citation) -> Rank | None:
    """The rank that the label names, where it is one of the six."""
    return LABELS.get(fold(citation.label)) if citation.label else None


def proven_rank(citation: Citation) -> Rank | None:
    """The rank that order, number, session or an unmistakable title prove, whatever the label says.

    A 行政法规 of the 1980s was issued under a 国发 number: there the label stands (附件1 3.3.5.8).
    """
    rank = citation.evidence_rank
    if rank is None or _is_early_regulation(citation):
        return None
    if citation.evidence_from in _PROOF or _title_tells(citation.title, rank):
        return rank
    return None


def _is_early_regulation(citation: Citation) -> bool:
    """Whether a document labelled 行政法规 bears a 国发 number from before orders were numbered."""
    if citation.evidence_rank is not Rank.NORMATIVE_DOCUMENT or not citation.number:
        return False
    early = _EARLY_STATE_COUNCIL.match(citation.number)
    return bool(early) and label_rank(citation) is Rank.ADMINISTRATIVE_REGULATION


def _title_tells(title: str, rank: Rank) -> bool:
    """Whether nobody could take a document with this title for one of another rank."""
    if rank is Rank.LAW:
        return bool(_PLAIN_LAW.search(title))
    if rank is Rank.LOCAL_REGULATION:
        return bool(_PLAIN_LOCAL.match(title))
    return rank is Rank.NORMATIVE_DOCUMENT and bool(_PLAIN_NORMATIVE.search(title))


def sure_rank(citation: Citation) -> Rank | None:
    """The rank that counts; None where only the title's sound speaks for one."""
    return proven_rank(citation) or label_rank(citation)


def likely_rank(citation: Citation) -> Rank | None:
    """:func:`sure_rank`, or else the reader's best guess."""
    return sure_rank(citation) or citation.rank
