"""What became, in the next round, of what a unit was told: finding by finding, and what it wrote about it."""

from pathlib import Path

import openpyxl

from workbench.records import Answer, FollowUp, Outcome
from workbench.review import Workspace

UNIT = "省水利厅"
#: No clause and no label; with both; and a basis that is none.
BARE, WORSE = "《中华人民共和国水法》", "《中华人民共和国水法》和有关规定"
LAW = "【法律】《中华人民共和国水法》第七条：国家对水资源依法实行取水许可制度和有偿使用制度。"


def item_of(office: Workspace, name: str) -> str:
    """The current item of this name."""
    return office.matters(unit=UNIT).set_index("item_name").loc[name, "item"]


def returned(office: Workspace, name: str, opinion: str = "请改正。") -> str:
    """Return the matter of this name; its id."""
    item = item_of(office, name)
    office.record(item, "return_for_revision", opinion, by="group1")
    return item


def outcomes(office: Workspace, item: str) -> dict[str, str]:
    """Rule -> what became of its finding on the item; of several, the last. Opinions are left out."""
    frame = office.follow_up(unit=UNIT)
    mine = frame[(frame["item"] == item) & (frame["rule"] != "")]
    return dict(zip(mine["rule"], mine["outcome"], strict=True))


def rules_of(office: Workspace, item: str) -> set[str]:
    """The rules that find something in the item now."""
    return {each.rule for each in office.store.findings([item]).get(item, ())}


def test_a_first_round_has_no_follow_up(office, catalogue, row):
    """Nothing was told before, so nothing is new."""
    catalogue(row("取水许可等"))
    assert len(office.follow_up()) == 0
    assert office.queue("group1")["again"].tolist() == [0]


def test_every_returned_finding_has_an_outcome(office, catalogue, row):
    """Corrected, not corrected, changed otherwise, withdrawn and new, each as the rules and the cells tell."""
    catalogue(row("取水许可", basis=BARE), row("河道采砂许可", 2, basis=BARE), row("水文资料审查", 3, basis=BARE))
    mended, stays, gone = (returned(office, name) for name in ("取水许可", "河道采砂许可", "水文资料审查"))
    before = {item: rules_of(office, item) for item in (mended, stays, gone)}
    catalogue(row("取水许可", basis=LAW), row("河道采砂许可", 2, basis=BARE), row("护士注册", 3, basis=BARE))
    assert before[mended] - rules_of(office, mended)
    for rule, outcome in outcomes(office, mended).items():
        now = rule in rules_of(office, mended)
        expected = (
            {"corrected"}
            if not now
            else {"new"}
            if rule not in before[mended]
            else {"changed_otherwise", "not_corrected"}
        )
        assert outcome in expected, rule
    assert {rule: outcomes(office, stays)[rule] for rule in before[stays]} == dict.fromkeys(
        before[stays], "not_corrected"
    )
    assert set(outcomes(office, gone).values()) == {"withdrawn"}
    assert set(outcomes(office, gone)) == before[gone]
    assert set(outcomes(office, item_of(office, "护士注册")).values()) == {"new"}


def test_a_changed_cell_that_is_still_wrong_is_changed_otherwise(office, catalogue, row):
    """The basis was rewritten and is not in order yet: a person has to look."""
    catalogue(row("取水许可", basis=BARE))
    item = returned(office, "取水许可")
    before = {each.rule for each in office.store.findings([item])[item] if each.field == "legal_basis"}
    catalogue(row("取水许可", basis=WORSE))
    still = before & rules_of(office, item)
    assert still
    assert {outcomes(office, item)[rule] for rule in still} == {"changed_otherwise"}


def test_what_was_passed_or_overruled_was_not_returned(office, catalogue, row):
    """It is neither corrected nor new, whatever becomes of it."""
    catalogue(row("取水许可", basis=BARE), row("河道采砂许可", 2, basis=BARE))
    item = item_of(office, "取水许可")
    rules = rules_of(office, item)
    answers = [Answer(rule, upheld=False, reason="已核实") for rule in sorted(rules)]
    office.record(item, "return_for_revision", "请补充。", by="group1", answers=answers)
    undecided = item_of(office, "河道采砂许可")
    catalogue(row("取水许可", basis=BARE, remarks="委托市级"), row("河道采砂许可", 2, basis=BARE))
    assert outcomes(office, undecided) == {}
    told = office.detail(item, "group1").follow_ups
    assert told[0] == FollowUp(item, Outcome.OTHERWISE, "", "", None, "请补充。")
    assert {each.outcome for each in told[1:]} <= {Outcome.NEW}
    assert not rules & {each.rule for each in told}


