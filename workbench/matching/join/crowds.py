"""Crowds: names so alike that comparing them all costs less than telling them apart first.

Thousands of names in one frame share nearly every signature. Such a crowd is compared by brute force,
once: the next character that they share finds the same crowd, and only newcomers are compared.
"""

from threading import Lock

import numpy as np

from workbench.matching.join.bounds import Bounds
from workbench.matching.join.dense import across, all_pairs
from workbench.matching.join.encoded import Encoded
from workbench.matching.join.table import Ints, PairTable


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

    def pairs(self, members: Ints) -> list[PairTable]:
        """Compares all ``members`` (ascending) that have not been compared in a crowd."""
        names, workers = self._encoded.names, self._workers
        with self._lock:
            fresh, settled = self._apart(members)
            new, old = names[fresh].tolist(), names[settled].tolist()
            inside = all_pairs(new, self._encoded.length[fresh], self._bounds, workers=workers)
            beside = across(new, old, self._bounds, workers=workers)
            both = np.concatenate([fresh, settled])
            found = [part.renumbered(both) for part in (*inside, *beside)]
            self._home[fresh[self._home[fresh] < 0]] = self._count
            self._count += 1
        return found

    def _apart(self, members: Ints) -> tuple[Ints, Ints]:
        """Members that are new, and those that share the most frequent home."""
        homes = self._home[members]
        if not (homes >= 0).any():
            return members, members[:0]
        settled = homes == np.bincount(homes[homes >= 0]).argmax()
        return members[~settled], members[settled]
