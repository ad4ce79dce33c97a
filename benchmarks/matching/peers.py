"""Our exact join beside its peers, on the same names in one run: time, peak memory, recall and precision.

    python -m venv .peers && .peers/bin/pip install -r benchmarks/matching/peers.txt
    python benchmarks/matching/peers.py --peers .peers/bin/python [--names 10000 100000] [--plot docs/figures/peers.svg]

Each way runs in a process of its own: ours in this interpreter, the others in that of ``--peers``. What a peer finds is
verified by rapidfuzz, which counts into its time; recall and precision are against the exact pairs,
which ours and brute force must give alike. Precision is of what
the peer itself found, before it was verified. CPU seconds
are there because they bear a machine that others use, too. A way that fails, or takes longer than ``--patience``, is
told with the reason.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from names import family_names, matter_names
from ways import EXACT, LIMITS, WAYS, verified

SETS = {"matters": matter_names, "families": family_names}
HEAD = (
    "| names | rows | way | seconds | times ours | CPU s | times ours | peak MB | recall | precision before verifying |"
)
#: A run that takes so many seconds is not repeated.
_SLOW = 15.0
_FEW = 100
#: What the plot shows; ways with less recall are in the table alone.
_SECONDS, _RECALL = (0.4, 400), (0.97, 1.003)
Figures = dict[str, float | str]


def measure(way: str, kind: str, size: int, threshold: float, output: Path) -> Figures:
    """One way on one set, in this process; its verified pairs go to ``output``."""
    names = SETS[kind](size, random.Random(size))
    WAYS[way](names[:_FEW], threshold)  # loads what the way needs
    begin, worked = time.perf_counter(), time.process_time()
    found = WAYS[way](names, threshold)
    kept = found if way in EXACT else verified(names, found, threshold)
    seconds, worked = time.perf_counter() - begin, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    np.save(output, np.unique((kept[0].astype(np.int64) << 32) | kept[1].astype(np.int64)))
    distinct = len(np.unique((found[0].astype(np.int64) << 32) | found[1].astype(np.int64)))
    return {"seconds": seconds, "worked": worked, "peak": peak, "found": distinct}


def in_own_process(python: str, way: str, kind: str, size: int, threshold: float, patience: float) -> Figures:
    """The same in a fresh process, with the pairs; or why it did not end."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "pairs.npy"
        command = [python, __file__, "--measure", way, kind, str(size), str(threshold), str(output)]
        try:
            run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=patience)
        except subprocess.TimeoutExpired:
            return {"failed": f"over {patience:g} s"}
        if run.returncode:
            return {
                "failed": run.stderr.strip().splitlines()[-1] if run.stderr.strip() else f"ended by {run.returncode}"
            }
        return json.loads(run.stdout.splitlines()[-1]) | {"pairs": np.load(output)}


def compared(options: argparse.Namespace, kind: str, size: int) -> list[Figures]:
    """All ways on one set, ours first, brute force last; prints a line each."""
    ours = best_of(options, "workbench", kind, size)
    truth = ours["pairs"]
    table = []
    for way in options.ways:
        figures = dict(ours) if way == "workbench" else best_of(options, way, kind, size)
        if way in EXACT and not np.array_equal(figures.get("pairs", truth), truth):
            raise SystemExit(f"{kind} {size}: ours and brute force differ")
        table.append(_judged(way, figures, truth) | {"kind": kind, "size": size})
        print(row(table[-1], table[0]), flush=True)
    return table


def best_of(options: argparse.Namespace, way: str, kind: str, size: int) -> Figures:
    """The best of some runs; one run where it fails or is slow."""
    if size > LIMITS.get(way, size):
        return {"failed": f"not run: its candidates would fill the memory past {LIMITS[way]:,} names"}
    python = sys.executable if way == "workbench" else options.peers
    best: Figures = {}
    for _ in range(options.repeat):
        run = in_own_process(python, way, kind, size, options.threshold, options.patience)
        if not best or run.get("seconds", 0) < best["seconds"]:
            best = run
        if run.get("seconds", _SLOW) >= _SLOW:
            break
    return best


def _judged(way: str, figures: Figures, truth: np.ndarray) -> Figures:
    """With recall and precision, without the pairs."""
    pairs = figures.pop("pairs", None)
    if pairs is None:
        return figures | {"way": way}
    recall = float(np.isin(truth, pairs, assume_unique=True).mean())
    return figures | {"way": way, "recall": recall, "precision": len(pairs) / max(1, figures["found"])}


def row(figures: Figures, ours: Figures) -> str:
    """A line of the table."""
    start = f"| {figures['kind']} | {figures['size']:,} | {figures['way']} |"
    if "failed" in figures:
        return f"{start} {figures['failed']} | | | | | | |"
    return (
        f"{start} {figures['seconds']:.2f} | {figures['seconds'] / ours['seconds']:.1f} | {figures['worked']:.2f} "
        f"| {figures['worked'] / ours['worked']:.1f} | {figures['peak']:.0f} | {figures['recall']:.4f} "
        f"| {figures['precision']:.3f} |"
    )


def plot(table: list[Figures], path: Path) -> None:
    """Processor time against recall, one point a way, at the largest size of each set."""
    import matplotlib as mpl

    mpl.use("svg")
    import matplotlib.pyplot as plt

    mpl.rcParams["svg.hashsalt"] = "peers"
    kinds = list(dict.fromkeys(each["kind"] for each in table))
    figure, axes = plt.subplots(1, len(kinds), figsize=(5.2 * len(kinds), 4), layout="constrained", squeeze=False)
    for axis, kind in zip(axes[0], kinds, strict=True):
        largest = max(each["size"] for each in table if each["kind"] == kind)
        for each in table:
            if each["kind"] == kind and each["size"] == largest and "seconds" in each:
                mine = each["way"] == "workbench"
                axis.scatter(
                    each["worked"], each["recall"], s=30 + each["peak"] / 5, color="C3" if mine else "C0", alpha=0.6
                )
                axis.annotate(each["way"], (each["worked"], each["recall"]), fontsize=7, rotation=20, clip_on=True)
        axis.set(
            xscale="log",
            xlim=_SECONDS,
            ylim=_RECALL,
            xlabel="CPU seconds (log)",
            ylabel="recall",
            title=f"{largest:,} names: {kind}",
        )
        axis.grid(alpha=0.3)
    figure.suptitle("Pairs at ratio 85; the area of a point is its peak memory", fontsize=9)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Prints the table; draws the plot."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", default=sys.executable, help="the interpreter that the peers are installed for")
    parser.add_argument("--names", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--sets", nargs="*", choices=SETS, default=list(SETS))
    parser.add_argument("--ways", nargs="*", choices=WAYS, default=list(WAYS), help="ours must be among them")
    parser.add_argument("--threshold", type=float, default=85.0)
    parser.add_argument("--patience", type=float, default=400.0, help="seconds that a way may take")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--measure", nargs=5)
    options = parser.parse_args()
    if options.measure:
        way, kind, size, threshold, output = options.measure
        print(json.dumps(measure(way, kind, int(size), float(threshold), Path(output))))
        return
    table: list[Figures] = []
    print(HEAD, "|---" * 10 + "|", sep="\n", flush=True)
    for kind in options.sets:
        for size in options.names:
            table += compared(options, kind, size)
    if options.plot:
        plot(table, options.plot)


if __name__ == "__main__":
    main()
