"""Many writers at once, and writers that are killed: is every verdict that was acknowledged there, once, in order?

Run ``python benchmarks/store/stress.py [--writers N] [--verdicts N] [--kills N] [URL ...]``. Writes a Markdown table and
ends with an error where anything is lost. Without a URL it uses an SQLite file on the disk of the temporary folder. A
PostgreSQL database must be new and empty; to make one as an ordinary user with Debian's package:

    initdb -D /some/folder -U postgres && pg_ctl -D /some/folder -o "-k /some/folder" -w start
    createdb -h /some/folder -U postgres stress
    python benchmarks/store/stress.py "postgresql+psycopg://postgres@/stress?host=/some/folder"

Writers decide the same few items on what they last saw of them, so that they meet: each conflict is told to the writer,
who looks at what is there and decides again, until all its verdicts are acknowledged.
"""

import argparse
import multiprocessing
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from workbench import assignments
from workbench.records import Decision, Matter, Place, Row, Submission
from workbench.store import Conflict, Store

ITEMS = [f"M-{number}" for number in range(200)]
FORKS = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Try:
    """One call of ``Store.record``: which item on which revision, by which writer, how long, whether acknowledged."""

    item: str
    revision: int
    opinion: str
    seconds: float
    acknowledged: bool


def main() -> None:
    """Measure each database and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("urls", nargs="*", metavar="URL")
    parser.add_argument("--writers", type=int, default=16)
    parser.add_argument("--verdicts", type=int, default=200)
    parser.add_argument("--kills", type=int, default=100)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        roster = roster_in(Path(folder))
        print(
            f"{asked.writers} writers x {asked.verdicts} verdicts on {len(ITEMS)} items; then {asked.kills} kill -9.\n"
        )
        print("| database | verdicts | conflicts told | lost | per second | p50 ms | p99 ms | most ms |", end="")
        print(" kill -9 | acknowledged before them | missing after |")
        print("|---|---|---|---|---|---|---|---|---|---|---|")
        wrong = 0
        for url in asked.urls or [f"sqlite:///{folder}/stress.sqlite"]:
            with closing(Store.open(url, roster)) as store:
                fill(store)
                line, lost = contend(store, url, asked.writers, asked.verdicts)
                killed, missing = kill(store, asked.kills)
                broken = store.verify()
                print(f"| {url.partition(':')[0]} {line} {killed}", flush=True)
                print("".join(f"\n{sentence}" for sentence in broken), end="")
                wrong += lost + missing + len(broken)
    sys.exit(f"{wrong} verdicts are lost or links broken." if wrong else 0)


def roster_in(folder: Path) -> assignments.Assignments:
    """The repository's own roster."""
    file = folder / "group_assignments.yml"
    file.write_text(assignments.default_text(), encoding="utf-8")
    return assignments.load(file)


def fill(store: Store) -> None:
    """Submit the items as matters of the first group's first unit."""
    unit = store.assignments.units_of(1)[0].name
    row, place = Row(org=unit, item_name="取水许可"), Place("目录.xlsx", "目录", "A4")
    matters = [Matter(item, unit, "省目录", 1, "辽宁省", row, place, {}, at) for at, item in enumerate(ITEMS)]
    submission = Submission(sha256(b"").hexdigest(), "目录.xlsx", unit, "省目录", 1, "2017-07-20", len(ITEMS))
    store.add_submission(submission, b"", matters, {}, {}, [], [])


def contend(store: Store, url: str, writers: int, verdicts: int) -> tuple[str, int]:
    """Let all write at once; the figures as cells of a table, and how many verdicts are not as they were told."""
    start = time.perf_counter()
    with FORKS.Pool(writers) as pool:
        told = pool.starmap(
            write, [(url, store.assignments, number, verdicts) for number in range(writers)], chunksize=1
        )
    seconds = time.perf_counter() - start
    tries = [each for some in told for each in some]
    cuts = statistics.quantiles([each.seconds * 1000 for each in tries], n=100)
    done = [each for each in tries if each.acknowledged]
    lost = len(faults(store, tries)) + abs(len(done) - writers * verdicts)
    most = max(each.seconds for each in tries) * 1000
    rate = len(done) / seconds
    return (
        f"| {len(done)} | {len(tries) - len(done)} | {lost} | {rate:.0f} | {cuts[49]:.1f} | {cuts[98]:.0f} | {most:.0f} |",
        lost,
    )


def write(url: str, roster: assignments.Assignments, number: int, verdicts: int) -> list[Try]:
    """Open the database, then record so many verdicts on random items, each on what this writer last saw of the item."""
    store, chance = Store.open(url, roster), random.Random(number)
    seen: Counter[str] = Counter()
    tries: list[Try] = []
    left = verdicts
    while left:
        item, opinion = chance.choice(ITEMS), f"{number}-{len(tries)}"
        revision, start = seen[item], time.perf_counter()
        try:
            store.record(Decision(item, "cancel", opinion), "group1", revision)
        except Conflict as conflict:
            tries.append(Try(item, revision, opinion, time.perf_counter() - start, acknowledged=False))
            seen[item] = len(conflict.history)
        else:
            tries.append(Try(item, revision, opinion, time.perf_counter() - start, acknowledged=True))
            seen[item] += 1
            left -= 1
    store.close()
    return tries


def faults(store: Store, tries: list[Try]) -> list[Try]:
    """The tries that the log belies: acknowledged and not there, refused and there, or refused without a reason."""
    there = {(event.item, event.revision): event.opinion for event in store.events_since(0)}
    return [
        each
        for each in tries
        if (there.get((each.item, each.revision)) == each.opinion) is not each.acknowledged
        or (each.item, each.revision) not in there
    ]


def kill(store: Store, rounds: int) -> tuple[str, int]:
    """Kill a writer in mid-work, many times; the figures as cells of a table, and how many verdicts are missing."""
    chance = random.Random(2017)
    told: set[str] = set()
    for _ in range(rounds):
        told.update(told_before_death(store, chance.uniform(0, 0.05)))
    there = {f"{event.event} {event.hash}" for event in store.events_since(0)}
    missing = len(told - there)
    return f"{rounds} | {len(told)} | {missing} |", missing


def told_before_death(store: Store, seconds: float) -> Iterator[str]:
    """What a writer was told until it was killed, so many seconds after its first verdict."""
    reader, writer = os.pipe()
    child = FORKS.Process(target=write_until_killed, args=(store, writer))
    child.start()
    os.close(writer)
    first = os.read(reader, 100)
    time.sleep(seconds)
    os.kill(child.pid or 0, signal.SIGKILL)
    child.join()
    with os.fdopen(reader, "rb") as rest:
        yield from (first + rest.read()).decode().split("\n")[:-1]


def write_until_killed(store: Store, pipe: int) -> None:
    """Record verdicts without end and tell each one that the store acknowledged."""
    while True:
        for item in ITEMS:
            event = store.record(Decision(item, "delete", "依据不足。"), "group1")
            os.write(pipe, f"{event.event} {event.hash}\n".encode())


if __name__ == "__main__":
    main()
