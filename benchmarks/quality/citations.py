"""How right the ranks of legal documents are, from title and promulgation line alone.

    python benchmarks/quality/citations.py FILE

FILE is a CSV with ``title``, ``promulgation_text`` and ``category`` (the rank; blank: unknown, left out). Prints a
page of Markdown. The titles themselves are printed only where the rank came out wrong.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from workbench import citations

#: Both kinds of 规章 are one rank.
_RULES = {"部门规章", "地方政府规章"}


def ranked(path: Path) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Title, true rank, the rank that we read, and from what."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            if not row["category"]:
                continue
            told = f"（{row['promulgation_text']}）" if row["promulgation_text"] else ""
            [first, *_] = citations.parse(f"《{row['title']}》{told}") or [None]
            rank = str(first.rank) if first and first.rank else None
            source = str(first.rank_from) if first and first.rank_from else None
            yield row["title"], "规章" if row["category"] in _RULES else row["category"], rank, source


def page(path: Path) -> Iterator[str]:
    """The page."""
    found = list(ranked(path))
    outcome = Counter("right" if got == want else "null" if got is None else "wrong" for _, want, got, _ in found)
    answered = outcome["right"] + outcome["wrong"]
    yield f"{len(found)} titles: {outcome['right']} right, {outcome['null']} null, {outcome['wrong']} wrong"
    yield f"({outcome['right'] / len(found):.1%} right; wrong among the answered {outcome['wrong'] / answered:.1%}).\n"
    yield "| known by | right | wrong |\n|---|---|---|"
    by_source = Counter((source, got == want) for _, want, got, source in found if got)
    for source in sorted({source or "" for source, _ in by_source}):
        yield f"| {source} | {by_source[source, True]} | {by_source[source, False]} |"
    yield from (f"\n- {title}: {want}, read as {got}" for title, want, got, _ in found if got not in {None, want})


def main() -> None:
    """Prints the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    print(*page(parser.parse_args().file), sep="\n")


if __name__ == "__main__":
    main()
