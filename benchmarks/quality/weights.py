"""Writes the table of weights that come with the package, from the sample's vocabulary and the labelled pairs.

python benchmarks/quality/weights.py
"""

import csv
from pathlib import Path

from workbench.assignments import default_text, parse
from workbench.matching import tidy_name
from workbench.matching.weights import Weights
from workbench.sample.drafts import drafts

TABLE = Path(__file__).parents[2] / "workbench" / "matching" / "tables" / "weights.csv"
PAIRS = Path(__file__).with_name("pairs.csv")
_FEWEST = 3


def main() -> None:
    """Counts in how many distinct names two neighbouring characters stand; rare ones need no line."""
    names = {tidy_name(draft.name) for unit in parse(default_text()).units for draft in drafts(unit)}
    with PAIRS.open(encoding="utf-8", newline="") as file:
        names |= {tidy_name(row[side]) for row in csv.DictReader(file) for side in ("name_a", "name_b")}
    weights = Weights.of(sorted(names))
    lines = sorted((gram, count) for gram, count in weights.counts.items() if count >= _FEWEST)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("gram", "names"), ("", weights.size), *lines])
    print(f"{weights.size} names, {len(lines)} pairs of characters")


if __name__ == "__main__":
    main()
