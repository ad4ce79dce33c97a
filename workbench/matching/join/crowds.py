"""Crowds: names so alike that comparing them all costs less than telling them apart first.

Thousands of names in one frame share nearly every signature. Such a crowd is compared by brute force,
once: the next character that they share finds the same crowd, and only newcomers are compared.
"""

from collections.abc import Iterator
from itertools import chain
from threading import Lock

import numpy as np

from workbench.matching.join.bounds import Bounds
from workbench.matching.join.dense import across, all_pairs
from workbench.matching.join.encoded import Encoded
from workbench.matching.join.table import Ints, PairTable

#: Names to be compared with each other, and names that these are to be compared with.
Comparing = tuple[Ints, Ints]


class Crowds:
    """The crowds of a join. Each name has at most one home: the first crowd that it was found in."""

    def __init__(self, encoded: Encoded, bounds: Bounds, workers: int) -> None:
        """No crowds yet; brute force will use ``workers`` threads."""
        self._encoded, self._bounds, self._workers = encoded, bounds, workers
        self._home = np.full(len(encoded.names), -1, np.int32)
        self._count = 0
        self._lock = Lock()

    def cost(self, members: Ints) -> int:
        """How many pairs of ``members`` have not been compared in a crowd."""
        fresh = len(self._apart(members)[0])
        return fresh * (len(members) - fresh) + fresh * (fresh - 1) // 2

    def settle(self, members: Ints) -> Comparing:
        """Notes that all ``members`` (ascending) will have been compared; says what is left to compare for it."""
        with self._lock:
            fresh, settled = self._apart(members)
            self._home[fresh[self._home[fresh] < 0]] = self._count
            self._count += 1
        return fresh, settled

    def pairs(self, comparing: Comparing) -> Iterator[PairTable]:
        """Compares the first names with each other and with the second."""
        fresh, settled = comparing
        new, old = self._encoded.names[fresh].tolist(), self._encoded.names[settled].tolist()
        inside = all_pairs(new, self._encoded.length[fresh], self._bounds, workers=self._workers)
        beside = across(new, old, self._bounds, workers=self._workers)
        both = np.concatenate([fresh, settled])
        for part in chain(inside, beside):
            yield part.renumbered(both)

    def _apart(self, members: Ints) -> Comparing:
        """Members that are new, and those that share the most frequent home."""
        homes = self._home[members]
        if not (homes >= 0).any():
            return members, members[:0]
        settled = homes == np.bincount(homes[homes >= 0]).argmax()
        return members[~settled], members[settled]
