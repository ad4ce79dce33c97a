"""Checks JSON-lines cases: matching finds the pairs among a case's rows, then the rules run."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbench import checks, matching
from workbench.records import Row


def check_case(case: Mapping[str, Any], units: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The output lines of one case.

    Raises:
        InvalidCase: the case is not in the vocabulary of the rule book's section 8.
    """
    item, context = checks.read_case(case, units)
    only = _rules(case)
    guides = [Row(org=each.org, item_name=each.name, region=each.region) for each in item.guides]
    item = checks.with_pairs(item, pairs_among(item.rows), pairs_among(guides))
    outcome = checks.run(item, context, only)
    yield from checks.told(item, outcome if item.guide else _with_each_guide(item, outcome, context, only))


def _with_each_guide(
    item: checks.Item, across: checks.Outcome, context: checks.Context, only: Sequence[str] | None
) -> checks.Outcome:
    """The outcome with what the rules on single guides say of each guide of the set, nothing said twice."""
    findings, lacking = list(across.findings), list(across.not_checked)
    for at, guide in enumerate(item.guides):
        single = checks.Item(id=item.id, guide=guide, catalogue=guide.catalogue, org=guide.org)
        alone = checks.run(single, context, only, scopes=("guide",))
        findings += [replace(each, at=at) for each in alone.findings]
        lacking += alone.not_checked
    said = {(each.rule, each.at, each.field, each.material): each for each in reversed(findings)}
    return replace(across, findings=tuple(reversed(said.values())), not_checked=tuple(dict.fromkeys(lacking)))


def pairs_among(rows: Sequence[Row]) -> list[checks.RowPair]:
    """All pairs of rows, compared: cases have few rows, and a name may be too short for a search."""
    named = [
        matching.Named(row.full_name, row.org, row.legal_basis, row.levels_and_departments, row.region) for row in rows
    ]
    return [
        checks.RowPair(a, b, matching.compare(named[a], named[b]))
        for a in range(len(rows))
        for b in range(a + 1, len(rows))
    ]


def _rules(case: Mapping[str, Any]) -> list[str] | None:
    rules = case.get("rules")
    if rules is None:
        return None
    if not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules):
        raise checks.InvalidCase("rules 应为规则代码的列表")
    return rules
