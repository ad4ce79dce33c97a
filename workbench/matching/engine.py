"""Where the work of matching is done: on this machine, or on a cluster."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from workbench.matching.join import PairTable, similar_pairs

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """Does the parts of a work and gives the same results wherever that is."""

    def pairs(self, names: Sequence[str], threshold: float, *, most: int | None = None) -> PairTable:
        """The exact join: see :func:`~workbench.matching.join.similar_pairs`."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The function's results, in the order of the items.

        Args:
            function: a function of a module, that does nothing but give a result: it may be run more than once.
            items: what it is given, one at a time; large enough to be worth sending.
        """


class LocalEngine:
    """This machine."""

    def pairs(self, names: Sequence[str], threshold: float, *, most: int | None = None) -> PairTable:
        """The exact join in threads."""
        return similar_pairs(names, threshold, most=most)

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """One after the other."""
        return map(function, items)


LOCAL = LocalEngine()
