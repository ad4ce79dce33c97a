"""Patterns for long lists of words, built as a tree so that a text is read once and not once a word."""

import re
from collections import defaultdict
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that matches one of the words, the longest that fits.

    Words with common beginnings share them, so the time to try a place in a text does not grow with the list.
    """
    return re.compile(_tree(sorted(set(words))) or "(?!)")


def _tree(words: list[str]) -> str:
    """The pattern of sorted words: by first character, what may follow it; longer before shorter."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for word in filter(None, words):
        by_first[word[0]].append(word[1:])
    branches = [re.escape(first) + _tree(rest) for first, rest in by_first.items()]
    if not branches:
        return ""
    pattern = branches[0] if len(branches) == 1 and "" not in words else f"(?:{'|'.join(branches)})"
    return f"{pattern}?" if "" in words else pattern
