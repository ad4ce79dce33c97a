"""How like a row's names are to the entries of a reference list (rule book, section 7: Similarity thresholds)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from workbench.checks.basis.list_index import by_key
from workbench.checks.item import Item, ListEntry
from workbench.records import Row
from workbench.records.tidy import bare


@dataclass(frozen=True, slots=True)
class Match:
    """The entry most like a row, the field and the name that are like it, and the likeness from 0 to 1."""

    field: str
    name: str
    entry: ListEntry
    score: float


def names_of(row: Row) -> Iterator[tuple[str, str]]:
    """The names under which a list may have a row, with their fields: the sub-item's and the main item's."""
    for field in ("sub_item_name", "item_name"):
        if name := getattr(row, field):
            yield field, name


def exact_entries(item: Item, entries: Sequence[ListEntry]) -> list[ListEntry]:
    """The entries named as the sub-item, the main item, or the two read together; punctuation does not count."""
    if item.row is None:
        return []
    known = by_key(entries, bare)
    keys = [bare(name) for _, name in names_of(item.row)] + [bare(item.row.full_name)]
    return [known[key] for key in dict.fromkeys(keys) if key and key in known]


def closest(item: Item, entries: Sequence[ListEntry]) -> Match | None:
    """The entry most like one of the row's names; an exact one has the score 1."""
    if item.row is None or not entries:
        return None
    known = by_key(entries, bare)
    found = [
        Match(field, name, known[key], score / 100)
        for field, name in names_of(item.row)
        for key, score, _ in process.extract(bare(name), list(known), scorer=fuzz.ratio, limit=1)
    ]
    exact = exact_entries(item, entries)
    if exact and found:
        return Match(found[0].field, found[0].name, exact[0], 1.0)
    return max(found, key=lambda match: match.score, default=None)
