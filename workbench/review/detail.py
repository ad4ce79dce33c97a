"""Everything a reviewer sees of one item."""

from dataclasses import dataclass

from workbench.records import Citation, Event, Finding, Matter, NotChecked, Pair
from workbench.review.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class Suspect:
    """A suspected duplicate: the pair, the matter on its other side, and what was decided on the pair."""

    pair: Pair
    other: Matter
    other_group: int | None
    verdict: Event | None


@dataclass(frozen=True, slots=True)
class Detail:
    """One item with its findings, citations, suspects, siblings and history.

    ``revision`` is how many events the item has: pass it on when recording, so that nobody is overwritten.
    """

    matter: Matter
    group: int | None
    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    citations: tuple[Citation, ...]
    suspects: tuple[Suspect, ...]
    siblings: tuple[Matter, ...]
    history: tuple[Event, ...]
    revision: int
    suggestion: Suggestion
    may_decide: bool
