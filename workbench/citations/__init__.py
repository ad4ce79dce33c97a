"""Reads legal citations: how statutes are cited and ranked (附件1 3.3.5)."""

from workbench.citations import assembling
from workbench.citations.index import added_statutes, use_statutes
from workbench.citations.index import find as known_statute
from workbench.citations.output import as_json
from workbench.citations.remembering import remembering
from workbench.citations.statute import Statute
from workbench.records import Citation


@remembering(maxsize=65536)
def parse(text: str) -> tuple[Citation, ...]:
    """The documents cited in a basis cell, in the order of the text; never raises."""
    return assembling.read(text)


__all__ = ["Statute", "added_statutes", "as_json", "known_statute", "parse", "remembering", "use_statutes"]
