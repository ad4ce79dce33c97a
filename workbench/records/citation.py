"""A legal citation as understood from a basis cell (附件1 3.3.5)."""

from dataclasses import dataclass
from enum import StrEnum


class Rank(StrEnum):
    """Rank (位阶) of a legal document; the first six are the handbook's labels (附件1 3.3.5.5)."""

    LAW = "法律"
    ADMINISTRATIVE_REGULATION = "行政法规"
    LOCAL_REGULATION = "地方性法规"
    RULE = "规章"
    NORMATIVE_DOCUMENT = "规范性文件"
    STANDARD = "标准规范"
    JUDICIAL_INTERPRETATION = "司法解释"
    PARTY_DOCUMENT = "党内文件"


#: Order of the six printed ranks, highest first (附件1 3.3.5.4).
RANK_ORDER = {rank: place for place, rank in enumerate(list(Rank)[:6], start=1)}


class RuleKind(StrEnum):
    """The two kinds of 规章."""

    MINISTRY = "部门规章"
    LOCAL = "地方政府规章"


class IssuerLevel(StrEnum):
    """Who issued a document; ``null`` where the text does not tell."""

    STATE = "国家"
    STATE_DEPARTMENT = "国务院部门"
    PROVINCE = "省"
    PROVINCE_DEPARTMENT = "省部门"
    CITY = "市"
    CITY_DEPARTMENT = "市部门"
    PARTY = "党委"


class RankFrom(StrEnum):
    """How a rank is known, strongest first."""

    LABEL = "label"
    ORDER = "order"
    NUMBER = "number"
    SESSION = "session"
    INDEX = "index"
    TITLE = "title"


#: Half-open character offsets.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Article:
    """A cited provision: 条 (with 之N), 款, 项 as integers, and where it stands in the cell."""

    article: int | None = None
    of: int | None = None
    paragraph: int | None = None
    subparagraph: int | None = None
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited document with its articles.

    All spans are half-open character offsets into the cell's original text. ``label`` is the rank
    label as printed (``法律`` or a variant such as ``部门规章``) and ``evidence_rank`` the rank that the
    evidence other than the label gives; ``rank`` is the label's where there is one of the six, else
    the evidence's. ``bracket`` is the parenthesis after the title, without its marks; ``quote_spans``
    the quoted article text.
    """

    title: str
    span: Span
    title_span: Span
    rank: Rank | None = None
    rank_from: RankFrom | None = None
    rule_kind: RuleKind | None = None
    label: str | None = None
    label_span: Span | None = None
    evidence_rank: Rank | None = None
    evidence_from: RankFrom | None = None
    issuer: str | None = None
    issuer_level: IssuerLevel | None = None
    number: str | None = None
    date: str | None = None
    bracket: str | None = None
    bracket_span: Span | None = None
    articles: tuple[Article, ...] = ()
    quote_spans: tuple[Span, ...] = ()
    has_marks: bool = True
    problems: tuple[str, ...] = ()
