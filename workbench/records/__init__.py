"""The nouns of the review: plain frozen records that know nothing of ours."""

from workbench.records.citation import (
    RANK_ORDER,
    Article,
    Citation,
    IssuerLevel,
    Rank,
    RankFrom,
    RuleKind,
    Span,
)
from workbench.records.finding import Certainty, Finding, NotChecked, Severity
from workbench.records.pair import RELATION_NAMES, Cluster, Comparison, Pair, Relation
from workbench.records.place import Place
from workbench.records.row import COLUMN_NAMES, ITEM_TYPES, CatalogueKind, Row
from workbench.records.submission import Matter, Problem, Submission
from workbench.records.unit import ROLE_NAMES, Group, Reviewer, Role, Unit, UnitKind
from workbench.records.verdict import (
    NEEDS_LEAD_UNIT,
    STAGE_NAMES,
    VERDICTS,
    Answer,
    Decision,
    Event,
    Stage,
)

__all__ = [
    "COLUMN_NAMES",
    "ITEM_TYPES",
    "NEEDS_LEAD_UNIT",
    "RANK_ORDER",
    "RELATION_NAMES",
    "ROLE_NAMES",
    "STAGE_NAMES",
    "VERDICTS",
    "Answer",
    "Article",
    "CatalogueKind",
    "Certainty",
    "Citation",
    "Cluster",
    "Comparison",
    "Decision",
    "Event",
    "Finding",
    "Group",
    "IssuerLevel",
    "Matter",
    "NotChecked",
    "Pair",
    "Place",
    "Problem",
    "Rank",
    "RankFrom",
    "Relation",
    "Reviewer",
    "Role",
    "Row",
    "RuleKind",
    "Severity",
    "Span",
    "Stage",
    "Submission",
    "Unit",
    "UnitKind",
]
