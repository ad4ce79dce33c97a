"""What a check says about an item."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """违规: the text proves it; 存疑: needs judgement; 提示: style."""

    VIOLATION = "违规"
    DOUBT = "存疑"
    HINT = "提示"


class Certainty(StrEnum):
    """How a rule decides: by the text alone, by a heuristic, or only a person can."""

    CERTAIN = "certain"
    HEURISTIC = "heuristic"
    HUMAN = "human"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one item.

    ``field`` is a field of :class:`~workbench.records.row.Row` (or an element's name), ``span`` the
    half-open offsets of ``excerpt`` in that field's original text, ``suggested_verdict`` a code of
    :mod:`workbench.records.verdict`, ``correction`` the corrected text of the whole field where the rule
    can give one. ``at`` is the index of the row concerned when a rule looks at many rows, ``other`` the
    index of the row that it is compared with, ``citation`` the index of the citation in its cell. In a guide,
    ``field`` is an element's printed name; of a material it is ``申请材料.`` and the sub-field, and ``material``
    the material's index.
    """

    rule: str
    clause: str
    severity: Severity
    certainty: Certainty
    message: str
    field: str = ""
    excerpt: str = ""
    span: tuple[int, int] | None = None
    suggested_verdict: str = "return_for_revision"
    correction: str | None = None
    at: int | None = None
    other: int | None = None
    citation: int | None = None
    material: int | None = None


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A rule that could not run on an item because a reference list is not loaded (未检查)."""

    rule: str
    needs: tuple[str, ...]
