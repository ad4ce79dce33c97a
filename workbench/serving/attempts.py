"""Counts wrong passwords: each makes the next answer slower, five of them lock the account for a while."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

LIMIT = 5
#: Failures from one address, whatever the names: one password tried on many users.
LIMIT_OF_ADDRESS = 50
LOCKED_SECONDS = 300.0
FIRST_DELAY = 0.25
#: Names are remembered up to this number, so that made-up names cannot fill the memory.
REMEMBERED = 10_000


@dataclass(slots=True)
class _Tally:
    failures: int = 0
    last: float = 0.0


class Attempts:
    """The failures of every user name, known or not; or of every address."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, limit: int = LIMIT) -> None:
        """``clock`` gives seconds; ``limit`` failures lock."""
        self._clock, self._limit = clock, limit
        self._tallies: OrderedDict[str, _Tally] = OrderedDict()

    def locked_for(self, user: str) -> float:
        """Seconds until the user may try again; 0 when now."""
        tally = self._tallies.get(user)
        if tally is None or tally.failures < self._limit:
            return 0.0
        left = tally.last + LOCKED_SECONDS - self._clock()
        if left <= 0:
            del self._tallies[user]
        return max(left, 0.0)

    def begin(self, user: str) -> float:
        """Count an attempt as failed before its password is looked at, so that attempts at once all count.

        Returns:
            Seconds to wait before a wrong password is answered.
        """
        tally = self._tallies.setdefault(user, _Tally())
        tally.failures += 1
        tally.last = self._clock()
        self._tallies.move_to_end(user)
        while len(self._tallies) > REMEMBERED:
            self._tallies.popitem(last=False)
        return float(FIRST_DELAY * 2 ** (min(tally.failures, LIMIT) - 1))

    def succeeded(self, user: str) -> None:
        """Forget the user's failures."""
        self._tallies.pop(user, None)
