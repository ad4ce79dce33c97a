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
from workbench.records.guide import (
    ELEMENTS,
    MATERIAL_FIELDS,
    MATERIALS,
    STEP_FIELDS,
    Element,
    Guide,
    GuideEntry,
    Material,
    material_field,
)
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
    "ELEMENTS",
    "ITEM_TYPES",
    "MATERIALS",
    "MATERIAL_FIELDS",
    "NEEDS_LEAD_UNIT",
    "RANK_ORDER",
    "RELATION_NAMES",
    "ROLE_NAMES",
    "STAGE_NAMES",
    "STEP_FIELDS",
    "VERDICTS",
    "Answer",
    "Article",
    "CatalogueKind",
    "Certainty",
    "Citation",
    "Cluster",
    "Comparison",
    "Decision",
    "Element",
    "Event",
    "Finding",
    "Group",
    "Guide",
    "GuideEntry",
    "IssuerLevel",
    "Material",
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
    "material_field",
]
