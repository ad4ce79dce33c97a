"""Our exact join beside brute force by rapidfuzz, in one run on the same names.

Each measurement runs in a process of its own, so that its peak memory is its own. Brute force is
``process.cdist`` in chunks over the upper triangle, with as many threads as our join uses.

    python benchmarks/matching/join.py [--names 10000 ...] [--threshold 85] [--frame 5000]

prints a Markdown table. Ratios are brute force / join: above 1, the join is better.
"""

import argparse
import itertools
import json
import random
import resource
import subprocess
import sys
import time

import numpy as np
from names import frame_names, matter_names
from rapidfuzz import fuzz, process

from workbench.matching import similar_pairs
from workbench.matching.join import Tuning

_CELLS = 4_000_000


def brute_force(names: list[str], threshold: float) -> int:
    """Counts the pairs that cdist finds, chunk by chunk; keeps them as a user would."""
    found, at = [], 0
    while at < len(names):
        end = min(len(names), at + max(1, _CELLS // (len(names) - at)))
        scores = process.cdist(
            names[at:end],
            names[at:],
            scorer=fuzz.ratio,
            score_cutoff=threshold,
            dtype=np.float32,
            workers=Tuning().workers,
        )
        a, b = np.nonzero(scores)
        above = b > a
        found.append(((a[above] + at).astype(np.int32), (b[above] + at).astype(np.int32), scores[a, b][above]))
        at = end
    a, b, score = (np.concatenate(column) for column in zip(*found, strict=True))
    return min(len(a), len(b), len(score))


def join(names: list[str], threshold: float) -> int:
    """Counts the pairs that the exact join finds."""
    return len(similar_pairs(names, threshold))


WAYS = {"join": join, "cdist": brute_force}
SETS = {"matters": matter_names, "one frame": frame_names}


def measure(way: str, kind: str, size: int, threshold: float) -> dict[str, float]:
    """One way on one set, in this process."""
    names = SETS[kind](size, random.Random(size))
    begin = time.perf_counter()
    pairs = WAYS[way](names, threshold)
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"pairs": pairs, "seconds": seconds, "peak": peak}


def in_own_process(*arguments: object) -> dict[str, float]:
    """The same in a fresh process."""
    command = [sys.executable, __file__, "--measure", *map(str, arguments)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(run.stdout)
    return result


def row(kind: str, size: int, threshold: float) -> str:
    """A line of the table."""
    ours, theirs = (in_own_process(way, kind, size, threshold) for way in WAYS)
    if ours["pairs"] != theirs["pairs"]:
        raise SystemExit(f"{kind} {size}: {ours['pairs']} pairs, brute force {theirs['pairs']}")
    cells = [
        kind,
        f"{size:,}",
        f"{threshold:g}",
        f"{ours['pairs']:,.0f}",
        *(f"{side[figure]:.{digits}f}" for figure, digits in (("seconds", 2), ("peak", 0)) for side in (ours, theirs)),
        f"{theirs['seconds'] / ours['seconds']:.1f}",
        f"{theirs['peak'] / ours['peak']:.2f}",
    ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Prints the table, or one measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, nargs="*", default=[10_000, 30_000])
    parser.add_argument("--threshold", type=float, nargs="*", default=[85.0, 70.0])
    parser.add_argument("--frame", type=int, default=5_000)
    parser.add_argument("--measure", nargs=4)
    options = parser.parse_args()
    if options.measure:
        way, kind, size, threshold = options.measure
        print(json.dumps(measure(way, kind, int(size), float(threshold))))
        return
    print("| names | rows | threshold | pairs | join s | cdist s | join MB | cdist MB | speed ratio | memory ratio |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for size, threshold in itertools.product(options.names, options.threshold):
        print(row("matters", size, threshold), flush=True)
    print(row("one frame", options.frame, 85.0), flush=True)


if __name__ == "__main__":
    main()
