"""Why the store says no: every message is a Chinese sentence with the next step."""

from collections.abc import Mapping, Sequence

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


class BulkRefused(Refused):
    """Some of many decisions could not be recorded, so none was; ``problems`` says why, by item."""

    def __init__(self, message: str, problems: Mapping[str, StoreProblem]) -> None:
        """``message`` names the first items with their problems."""
        super().__init__(message)
        self.problems = dict(problems)

    @property
    def conflicts(self) -> dict[str, Conflict]:
        """The items that somebody else decided in the meantime."""
        return {item: problem for item, problem in self.problems.items() if isinstance(problem, Conflict)}
