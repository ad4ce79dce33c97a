"""A corrected returns workbook is tied to the round before by the ids that its 说明 carries."""

from pathlib import Path

import openpyxl
import pytest

UNIT = "省水利厅"
FIRST = 5  # the first row of matters on the sheet


@pytest.fixture
def answered(office, catalogue, row) -> Path:
    """The returns workbook of three rows that were all returned."""
    catalogue(row("取水许可"), row("河道采砂许可", 2), row("水工程建设方案审查", 3))
    for item in office.matters()["item"]:
        office.record(item, "return_for_revision", "请规范名称。", by="group1")
    for step, by in (("to_legality", "lead1"), ("return", "legality")):
        office.take_step(UNIT, "省目录", step, by=by)
    (path,) = office.returns()
    return path


def corrected(path: Path, tmp_path: Path, change) -> Path:
    """The workbook with its sheet changed, as the unit sends it again."""
    book = openpyxl.load_workbook(path)
    change(book.worksheets[1])
    again = tmp_path / "再报" / path.name
    again.parent.mkdir()
    book.save(again)
    return again


def links(office):
    """State and link of each row by its name now, of one that is gone by the name that it had."""
    frame = office.changes(unit=UNIT)
    names = frame["name"].where(frame["name"].notna(), frame["earlier_name"])
    return dict(zip(names, zip(frame["state"], frame["link"].fillna(""), strict=True), strict=True))


def test_a_row_under_quite_another_name_keeps_its_history(office, answered, tmp_path):
    """No likeness could know it: it stands between the same rows as before, with the answer beside it."""
    ids = office.matters().set_index("item_name")["item"]
    office.intake([corrected(answered, tmp_path, lambda page: page.cell(FIRST + 1, 2, "护士执业注册"))])
    now = office.matters().set_index("item_name")["item"]
    assert now["护士执业注册"] == ids["河道采砂许可"]
    assert links(office)["护士执业注册"] == ("changed", "told")
    assert set(office.follow_up(unit=UNIT)["outcome"]) <= {"changed_otherwise", "not_corrected"}


def test_a_row_that_was_put_in_anew_takes_nobody_s_place(office, answered, tmp_path):
    """One row was deleted and another, without an answer beside it, inserted: withdrawn and new."""

    def change(page):
        page.delete_rows(FIRST + 1)
        page.insert_rows(FIRST + 1)
        for column, value in enumerate(
            ("2", "护士执业注册", "", "行政许可", "《护士条例》", "省级：省水利厅"), start=1
        ):
            page.cell(FIRST + 1, column, value)

    office.intake([corrected(answered, tmp_path, change)])
    found = links(office)
    assert (found["护士执业注册"], found["河道采砂许可"]) == (("new", ""), ("gone", ""))


def test_what_cannot_be_told_for_sure_is_left_to_likeness(office, answered, tmp_path):
    """A row is deleted and its neighbour renamed: two former rows could be meant, so that none is."""

    def change(page):
        page.delete_rows(FIRST)
        page.cell(FIRST, 2, "护士执业注册")

    office.intake([corrected(answered, tmp_path, change)])
    found = links(office)
    assert found["护士执业注册"] == ("new", "")
    assert found["水工程建设方案审查"] == ("same", "told")


def test_a_renamed_guide_in_a_returns_workbook_keeps_its_id(office, guides, guide, tmp_path):
    """The form is still the one that was answered."""
    guides(guide("取水许可"))
    (item,) = office.guides()["item"]
    office.record(item, "return_for_revision", "名称与目录不一致。", by="group1")
    (path,) = office.returns()

    def change(page):
        cell = next(c for line in page.iter_rows() for c in line if c.value == "取水许可")
        cell.value = "护士执业注册"

    office.intake([corrected(path, tmp_path, change)])
    (now,) = office.store.guides([UNIT])
    assert (now.item, now.guide.name, now.round) == (item, "护士执业注册", 2)
