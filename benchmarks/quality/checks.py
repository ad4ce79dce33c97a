"""How right the rules are: precision and recall on labelled cases, with every confusion.

    python benchmarks/quality/checks.py FOLDER

FOLDER holds ``sample_cases.csv`` (one rule a case: finding or none) and ``sample_whole_cases.jsonl`` (all
rules on a whole row, guide or set, with precedence: ``must`` have to appear, ``may`` are tolerated, any other
违规 or 存疑 is a false alarm). Prints a page of Markdown. The cases themselves are not printed.
"""

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench import assignments
from workbench.checks import by_code
from workbench.review import check_case

UNITS = assignments.parse(assignments.default_text()).full_names()
ALARMS = ("违规", "存疑")


def findings(case: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The findings of a case; 未检查 is none."""
    return [line for line in check_case(case, UNITS) if "severity" in line]


def single(path: Path) -> Iterator[tuple[str, str, bool, bool]]:
    """Case, rule, whether a finding is expected, and whether there is one."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            case = json.loads(row["fields"]) | {"id": row["case_id"], "rules": [row["rule_id"]]}
            yield row["case_id"], row["rule_id"], row["expected_finding"] == "yes", bool(findings(case))


def single_page(path: Path) -> Iterator[str]:
    """The page on cases of one rule."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    wrong = []
    for case, rule, wanted, got in single(path):
        outcome = {(True, True): "found", (False, False): "silent", (True, False): "missed"}.get((wanted, got), "false")
        counts[rule.split("-")[0]][outcome] += 1
        if wanted != got:
            built = "" if by_code(rule) else " (rule not built)"
            wrong.append(f"- {case} {rule}: {'missed' if wanted else 'false alarm'}{built}")
    total = sum(counts.values(), Counter())
    yield "| topic | cases | found | rightly silent | missed | false alarms |\n|---|---|---|---|---|---|"
    for topic, count in [*sorted(counts.items()), ("**all**", total)]:
        figures = (count[name] for name in ("found", "silent", "missed", "false"))
        yield f"| {topic} | {sum(count.values())} | {' | '.join(map(str, figures))} |"
    recall = total["found"] / max(1, total["found"] + total["missed"])
    precision = total["found"] / max(1, total["found"] + total["false"])
    yield f"\nPrecision {precision:.3f}, recall {recall:.3f}."
    yield "\n".join(wrong) or "No confusion."


def whole_page(path: Path) -> Iterator[str]:
    """The page on whole rows, guides and sets."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    wrong = []
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        got = findings(case["case"] | {"id": case["id"]})
        codes = {finding["rule"] for finding in got}
        allowed = {*case["must"], *case["may"]}
        alarms = sorted({f["rule"] for f in got if f["severity"] in ALARMS and f["rule"] not in allowed})
        missed = sorted(set(case["must"]) - codes)
        kinds[case["kind"]] += Counter(
            cases=1, must=len(case["must"]), missed=len(missed), with_false_alarm=bool(alarms)
        )
        if alarms or missed:
            wrong.append(f"- {case['id']} ({case['kind']}): missed {missed or 'none'}, false alarms {alarms or 'none'}")
    yield "| kind | cases | findings wanted | missed | cases with a false alarm |\n|---|---|---|---|---|"
    for kind, count in kinds.items():
        figures = (count[name] for name in ("cases", "must", "missed", "with_false_alarm"))
        yield f"| {kind} | {' | '.join(map(str, figures))} |"
    yield "\n".join(wrong) or "\nNo confusion."


def main() -> None:
    """Prints both pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    print("### One rule a case\n", *single_page(folder / "sample_cases.csv"), sep="\n")
    print("\n### Whole rows, guides and sets\n", *whole_page(folder / "sample_whole_cases.jsonl"), sep="\n")


if __name__ == "__main__":
    main()
