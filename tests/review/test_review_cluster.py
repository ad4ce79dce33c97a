"""Checks on a cluster of two worker processes, one of which may die."""

import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from workbench import assignments
from workbench.matching import Named, suspects
from workbench.matching.distributed import ClusterEngine
from workbench.review import check_files
from workbench.sample import write_sample


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """A client of two worker processes of one thread."""
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as connected,
    ):
        yield connected


def test_a_cluster_finds_in_files_what_one_machine_finds(client: Client, tmp_path: Path) -> None:
    """The same findings in the same order, on rows, guides and across files, and the same sentence on a broken file."""
    write_sample(tmp_path, matters=150, seed=3)
    (tmp_path / "坏文件.xlsx").write_bytes(b"PK\x03\x04 nothing")
    roster = assignments.parse(assignments.default_text())
    here, told = check_files([tmp_path], roster)
    assert here
    assert told
    assert check_files([tmp_path], roster, engine=ClusterEngine(client)) == (here, told)


def test_a_worker_that_dies_while_matters_are_compared_changes_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is killed when the first step is in; its steps are done again by the other."""
    chance = random.Random(5)
    things, ends = ["农药", "兽药", "种子", "烟草", "渔船", "林木"], ["许可", "审批", "备案", "登记", "许可（变更）"]
    named = [
        Named(f"{chance.choice(things)}{chance.choice('甲乙丙丁戊己庚辛')}经营{chance.choice(ends)}", f"单位{at}")
        for at in range(400)
    ]
    here = suspects(named)
    monkeypatch.setattr("workbench.matching.steps._PAIRS", 200)
    steps: list[int] = []
    victims = list(client.run(os.getpid).values())

    def kill(done: int, _total: int) -> None:
        steps.append(done)
        if done and len(victims) > 1:
            os.kill(victims.pop(), signal.SIGKILL)

    assert suspects(named, kill, engine=ClusterEngine(client)) == here
    assert len(victims) == 1
    assert len(steps) > 5
