"""What a verdict costs: our record() against a bare insert of the same row into the same kind of file.

Run ``python benchmarks/store/verdicts.py [--verdicts N]``; writes a Markdown table to standard output. Both write
to the same disk with write-ahead log, synchronous FULL and BEGIN IMMEDIATE, one transaction a verdict, in turns of
a hundred, so that both meet the same machine: trust the ratio.
"""

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from workbench import assignments
from workbench.records import Decision, Matter, Place, Row, Submission
from workbench.store import Store

TURN = 100
OPINION = "请补全第二十四条所列条件，并补充令号和公布日期。"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verdicts", type=int, default=2000)
    count = parser.parse_args().verdicts
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = our_record(Path(folder), count), bare_insert(Path(folder))
        times: dict[str, list[float]] = {"bare": [], "ours": []}
        for start in range(0, count, TURN):
            for name, write in (("bare", bare), ("ours", ours)):
                times[name] += [timed(write, number) for number in range(start, min(start + TURN, count))]
    print(report(count, times["bare"], times["ours"]))


def timed(write: Callable[[int], None], number: int) -> float:
    """Seconds that one write takes."""
    start = time.perf_counter()
    write(number)
    return time.perf_counter() - start


def our_record(folder: Path, count: int) -> Callable[[int], None]:
    """Records a verdict on one of ``count`` matters of the first group's first unit."""
    roster = folder / "group_assignments.yml"
    roster.write_text(assignments.default_text(), encoding="utf-8")
    assigned = assignments.load(roster)
    unit = assigned.units_of(1)[0].name
    store = Store.open(f"sqlite:///{folder / 'ours.sqlite'}", assigned)
    row, place = Row(org=unit, item_name="取水许可"), Place("目录.xlsx", "目录", "A4")
    matters = [Matter(f"M-{number}", unit, "省目录", 1, "辽宁省", row, place, {}, number) for number in range(count)]
    submission = Submission(sha256(b"").hexdigest(), "目录.xlsx", unit, "省目录", 1, "2017-07-20", count)
    store.add_submission(submission, b"", matters, {}, {}, [], [])

    def write(number: int) -> None:
        store.record(Decision(f"M-{number}", "return_for_revision", OPINION), "group1", 0)

    return write


def bare_insert(folder: Path) -> Callable[[int], None]:
    """Inserts a row of the same size, and knows nothing of users, rules, revisions or hashes."""
    connection = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(
        "CREATE TABLE events (event INTEGER PRIMARY KEY, item, verdict, opinion, user, at, hash, before)"
    )

    def write(number: int) -> None:
        row = (f"M-{number}", "return_for_revision", OPINION, "group1", "2017-08-01T00:00:00+00:00", "0" * 64, "0" * 64)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO events VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", row)
        connection.execute("COMMIT")

    return write


def report(count: int, bare: list[float], ours: list[float]) -> str:
    """The Markdown table."""
    lines = [
        f"{count} verdicts, one process, one transaction each.",
        "",
        "| | per second | p50 ms | p99 ms |",
        "|---|---|---|---|",
    ]
    for name, times in (("bare sqlite3 insert", bare), ("`Store.record`", ours)):
        cuts = statistics.quantiles(times, n=100)
        lines.append(f"| {name} | {len(times) / sum(times):.0f} | {cuts[49] * 1000:.2f} | {cuts[98] * 1000:.2f} |")
    lines += ["", f"Ratio of total time, ours to bare: {sum(ours) / sum(bare):.2f}."]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
