"""Two matters that look alike, and groups of such matters."""

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """What two matters are to each other, wherever they are."""

    SAME = "same"
    PART = "part"
    DIFFERENT = "different"
    UNSURE = "unsure"


RELATION_NAMES = {
    Relation.SAME: "同一事项",
    Relation.PART: "包含关系",
    Relation.DIFFERENT: "不同事项",
    Relation.UNSURE: "待判断",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Relation, score in [0, 1], the comparison level's label, and reasons that can be read out."""

    relation: Relation
    score: float
    level: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items suspected to be alike; ``a`` < ``b`` by id."""

    pair: str
    a: str
    b: str
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person said of two matters, by name and unit: it holds in later rounds. ``note`` is the opinion."""

    name_a: str
    org_a: str
    name_b: str
    org_b: str
    relation: Relation
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Items taken to be one matter; ``lead`` is the unit proposed to keep it, where one can be."""

    cluster: str
    items: tuple[str, ...]
    lead: str | None = None
