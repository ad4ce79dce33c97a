"""Several processes at once, and processes that are killed."""

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from workbench.records import Decision
from workbench.store import Conflict, Store, database

OPINION = "依据不足。"
#: Children start afresh, as separate servers would.
PROCESSES = multiprocessing.get_context("spawn")


def record_many(url, roster, user, items, acknowledgements):
    """Record one verdict after another and note each one that the store has returned."""
    store = Store.open(url, roster)
    with Path(acknowledgements).open("a", encoding="utf-8") as file:
        for item in items:
            event = store.record(Decision(item, "cancel", OPINION), user)
            file.write(f"{event.event} {event.hash}\n")
            file.flush()


def record_once(url, roster, barrier, answers):
    """Decide the same item at the same revision as another process."""
    store = Store.open(url, roster)
    barrier.wait(timeout=60)
    try:
        answers.put(("recorded", store.record(Decision("M-1", "cancel", str(os.getpid())), "group3", 0).opinion))
    except Conflict as conflict:
        answers.put(("conflict", conflict.history[0].opinion))


def test_of_two_processes_at_one_revision_exactly_one_wins(store, submit, unit_of, url, roster):
    """The other gets a conflict that carries the winner's event."""
    submit(unit_of(3), ["M-1"])
    barrier, answers = PROCESSES.Barrier(2), PROCESSES.Queue()
    workers = [PROCESSES.Process(target=record_once, args=(url, roster, barrier, answers)) for _ in range(2)]
    for worker in workers:
        worker.start()
    outcome = dict(answers.get(timeout=60) for _ in workers)
    for worker in workers:
        worker.join(60)
    assert set(outcome) == {"recorded", "conflict"}
    assert outcome["recorded"] == outcome["conflict"]
    assert len(store.history("M-1")) == 1


def decide_on_what_was_seen(url, roster, items, answers):
    """Record four verdicts on each item, each on what this process last saw; tell what was written and what was not."""
    store = Store.open(url, roster)
    written, refused = [], []
    for item in items * 4:
        seen = 0
        while True:
            try:
                event = store.record(Decision(item, "cancel", f"{os.getpid()}"), "group3", seen)
            except Conflict as conflict:
                refused.append((item, seen, conflict.history[seen].hash))
                seen = len(conflict.history)
            else:
                written.append((item, seen, event.hash))
                break
    answers.put((written, refused))


def test_four_processes_lose_no_verdict_and_are_told_each_conflict(store, submit, unit_of, url, roster):
    """Whatever was returned is in the log once, and for each refusal somebody else's verdict is at that revision."""
    items = ["M-1", "M-2", "M-3", "M-4", "M-5"]
    submit(unit_of(3), items)
    answers = PROCESSES.Queue()
    workers = [PROCESSES.Process(target=decide_on_what_was_seen, args=(url, roster, items, answers)) for _ in range(4)]
    for worker in workers:
        worker.start()
    told = [answers.get(timeout=120) for _ in workers]
    for worker in workers:
        worker.join(60)
    log = [(event.item, event.revision, event.hash) for event in store.events_since(0)]
    assert sorted(line for written, _ in told for line in written) == sorted(log)
    assert len(log) == 80
    assert {line for _, refused in told for line in refused} <= set(log)
    assert store.verify() == []


@pytest.mark.parametrize(("backend", "acknowledged"), [("sqlite", 1), ("sqlite", 23), ("postgresql", 7)])
def test_a_killed_writer_loses_nothing_it_was_told(store, submit, unit_of, url, roster, engine, tmp_path, acknowledged):
    """After kill -9 in mid-work every acknowledged verdict is there, and writing goes on."""
    items = [f"M-{number}" for number in range(5000)]
    submit(unit_of(3), items)
    notes = tmp_path / "acknowledged.txt"
    notes.touch()
    worker = PROCESSES.Process(target=record_many, args=(url, roster, "group3", items, notes))
    worker.start()
    while len(notes.read_text(encoding="utf-8").splitlines()) < acknowledged:
        assert worker.is_alive()
    os.kill(worker.pid, signal.SIGKILL)
    worker.join(60)
    known = {f"{event.event} {event.hash}" for event in store.events_since(0)}
    assert [line for line in notes.read_text(encoding="utf-8").splitlines() if line.count(" ") == 1] != []
    assert set(notes.read_text(encoding="utf-8").split("\n")[:-1]) <= known
    assert store.verify() == []
    if engine.dialect.name == "sqlite":
        with database.reading(engine) as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
    assert store.record(Decision(items[0], "cancel", OPINION), "group3").event == len(known) + 1


def test_a_forked_child_uses_connections_of_its_own(store, submit, unit_of):
    """A store that was open before a fork works in both processes afterwards."""
    submit(unit_of(3), ["M-1"])
    child = os.fork()
    if child == 0:
        event = store.record(Decision("M-1", "cancel", OPINION), "group3", 0)
        os._exit(event.event - 1)
    assert os.waitpid(child, 0)[1] == 0
    assert store.record(Decision("M-1", "delete", OPINION), "group3", 1).event == 2
    assert store.verify() == []
