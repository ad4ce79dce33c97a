"""Who is signed in now: sessions end after a while without use, after a day's work, or when told to."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

#: Seconds without use, and seconds in all, after which a session ends.
IDLE_SECONDS = 3600.0
LONGEST_SECONDS = 12 * 3600.0
#: Sessions of one user at once; the one unused for longest gives way.
AT_ONCE = 20


@dataclass(slots=True)
class _Session:
    user: str
    begun: float
    used: float
    ending: dict[int, Callable[[], None]] = field(default_factory=dict)


class Sessions:
    """The sessions of this server. They are kept in memory only: after a restart everybody signs in again."""

    def __init__(
        self, idle: float = IDLE_SECONDS, longest: float = LONGEST_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """``clock``, ``idle`` and ``longest`` are seconds."""
        self._idle, self._longest, self._clock = idle, longest, clock
        self._open: dict[str, _Session] = {}

    def __len__(self) -> int:
        """How many are open."""
        return len(self._open)

    def begin(self, user: str) -> str:
        """A new session of the user; its number."""
        own = [number for number, each in self._open.items() if each.user == user]
        if len(own) >= AT_ONCE:
            self.end(min(own, key=lambda number: self._open[number].used))
        number = secrets.token_hex(16)
        self._open[number] = _Session(user, self._clock(), self._clock())
        return number

    def user(self, number: str) -> str | None:
        """The user of a session that is open."""
        session = self._open.get(number)
        if session is not None and self._is_over(session):
            self.end(number)
            return None
        return session.user if session else None

    def use(self, number: str) -> bool:
        """The user did something in this session; whether it is still open."""
        if self.user(number) is None:
            return False
        self._open[number].used = self._clock()
        return True

    def end(self, number: str) -> None:
        """End a session and tell those who asked to be told."""
        session = self._open.pop(number, None)
        for tell in list(session.ending.values()) if session else ():
            tell()

    def has(self, user: str) -> bool:
        """Whether the user has any session."""
        return any(each.user == user for each in self._open.values())

    def when_over(self, number: str, key: int, tell: Callable[[], None] | None) -> None:
        """Call ``tell`` when the session ends; None: no longer."""
        session = self._open.get(number)
        if session is None:
            return
        session.ending.pop(key, None)
        if tell is not None:
            session.ending[key] = tell

    def sweep(self) -> None:
        """End all whose time is over."""
        for number in [number for number, each in self._open.items() if self._is_over(each)]:
            self.end(number)

    def _is_over(self, session: _Session) -> bool:
        now = self._clock()
        return now - session.used >= self._idle or now - session.begun >= self._longest
