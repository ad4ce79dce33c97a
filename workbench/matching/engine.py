"""Where the work of matching is done: on this machine, or on a cluster."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, islice
from typing import Protocol, TypeVar

from workbench.matching.join import PairTable, similar_pairs

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Items that each process has at hand: one to work on, one on its way.
_AT_HAND = 2


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
    """This machine, with as many processes as it has cores."""

    def __init__(self, cores: int | None = None) -> None:
        """All cores where ``cores`` is not given."""
        self._cores = cores or os.cpu_count() or 1

    def pairs(self, names: Sequence[str], threshold: float, *, most: int | None = None) -> PairTable:
        """The exact join in threads."""
        return similar_pairs(names, threshold, most=most)

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Side by side, a few at a time; one item alone is not worth a process."""
        waiting = iter(items)
        first = list(islice(waiting, 2))
        if not first[1:] or self._cores == 1:
            yield from map(function, chain(first, waiting))
            return
        with ProcessPoolExecutor(self._cores) as pool:
            under_way = deque(pool.submit(function, item) for item in first)
            while under_way:
                under_way += [pool.submit(function, item) for item in islice(waiting, self._room(len(under_way)))]
                yield under_way.popleft().result()

    def _room(self, under_way: int) -> int:
        return max(0, _AT_HAND * self._cores - under_way)


LOCAL = LocalEngine()
