"""The next round's returns workbook says what became of what the unit was told in the last one."""

import openpyxl

UNIT = "省水利厅"


def listed(path):
    """The lines of 上一轮意见的落实情况 on the first sheet, with its heading."""
    texts = [[cell.value for cell in line] for line in openpyxl.load_workbook(path).worksheets[0].iter_rows()]
    at = next(place for place, line in enumerate(texts) if str(line[0]).startswith("上一轮"))
    lines = [line[1:] for line in texts[at + 2 :]]
    end = next((place for place, line in enumerate(lines) if not line[1]), len(lines))
    return texts[at][0], lines[:end]


def test_every_returned_row_is_told_with_its_outcome(office, catalogue, row):
    """Corrected, left as it was, changed otherwise and withdrawn, with where it stands now."""
    catalogue(row("取水许可", basis="无"), row("河道采砂许可", 2), row("水工程建设方案审查", 3))
    for item in office.matters()["item"]:
        office.record(item, "return_for_revision", "请修改。", by="group1")
    for step, by in (("to_legality", "lead1"), ("return", "legality")):
        office.take_step(UNIT, "省目录", step, by=by)
    catalogue(row("河道采砂许可"), row("取水许可", 2, basis="《取水许可和水资源费征收管理条例》第二条"))
    heading, lines = listed(office.returns()[0])
    told = {(name, outcome) for name, outcome, *_ in lines}
    assert ("河道采砂许可", "未改正") in told
    assert ("水工程建设方案审查", "事项已撤下") in told
    assert {outcome for name, outcome in told if name == "取水许可"} <= {"已改正", "另作改动", "未改正"}
    assert heading.startswith("上一轮意见的落实情况：")
    places = {name: at for name, *_, at in lines}
    assert places["河道采砂许可"].startswith("目录!")
    assert places["水工程建设方案审查"] is None


def test_a_first_round_says_nothing_of_one_before(office, catalogue, row):
    """There is no such list."""
    catalogue(row("取水许可"))
    texts = [line[0].value for line in openpyxl.load_workbook(office.returns()[0]).worksheets[0].iter_rows()]
    assert not [text for text in texts if str(text).startswith("上一轮")]
