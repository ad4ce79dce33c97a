"""Why the store says no: every message is a Chinese sentence with the next step."""

from collections.abc import Sequence

from workbench.records import Event


class StoreProblem(Exception):  # noqa: N818 - the sentence is for people
    """The database cannot be used as asked."""


class NotAllowed(StoreProblem):
    """The user's role or group may not do this."""


class Refused(StoreProblem):
    """The decision lacks something, or does not fit the item."""


class Conflict(StoreProblem):
    """Somebody else decided the item in the meantime; ``history`` is what is there now, oldest first."""

    def __init__(self, message: str, history: Sequence[Event]) -> None:
        """``message`` names who, when and what."""
        super().__init__(message)
        self.history = list(history)
