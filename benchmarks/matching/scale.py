"""How the exact join grows: time and memory by number of names, on this machine and on a cluster of two workers here.

    python benchmarks/matching/scale.py [--names 100000 200000 500000 1000000 2000000] [--cluster 100000 1000000]
        [--plot docs/figures/scale.svg]

prints Markdown tables. Each size runs in a process of its own. On the cluster: seconds to plan, parts, names sent for each
name, seconds in all, and whether the pairs are those of one machine.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from names import matter_names

from workbench.matching import similar_pairs

Figures = dict[str, float]
_WORKERS, _MEMORY = 2, "3GB"


def local(size: int, threshold: float) -> Figures:
    """The join in threads, in this process."""
    names = matter_names(size, random.Random(size))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    begin, worked = time.perf_counter(), time.process_time()
    table = similar_pairs(names, threshold)
    seconds, worked = time.perf_counter() - begin, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"size": size, "pairs": len(table), "seconds": seconds, "worked": worked, "names": before, "peak": peak}


def cluster(size: int, threshold: float) -> Figures:
    """The join on two worker processes, and on one machine to compare."""
    from distributed import Client, LocalCluster

    from workbench.matching.distributed.cluster import ClusterEngine
    from workbench.matching.distributed.parts import Size, parts

    names = matter_names(size, random.Random(size))
    begin = time.perf_counter()
    here = similar_pairs(names, threshold)
    alone = time.perf_counter() - begin
    with (
        LocalCluster(_WORKERS, threads_per_worker=1, dashboard_address=None, memory_limit=_MEMORY) as running,
        Client(running) as client,
    ):
        client.run(_warm)
        begin = time.perf_counter()
        sent = [len(part.names) for part in parts(tuple(dict.fromkeys(names)), threshold, 1 << 40, Size(2, 3 << 30))]
        plan = time.perf_counter() - begin
        begin = time.perf_counter()
        there = ClusterEngine(client).pairs(names, threshold)
        seconds = time.perf_counter() - begin
        worker = max(client.run(_peak).values())
    same = (
        np.array_equal(here.a, there.a) and np.array_equal(here.b, there.b) and np.array_equal(here.score, there.score)
    )
    shipped = sum(sent) / size
    return {
        "size": size,
        "alone": alone,
        "plan": plan,
        "parts": len(sent),
        "largest": max(sent),
        "sent": shipped,
        "seconds": seconds,
        "worker": worker,
        "same": same,
    }


def _warm() -> None:
    import workbench.matching.distributed.parts  # noqa: F401 - loaded before time is taken


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def in_own_process(kind: str, size: int, threshold: float) -> Figures:
    """The same in a fresh process."""
    command = [sys.executable, __file__, "--measure", kind, str(size), str(threshold)]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(run.stdout.splitlines()[-1])
    return figures


def exponent(table: list[Figures], what: str) -> float:
    """The growth n^x by least squares on logarithms."""
    sizes, values = (np.log([each[key] for each in table]) for key in ("size", what))
    return float(np.polyfit(sizes, values, 1)[0])


def plot(table: list[Figures], path: Path) -> None:
    """Time and memory by size."""
    import matplotlib as mpl

    mpl.use("svg")
    import matplotlib.pyplot as plt

    mpl.rcParams["svg.hashsalt"] = "scale"
    figure, axes = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    for axis, what, label in zip(axes, ("worked", "peak"), ("CPU seconds", "peak MB"), strict=True):
        sizes, values = ([each[key] for each in table] for key in ("size", what))
        axis.plot(sizes, values, "o-", color="C3")
        axis.set(xscale="log", yscale="log", xlabel="names", ylabel=label, title=f"n^{exponent(table, what):.2f}")
        axis.grid(alpha=0.3, which="both")
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Prints the tables; draws the plot."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, nargs="*", default=[100_000, 200_000, 500_000, 1_000_000, 2_000_000])
    parser.add_argument("--cluster", type=int, nargs="*", default=[])
    parser.add_argument("--threshold", type=float, default=85.0)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--measure", nargs=3)
    options = parser.parse_args()
    if options.measure:
        kind, size, threshold = options.measure
        print(json.dumps({"local": local, "cluster": cluster}[kind](int(size), float(threshold))))
    else:
        tables(options)


def tables(options: argparse.Namespace) -> None:
    """Measures and prints."""
    table = []
    print("| names | pairs | seconds | CPU s | peak MB | of which the names |", "|---" * 6 + "|", sep="\n", flush=True)
    for size in options.names:
        table.append(one := in_own_process("local", size, options.threshold))
        print(
            f"| {size:,} | {one['pairs']:,} | {one['seconds']:.1f} | {one['worked']:.1f} | {one['peak']:.0f} | {one['names']:.0f} |",
            flush=True,
        )
    if len(table) > 1:
        print(
            f"\nCPU time grows with n^{exponent(table, 'worked'):.2f}, memory with n^{exponent(table, 'peak'):.2f}.\n"
        )
    head = "| names | one machine s | cluster s | planning s | parts | most names in one | sent for each name | worker MB | same |"
    print(head, "|---" * 9 + "|", sep="\n", flush=True)
    for size in options.cluster:
        one = in_own_process("cluster", size, options.threshold)
        print(
            f"| {size:,} | {one['alone']:.1f} | {one['seconds']:.1f} | {one['plan']:.1f} | {one['parts']} "
            f"| {one['largest']:,} | {one['sent']:.1f} | {one['worker']:.0f} | {'yes' if one['same'] else 'NO'} |",
            flush=True,
        )
    if options.plot:
        plot(table, options.plot)


if __name__ == "__main__":
    main()
