"""The tidied copy of a text that comparisons work on; the original is never changed."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BLANKS = re.compile(r"\s+")
_PUNCTUATION = re.compile(r"[^\w]|_")

# Both are asked for the same cell by rule after rule, one item after the other.


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Full width folded to half width (NFKC), invisible characters removed, blanks removed.

    Used for labels, units and cell values that are compared letter by letter.
    """
    return _BLANKS.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """:func:`fold` without punctuation: the normalised name of the rule book's section 7."""
    return _PUNCTUATION.sub("", fold(text))
