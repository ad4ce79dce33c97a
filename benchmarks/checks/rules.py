"""All rules over catalogue rows and guides, and three rules beside pandera, in one run.

The rows and guides are the sample's, read from its workbooks before the clock starts; texts that repeat are
told apart, so that nothing is answered from a cache. Two processes share the work, as at intake.

    pip install -r benchmarks/checks/peers.txt
    python benchmarks/checks/rules.py [--rows 10000 100000] [--guides 10000 100000]

prints a Markdown table. CPU seconds are those of all processes together: what else the machine does counts less in them
than in the seconds by the clock.
"""

import argparse
import itertools
import os
import resource
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from workbench import assignments, checks, workbooks
from workbench.records import Guide, Row
from workbench.sample import write_sample

#: What pandera can say, too: a number, one of five types, not blank.
SHARED = ("FORM-SEQ", "SCOPE-TYPE-5", "FORM-EMPTY")
CONTEXT = checks.Context(units=assignments.parse(assignments.default_text()).full_names())
_AT_ONCE = 200


def sample() -> tuple[list[Row], list[Guide]]:
    """Rows and guides as read from the sample's workbooks."""
    rows, guides = [], []
    with TemporaryDirectory() as folder:
        written = write_sample(Path(folder))
        for path in (*written.files, *written.guide_files):
            reading = workbooks.read_submission(path)
            if reading.catalogue:
                rows += [replace(read.row, catalogue=reading.kind) for read in reading.catalogue.rows]
            guides += [read.guide for read in reading.guides]
    return rows, guides


def many_rows(rows: Sequence[Row], size: int) -> list[checks.Item]:
    """So many rows; those of a further time round differ in name and basis."""
    turns = (divmod(at, len(rows)) for at in range(size))
    told = (f"（{turn}）" if turn else "" for turn, _ in turns)
    return [
        checks.Item(row=replace(row, item_name=f"{row.item_name}{more}", legal_basis=f"{row.legal_basis}{more}"))
        for row, more in zip(itertools.cycle(rows), told, strict=False)
    ][:size]


def many_guides(guides: Sequence[Guide], size: int) -> list[checks.Item]:
    """So many guides; those of a further time round differ in their basis and conditions."""
    items = []
    for at, guide in enumerate(itertools.islice(itertools.cycle(guides), size)):
        more = {name: f"{guide.text(name) or ''}（{at}）" for name in ("设定依据", "受理条件")}
        items.append(checks.Item(guide=replace(guide, elements={**guide.elements, **more})))
    return items


def check(items: Sequence[checks.Item], only: Sequence[str] | None = None) -> int:
    """How many findings; with the default every rule runs."""
    return sum(len(checks.run(item, CONTEXT, only).findings) for item in items)


def on_both_cores(items: Sequence[checks.Item]) -> int:
    """The same in two processes."""
    parts = [items[at : at + _AT_ONCE] for at in range(0, len(items), _AT_ONCE)]
    with ProcessPoolExecutor(2) as pool:
        return sum(pool.map(check, parts))


def ours(items: Sequence[checks.Item]) -> int:
    """The three rules by themselves, in one process: the number of the column as a sheet, the others by row."""
    sheet = checks.Item(seq=tuple(item.row.seq or "" for item in items if item.row))
    return check(items, SHARED[1:]) + check([sheet], SHARED[:1])


def pandera(items: Sequence[checks.Item]) -> int:
    """The three rules as a pandera schema over a DataFrame, all failures gathered."""
    os.environ["DISABLE_PANDERA_IMPORT_WARNING"] = "True"
    import pandas as pd
    import pandera.pandas as pa

    from workbench.records import ITEM_TYPES

    rows = [item.row for item in items if item.row]
    frame = pd.DataFrame({name: [getattr(row, name) for row in rows] for name in ("seq", "item_type", "item_name")})
    schema = pa.DataFrameSchema(
        {
            "seq": pa.Column(str, pa.Check.str_matches(r"^\d+$")),
            "item_type": pa.Column(str, pa.Check.isin(ITEM_TYPES)),
            "item_name": pa.Column(str, pa.Check.str_length(min_value=1)),
        }
    )
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as failures:
        return len(failures.failure_cases)
    return 0


def measured(name: str, work: Any, items: Sequence[checks.Item]) -> str:
    """A line of the table."""
    begin, before = time.perf_counter(), _cpu()
    findings = work(items)
    seconds, cpu = time.perf_counter() - begin, _cpu() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return f"| {name} | {len(items):,} | {findings:,} | {seconds:.2f} | {cpu:.2f} | {cpu / len(items) * 1e3:.3f} | {peak / 1024:.0f} |"


def _cpu() -> float:
    """CPU seconds of this process and of those that it has started and that are done."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--guides", type=int, nargs="*", default=[10_000, 100_000])
    options = parser.parse_args()
    rows, guides = sample()
    print(
        "| what | items | findings | seconds | CPU seconds | CPU ms an item | peak MB |\n|---|---|---|---|---|---|---|"
    )
    for size in options.guides:
        print(measured("all rules on guides, two processes", on_both_cores, many_guides(guides, size)), flush=True)
    for size in options.rows:
        print(measured("all rules on rows, two processes", on_both_cores, many_rows(rows, size)), flush=True)
    plain = many_rows(rows, options.rows[0])
    print(measured("three rules, workbench, one process", ours, plain), flush=True)
    print(measured("three rules, pandera, one process", pandera, plain), flush=True)


if __name__ == "__main__":
    main()
