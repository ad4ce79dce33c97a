"""Times the whole duplicate search: names read, joined, compared and clustered, on catalogues shaped like real ones.

    python benchmarks/matching/search.py [--matters 10000 200000]

The catalogues are those of the sample: 58 units, main items with sub-items, statutes. Past some ten thousand matters
it repeats its items for each county and year, so that names come in families that differ only by their place: the
hard case. Each size runs in a process of its own, so that its peak memory is its own.
"""

import argparse
import resource
import subprocess
import sys
import time

from workbench.assignments import default_text, parse
from workbench.matching import Named, clusters, suspects
from workbench.sample.plan import plans
from workbench.sample.statutes import cell


def catalogues(size: int) -> list[Named]:
    """The matters of all units."""
    named = []
    for unit, picks in plans(list(parse(default_text()).units), size, 1).items():
        for pick in picks:
            basis, main = cell(pick.draft.provisions), f"{unit}|{pick.name}"
            named += [Named(f"{pick.name}（{sub}）", unit, basis, "市级", unit, main) for sub in pick.subs]
            if not pick.subs:
                named.append(Named(pick.name, unit, basis, "市级", unit))
    return named


def measure(size: int) -> None:
    """Prints one line of the table."""
    named = catalogues(size)
    wall, work = time.perf_counter(), time.process_time()
    found = suspects(named)
    groups = clusters(len(named), found)
    took, cpu = time.perf_counter() - wall, time.process_time() - work
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"| {size:,} | {took:.1f} | {cpu:.1f} | {peak} | {len(found):,} | {len(groups):,} |", flush=True)


def main() -> None:
    """Measures each size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--matters", type=int, nargs="+", default=[10_000, 200_000])
    options.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one:
        measure(chosen.matters[0])
        return
    print("| matters | s | CPU s | peak MB | pairs | clusters |\n|---|---|---|---|---|---|", flush=True)
    for size in chosen.matters:
        subprocess.run([sys.executable, __file__, "--one", "--matters", str(size)], check=True)


if __name__ == "__main__":
    main()
