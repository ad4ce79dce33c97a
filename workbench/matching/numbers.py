"""Numbers that stand for texts: what was given a number keeps it, so that columns of numbers stay comparable."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Thing = TypeVar("Thing", bound=Hashable)


class Numbers(Generic[Thing]):
    """Gives each thing a number, from 0 on, the first time that it is seen.

    Attributes:
        things: number -> thing.
    """

    def __init__(self, things: Iterable[Thing] = ()) -> None:
        """Numbers distinct things in their order."""
        self.things = list(things)
        self._number = dict(zip(self.things, range(len(self.things)), strict=True))

    def of(self, things: Iterable[Thing]) -> Ints:
        """The numbers of things."""
        number, known = self._number, self.things
        found: list[int] = []
        for thing in things:
            place = number.setdefault(thing, len(known))
            if place == len(known):
                known.append(thing)
            found.append(place)
        return np.array(found, np.int64)

    def column(self, numbers: Ints) -> NDArray[np.object_]:
        """The things of numbers."""
        every = np.empty(len(self.things), dtype=object)
        every[:] = self.things
        return every[numbers]

    def only(self, live: Ints) -> "Numbers[Thing]":
        """Those of ascending numbers, numbered anew in the same order."""
        return Numbers([self.things[number] for number in live.tolist()])
