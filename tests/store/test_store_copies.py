"""A copy of a database, made while it is in use, is the database."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from workbench import assignments
from workbench.records import Decision
from workbench.store import Store, StoreProblem, copy_in, copy_out


@pytest.fixture
def elsewhere(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database that is not there yet."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'new' / 'workbench.sqlite'}"
        return
    server = request.getfixturevalue("postgresql")
    name = server.create()
    yield server.url(name)
    server.drop(name)


def test_a_copy_has_the_same_log(
    store: Store,
    url: str,
    elsewhere: str,
    submit: Callable[..., object],
    roster: assignments.Assignments,
    tmp_path: Path,
):
    """The copy has what was recorded before it was made, whole, and takes verdicts of its own."""
    submit(roster.units_of(1)[0].name, ["M-1"])
    store.record(Decision("M-1", "pass"), "group1")
    copy_out(url, tmp_path / "copy")
    store.undo("M-1", "group1")
    copy_in(tmp_path / "copy", elsewhere)
    with closing(Store.open(elsewhere, roster)) as copied:
        assert ([event.verdict for event in copied.history("M-1")], copied.verify()) == (["pass"], [])
        copied.record(Decision("M-1", "return_for_revision", "改名称"), "group1", 1)
        assert (len(copied.history("M-1")), copied.verify()) == (2, [])
    assert len(store.history("M-1")) == 2


@pytest.mark.parametrize("backend", ["sqlite"])
def test_nothing_is_copied_over_a_database(store: Store, url: str, tmp_path: Path):
    """A file that is there stays as it is."""
    assert store.verify() == []
    copy_out(url, tmp_path / "copy")
    with pytest.raises(StoreProblem, match="已存在，没有覆盖"):
        copy_in(tmp_path / "copy", url)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_damaged_database_is_no_backup(store: Store, url: str, tmp_path: Path):
    """SQLite's own check runs over the copy, before anyone relies on it."""
    store.close()
    copy_out(url, tmp_path / "copy")
    content = bytearray((tmp_path / "copy").read_bytes())
    content[4096:8192] = b"\xff" * 4096
    (tmp_path / "copy").write_bytes(content)
    with pytest.raises(StoreProblem, match="已损坏"):
        copy_in(tmp_path / "copy", f"sqlite:///{tmp_path / 'new.sqlite'}")
