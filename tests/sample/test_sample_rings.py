"""The sample's mutual preconditions: a pair and a ring of three, each found as planted, and no other."""

import csv

import pytest

from workbench import assignments, checks
from workbench.records import Guide
from workbench.records.tidy import bare
from workbench.sample import PLANTED_FILE, write_sample
from workbench.workbooks.guarded import parse
from workbench.workbooks.guides import read_guides

ROSTER = assignments.parse(assignments.default_text())


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Guide], list[dict[str, str]]]:
    """All guides of a sample, and its planted rings."""
    folder = tmp_path_factory.mktemp("rings")
    report = write_sample(folder, 1500, 5)
    guides = []
    for path in report.guide_files:
        unit = ROSTER.unit_in(path.name)
        read = read_guides(path.name, parse(path.read_bytes())).guides
        guides += [Guide(each.guide.elements, each.guide.materials, org=unit.name if unit else None) for each in read]
    with (folder / PLANTED_FILE).open(encoding="utf-8-sig", newline="") as stream:
        return guides, [line for line in csv.DictReader(stream) if line["rule"] == "FLOW-MUTUAL"]


def _name(line: dict[str, str]) -> str:
    sub = line["sub_item_name"]
    return bare(f"{line['item_name']}（{sub}）" if sub else line["item_name"])


def test_a_pair_and_a_ring_of_three_are_planted(sample: tuple[list[Guide], list[dict[str, str]]]) -> None:
    """Each line names the matter whose result it asks for; following them leads back."""
    _, planted = sample
    told = {(line["unit"], _name(line)): (line["other_unit"], bare(line["other_item_name"])) for line in planted}
    assert sorted(line["detail"] for line in planted) == ["三个事项互为前置"] * 3 + ["两个事项互为前置"] * 2
    assert sorted(_way_round(told, start) for start in told) == [2, 2, 3, 3, 3]


def _way_round(told: dict[tuple[str, str], tuple[str, str]], start: tuple[str, str]) -> int:
    """Steps from a matter back to itself; never to where it would not end."""
    steps, at = 1, told[start]
    while at != start:
        steps, at = steps + 1, told[at]
        assert steps <= len(told)
    return steps


def test_the_rule_finds_those_and_no_other(sample: tuple[list[Guide], list[dict[str, str]]]) -> None:
    """FLOW-MUTUAL over all guides of the sample."""
    guides, planted = sample
    found = checks.run(checks.Item(guides=tuple(guides)), checks.Context(), ["FLOW-MUTUAL"]).findings
    assert {(guides[each.at].org, bare(guides[each.at].name)) for each in found if each.at is not None} == {
        (line["unit"], _name(line)) for line in planted
    }
    assert len(found) == len(planted)
