"""Remembers what was read from citations, until other statutes are known."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

_clearing: list[Callable[[], None]] = []


def remembering(maxsize: int) -> Callable[[Callable[Given, Result]], Callable[Given, Result]]:
    """:func:`functools.lru_cache` for what rests on citations: forgotten when the statute index changes."""

    def remembered(function: Callable[Given, Result]) -> Callable[Given, Result]:
        kept = lru_cache(maxsize)(function)
        _clearing.append(kept.cache_clear)
        return kept  # type: ignore[return-value]  # the same function, called as before

    return remembered


def forget() -> None:
    """Forget all of it."""
    for clear in _clearing:
        clear()
