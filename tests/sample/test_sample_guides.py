"""The sample's guides: correct but for what is planted, in every layout, each of a matter of its department's catalogue."""

import csv
import re
from dataclasses import replace
from pathlib import Path
from random import Random

import openpyxl
import pytest

from workbench import assignments, checks
from workbench.records import ELEMENTS, Guide, Row, Severity, Unit, UnitKind
from workbench.records.tidy import bare
from workbench.sample import PLANTED_FILE, write_sample
from workbench.sample.catalogue import Item
from workbench.sample.drafts import drafts, kind_of, office
from workbench.sample.guides.choosing import GuidedMatter, guided
from workbench.sample.guides.composing import compose
from workbench.sample.guides.planting import GuidePlanter
from workbench.sample.guides.texts import Facts
from workbench.sample.statutes import cell
from workbench.sample.vocabulary import table
from workbench.workbooks.guarded import parse
from workbench.workbooks.guides import GuidesReading, read_guides

ROSTER = assignments.parse(assignments.default_text())
DEPARTMENTS = [unit for unit in ROSTER.units if unit.kind is UnitKind.DEPARTMENT]
MATTERS = 1500
#: Hints that the printed form itself leaves room for (rule book, I-07).
HINTS = {"GUIDE-FLOW-FIELDS", "MAT-FIELDS", "MAT-COPIES", "MAT-FORMSAMPLE"}
FAULTS = [(line["rule"], line["detail"]) for line in table("guide_faults")]
#: A matter of a ring asks for one material more.
RINGED = {"element": "", "material": "另一事项的结果"}


def matters(unit: Unit) -> list[GuidedMatter]:
    """All guides that a department may have."""
    items = [Item(draft, draft.name, draft.variants) for draft in drafts(unit)]
    return guided(unit, items, 1000, Random(unit.name))


def findings(matter: GuidedMatter, guide: Guide) -> set[tuple[str, Severity]]:
    """What all rules for one guide find in it, beside its row of the catalogue."""
    draft, unit = matter.draft, matter.unit
    row = Row(
        org=unit.name, catalogue=kind_of(unit), region=unit.region, item_name=matter.item_name,
        sub_item_name=matter.sub_item_name, item_type=draft.item_type, legal_basis=cell(draft.provisions),
        levels_and_departments=office(unit, draft).levels(draft.levels), remarks="",
    )  # fmt: skip
    item = checks.Item(
        guide=replace(guide, catalogue=kind_of(unit), org=unit.name),
        row=row,
        catalogue=kind_of(unit),
        org=unit.name,
        catalogue_basis=tuple(provision.statute.printed for provision in draft.provisions),
        elements_present=tuple(
            element.name for element in ELEMENTS if element.name in guide.elements or element.name == "申请材料"
        ),
    )
    context = checks.Context(units=ROSTER.full_names())
    return {(found.rule, found.severity) for found in checks.run(item, context, scopes=("guide",)).findings}


@pytest.mark.parametrize("unit", DEPARTMENTS, ids=lambda unit: unit.name)
def test_a_guide_without_a_planted_fault_is_correct(unit: Unit):
    """No rule finds anything in it but the hints that the printed form leaves room for."""
    chance = Random(unit.name)
    for matter in matters(unit):
        guide, _ = compose(matter, chance, brief=chance.random() < 0.3, steps=chance.random() < 0.3)
        told = findings(matter, guide)
        assert {rule for rule, _ in told} <= HINTS
        assert {severity for _, severity in told} <= {Severity.HINT}


def faulty(at: int, count: int) -> list[tuple[GuidedMatter, Guide, Facts]]:
    """Guides with one kind of fault, of matters of many departments."""
    found = []
    for matter in Random(at).sample([matter for unit in DEPARTMENTS for matter in matters(unit)], 300):
        guide, facts = compose(matter, Random(matter.name), brief=False, steps=False)
        planter = GuidePlanter()
        planter.done = {each: each != at for each in planter.done}
        planted = planter.plant(guide, facts, form=True)
        if planted and (planted.rule, planted.detail) == FAULTS[at]:
            found.append((matter, planted.guide, facts))
        if len(found) == count:
            break
    return found


