"""Kills writers and the exporter with -9 at random moments, and looks at what is left, in the store and in the workbooks.

Run ``python benchmarks/store/kills.py [URL] [--kills N]``; writes a Markdown table to standard output, and ends with
status 1 where a verdict is lost, the chain broken, or a returns workbook does not open or lacks an event that its stamp
covers. The database is a new one; default: SQLite on the disk of the temporary folder.

Each time two writers record verdicts on the matters of one unit, the exporter writes its workbook again and again, and
all three are killed at once: some right after the first verdict, most within a second after the first workbook. Opinions
are numbered, so that a workbook's cell tells how new it is.
"""

import argparse
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

from workbench import assignments, workbooks
from workbench.records import Row
from workbench.review import Workspace, open_workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission

UNIT = "省水利厅"
ROWS = 30
LONGEST = 0.8
FORKS = multiprocessing.get_context("fork")


def main() -> None:
    """Kill, look, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url", nargs="?", metavar="URL")
    parser.add_argument("--kills", type=int, default=100)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        workspace = workspace_in(Path(folder), asked.url)
        told, looks, wrong = trial(workspace, asked.kills)
    name = (asked.url or "sqlite").partition(":")[0]
    print("| database | kill -9 (writers and exporter) | acknowledged | workbooks opened after them | faults |")
    print("|---|---|---|---|---|")
    print(f"| {name} | {asked.kills} | {told} | {looks} | {len(wrong)} |")
    sys.exit("\n".join(wrong) if wrong else 0)


def workspace_in(folder: Path, url: str | None) -> Workspace:
    """A workspace with one unit's catalogue."""
    (folder / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
    rows = [
        MainItem(
            Row(seq=str(n), item_name=f"取水许可第{n}类", item_type="行政许可", legal_basis="《取水许可管理办法》")
        )
        for n in range(1, ROWS + 1)
    ]
    write_submission(
        folder / f"{UNIT}.xlsx", SubmissionSheet(f"{UNIT}省政务服务事项目录", f"填报单位：{UNIT}", "省目录", rows)
    )
    workspace = open_workspace(folder, url)
    workspace.intake([folder / f"{UNIT}.xlsx"])
    return workspace


def trial(workspace: Workspace, kills: int) -> tuple[int, int, list[str]]:
    """How many verdicts were acknowledged and workbooks looked at, and every fault."""
    chance, told, looks, wrong = random.Random(2017), set[str](), 0, list[str]()
    items = list(workspace.matters()["item"])
    for number in range(kills):
        told |= killed(workspace, items, chance.uniform(0, LONGEST))
        there = {f"{event.event} {event.hash}" for event in workspace.events_since(0)}
        wrong += [f"kill {number}: acknowledged and lost: {line}" for line in told - there]
        wrong += [f"kill {number}: {sentence}" for sentence in workspace.store.verify()]
        for path in workspace.returns_folder.rglob("*.xlsx"):
            looks += 1
            wrong += [f"kill {number}: {fault}" for fault in faults(workspace, path)]
    workspace.export_changes()
    wrong += [f"at the end {each} is behind" for each in workspace.store.dirty()]
    return len(told), looks, wrong


def killed(workspace: Workspace, items: list[str], seconds: float) -> set[str]:
    """What two writers were told until they and the exporter were killed."""
    reader, writer = os.pipe()
    started = [start(record, workspace, items, writer, user) for user in ("group1", "lead1")]
    started.append(start(export, workspace))
    os.close(writer)
    first = os.read(reader, 100)
    wait_for_a_workbook(workspace, at_most=0 if seconds < LONGEST / 4 else 20)
    time.sleep(seconds)
    for process in started:
        os.kill(process.pid or 0, signal.SIGKILL)
    for process in started:
        process.join()
    with os.fdopen(reader, "rb") as rest:
        return set((first + rest.read()).decode().split("\n")[:-1])


def wait_for_a_workbook(workspace: Workspace, at_most: float) -> None:
    """Until the exporter has put a new one in place."""
    before, start = newest(workspace), time.monotonic()
    while newest(workspace) == before and time.monotonic() - start < at_most:
        time.sleep(0.01)


def newest(workspace: Workspace) -> float:
    """When a returns workbook was last written."""
    return max((path.stat().st_mtime for path in workspace.returns_folder.rglob("*.xlsx")), default=0.0)


def start(work: Callable[..., None], *arguments: object) -> BaseProcess:
    """A process that does this until it is killed."""
    process = FORKS.Process(target=work, args=arguments)
    process.start()
    return process


def record(workspace: Workspace, items: list[str], pipe: int, user: str) -> None:
    """Record verdicts without end and tell each one that was acknowledged."""
    chance = random.Random(os.getpid())
    while True:
        item = chance.choice(items)
        opinion = f"请补充{len(workspace.history(item))}"
        event = workspace.record(item, "return_for_revision", opinion, by=user)
        os.write(pipe, f"{event.event} {event.hash}\n".encode())


def export(workspace: Workspace) -> None:
    """Write what is behind without end."""
    while True:
        workspace.export_changes()


def faults(workspace: Workspace, path: Path) -> list[str]:
    """What is wrong with a returns workbook: it must open, and every row be as new as the stamp or newer."""
    try:
        reading = workbooks.read_returns(path)
    except workbooks.UnreadableWorkbook as error:
        return [f"{path.name} does not open: {error}"]
    shown = {row.item: row.opinion for row in reading.rows}
    found = []
    for item in workspace.matters()["item"]:
        history = workspace.history(item)
        covered = [event for event in history if event.event <= reading.event]
        newer = {event.opinion for event in history[max(0, len(covered) - 1) :]}
        if covered and shown.get(item) not in newer:
            found.append(
                f"{path.name}, stamp {reading.event}: {item} shows {shown.get(item)}, not {covered[-1].opinion}"
            )
    return found


if __name__ == "__main__":
    main()
