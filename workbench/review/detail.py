"""Everything a reviewer sees of one item."""

from dataclasses import dataclass

from workbench.records import (
    Citation,
    Event,
    Finding,
    FollowUp,
    GuideEntry,
    Handling,
    Matter,
    NotChecked,
    Pair,
    ReadUse,
)
from workbench.review.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class Suspect:
    """A suspected duplicate: the pair, the matter on its other side, and what was decided on the pair."""

    pair: Pair
    other: Matter
    other_group: int | None
    verdict: Event | None


@dataclass(frozen=True, slots=True)
class Earlier:
    """The item in the round before; ``fields`` are those (of a guide, the elements) whose text changed since."""

    matter: Matter
    guide: GuideEntry | None
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """One item with its findings, citations, suspects, siblings and history.

    Of a guide, ``guide`` has it whole, ``matter`` its name and basis as a row, and ``row`` is its catalogue row.
    ``file_findings`` are said of the submitted file as a whole, ``file_uses`` account for all its cells.
    ``guides`` are those of a catalogue row. ``earlier`` is the item in the round before, where it was there;
    ``follow_ups`` say what became of what was returned then, ``handlings`` what the unit wrote about it.
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
    guide: GuideEntry | None = None
    row: Matter | None = None
    guides: tuple[GuideEntry, ...] = ()
    earlier: Earlier | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    handlings: tuple[Handling, ...] = ()
    file_findings: tuple[Finding, ...] = ()
    file_uses: tuple[ReadUse, ...] = ()
