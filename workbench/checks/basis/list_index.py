"""A reference list by the key that a rule looks it up with, made once and not for every row."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from workbench.checks.item import ListEntry


class _SameList:
    """A list told apart by identity, so that a cache need not look through its entries."""

    __slots__ = ("entries",)

    def __init__(self, entries: Sequence[ListEntry]) -> None:
        self.entries = entries

    def __hash__(self) -> int:
        return id(self.entries)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameList) and self.entries is other.entries


@lru_cache(maxsize=8)
def _index(same: _SameList, key: Callable[[str], str]) -> Mapping[str, ListEntry]:
    """The entries by the key of their names."""
    return {key(entry.name): entry for entry in same.entries}


def by_key(entries: Sequence[ListEntry], key: Callable[[str], str]) -> Mapping[str, ListEntry]:
    """The entries of a reference list by ``key`` of their names; the last of those with one key."""
    return _index(_SameList(entries), key)
