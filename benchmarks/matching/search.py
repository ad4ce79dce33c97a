"""The whole search for duplicates: names taken apart, joined at 70, compared, clustered.

    python benchmarks/matching/search.py [--matters 10000 200000] [--changed 300] [--engine local]

prints a Markdown table. Matters have families of sub-items, units and bases. With ``--changed`` so many of them are
replaced and the search is done again by an engine that remembers the names of the first time.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time

from names import families

from workbench.matching import Memory, Named, clusters, suspects
from workbench.matching.candidates import by_name
from workbench.matching.distinct import Wordings
from workbench.matching.gist import Gist
from workbench.matching.rows import Rows

_UNITS = [f"{word}{kind}" for word in "农林水商文教卫体民建交财审统" for kind in ("业厅", "务局", "管理局")]
_STATUTES = ["行政许可", "农药管理", "动物防疫", "土地管理", "水", "城乡规划", "安全生产", "食品安全", "旅游", "测绘"]
_LEVELS = ["省级", "市级", "县级"]
#: Matters whose basis is one article.
_SHARE = 40


def matters(size: int, chance: random.Random) -> list[Named]:
    """Matters of a province: families of sub-items, each family with a unit, an article and a level."""
    articles = max(1, size // _SHARE)
    own: dict[str, tuple[str, str, str]] = {}
    named = []
    for main, name in families(size, chance):
        if main not in own:
            own[main] = chance.choice(_UNITS), _basis(chance.randrange(articles)), chance.choice(_LEVELS)
        unit, basis, level = own[main]
        named.append(Named(name, unit, basis, level, "辽宁省", f"{unit}|{main}"))
    return named


def _basis(article: int) -> str:
    return f"《中华人民共和国{_STATUTES[article % len(_STATUTES)]}法》第{article // len(_STATUTES) + 1}条"


def measure(size: int, changed: int) -> dict[str, float]:
    """Seconds of each step and of the whole, in this process."""
    named = matters(size + changed, random.Random(size))
    before, after = named[:size], named[changed:]
    seconds = {}
    begin = time.perf_counter()
    wordings = Wordings.among(Rows.of([Gist.of(matter) for matter in before]))
    seconds["apart"] = time.perf_counter() - begin
    begin = time.perf_counter()
    seconds["candidates"] = len(by_name(wordings))
    seconds["join"] = time.perf_counter() - begin
    del wordings
    memory = Memory()
    begin = time.perf_counter()
    found = suspects(before, memory=memory)
    grouped = clusters(size, found)
    seconds["whole"] = time.perf_counter() - begin
    seconds["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds["suspects"], seconds["clusters"] = len(found), len(grouped)
    if changed:
        begin = time.perf_counter()
        suspects(after, memory=memory)
        seconds["again"] = time.perf_counter() - begin
    return seconds


def main() -> None:
    """Prints the table, or one measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--matters", type=int, nargs="*", default=[10_000, 200_000])
    parser.add_argument("--changed", type=int, default=300)
    parser.add_argument("--measure", type=int)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure, options.changed)))
        return
    columns = ("apart", "join", "whole", "again", "peak", "candidates", "suspects", "clusters")
    print("| matters | taken apart s | join at 70 s | whole s | again s | MB | name pairs | suspects | clusters |")
    print("|---|---|---|---|---|---|---|---|---|")
    for size in options.matters:
        command = [sys.executable, __file__, "--measure", str(size), "--changed", str(options.changed)]
        run = subprocess.run(command, check=True, capture_output=True, text=True)
        figures = json.loads(run.stdout)
        digits = (1, 1, 1, 1, 0, 0, 0, 0)
        cells = (f"{figures.get(column, 0):,.{digit}f}" for column, digit in zip(columns, digits, strict=True))
        print(f"| {size:,} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
