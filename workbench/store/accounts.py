"""Passwords, kept only as argon2 hashes."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, delete, insert, select

from workbench.store.refusals import Refused
from workbench.store.tables import accounts

LEAST_LENGTH = 8
_hasher = PasswordHasher()


def hashed(password: str) -> str:
    """The hash to keep: slow on purpose, so it is made outside any transaction.

    Raises:
        Refused: the password is too short.
    """
    if len(password) < LEAST_LENGTH:
        raise Refused(f"密码至少 {LEAST_LENGTH} 位，请换一个更长的密码。")
    return _hasher.hash(password)


def keep(connection: Connection, user: str, password_hash: str, at: str) -> None:
    """Put the hash in place of the user's former one."""
    connection.execute(delete(accounts).where(accounts.c.user == user))
    connection.execute(insert(accounts).values(user=user, password_hash=password_hash, changed_at=at))


def kept(connection: Connection, user: str) -> str | None:
    """The user's hash."""
    return connection.scalar(select(accounts.c.password_hash).where(accounts.c.user == user))


def matches(password_hash: str | None, password: str) -> bool:
    """Whether the password is the hash's; takes as long for a user who has none."""
    try:
        _hasher.verify(password_hash or _nobody(), password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


@cache
def _nobody() -> str:
    """A hash that stands in for users who have none, so that an answer's delay tells nothing."""
    return _hasher.hash("nobody has this password")
