"""The public result: only what was passed and is not secret, in the handbook's form, and what changed since the last."""

from pathlib import Path

import openpyxl

from workbench.records import Answer
from workbench.review import Workspace
from workbench.workbooks import read_submission

UNIT = "省水利厅"
OPEN = "【法律】《中华人民共和国水法》第七条：国家实行取水许可制度。"
HIDDEN = "【规范性文件】《关于某事项的通知》（密件，机密）第二条：由省级办理。"


def passed(office: Workspace, name: str) -> str:
    """Pass the matter of this name whatever was found in it; its id."""
    (matter,) = (each for each in office.store.matters() if each.row.full_name == name)
    rules = {each.rule for each in office.store.findings([matter.item]).get(matter.item, ())}
    answers = [Answer(rule, upheld=False, reason="已核实") for rule in sorted(rules)]
    office.record(matter.item, "pass", "同意。", by="group1", answers=answers)
    return matter.item


def published(office: Workspace, name: str) -> list[tuple[str | None, ...]]:
    """Number, main item, sub-item, basis and remark of the rows of a published workbook."""
    reading = read_submission(office.path / "data" / "published" / name).catalogue
    assert reading is not None
    rows = [each.row for each in reading.rows]
    return [(row.seq, row.item_name, row.sub_item_name, row.legal_basis, row.remarks) for row in rows]


MERGED = "省政务服务事项目录.xlsx"
OWN = f"各单位/{UNIT}省政务服务事项目录.xlsx"


def report(path: Path) -> list[tuple[object, ...]]:
    """What the report lists: change, name, field, before and after."""
    page = openpyxl.load_workbook(path).worksheets[0]
    return [(line[1], line[4], line[5], line[6], line[7]) for line in page.iter_rows(min_row=4, values_only=True)]


def test_only_what_was_passed_is_published_and_numbered_anew(office, catalogue, row):
    """Undecided and returned rows wait; the rest is numbered from 1, in the unit's workbook and in the merged one."""
    catalogue(row("甲许可", basis=OPEN), row("乙许可", 2, basis=OPEN), row("丙许可", 3, basis=OPEN))
    passed(office, "乙许可")
    passed(office, "丙许可")
    done = office.publish()
    assert (done.number, done.matters, done.waiting, done.secret, done.changes) == (1, 2, 1, 0, {})
    wanted = [("1", "乙许可", "", OPEN, ""), ("2", "丙许可", "", OPEN, "")]
    assert published(office, OWN) == published(office, MERGED) == wanted
    assert {path.name for path in done.paths} == {MERGED, Path(OWN).name, "目录变动报告-第1次.xlsx"}


def test_secret_matters_and_secret_bases_are_left_out(office, catalogue, row):
    """By the remark, by the verdict, or because all of the basis is secret; of a basis that is secret in part, the rest."""
    catalogue(
        row("甲许可", basis=OPEN, remarks="涉密，不公开"),
        row("乙许可", 2, basis=HIDDEN),
        row("丙许可", 3, basis=f"{OPEN}\n{HIDDEN}", remarks="部分依据涉密"),
        row("丁许可", 4, basis=OPEN),
    )
    for name in ("甲许可", "乙许可", "丙许可"):
        passed(office, name)
    (kept,) = (each.item for each in office.store.matters() if each.row.item_name == "丁许可")
    office.record(kept, "keep_confidential", "保留，不公开。", by="group1")
    done = office.publish()
    assert (done.matters, done.waiting, done.secret) == (1, 0, 3)
    assert published(office, MERGED) == [("1", "丙许可", "", OPEN, "部分依据涉密")]
    (record,) = (office.path / "data" / "published").rglob("*.jsonl")
    assert [word for word in ("密件", "甲许可") if word in record.read_text(encoding="utf-8")] == []


def test_sub_items_stand_below_their_merged_main_item(office, catalogue, row):
    """One number, one merged name and type over the sub-items; what differs stands in each row."""
    catalogue(
        row("取水许可", 7, basis=OPEN, sub="新办"),
        row("取水许可", 7, basis=f"{OPEN}再者。", sub="变更"),
        row("乙许可", 8, basis=OPEN),
    )
    for name in ("取水许可（新办）", "取水许可（变更）", "乙许可"):
        passed(office, name)
    office.publish()
    assert [line[:4] for line in published(office, MERGED)] == [
        ("1", "取水许可", "新办", OPEN),
        ("1", "取水许可", "变更", f"{OPEN}再者。"),
        ("2", "乙许可", "", OPEN),
    ]
    page = openpyxl.load_workbook(office.path / "data" / "published" / MERGED).worksheets[0]
    merges = {str(each) for each in page.merged_cells.ranges}
    assert {"A5:A6", "B5:B6", "D5:D6", "B3:C3", "A3:A4"} <= merges
    assert "E5:E6" not in merges


def test_a_report_tells_what_changed_since_the_last_export(office, catalogue, row):
    """New, gone and changed by field; what was changed and is not passed again is not published."""
    catalogue(row("甲许可", basis=OPEN), row("乙许可", 2, basis=OPEN), row("丙许可", 3, basis=OPEN))
    for name in ("甲许可", "乙许可", "丙许可"):
        passed(office, name)
    office.publish()
    catalogue(
        row("甲许可", basis=OPEN, remarks="委托市级"), row("乙许可", 2, basis=OPEN), row("戊许可", 3, basis="《戊法》")
    )
    done = office.publish()
    assert done.waiting == 2
    assert {(kind, name) for kind, name, *_ in report(done.paths[-1])} == {
        ("暂不公布", "甲许可"),
        ("取消", "丙许可"),
    }
    passed(office, "甲许可")
    passed(office, "戊许可")
    third = office.publish()
    assert (third.number, third.changes) == (3, {"新增": 2})
    catalogue(row("甲许可", basis=OPEN), row("乙许可", 2, basis=OPEN), row("戊许可", 3, basis="《戊法》"))
    passed(office, "甲许可")
    last = office.publish()
    assert last.changes == {"调整": 1}
    assert report(last.paths[-1]) == [("调整", "甲许可", "备注", "委托市级", "")]
    assert len(list((office.path / "data" / "published" / "记录").glob("*.jsonl"))) == 4


def test_a_duplicate_that_was_merged_is_published_by_its_lead_unit_alone(office, catalogue, row):
    """One decision on the pair stands on both rows, though each was passed by itself."""
    other = "省林业厅"
    for unit in (UNIT, other):
        catalogue(row("林区取水许可", basis=OPEN), unit=unit)
    for each in office.store.matters():
        office.record(each.item, "pass", "同意。", by="group1")
    (pair,) = office.store.pairs()
    assert office.publish().matters == 2
    office.record(pair.pair, "merge", "由水利部门办理。", by="group1", lead_unit=UNIT)
    done = office.publish()
    assert (done.matters, done.waiting, done.changes) == (1, 1, {"暂不公布": 1})
    assert len(published(office, MERGED)) == len(published(office, OWN)) == 1