@pytest.mark.parametrize("at", range(len(FAULTS)), ids=lambda at: f"{FAULTS[at][0]} {FAULTS[at][1]}")
def test_every_planted_fault_is_one_of_its_rule(at: int):
    """Each kind of fault is found by the rule that it is listed for."""
    found = faulty(at, 3)
    assert len(found) == 3
    for matter, guide, _ in found:
        assert FAULTS[at][0] in {rule for rule, _ in findings(matter, guide)}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, str]], dict[str, GuidesReading]]:
    """A sample's folder, the planted lines that lie in guides, and the readings of all files of guides by name."""
    folder = tmp_path_factory.mktemp("sample")
    report = write_sample(folder, MATTERS, 5)
    readings = {path.name: read_guides(path.name, parse(path.read_bytes())) for path in report.guide_files}
    assert report.guides == sum(len(reading.guides) for reading in readings.values())
    with (folder / PLANTED_FILE).open(encoding="utf-8-sig", newline="") as stream:
        planted = [line for line in csv.DictReader(stream) if line["file"] in readings]
    return folder, planted, readings


def test_a_share_of_the_departments_matters_has_a_guide(sample):
    """About six in a hundred of all matters, in workbooks and documents, of departments only."""
    _, _, readings = sample
    count = sum(len(reading.guides) for reading in readings.values())
    assert MATTERS * 0.05 < count <= MATTERS * 0.06
    assert {name.rpartition(".")[2] for name in readings} == {"xlsx", "docx"}
    units = {unit.name for name in readings if (unit := ROSTER.unit_in(name))}
    assert units <= {unit.name for unit in DEPARTMENTS}
    assert len(units) > 35


def test_everything_that_is_written_is_read(sample):
    """All files are read without a problem, but for the elements that planted faults leave out."""
    _, planted, readings = sample
    assert [problem for reading in readings.values() for problem in reading.problems] == []
    missing = [
        guide.place.file
        for reading in readings.values()
        for guide in reading.guides
        if set(guide.cells) & {element.name for element in ELEMENTS} != {element.name for element in ELEMENTS}
    ]
    assert missing == [line["file"] for line in planted if line["rule"] == "GUIDE-36"]


def test_a_guide_bears_the_name_of_a_row_of_its_catalogue(sample):
    """Every guide but those with a planted name can be tied to a row."""
    folder, planted, readings = sample
    renamed = {(line["file"], line["sheet"]) for line in planted if line["rule"] == "GUIDE-NAME"}
    for unit in DEPARTMENTS:
        [catalogue] = [path for path in folder.glob("*.xlsx") if ROSTER.unit_in(path.stem) == unit]
        names, main = set(), ""
        for row in openpyxl.load_workbook(catalogue).active.iter_rows(min_row=5, values_only=True):
            main = row[1] or main
            names |= {bare(main), bare(f"{main}（{row[2] or ''}）")}
        guides = [each for name, reading in readings.items() if ROSTER.unit_in(name) == unit for each in reading.guides]
        assert {bare(each.guide.name) for each in guides if (each.place.file, each.place.sheet) not in renamed} <= names


def test_the_list_tells_the_cell_that_shows_a_fault(sample):
    """File, sheet and cell lead to the element at fault, or the name of the material; else to the guide's name."""
    _, planted, readings = sample
    lines = {(line["rule"], line["detail"]): line for line in table("guide_faults")}
    assert planted
    for line in planted:
        fault = lines.get((line["rule"], line["detail"]), RINGED)
        held = [
            read for read in readings[line["file"]].guides
            if read.place.sheet == line["sheet"] and line["cell"] in read.cells.values()
        ]  # fmt: skip
        [field] = [name for name, at in held[0].cells.items() if at == line["cell"]]
        shown = fault["element"] if fault["element"] in held[0].cells else "事项名称"
        assert re.fullmatch(r"申请材料\[\d+\]\.材料名称" if fault["material"] else shown, field)
        assert (line["sub_item_name"] or line["item_name"])[-4:] in held[0].guide.name


def test_all_columns_of_the_tables_are_used():
    """Every department has topics and an address, every type texts and materials."""
    assert {line["unit"] for line in table("guide_units")} == {unit.name for unit in DEPARTMENTS}
    types = {line["item_type"] for line in table("guide_texts") if not line["ending"]}
    assert types == {line["item_type"] for line in table("guide_materials") if not line["ending"]}
    assert len(types) == 5
