"""What a check looks at: one item, and the context that it may ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

from workbench import citations
from workbench.records import Citation, Comparison, Guide, Row, RuleSetting


@dataclass(frozen=True, slots=True)
class RowPair:
    """Two rows of an item's ``rows``, by index, and what matching says of them."""

    a: int
    b: int
    comparison: Comparison


@dataclass(frozen=True)
class Item:
    """One catalogue row, one guide, one sheet or one set of rows, in the rule book's vocabulary (section 8).

    What is ``None`` (or empty, for sets) is unknown and must not fire a rule by its absence.
    ``row`` has already inherited the merged cells of its main item. ``headers`` are the header rows of
    the sheet, ``seq`` its first column. ``rows`` are looked at together by rules across rows; ``pairs``
    says which of them matching suspects; ``guides`` and ``guide_pairs`` are the same for guides. A ``guide``'s
    ``row`` is its catalogue row, ``catalogue_basis`` the titles cited there; ``elements_present`` are the labels
    of the form, top to bottom; ``meta`` is the workflow data of a submission.
    """

    id: str = ""
    row: Row | None = None
    parent: Row | None = None
    rows: tuple[Row, ...] = ()
    pairs: tuple[RowPair, ...] = ()
    headers: tuple[tuple[str, ...], ...] | None = None
    seq: tuple[str, ...] | None = None
    export: str | None = None
    guide: Guide | None = None
    guides: tuple[Guide, ...] = ()
    guide_pairs: tuple[RowPair, ...] = ()
    catalogue_basis: tuple[str, ...] | None = None
    elements_present: tuple[str, ...] | None = None
    meta: Mapping[str, Any] | None = None
    catalogue: str | None = None
    org: str | None = None

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the row's basis cell, in the order of the text; empty where it is unknown."""
        basis = self.row.legal_basis if self.row else None
        return citations.parse(basis) if basis else ()


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of a reference list; only the name is sure."""

    name: str
    item_type: str | None = None
    org: str | None = None
    basis: str | None = None
    remarks: str | None = None


@dataclass(frozen=True)
class Context:
    """What checks may ask beyond the item: the reference lists that are loaded, by printed name.

    ``units`` maps a unit's short name and aliases to its full name, for checks on agency names; ``settings``
    are the workspace's departures from the rule book, by code. ``words`` stands for the workspace's own tables
    of words: what is the same by them are duplicates to the rules; ``statutes`` stands for the statutes that it has added.
    """

    lists: Mapping[str, Sequence[ListEntry]] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, RuleSetting] = field(default_factory=dict)
    words: str = ""
    statutes: str = ""

    def has(self, name: str) -> bool:
        """Whether the reference list is loaded."""
        return name in self.lists

    @cached_property
    def fingerprint(self) -> str:
        """Stands for lists, settings and statutes: items are checked again when it changes. Words change matching alone."""
        lists = [(name, list(entries)) for name, entries in sorted(self.lists.items())]
        told = (lists, sorted(self.settings.items()), *([self.statutes] if self.statutes else []))
        return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]
