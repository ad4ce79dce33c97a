"""The store: submissions, what was found in them, and what was decided."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Engine

from workbench.assignments import Assignments
from workbench.records import (
    Finding,
    GuideEntry,
    Handling,
    Matter,
    NotChecked,
    Problem,
    ReadUse,
    RowChange,
    RuleSetting,
    Severity,
    Submission,
)
from workbench.store import (
    exports,
    findings,
    follow_ups,
    guides,
    matters,
    rights,
    rounds,
    rule_settings,
    submissions,
    uses,
    verifying,
)
from workbench.store.admitting import Admitting
from workbench.store.conferring import Conferring
from workbench.store.database import connect, reading, writing
from workbench.store.deciding import Deciding
from workbench.store.guides_and_rounds import FindingsByItem, GuidesAndRounds
from workbench.store.matching import Matching
from workbench.store.taking_steps import TakingSteps
from workbench.store.upgrade import bring_up_to_date, require_up_to_date


def utc_now() -> str:
    """The time in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Store(Deciding, Conferring, GuidesAndRounds, Matching, TakingSteps, Admitting):
    """One database. Safe to use from several threads, processes and forked children at a time.

    What a method that writes has returned is durable; when it raises, nothing of it was written. Every method
    raises :class:`StoreProblem` when the database itself fails.
    """

    def __init__(self, engine: Engine, assignments: Assignments, clock: Callable[[], str] = utc_now) -> None:
        """Use :meth:`open`."""
        self._engine = engine
        self._clock = clock
        self.assignments = assignments

    @classmethod
    def open(
        cls, url: str, assignments: Assignments, clock: Callable[[], str] = utc_now, *, read_only: bool = False
    ) -> "Store":
        """Open the database at an SQLAlchemy URL and bring it up to this version; make it where there is none.

        ``read_only`` opens an SQLite file for reading alone; on a server an account's own rights hold.

        Raises:
            StoreProblem: the address is wrong, the database is newer than this software, or it is an SQLite file
                on a network share.
        """
        engine = connect(url, read_only=read_only)
        try:
            if read_only:
                require_up_to_date(engine)
            else:
                bring_up_to_date(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, assignments, clock)

    def close(self) -> None:
        """Let go of the database; a later call opens it again."""
        self._engine.dispose()

    # Submissions

    def add_submission(
        self,
        submission: Submission,
        content: bytes,
        matters_read: Sequence[Matter],
        found: FindingsByItem,
        not_checked: Mapping[str, Sequence[NotChecked]],
        sheet_findings: Sequence[Finding],
        problems: Sequence[Problem],
        *,
        guides_read: Sequence[GuideEntry] = (),
        read_uses: Sequence[ReadUse] = (),
        changes: Sequence[RowChange] = (),
        checked_with: str = "",
        by: str | None = None,
        answered: Mapping[str, Sequence[Handling]] | None = None,
    ) -> None:
        """Store a workbook with all that was read and found in it; earlier rounds are kept.

        ``by`` is the user who hands it in; None: whoever runs the machine.

        Each of its guides takes the place of the same guide's former round; the unit's other guides stay current.
        ``answered`` is what the unit wrote as 处理情况, by item.

        Raises:
            StoreProblem: these bytes, or this round of the unit and catalogue, are there already.
            NotAllowed: the user does not take in what this unit sends.
        """
        with writing(self._engine) as connection:
            if by is not None:
                rights.require_receiving(self.assignments, by, submission.unit)
            number = submissions.add(connection, submission, content, problems)
            matters.add(connection, number, matters_read)
            guides.add(connection, number, guides_read)
            uses.add(connection, number, read_uses)
            rounds.add(connection, number, changes)
            findings.add(connection, number, found, sheet_findings)
            findings.add_not_checked(connection, number, not_checked)
            submissions.stamp(connection, number, checked_with)
            exports.begin(connection, number)
            follow_ups.begin(connection, number, answered or {})

    def require_receiving(self, by: str, unit: str) -> None:
        """Raise :class:`NotAllowed` where the user does not take in what the unit sends."""
        rights.require_receiving(self.assignments, by, unit)

    def checked_otherwise(self, checked_with: str) -> list[str]:
        """The hashes of the current submissions whose checks had other lists and settings than these."""
        with reading(self._engine) as connection:
            return submissions.checked_otherwise(connection, checked_with)

    def keep_row_checks(
        self,
        sha256: str,
        found: FindingsByItem,
        not_checked: Mapping[str, Sequence[NotChecked]],
        sheet_findings: Sequence[Finding],
        checked_with: str,
    ) -> None:
        """Put what the checks on single rows and on sheets say now in place of what they said of a submission."""
        with writing(self._engine) as connection:
            number = submissions.number_of(connection, sha256)
            findings.replace_rows(connection, number, found, not_checked, sheet_findings)
            submissions.stamp(connection, number, checked_with)

    def known(self, sha256: str) -> Submission | None:
        """The submission with these bytes."""
        with reading(self._engine) as connection:
            return submissions.known(connection, sha256)

    def submissions(self, *, current_only: bool = True) -> list[Submission]:
        """The newest round of every unit and kind, or all rounds; oldest first."""
        with reading(self._engine) as connection:
            return submissions.listed(connection, current_only=current_only)

    def content(self, sha256: str) -> bytes:
        """The submitted bytes."""
        with reading(self._engine) as connection:
            return submissions.content(connection, sha256)

    def problems(self, sha256: str) -> list[Problem]:
        """What could not be read in the workbook."""
        with reading(self._engine) as connection:
            return submissions.problems_of(connection, sha256)

    def sheet_findings(self, sha256: str) -> list[Finding]:
        """The findings of the workbook as a whole."""
        with reading(self._engine) as connection:
            return findings.of_sheets(connection, submissions.number_of(connection, sha256))

    # Matters and what was found

    def findings_counted(self) -> dict[str, int]:
        """How many findings stand against each workbook and its items, by the hash of its bytes."""
        with reading(self._engine) as connection:
            return findings.counted(connection)

    def matters(self, units: Collection[str] | None = None, *, current_only: bool = True) -> list[Matter]:
        """The matters of the units (None: of all), in the order of submission and row."""
        with reading(self._engine) as connection:
            return matters.listed(connection, units, current_only=current_only)

    def matter(self, item: str) -> Matter | None:
        """The item as it stands in the current round, else as it last stood."""
        with reading(self._engine) as connection:
            return matters.one(connection, item)

    def findings(self, items: Collection[str] | None = None) -> dict[str, list[Finding]]:
        """The findings of current items (None: of all), also those across rows; items without any are left out."""
        with reading(self._engine) as connection:
            return findings.by_item(connection, items)

    def not_checked(self, items: Collection[str] | None = None) -> dict[str, list[NotChecked]]:
        """The rules that could not run (未检查) on current items; items without any are left out."""
        with reading(self._engine) as connection:
            return findings.not_checked_by_item(connection, items)

    # Settings of rules

    def set_rule(self, rule: str, by: str, reason: str, *, off: bool = False, severity: Severity | None = None) -> None:
        """Switch a rule off, show it at another level, or (with neither) take it back to the rule book.

        Raises:
            NotAllowed: the user is not an administrator.
            Refused: there is no reason.
        """
        setting = RuleSetting(rule, off, severity, reason, by, self._clock())
        with writing(self._engine) as connection:
            rule_settings.add(connection, self.assignments, setting)

    def rule_settings(self) -> list[RuleSetting]:
        """Every setting ever made, oldest first."""
        with reading(self._engine) as connection:
            return rule_settings.listed(connection)

    # The log of decisions

    def verify(self) -> list[str]:
        """What is broken in the logs of decisions and steps, as Chinese sentences; empty where they are whole.

        Raises:
            NotAllowed: a database account that sees only part of the logs cannot tell.
        """
        with reading(self._engine) as connection:
            return verifying.faults(connection)

    # Returns workbooks

    def dirty(self) -> list[str]:
        """The hashes of the current submissions with events that were not exported yet, longest waiting first."""
        with reading(self._engine) as connection:
            return exports.behind(connection)

    def exported(self, sha256: str, event: int) -> None:
        """Note that the submission's returns workbook shows all events up to ``event``."""
        self._require_all_seen()
        with writing(self._engine) as connection:
            exports.note(connection, submissions.number_of(connection, sha256), event)

    def export_stamp(self, sha256: str) -> int:
        """The last event that the submission's returns workbook shows; 0 where it was never written."""
        with reading(self._engine) as connection:
            return exports.stamp(connection, submissions.number_of(connection, sha256))
