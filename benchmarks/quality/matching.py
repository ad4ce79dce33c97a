"""Measures the comparison of two matters on labelled pairs, and writes ``docs/quality_matching.md``.

    python benchmarks/quality/matching.py [--labelled FILE]

FILE: further labelled pairs, kept outside of the project: a CSV with ``name_a``, ``dept_a``, ``name_b``, ``dept_b``,
``label`` (1 same, 0 different, blank part) and ``label_source``. They are only measured: nothing is fitted to them,
and the page has their counts and not their texts. Every error is printed.
"""

import argparse
import csv
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from features import features
from learning import chances, fitted

from workbench.matching import Named, compare
from workbench.matching.evidence import Evidence
from workbench.matching.profile import Profile
from workbench.matching.weights import usual_weights
from workbench.records import Comparison

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "quality_matching.md"
COEFFICIENTS = HERE / "coefficients.csv"
_OUTSIDE = {"1": "same", "0": "different", "": "part"}
_BINS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled pair, and what the rules say of it."""

    source: str
    relation: str
    a: Named
    b: Named
    found: Comparison

    @classmethod
    def of(cls, source: str, relation: str, a: Named, b: Named) -> "Labelled":
        """Compares the pair."""
        return cls(source, relation, a, b, compare(a, b))

    @property
    def told(self) -> str:
        """The relation found."""
        return str(self.found.relation)

    @property
    def features(self) -> dict[str, float]:
        """The named features of the learned model."""
        return dict(features(Evidence(Profile.of(self.a), Profile.of(self.b)), usual_weights()))


def own_pairs() -> list[Labelled]:
    """The pairs of ``pairs.csv``; those that nobody can decide from the names are left out."""
    with (HERE / "pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["relation"] != "unsure"]
    sides = [
        [Named(row[f"name_{s}"], row[f"org_{s}"] or None, row[f"basis_{s}"] or None) for s in "ab"] for row in rows
    ]
    return [Labelled.of(row["source"], row["relation"], *both) for row, both in zip(rows, sides, strict=True)]


def outside_pairs(path: Path) -> list[Labelled]:
    """Pairs kept outside of the project."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sides = [[Named(row[f"name_{s}"], row[f"dept_{s}"] or None) for s in "ab"] for row in rows]
    return [
        Labelled.of(row["label_source"], _OUTSIDE[row["label"]], *both) for row, both in zip(rows, sides, strict=True)
    ]


def counted(truth: Iterable[bool], told: Iterable[bool]) -> str:
    """Precision and recall as cells of a table, with their counts."""
    seen = Counter(zip(truth, told, strict=True))
    right, found, there = seen[True, True], seen[True, True] + seen[False, True], seen[True, True] + seen[True, False]
    return f"{_share(right, found)} | {_share(right, there)}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "-"


def by_source(pairs: Sequence[Labelled]) -> Iterator[str]:
    """A table of the rules' precision and recall by source."""
    yield "| source | pairs | same: precision | same: recall | part: precision | part: recall |"
    yield "|---|---|---|---|---|---|"
    for source in (*sorted({pair.source for pair in pairs}), "all"):
        chosen = [pair for pair in pairs if source in {"all", pair.source}]
        cells = (
            counted([pair.relation == kind for pair in chosen], [pair.told == kind for pair in chosen])
            for kind in ("same", "part")
        )
        yield f"| {source} | {len(chosen)} | {' | '.join(cells)} |"


def left_out(pairs: Sequence[Labelled]) -> list[float]:
    """The learned chance of each pair, by a model that saw no pair of its source."""
    shown = [pair.features for pair in pairs]
    learned = np.zeros(len(pairs))
    for source in sorted({pair.source for pair in pairs}):
        inside = [at for at, pair in enumerate(pairs) if pair.source == source]
        rest = [at for at, pair in enumerate(pairs) if pair.source != source]
        model = fitted([shown[at] for at in rest], [pairs[at].relation == "same" for at in rest])
        learned[inside] = chances([shown[at] for at in inside], model)
    return learned.tolist()


def rivals(pairs: Sequence[Labelled], learned: Sequence[float]) -> Iterator[str]:
    """Rules and model side by side, each source judged by a model that did not see it."""
    truth = [pair.relation == "same" for pair in pairs]
    rules = [pair.told == "same" for pair in pairs]
    yield "| way | precision | recall |"
    yield "|---|---|---|"
    yield f"| levels | {counted(truth, rules)} |"
    yield f"| model | {counted(truth, [chance >= _HALF for chance in learned])} |"
    either = [rule or chance >= _BINS[-2] for rule, chance in zip(rules, learned, strict=True)]
    yield f"| levels, or a model sure of 0.9 | {counted(truth, either)} |"


def reliability(pairs: Sequence[Labelled], learned: Sequence[float]) -> Iterator[str]:
    """How many of the pairs to which the model gives a chance are the same."""
    yield "| chance | pairs | mean chance | share of same |"
    yield "|---|---|---|---|"
    for low, high in itertools.pairwise(_BINS):
        within = [
            (chance, pair.relation == "same")
            for chance, pair in zip(learned, pairs, strict=True)
            if low <= chance < high or chance == high == 1
        ]
        if within:
            means = (sum(column) / len(within) for column in zip(*within, strict=True))
            yield f"| {low}-{high} | {len(within)} | {' | '.join(f'{mean:.2f}' for mean in means)} |"


def write_coefficients(pairs: Sequence[Labelled]) -> None:
    """The model fitted to all own pairs, as a readable file."""
    model = fitted([pair.features for pair in pairs], [pair.relation == "same" for pair in pairs])
    with COEFFICIENTS.open("w", encoding="utf-8", newline="") as file:
        lines = [(name, f"{value:.3f}") for name, value in model.items()]
        csv.writer(file, lineterminator="\n").writerows([("feature", "coefficient"), *lines])


def page(own: Sequence[Labelled], outside: Sequence[Labelled]) -> str:
    """The page."""
    learned = left_out(own)
    kept = "\n".join(by_source(outside)) if outside else "Not measured in this run."
    return (
        (HERE / "matching.md")
        .read_text(encoding="utf-8")
        .format(
            own="\n".join(by_source(own)),
            outside=kept,
            rivals="\n".join(rivals(own, learned)),
            reliability="\n".join(reliability(own, learned)),
        )
    )


def main() -> None:
    """Measures, prints every error and writes the page."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--labelled", type=Path)
    labelled = options.parse_args().labelled
    own, outside = own_pairs(), outside_pairs(labelled) if labelled else []
    for pair in (*own, *outside):
        if pair.told != pair.relation:
            found = f"{pair.relation} -> {pair.told} ({pair.found.score}, {pair.found.level})"
            print(f"{pair.source}: {found}: {pair.a.name} | {pair.b.name}")
    write_coefficients(own)
    PAGE.write_text(page(own, outside), encoding="utf-8")
    print(*by_source([*own, *outside]), sep="\n")


if __name__ == "__main__":
    main()
