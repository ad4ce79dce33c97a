"""The join on a cluster of two worker processes, one of which may die."""

import os
import random
import signal

import pytest
from click.testing import CliRunner
from distributed import Client, LocalCluster

from workbench.cli.pairs import pairs
from workbench.matching import Named, similar_pairs, suspects
from workbench.matching.distributed import ClusterEngine, NoCluster, opened_engine
from workbench.matching.distributed.parts import Size, found, parts
from workbench.matching.join.join import gathered
from workbench.matching.join.repeats import Repeats

LETTERS = [chr(0x4E00 + at) for at in range(200)]


def many_names(size, seed=1):
    """Names of 1 to 30 characters with near-duplicates, repeats, and a few that are too long for signatures."""
    chance = random.Random(seed)
    names = []
    while len(names) < size:
        name = "".join(chance.choices(LETTERS, k=chance.randint(1, 30)))
        names += [name, name[1:] + "证", name] if chance.random() < 0.2 else [name]
    long = "".join(chance.choices(LETTERS, k=1100))
    return [*names, long, long[:1000], long[90:]]


def crowd_names(size):
    """Names of one frame, with a few others."""
    return [f"关于{LETTERS[at % 200]}{LETTERS[at // 200]}经营许可证核发" for at in range(size)] + many_names(30)


def columns(table):
    """The table as lists."""
    return table.a.tolist(), table.b.tolist(), table.score.tolist(), table.cut


@pytest.fixture(scope="module")
def cluster():
    """Two worker processes of one thread."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, memory_limit="1GB"
    ) as running:
        yield running


@pytest.fixture(scope="module")
def client(cluster):
    """A client of the cluster."""
    with Client(cluster) as connected:
        yield connected


@pytest.mark.parametrize("threshold", [60, 85, 100])
@pytest.mark.parametrize("names", [many_names(3000), crowd_names(1200), many_names(50), ["甲"], []], ids=len)
def test_a_cluster_finds_the_pairs_of_one_machine(client, names, threshold):
    """The same pairs with the same scores in the same order, whatever the names."""
    assert columns(ClusterEngine(client).pairs(names, threshold)) == columns(similar_pairs(names, threshold))


@pytest.mark.parametrize("memory", [1, 4_000_000, 1 << 40])
def test_parts_of_any_size_find_the_same_pairs(memory):
    """However little memory a worker has, no pair falls between two parts."""
    names = many_names(3000)
    repeats = Repeats.of(names)
    cut = list(parts(repeats.distinct, 85, 10_000, Size(2, memory)))
    assert len(cut) > (100 if memory == 1 else 4)
    assert columns(gathered(repeats, map(found, cut), 85, 10_000)) == columns(similar_pairs(names, 85))


def test_a_worker_that_dies_midway_changes_nothing(client):
    """After the first part is in, one of the two workers is killed; the rest is done again elsewhere."""
    names = many_names(3000)
    repeats = Repeats.of(names)
    victim = next(iter(client.run(os.getpid).values()))
    results = ClusterEngine(client).map(found, parts(repeats.distinct, 70, 1_000_000, Size(16, 4_000_000)))
    first = next(results)
    os.kill(victim, signal.SIGKILL)
    whole = gathered(repeats, (table for some in ([first], results) for table in some), 70, 1_000_000)
    assert columns(whole) == columns(similar_pairs(names, 70))
    client.wait_for_workers(2)
    assert victim not in client.run(os.getpid).values()


def test_a_cut_is_told_by_a_cluster_too(client):
    """Past the limit there are as many pairs as asked for, and the same counts."""
    names = crowd_names(1500)
    here, there = (engine(names, 85, most=1000) for engine in (similar_pairs, ClusterEngine(client).pairs))
    assert (len(there), there.cut.about, there.cut.threshold) == (1000, here.cut.about, here.cut.threshold)
    assert there.cut.at_least > 1000


def test_results_come_in_the_order_of_the_items(client):
    """Also when there are many more items than threads."""
    assert list(ClusterEngine(client).map(len, ["甲" * size for size in range(40)])) == list(range(40))


def test_the_command_gives_the_same_file_on_a_cluster(client, tmp_path):
    """``--engine tcp://...`` against ``--engine local``."""
    source = tmp_path / "names.csv"
    source.write_text("name\n" + "\n".join(many_names(500)), encoding="utf-8")
    texts = []
    for engine in ("local", client.scheduler.address):
        output = tmp_path / "pairs.csv"
        told = CliRunner().invoke(pairs, [str(source), "--engine", engine, "--output", str(output)])
        assert told.exit_code == 0, told.output
        texts.append(output.read_text(encoding="utf-8"))
    assert texts[0] == texts[1] != "a,b,score\n"


@pytest.mark.parametrize(
    ("name", "sentence"), [("spark", "应为 local 或 tcp://"), ("tcp://127.0.0.1:1", "连不上 tcp://127.0.0.1:1")]
)
def test_a_cluster_that_is_not_there_is_told(name, sentence, monkeypatch):
    """The sentence says what was given and what to do."""
    monkeypatch.setattr("workbench.matching.distributed.cluster._PATIENCE", "1s")
    with pytest.raises(NoCluster, match=sentence), opened_engine(name):
        pass


def test_without_dask_the_command_says_how_to_get_it(monkeypatch):
    """Dask is optional."""
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(NoCluster, match="review-workbench\\[cluster\\]"), opened_engine("tcp://127.0.0.1:1"):
        pass


def test_matters_are_compared_on_a_cluster_as_here(client):
    """The same suspects with the same scores and reasons."""
    acts = ["许可", "许可证核发", "审批", "备案", "许可（变更）", "许可（注销）"]
    named = [
        Named(f"{thing}经营{act}", org, f"《中华人民共和国{thing}管理法》第{at % 7 + 1}条")
        for at, (thing, act) in enumerate(
            (thing, act) for thing in ("农药", "兽药", "种子", "烟草专卖") for act in acts
        )
        for org in ("农业农村厅", "市场监管局")
    ]
    here = suspects(named)
    assert here
    assert suspects(named, engine=ClusterEngine(client)) == here
