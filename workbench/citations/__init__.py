"""Reads legal citations: how statutes are cited and ranked (附件1 3.3.5)."""

from functools import lru_cache

from workbench.citations import assembling
from workbench.citations.index import Statute
from workbench.citations.index import find as known_statute
from workbench.citations.output import as_json
from workbench.records import Citation


@lru_cache(maxsize=65536)
def parse(text: str) -> tuple[Citation, ...]:
    """The documents cited in a basis cell, in the order of the text; never raises."""
    return assembling.read(text)


__all__ = ["Statute", "as_json", "known_statute", "parse"]
