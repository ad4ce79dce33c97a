"""How like a name is to the entries of a reference list (rule book, section 7: Similarity thresholds)."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from workbench.checks.item import ListEntry
from workbench.records.tidy import bare


def best_match(name: str, entries: Sequence[ListEntry]) -> tuple[ListEntry | None, float]:
    """The entry whose tidied name is most like ``name``, and the likeness from 0 to 1."""
    if not name or not entries:
        return None, 0.0
    found = process.extractOne(bare(name), [bare(entry.name) for entry in entries], scorer=fuzz.ratio)
    return (entries[found[2]], found[1] / 100) if found else (None, 0.0)
