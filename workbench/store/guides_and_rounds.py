"""The store's part on guides and rounds: what a file held, how its items go on, and who linked them by hand."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Engine

from workbench.assignments import Assignments
from workbench.records import Event, Finding, GuideEntry, Handling, Matter, NotChecked, ReadUse, Relink, RowChange, Tie
from workbench.store import findings, follow_ups, guides, matters, relinking, relinks, rounds, submissions, uses
from workbench.store.database import reading, writing

FindingsByItem = Mapping[str, Sequence[Finding]]


class GuidesAndRounds:
    """A part of :class:`workbench.store.Store`."""

    assignments: Assignments
    _engine: Engine
    _clock: Callable[[], str]

    def read_report(self, sha256: str) -> list[ReadUse]:
        """What became of every non-empty cell of the workbook; empty for one taken in before this was kept."""
        with reading(self._engine) as connection:
            return uses.of(connection, submissions.number_of(connection, sha256))

    def changes(self, sha256: str) -> list[RowChange]:
        """The workbook's items beside the round before, with those that are gone."""
        with reading(self._engine) as connection:
            return rounds.of(connection, submissions.number_of(connection, sha256))

    def current_changes(self) -> dict[str, RowChange]:
        """The current items beside the round before theirs, with those that are gone, by item."""
        with reading(self._engine) as connection:
            return rounds.current(connection)

    def handlings(self, items: Collection[str] | None = None) -> dict[str, list[Handling]]:
        """What units wrote as 处理情况 on current items (None: on all); items without are left out."""
        with reading(self._engine) as connection:
            return follow_ups.handlings_of(connection, items)

    def earlier_findings(self, items: Collection[str] | None = None) -> FindingsByItem:
        """The findings of the round before the current one, those of rows that are gone since among them."""
        with reading(self._engine) as connection:
            return follow_ups.earlier_findings(connection, items)

    def decided_before(self, items: Collection[str] | None = None) -> dict[str, list[Event]]:
        """The verdicts that stood on items and their parts when the current round came in, by the whole item.

        Items without a round before are left out.
        """
        with reading(self._engine) as connection:
            return follow_ups.decided_before(connection, items)

    def rounds_of(self, item: str) -> list[Matter]:
        """The catalogue row in all rounds that it stood in, the newest first."""
        with reading(self._engine) as connection:
            return matters.rounds_of(connection, item)

    def guides(self, units: Collection[str] | None = None, *, current_only: bool = True) -> list[GuideEntry]:
        """The guides of the units (None: of all), in the order of submission and place."""
        with reading(self._engine) as connection:
            return guides.listed(connection, units, current_only=current_only)

    def guide_items(self, unit: str) -> set[str]:
        """Every id that a guide of the unit has had, in whatever round."""
        with reading(self._engine) as connection:
            return guides.items(connection, unit)

    def guides_in(self, sha256: str) -> list[GuideEntry]:
        """The current guides of one workbook, in the order of their places."""
        with reading(self._engine) as connection:
            return guides.of_submission(connection, submissions.number_of(connection, sha256))

    def guide_rounds(self, item: str) -> list[GuideEntry]:
        """The guide in all its rounds, the newest first; empty where there is none."""
        with reading(self._engine) as connection:
            return guides.rounds_of(connection, item)

    def tie_guides(self, ties: Mapping[str, tuple[str | None, Tie | None]]) -> None:
        """Note each current guide's catalogue row (None: it has none), and what tells it."""
        with writing(self._engine) as connection:
            guides.tie(connection, ties)

    def guides_checked(self) -> dict[str, str | None]:
        """What each current guide's checks had beside it, as a digest; None where they did not run yet."""
        with reading(self._engine) as connection:
            return guides.checked_with(connection)

    def single_findings(self, items: Collection[str]) -> dict[str, list[Finding]]:
        """What the checks on single rows and guides found on current items, without what was found across items."""
        with reading(self._engine) as connection:
            return findings.by_item(connection, items, across=False)

    def keep_guide_checks(
        self, digests: Mapping[str, str], found: FindingsByItem, not_checked: Mapping[str, Sequence[NotChecked]]
    ) -> None:
        """Put what the checks say of these current guides in place of what they said before."""
        with writing(self._engine) as connection:
            findings.replace_guides(connection, {item: found.get(item, ()) for item in digests}, not_checked)
            guides.note_checked(connection, digests)

    def relink(self, asked: Relink) -> Relink:
        """Link an item of the current round to one of a round before, or a guide to its catalogue row; kept for ever.

        The item takes the id of the earlier one, and with it its verdicts and history. ``asked.given`` must be an id
        that nothing has: the row gets it that had the earlier one's id until now, or, where ``asked.target`` is None,
        the item itself. Matching has to run again afterwards.

        Raises:
            NotAllowed: the user is no reviewer of the unit's group.
            Refused: no reason, no such item, or a verdict of this round would lose its row.
        """
        with writing(self._engine) as connection:
            return relinking.relink(connection, self.assignments, replace(asked, at=self._clock()))

    def relinks(self) -> list[Relink]:
        """What persons decided about links, oldest first."""
        with reading(self._engine) as connection:
            return relinks.listed(connection)
