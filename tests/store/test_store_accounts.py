"""Passwords."""

import sqlite3

import pytest

from workbench.store import Refused


def test_a_password_opens_only_its_own_account(store):
    """The right password of the right user is accepted, everything else is not."""
    store.set_password("group3", "first-secret")
    store.set_password("group2", "other-secret")
    assert store.check_password("group3", "first-secret")
    assert not store.check_password("group3", "other-secret")
    assert not store.check_password("group1", "first-secret")
    assert not store.check_password("stranger", "first-secret")


def test_a_new_password_replaces_the_former(store):
    """After a change the former password does not open the account."""
    store.set_password("group3", "first-secret")
    store.set_password("group3", "second-secret")
    assert not store.check_password("group3", "first-secret")
    assert store.check_password("group3", "second-secret")


def test_a_short_password_is_refused(store):
    """Fewer than eight characters are refused with the number."""
    with pytest.raises(Refused, match="至少 8 位"):
        store.set_password("group3", "1234567")


def test_only_hashes_are_kept_and_only_the_owner_reads_the_file(store, tmp_path):
    """The database holds argon2 hashes, and its file has mode 600."""
    store.set_password("group3", "first-secret")
    file = tmp_path / "workbench.sqlite"
    with sqlite3.connect(file) as connection:
        (kept,) = connection.execute("SELECT password_hash FROM accounts").fetchone()
    connection.close()
    assert kept.startswith("$argon2id$")
    assert file.stat().st_mode & 0o777 == 0o600
