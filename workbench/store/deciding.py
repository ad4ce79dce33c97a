"""The store's part that decides: one verdict or many, taken back and put back; the log of them; and drafts."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine

from workbench.assignments import Assignments
from workbench.records import Decision, Event, KeptDraft, whole
from workbench.store import bulk, chain, decisions, drafts, events, exports, guards, preferences, rights, second_reviews
from workbench.store.database import reading, writing
from workbench.store.refusals import StoreProblem


class Deciding:
    """A part of :class:`workbench.store.Store`."""

    assignments: Assignments
    _engine: Engine
    _clock: Callable[[], str]
    _viewer: str | None

    def record(self, decision: Decision, by: str, revision: int | None = None, *, source: str | None = None) -> Event:
        """Append a verdict on a matter, guide, pair or cluster; when this returns, it is durable.

        ``revision`` is how many events the item had when the decider looked; None: whatever is there now.
        ``source`` says where the decision came from when not from a dashboard. The user's draft on the item is dropped.

        Raises:
            NotAllowed: the user, role or group may not decide this item in this stage.
            Conflict: the item has other events now; they are in the exception.
            Refused: no such item in a current submission, or the verdict lacks something.
        """
        with writing(self._engine) as connection:
            return decisions.record(connection, self.assignments, decision, by, self._clock(), revision, source)

    def undo(self, item: str, by: str, revision: int | None = None) -> Event:
        """Append the event that takes the standing verdict back to the one before, or to none (verdict None).

        Raises:
            NotAllowed: the standing verdict is another group's.
            Conflict: as for :meth:`record`.
            Refused: nothing stands.
        """
        with writing(self._engine) as connection:
            return decisions.undo(connection, self.assignments, item, by, self._clock(), revision)

    def redo(self, item: str, by: str, revision: int | None = None) -> Event:
        """Append the event that takes the item's newest undo back: the verdict stands again with its own author.

        Raises:
            NotAllowed: the verdict is another group's.
            Conflict: as for :meth:`record`.
            Refused: nothing was undone since the last verdict, or what stood then may not stand now.
        """
        with writing(self._engine) as connection:
            return decisions.redo(connection, self.assignments, item, by, self._clock(), revision)

    def record_all(
        self,
        asked: Sequence[Decision],
        by: str,
        revisions: Mapping[str, int] | None = None,
        *,
        source: str | None = None,
    ) -> list[Event]:
        """Append many decisions in one transaction, all or none; their events have the same ``batch``.

        ``revisions`` is by item; an item that is not in it is decided on whatever is there now.

        Raises:
            BulkRefused: some cannot be recorded; the exception says why, by item.
            Refused: there is none, or an item is named twice.
        """
        with writing(self._engine) as connection:
            return bulk.record(connection, self.assignments, asked, by, self._clock(), revisions or {}, source)

    def bulk_problems(
        self, asked: Sequence[Decision], by: str, revisions: Mapping[str, int] | None = None
    ) -> dict[str, StoreProblem]:
        """Which of the decisions :meth:`record_all` would refuse now, and why, by item: the preview of a bulk."""
        with reading(self._engine) as connection:
            return bulk.problems(connection, self.assignments, asked, by, revisions or {})

    def undo_all(self, batch: int, by: str) -> list[Event]:
        """Take a whole bulk back, all or none, as a new batch; items that were taken back singly are left as they are.

        Raises:
            BulkRefused: some have newer verdicts, or are another group's; the exception says which.
            Refused: there is no such batch, or nothing of it stands.
        """
        with writing(self._engine) as connection:
            return bulk.undo(connection, self.assignments, batch, by, self._clock())

    def redo_all(self, batch: int, by: str) -> list[Event]:
        """Put back what the undos of a batch took; ``batch`` is that of the undos; raises as :meth:`undo_all`."""
        with writing(self._engine) as connection:
            return bulk.redo(connection, self.assignments, batch, by, self._clock())

    def history(self, item: str) -> list[Event]:
        """The item's events, oldest first; none while the viewer is to review it blindly."""
        with reading(self._engine) as connection:
            return self._seen(connection, events.of_item(connection, item))

    def states(self, items: Collection[str] | None = None) -> dict[str, Event]:
        """The event that stands on each item (None: on all): after an undo, the earlier one with its own author.

        Undecided items are left out.
        """
        with reading(self._engine) as connection:
            hidden = second_reviews.hidden_from(connection, self._viewer)
            found = events.states(connection, items)
            return {item: event for item, event in found.items() if whole(item) not in hidden}

    def events_since(self, event: int) -> list[Event]:
        """The events after number ``event``, oldest first."""
        with reading(self._engine) as connection:
            return self._seen(connection, events.since(connection, event))

    def clock_steps(self) -> list[str]:
        """Where the server's clock stepped back between two events; their order is that of their numbers."""
        with reading(self._engine) as connection:
            return chain.steps_back(events.since(connection, 0))

    def waiting_since(self) -> str | None:
        """When the event was recorded (ISO 8601) that has waited longest to be exported; None: nothing waits."""
        with reading(self._engine) as connection:
            return exports.waiting_since(connection)

    def missing_guards(self) -> list[str]:
        """Which of the triggers that refuse changes are gone or off, as sentences; empty where all stand."""
        with reading(self._engine) as connection:
            return guards.missing(connection)

    def last_event(self) -> int:
        """The newest event's number; 0 where there is none."""
        with reading(self._engine) as connection:
            return events.last(connection)

    def batch(self, number: int) -> list[Event]:
        """The events of a bulk, oldest first; empty where there is no such batch."""
        with reading(self._engine) as connection:
            return self._seen(connection, events.of_batch(connection, number))

    def _seen(self, connection: Connection, found: Iterable[Event]) -> list[Event]:
        """The events without those that are kept from the viewer."""
        hidden = second_reviews.hidden_from(connection, self._viewer)
        return [event for event in found if whole(event.item) not in hidden]

    def save_draft(self, decision: Decision, by: str, revision: int = 0) -> KeptDraft:
        """Keep a decision that is not ready yet, in place of the user's former draft on the item.

        Raises:
            NotAllowed: the user is not in the roster.
        """
        user = rights.reviewer_named(self.assignments, by).user
        draft = KeptDraft(decision, revision, self._clock())
        with writing(self._engine) as connection:
            drafts.save(connection, user, draft)
        return draft

    def drafts(self, by: str) -> dict[str, KeptDraft]:
        """The user's own drafts by item, the latest saved last."""
        with reading(self._engine) as connection:
            return drafts.of(connection, by)

    def drop_draft(self, item: str, by: str) -> None:
        """Forget the user's draft on an item, if there is one."""
        with writing(self._engine) as connection:
            drafts.drop(connection, by, item)

    def keep_preference(self, name: str, value: Any, by: str) -> None:
        """Keep what a user set up for themselves, any value that JSON can hold, in place of the former one.

        Raises:
            NotAllowed: the user is not in the roster.
        """
        user = rights.reviewer_named(self.assignments, by).user
        with writing(self._engine) as connection:
            preferences.keep(connection, user, name, value)

    def preference(self, name: str, by: str) -> Any:
        """What the user set up under this name; None where nothing was."""
        with reading(self._engine) as connection:
            return preferences.of(connection, by, name)
