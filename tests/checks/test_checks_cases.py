"""Every rule against its cases: tests/checks/cases/<topic>/<rule>.yml, with the exact findings expected."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from workbench import assignments
from workbench.checks import RowPair, by_code, read_case, run, with_pairs
from workbench.records import Comparison, Finding, Relation

FOLDER = Path(__file__).parent / "cases"
UNITS = assignments.parse(assignments.default_text()).full_names()
ALWAYS = {"severity", "field", "excerpt", "span", "message"}


def _cases() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*/*.yml")):
        for case in yaml.safe_load(file.read_text(encoding="utf-8")):
            yield pytest.param(file.stem, case, id=f"{file.stem}-{case['name']}")


def _pair(told: Mapping[str, Any]) -> RowPair:
    return RowPair(told["a"], told["b"], Comparison(Relation(told["relation"]), told["score"], ""))


def _stated(finding: Finding, wanted: Mapping[str, Any]) -> dict[str, Any]:
    got = {key: getattr(finding, key) for key in ALWAYS | wanted.keys()}
    return got | {"severity": str(finding.severity), "span": list(finding.span) if finding.span else None}


@pytest.mark.parametrize(("rule", "case"), list(_cases()))
def test_case(rule: str, case: dict[str, Any]) -> None:
    """The rule finds in this case what the case says, word for word, and nothing else."""
    code = rule.upper().replace("_", "-")
    assert by_code(code), f"no rule {code}"
    item, context = read_case(case, UNITS)
    pairs, guide_pairs = ([_pair(told) for told in case.get(key, [])] for key in ("pairs", "guide_pairs"))
    outcome = run(with_pairs(item, pairs, guide_pairs), context, [code])
    assert (outcome.broken, outcome.not_checked) == ((), ())
    wanted = case["findings"]
    blank = {"excerpt": "", "span": None, "field": ""}
    got = [_stated(found, want) for found, want in zip(outcome.findings, wanted, strict=False)]
    assert (len(outcome.findings), got) == (len(wanted), [blank | want for want in wanted])
