"""Intake of the sample beside a plain reading of the same files with pandas.

Run: ``python benchmarks/intake/intake.py [MATTERS]``. Prints a Markdown table: time, ratio and peak memory, each in a
process of its own. The peer only reads cells; intake reads with places, parses citations, checks, matches and stores.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WAYS = ("pandas + openpyxl, cells only", "pandas + calamine, cells only", "workbench intake, everything")


def measure(way: str, folder: Path) -> tuple[float, float]:
    """Seconds and peak MB (with children) of one way, in a fresh process."""
    done = subprocess.run(
        [sys.executable, __file__, "--way", way, str(folder)], check=True, capture_output=True, text=True
    )
    seconds, megabytes = done.stdout.split()[-2:]
    return float(seconds), float(megabytes)


def one_way(way: str, folder: Path) -> None:
    """Do the work and print seconds and peak MB: the greatest of the parent and of any child, and their sum."""
    start = time.perf_counter()
    if way == WAYS[2]:
        from workbench.review import open_workspace

        open_workspace(folder).intake()
    else:
        import pandas as pd

        engine = "openpyxl" if way == WAYS[0] else "calamine"
        for path in (folder / "data" / "submissions").glob("*.xlsx"):
            pd.read_excel(path, sheet_name=None, header=None, engine=engine)
    seconds = time.perf_counter() - start
    peak = (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + 2 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    )
    print(f"{seconds:.3f} {peak / 1024:.0f}")


def main(matters: int) -> None:
    """Make the sample once, measure each way, print the table."""
    from workbench import assignments
    from workbench.sample import write_sample

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_sample(folder / "data" / "submissions", matters, 2017)
        (folder / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
        figures = {way: measure(way, folder) for way in WAYS}
    base = figures[WAYS[0]][0]
    print(f"| {matters:,} matters in 58 workbooks | seconds | ratio to the first | peak MB, two workers counted |")
    print("|---|---|---|---|")
    for way, (seconds, megabytes) in figures.items():
        print(f"| {way} | {seconds:.2f} | {seconds / base:.2f} | {megabytes:.0f} |")


if __name__ == "__main__":
    if "--way" in sys.argv:
        one_way(sys.argv[2], Path(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
