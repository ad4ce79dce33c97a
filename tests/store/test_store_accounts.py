"""Passwords."""

import pytest

from workbench.store import Refused, database


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


def test_only_hashes_are_kept(store, engine):
    """The database holds argon2 hashes."""
    store.set_password("group3", "first-secret")
    with database.reading(engine) as connection:
        kept = connection.exec_driver_sql("SELECT password_hash FROM accounts").scalar_one()
    assert kept.startswith("$argon2id$")


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.usefixtures("store")
def test_only_the_owner_reads_the_file(tmp_path):
    """The file has mode 600."""
    assert (tmp_path / "workbench.sqlite").stat().st_mode & 0o777 == 0o600
