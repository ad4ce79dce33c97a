"""Guides come back as they went in; a later file takes the place of the guides that it has, and of no others."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from workbench.records import (
    Decision,
    Guide,
    GuideEntry,
    Material,
    NotChecked,
    Place,
    ReadUse,
    RowChange,
    RowState,
    Submission,
    Tie,
)
from workbench.records.rounds import Link
from workbench.store import NotAllowed, Store

FORM = Guide(
    elements={"事项名称": "取水许可", "服务对象": "☑自然人\n□法人", "申请材料": ""},
    materials=(Material({"材料名称": "申请书", "设定依据": ""}, {"份数": "2"}),),
    steps=({"环节": "受理", "办理时长": "1"},),
    topics_natural=("证件办理",),
    topics_legal=(),
    remarks="委托市级",
    org="省水利厅",
    catalogue="省目录",
    region="辽宁省",
)


def entry(item: str, unit: str, round_: int = 1, guide: Guide = FORM, file: str = "指南.xlsx") -> GuideEntry:
    """A guide as read from a file."""
    cells = {"事项名称": "B2", "申请材料[0].材料名称": "C9"}
    return GuideEntry(
        item,
        unit,
        "办事指南",
        round_,
        "辽宁省",
        guide,
        Place(file, "取水许可", "A1"),
        None,
        cells,
        ("事项名称", "服务对象"),
        0,
    )


@pytest.fixture
def send(store: Store) -> Callable[..., Submission]:
    """Stores a file of guides."""

    def add(unit: str, *entries: GuideEntry, **others: object) -> Submission:
        content = repr(entries).encode()
        file = entries[0].place.file
        submission = Submission(
            sha256(content).hexdigest(), file, unit, "办事指南", max(e.round for e in entries), "2017-09-30T01:00:00+00:00",
            len(entries),
        )  # fmt: skip
        store.add_submission(submission, content, [], {}, {}, [], [], guides_read=entries, **others)
        return submission

    return add


def test_a_guide_comes_back_whole(store, send, unit_of):
    """Elements, materials with further columns, steps, topics, places and labels are read exactly as written."""
    unknown = Guide({"事项名称": "护士执业注册"})
    whole = [entry("G-1", unit_of(1)), entry("G-2", unit_of(1), guide=unknown)]
    submission = send(unit_of(1), *whole)
    assert store.guides() == whole
    assert store.guides([unit_of(1)]) == whole
    assert store.guides([unit_of(2)]) == []
    assert store.guide_rounds("G-2") == [whole[1]]
    assert store.guide_rounds("G-3") == []
    assert store.submissions() == [submission]


def test_files_of_one_unit_stand_side_by_side(store, send, unit_of):
    """A second file of guides is not refused, and puts no guide away that it does not have."""
    unit = unit_of(1)
    send(unit, entry("G-1", unit, file="甲.xlsx"))
    send(unit, entry("G-2", unit, file="乙.xlsx"))
    assert [guide.item for guide in store.guides()] == ["G-1", "G-2"]
    assert [each.file for each in store.submissions()] == ["甲.xlsx", "乙.xlsx"]


def test_a_later_file_takes_the_place_of_the_same_guide_only(store, send, unit_of):
    """The guide of the later file is current; a file is current while one of its guides is."""
    unit = unit_of(1)
    send(unit, entry("G-1", unit, file="甲.xlsx"), entry("G-2", unit, file="甲.xlsx"))
    send(unit, entry("G-1", unit, 2, file="乙.xlsx"))
    assert [(guide.item, guide.round) for guide in store.guides()] == [("G-2", 1), ("G-1", 2)]
    assert [guide.round for guide in store.guide_rounds("G-1")] == [2, 1]
    assert [each.file for each in store.submissions()] == ["甲.xlsx", "乙.xlsx"]
    send(unit, entry("G-2", unit, 2, file="丙.xlsx"))
    assert [each.file for each in store.submissions()] == ["乙.xlsx", "丙.xlsx"]
    assert len(store.submissions(current_only=False)) == 3


def test_a_catalogue_and_guides_in_one_file(store, unit_of, matter):
    """One file is one submission, whatever it holds; a new catalogue leaves its guides current."""
    unit = unit_of(1)
    for round_, guides in ((1, [entry("G-1", unit)]), (2, [])):
        submission = Submission(f"{round_}" * 64, "全.xlsx", unit, "省目录", round_, "2017-07-20T01:00:00+00:00", 1)
        rows = [matter("M-1", unit, round_)]
        lacking = {"M-1": [NotChecked("CODE-BASIC", ("编码",))]}
        store.add_submission(submission, b"%d" % round_, rows, {}, lacking, [], [], guides_read=guides)
    assert [each.round for each in store.submissions()] == [2]
    assert [each.item for each in store.guides()] == ["G-1"]
    store.keep_guide_checks({"G-1": "x"}, {}, {"G-1": [NotChecked("GUIDE-36", ("表",))]})
    assert store.not_checked() == {
        "M-1": [NotChecked("CODE-BASIC", ("编码",))],
        "G-1": [NotChecked("GUIDE-36", ("表",))],
    }


def test_what_the_checks_say_of_a_guide_is_replaced(store, send, unit_of, finding):
    """New checks of a guide take the place of its former ones, keep the material, and leave those across guides."""
    unit = unit_of(1)
    send(unit, entry("G-1", unit), entry("G-2", unit))
    first, second = finding("MAT-BASIS", material=0), finding("GUIDE-36")
    assert store.guides_checked() == {"G-1": None, "G-2": None}
    store.keep_guide_checks({"G-1": "a", "G-2": "a"}, {"G-1": [first], "G-2": [first]}, {})
    store.replace_corpus({"G-1": [finding("UNIFY-CODE")]}, [], [])
    store.keep_guide_checks({"G-1": "b"}, {"G-1": [second]}, {})
    assert {item: [f.rule for f in found] for item, found in store.findings().items()} == {
        "G-1": ["GUIDE-36", "UNIFY-CODE"],
        "G-2": ["MAT-BASIS"],
    }
    assert store.findings(["G-2"])["G-2"] == [first]
    assert store.guides_checked() == {"G-1": "b", "G-2": "a"}
    send(unit, entry("G-2", unit, 2, file="乙.xlsx"))
    assert list(store.findings()) == ["G-1"]


def test_a_guide_is_decided_like_a_matter(store, send, unit_of):
    """Its unit's group decides it, others are refused, and its file becomes due."""
    unit = unit_of(1)
    submission = send(unit, entry("G-1", unit))
    with pytest.raises(NotAllowed, match="由第一组审核"):
        store.record(Decision("G-1", "return_for_revision", "请补充。"), "group2")
    store.record(Decision("G-1", "return_for_revision", "请补充。"), "group1", 0)
    assert store.dirty() == [submission.sha256]
    send(unit, entry("G-1", unit, 2, file="乙.xlsx"))
    assert store.states()["G-1"].opinion == "请补充。"


def test_the_account_of_every_cell_and_the_changes_are_kept(store, send, unit_of):
    """What became of the cells, and of the items since the last round, is read as written."""
    unit = unit_of(1)
    uses = [ReadUse("取水许可", "A1:A36", 36, "header"), ReadUse("取水许可", "F1", 1, "ignored", "", "表外文字")]
    changes = [RowChange("G-1", RowState.CHANGED, ("服务对象",), Link.NAME), RowChange("G-9", RowState.GONE)]
    submission = send(unit, entry("G-1", unit), read_uses=uses, changes=changes)
    assert store.read_report(submission.sha256) == uses
    assert store.changes(submission.sha256) == changes


def test_ties_are_noted_on_current_guides(store, send, unit_of):
    """A guide's catalogue row, and what tells it, can be noted and taken back."""
    unit = unit_of(1)
    send(unit, entry("G-1", unit))
    store.tie_guides({"G-1": ("M-1", Tie.NAME)})
    assert [(guide.matter, guide.tie) for guide in store.guides()] == [("M-1", Tie.NAME)]
    store.tie_guides({"G-1": (None, None)})
    assert [(guide.matter, guide.tie) for guide in store.guides()] == [(None, None)]
