"""The sample: how many rows, which faults, and that it is the same every time."""

import csv
import hashlib
from collections import Counter
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from workbench import assignments
from workbench.records import ITEM_TYPES
from workbench.sample import PLANTED_FILE, SampleReport, write_sample
from workbench.sample.drafts import drafts
from workbench.sample.faults import FAULTS
from workbench.sample.statutes import cell

MATTERS = 2000
FIRST = 5


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample of 2,000 matters."""
    folder = tmp_path_factory.mktemp("sample")
    assert write_sample(folder, MATTERS, 7).matters == MATTERS
    return folder


@cache
def table(path: Path) -> list[tuple[int, list[str]]]:
    """The rows of a catalogue with their line, down to the note at its foot."""
    book = openpyxl.load_workbook(path, read_only=True)
    lines = enumerate(book.worksheets[0].iter_rows(min_row=FIRST, values_only=True), start=FIRST)
    rows = [(line, ["" if value is None else str(value) for value in values]) for line, values in lines]
    book.close()
    return [row for row in rows if not row[1][0].startswith("注：")]


def full_names(path: Path) -> set[str]:
    """The names of a catalogue's rows as 事项 or 事项（子项）."""
    names, main = set(), ""
    for _, values in table(path):
        main = values[1] or main
        names.add(f"{main}（{values[2]}）" if values[2] else main)
    return names


def planted(folder: Path) -> list[dict[str, str]]:
    """The lines of planted.csv that lie in catalogues."""
    with (folder / PLANTED_FILE).open(encoding="utf-8-sig", newline="") as stream:
        return [line for line in csv.DictReader(stream) if (folder / line["file"]).exists()]


def hashes(folder: Path) -> dict[str, str]:
    """File name -> SHA-256 of everything in the folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("matters", [58, 1234])
def test_there_are_exactly_as_many_rows_as_asked_for(tmp_path: Path, matters: int):
    """One workbook for each of the 58 units, and all their rows together."""
    report = write_sample(tmp_path, matters, 11)
    assert sum(len(table(path)) for path in report.files) == report.matters == matters
    assert len(report.files) == 58
    assert {path.name for path in report.files} == {path.name for path in tmp_path.glob("*.xlsx")}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path):
    """Workbooks and list are identical for one seed, and others for another."""
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        write_sample(tmp_path / name, 300, seed)
    assert hashes(tmp_path / "a") == hashes(tmp_path / "b")
    assert hashes(tmp_path / "a") != hashes(tmp_path / "c")


def test_progress_counts_the_workbooks(tmp_path: Path):
    """The bar is told each workbook that is done."""
    calls: list[tuple[int, int]] = []
    report = write_sample(tmp_path, 58, progress=lambda done, of: calls.append((done, of)))
    assert calls == [(done, 58) for done in range(1, 59)]
    assert report == SampleReport(report.files, 58, report.planted, report.guide_files, report.guides)


def test_every_planted_row_stands_where_the_list_says(folder: Path):
    """File, sheet and cell of planted.csv lead to a row with the names listed."""
    rows = {path.name: dict(table(path)) for path in folder.glob("*.xlsx")}
    for line in planted(folder):
        at = int(line["cell"].removeprefix("A"))
        values = rows[line["file"]][at]
        own_name, own_sub = values[1], values[2]
        assert own_sub == line["sub_item_name"]
        assert own_name in ("", line["item_name"])
        assert line["sheet"] == "目录"


def test_the_list_names_units_and_groups_of_the_roster(folder: Path):
    """Unit, group and the other unit of a duplicate are the roster's own."""
    roster = assignments.parse(assignments.default_text())
    for line in planted(folder):
        unit = roster.unit(line["unit"])
        assert unit is not None
        assert str(unit.group) == line["group"]
        assert bool(line["other_unit"]) is line["rule"].startswith("DUP-")
        assert not line["other_unit"] or roster.unit(line["other_unit"]) is not None