def test_only_what_changed_has_to_be_looked_at_until_it_is_decided(office, catalogue, row):
    """Changed and new ones; an unchanged row keeps its verdict; a decision of this round ends it."""
    catalogue(row("取水许可", basis=LAW), row("河道采砂许可", 2, basis=LAW))
    kept = returned(office, "河道采砂许可")
    changed = returned(office, "取水许可")
    catalogue(row("取水许可", basis=LAW, remarks="委托市级"), row("河道采砂许可", 2, basis=LAW), row("护士注册", 3))
    queue = office.queue("group1").set_index("item")
    assert queue.loc[kept, "verdict"] == "return_for_revision"
    assert queue["again"].to_dict() == {changed: 1, kept: 0, item_of(office, "护士注册"): 1}
    office.record(changed, "return_for_revision", "仍须改正。", by="group1")
    assert office.queue("group1").set_index("item").loc[changed, "again"] == 0


def test_progress_counts_what_was_corrected(office, catalogue, row):
    """Per unit and kind, also in what the bulletin is made of."""
    catalogue(row("取水许可", basis=BARE))
    item = returned(office, "取水许可")
    catalogue(row("取水许可", basis=LAW))
    told = office.follow_up(unit=UNIT)
    counted = list(told[told["item"] == item]["outcome"])
    (line,) = office.progress(unit=UNIT).to_dict("records")
    assert (line["corrected"], line["uncorrected"]) == (
        counted.count("corrected"),
        counted.count("not_corrected") + counted.count("changed_otherwise"),
    )
    assert line["corrected"] > 0


def handled(path: Path, texts: dict[str, str]) -> Path:
    """The returns workbook with 处理情况 filled in beside the cells that say so."""
    book = openpyxl.load_workbook(path)
    for page in book.worksheets[1:-1]:
        heading = next(cell for line in page.iter_rows() for cell in line if cell.value == "处理情况")
        for line in page.iter_rows():
            for cell in line:
                if cell.value in texts and cell.column < heading.column:
                    page.cell(cell.row, heading.column).value = texts[cell.value]
    book.save(path)
    return path


def test_the_units_answer_in_a_row_comes_with_the_next_round(office, catalogue, row, tmp_path):
    """处理情况 typed into the returns workbook is read with it, and stands beside what became of the row."""
    catalogue(row("取水许可", basis=BARE), row("河道采砂许可", 2, basis=BARE))
    item = returned(office, "取水许可")
    (path,) = office.returns()
    away = handled(path, {"取水许可": "已改正，见设定依据。"}).replace(tmp_path / "再报.xlsx")
    (line,) = office.intake([away])
    assert (line.status, line.round) == ("新收", 2)
    assert [(each.part, each.text) for each in office.detail(item, "group1").handlings] == [
        ("", "已改正，见设定依据。")
    ]
    frame = office.follow_up(unit=UNIT)
    assert set(frame.loc[frame["item"] == item, "handling"]) == {"已改正，见设定依据。"}
    assert set(office.store.handlings()) == {item}


def test_the_units_answer_beside_an_element_comes_with_the_guide(office, guide, guides, tmp_path):
    """It is told with the element's name."""
    guides(guide("取水许可", 办理地点="某地"))
    (entry,) = office.store.guides()
    office.record(entry.item, "return_for_revision", "请写明地点。", by="group1")
    (path,) = office.returns()
    away = handled(path, {"某地": "已写明。", "取水许可": "已改正。"}).replace(tmp_path / "再报.xlsx")
    office.intake([away])
    answered = office.detail(entry.item, "group1").handlings
    assert ("办理地点", "已写明。") in {(each.part, each.text) for each in answered}
    assert "已改正。" in {each.text for each in answered if not each.part}


def test_an_opinion_is_followed_beside_the_findings_of_its_row(office, catalogue, row):
    """What the reviewer asked for is told, too, where a rule found something else; what only repeats it is not."""
    catalogue(row("取水许可", basis="无"))
    (item,) = office.matters()["item"]
    said = office.findings()["message"][0]
    office.record(item, "return_for_revision", f"{said}\n请补充受理层级。", by="group1")
    catalogue(row("取水许可", basis="无"), row("河道采砂许可", 2))
    told = office.follow_up(unit="省水利厅")
    opinions = told[(told["item"] == item) & (told["rule"] == "")]
    assert list(opinions["outcome"]) == ["not_corrected"]
    assert "请补充受理层级。" in opinions["message"].iloc[0]
