"""Rows without a planted fault are correct."""

import pytest

from workbench import assignments, checks
from workbench.records import Row, Severity, Unit
from workbench.sample.drafts import Draft, drafts, kind_of, office
from workbench.sample.statutes import cell

#: What a reviewer may think about on a correct row: hints that ask, and say nothing is wrong.
ASKING = {"NAME-FROM-BASIS", "SCOPE-DELEGATE-DOWN", "LEVEL-BASIS", "SCOPE-AMEND-LAW", "AGENCY-NONGOV", "NAME-FRAME"}
ROSTER = assignments.parse(assignments.default_text())


def rows(unit: Unit, draft: Draft) -> list[Row]:
    """The rows of a main item, sub-items with what they inherit."""
    return [
        Row(
            org=unit.name,
            catalogue=kind_of(unit),
            region=unit.region,
            seq="1",
            item_name=draft.name,
            sub_item_name=sub,
            item_type=draft.item_type,
            legal_basis=cell(draft.provisions),
            levels_and_departments=office(unit, draft).levels(draft.levels),
            remarks="",
            sub_items=draft.variants,
        )
        for sub in draft.variants or ("",)
    ]


@pytest.mark.parametrize("unit", ROSTER.units, ids=lambda unit: unit.name)
def test_no_rule_finds_a_fault_in_a_correct_row(unit: Unit):
    """All that the tables hold for a unit passes every rule, but for hints that only ask to look."""
    context = checks.Context(units=ROSTER.full_names())
    found = {
        (finding.rule, row.full_name, finding.message)
        for draft in drafts(unit)
        for row in rows(unit, draft)
        for finding in checks.run(checks.Item(row=row, catalogue=row.catalogue, org=unit.name), context).findings
        if finding.severity is not Severity.HINT or finding.rule not in ASKING
    }
    assert found == set()
