"""The store's part on accounts: passwords for the dashboards, and logins of a database server."""

from collections.abc import Callable, Collection

from sqlalchemy import Engine

from workbench.assignments import Assignments
from workbench.store import accounts, grants, rights
from workbench.store.database import reading, writing


class Admitting:
    """A part of :class:`workbench.store.Store`."""

    assignments: Assignments
    _engine: Engine
    _clock: Callable[[], str]

    def set_password(self, user: str, password: str) -> None:
        """Set a user's password.

        Raises:
            NotAllowed: the user is not in the roster.
            Refused: the password is too short.
        """
        reviewer = rights.reviewer_named(self.assignments, user)
        password_hash = accounts.hashed(password)
        with writing(self._engine) as connection:
            accounts.keep(connection, reviewer.user, password_hash, self._clock())

    def check_password(self, user: str, password: str) -> bool:
        """Whether the user is in the roster and this is the password."""
        with reading(self._engine) as connection:
            kept = accounts.kept(connection, user)
        return accounts.matches(kept, password) and self.assignments.reviewer(user) is not None

    def grant(self, login: str, *, writes: bool = False) -> None:
        """Let a login of the PostgreSQL server read as 分析 does; with ``writes``, serve the workbench.

        People get accounts of their own from :meth:`grant_accounts`; the owner of the tables is for upgrades alone.

        Raises:
            Refused: the database is SQLite, or there is no such login.
        """
        with writing(self._engine) as connection:
            grants.grant(connection, self.assignments, login, writes=writes)

    def grant_accounts(self, renew: Collection[str] = ()) -> list[grants.Account]:
        """Give every user of the roster a login of the PostgreSQL server, under row level security.

        A login is the database's name, ``_`` and the user's. New ones, and those of the users to ``renew``, get a
        password, which is told here once. Logins of users who left the roster are closed. Run it after every change
        of ``group_assignments.yml`` and after every upgrade, as the owner of the tables.

        Raises:
            Refused: the database is SQLite, or a user to renew is not in the roster.
        """
        with writing(self._engine) as connection:
            return grants.accounts(connection, self.assignments, renew)