def test_faults_of_every_kind_are_planted_once_a_row(folder: Path):
    """A twentieth of the rows has a fault and a hundredth repeats another matter; no row has two."""
    lines = planted(folder)
    kinds = Counter((line["rule"], line["detail"]) for line in lines if not line["other_unit"])
    assert sum(kinds.values()) == MATTERS // 20
    assert set(kinds) == {(fault.rule, fault.detail) for fault in FAULTS}
    assert sum(bool(line["other_unit"]) for line in lines) - MATTERS // 100 in (0, 1)
    assert len({(line["file"], line["cell"]) for line in lines}) == len(lines)


def test_duplicates_lie_in_one_group_across_groups_in_cities_and_in_one_catalogue(folder: Path):
    """Each kind of duplicate is planted, some in other words."""
    roster = assignments.parse(assignments.default_text())
    groups = {unit.name: unit.group for unit in roster.units}
    copies = [line for line in planted(folder) if line["other_unit"]]
    regional = [line for line in copies if line["rule"] == "DUP-REGION"]
    assert {groups[line["unit"]] == groups[line["other_unit"]] for line in regional} == {True, False}
    assert {line["detail"].rpartition("，")[2] for line in regional} == {"名称相同）", "换了说法）"}
    assert {line["rule"] for line in copies} == {"DUP-REGION", "DUP-SELF", "DUP-PROV-CITY"}
    assert all(line["unit"] == line["other_unit"] for line in copies if line["rule"] == "DUP-SELF")
    assert all(line["unit"].endswith("市") for line in copies if line["rule"] == "DUP-PROV-CITY")


def test_a_matter_that_is_repeated_stands_in_the_other_catalogue(folder: Path):
    """The other unit's workbook has the matter under the name listed, without a fault."""
    names: dict[str, set[str]] = {}
    roster = assignments.parse(assignments.default_text())
    for path in folder.glob("*.xlsx"):
        unit = roster.unit_in(path.stem)
        assert unit is not None
        names[unit.name] = full_names(path)
    for line in planted(folder):
        if line["other_unit"]:
            assert line["other_item_name"] in names[line["other_unit"]]


def test_the_tables_hold_enough_for_every_unit():
    """Names of one unit are all different, and each department has 15 objects or more."""
    for unit in assignments.parse(assignments.default_text()).units:
        own = drafts(unit)
        names = [name for draft in own for name in draft.variants or (draft.name,)]
        assert len(set(names)) == len(names)
        assert len(own) >= 15
        assert {draft.item_type for draft in own} <= set(ITEM_TYPES)


def test_all_six_ranks_are_cited():
    """The departments' bases are of all six ranks, the highest first."""
    ranks = ["法律", "行政法规", "地方性法规", "规章", "规范性文件", "标准规范"]
    cited = [
        [provision.statute.label for provision in draft.provisions]
        for unit in assignments.parse(assignments.default_text()).units
        for draft in drafts(unit)
    ]
    assert {label for labels in cited for label in labels} == set(ranks)
    assert all(labels == sorted(labels, key=ranks.index) for labels in cited)


def test_a_basis_has_the_official_form():
    """Label, full title, bracket, and articles on lines of their own behind two full-width blanks."""
    unit = assignments.parse(assignments.default_text()).unit("省水利厅")
    assert unit is not None
    bases = {draft.name: cell(draft.provisions) for draft in drafts(unit)}
    assert bases["河道采砂许可"].splitlines() == [
        "【法律】《中华人民共和国水法》（2002年8月29日主席令第七十四号，2016年7月2日修改）",
        "\u3000\u3000第三十九条 国家实行河道采砂许可制度。",
        "【地方性法规】《辽宁省河道管理条例》（辽宁省第十一届人民代表大会常务委员会第三十三次会议于2012年11月29日审议通过）",
        "\u3000\u3000第十八条 在河道管理范围内采砂、取土、淘金，应当向水行政主管部门申请办理河道采砂许可证。",
    ]
