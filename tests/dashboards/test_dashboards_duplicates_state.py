"""Suspected duplicates, decided once."""

from dataclasses import replace

from workbench.dashboards.reading.levels import LEVEL_WORDS
from workbench.dashboards.reading.twins import read_twins
from workbench.dashboards.state import Draft, DuplicatesState, Filters, ReviewState
from workbench.dashboards.views.duplicates import DuplicatesView
from workbench.dashboards.views.review import ReviewView
from workbench.matching.levels import LEVELS
from workbench.records import Cluster, Comparison, Pair, Relation, Submission
from workbench.review import Workspace

TOLD_APART = Comparison(Relation.DIFFERENT, 0.0, "judged-different", ("审核人员group3认定为不同事项。",))
UNSURE = Pair("P-2", "M-c", "M-d", Comparison(Relation.UNSURE, 0.3, "similar-object"))


def shown(state: DuplicatesState) -> list[str]:
    """Ids of the rows that the filters left."""
    return [item for item, visible in zip(state.queue.frame["item"], state.queue.visible, strict=True) if visible]


def test_a_cluster_stands_for_the_pairs_inside_it(desk: Workspace):
    """One row: the cluster, with both members and the pair that joins them."""
    state = DuplicatesState(desk, "group2")
    (twins,) = state.twins()
    assert (twins.id, [m.item for m in twins.members], [p.pair for p in twins.pairs]) == (
        "C-1",
        ["M-a", "M-d"],
        ["P-1"],
    )
    counts = {"across_groups": 1, "across_units": 1, "open": 1, "decided": 0, "apart": 0}
    assert state.queue.chip_counts() == counts


def test_either_group_decides_once_for_both(desk: Workspace):
    """Group 2 records; group 3 sees it and has nothing left to decide."""
    mine, theirs = DuplicatesState(desk, "group2"), DuplicatesState(desk, "group3")
    mine.open("C-1")
    mine.record("C-1", Draft("merge", "同一事项", "省农委"))
    (event,) = desk.history("C-1")
    assert (event.verdict, event.lead_unit) == ("merge", "省农委")
    theirs.poll()
    assert theirs.queue.verdicts == ["merge"]


def test_a_merger_needs_its_lead_unit(desk: Workspace):
    """The refusal says what is missing."""
    state = DuplicatesState(desk, "group2")
    state.open("C-1")
    state.record("C-1", Draft("merge", "同一事项"))
    assert (desk.last_event(), state.message.tone) == (0, "bad")
    assert "牵头单位" in state.message.text


def test_groups_see_only_what_touches_their_units(desk: Workspace):
    """Group 1 has no part in the cluster; leadership sees it and may not decide."""
    assert DuplicatesState(desk, "group1").twins() == []
    (twins,) = DuplicatesState(desk, "leadership").twins()
    assert not twins.may_decide


def test_filters_find_a_cluster_by_each_of_its_units(desk: Workspace):
    """A cluster belongs to all units of its members."""
    state = DuplicatesState(desk, "group2")
    for unit, count in (("省农委", 1), ("省工商局", 1), ("省教育厅", 0)):
        state.queue.filters = Filters(units=(unit,))
        assert int(state.queue.visible.sum()) == count


def test_what_people_called_different_stays_as_decided(desk: Workspace):
    """It comes last, counts as decided without a verdict of its own in this round, and says so in the list."""
    desk.store.replace_corpus({}, [Pair("P-1", "M-a", "M-d", TOLD_APART), UNSURE], [])
    state = DuplicatesState(desk, "group3")
    assert [(twins.id, twins.remembered) for twins in state.twins()] == [("P-2", None), ("P-1", "judged-different")]
    assert (state.queue.progress(), state.queue.first_open()) == ((1, 2), "P-2")
    state.queue.filters = Filters(chips=("decided",))
    assert shown(state) == ["P-1"]
    state.queue.filters = Filters(chips=("open",))
    assert shown(state) == ["P-2"]
    state.queue.filters = Filters(chips=("open", "decided"))
    assert shown(state) == ["P-2", "P-1"]
    assert DuplicatesView(state).values()["verdict"] == [[("plain", "未定")], [("none", "不属重复")]]


def test_the_list_is_ranked_by_certainty(desk: Workspace):
    """The same before a part before what is unsure; of one relation the surer, of one score those across groups."""
    unsure = [Pair(f"P-{n}", a, b, UNSURE.comparison) for n, (a, b) in enumerate((("M-b", "M-c"), ("M-c", "M-d")), 2)]
    part = Pair("P-4", "M-d", "M-e", Comparison(Relation.PART, 0.45, "action-within"))
    surer = Pair("P-5", "M-b", "M-d", Comparison(Relation.UNSURE, 0.5, "similar-object-same-article"))
    same = Pair("P-1", "M-a", "M-d", Comparison(Relation.SAME, 0.9, "reworded"))
    desk.store.replace_corpus({}, [*unsure, part, surer, same], [Cluster("C-1", ("M-a", "M-d"))])
    state = DuplicatesState(desk, "leadership")
    assert [twins.id for twins in state.twins()] == ["C-1", "P-4", "P-5", "P-3", "P-2"]
    found = DuplicatesView(state).values()["found"]
    assert (found[0], found[4]) == ([("bad", "同一事项 0.90"), ("plain", "跨组")], [("warn", "待判断 0.30")])


def test_the_proposed_lead_has_its_reason(desk: Workspace):
    """Where the bases name nobody none is proposed; where one names the body that acts, that and why are told."""
    state = DuplicatesState(desk, "group2")
    state.open("C-1")
    page = read_twins(state.detail, desk.assignments)
    assert (page["lead"], page["lead_reason"], [member["lead"] for member in page["members"]]) == ("", "", [False] * 2)
    assert page["pairs"][0]["reasons"] == "对象相同；行为相同"
    rows = [
        replace(each, round=2, row=replace(each.row, legal_basis="由省级农业主管部门审批。"))
        for each in desk.store.matters(["省农委"])
    ]
    again = Submission("round 2", "省农委.xlsx", "省农委", "省目录", 2, "2017-07-20T10:00:00+08:00", len(rows))
    desk.store.add_submission(again, b"round 2", rows, {}, {}, (), ())
    state = DuplicatesState(desk, "group2")
    state.open("C-1")
    page = read_twins(state.detail, desk.assignments)
    assert [member["unit"] for member in page["members"] if member["lead"]] == ["省农委"]
    assert page["lead_reason"] == "设定依据写明由“省级农业主管部门”实施，属于省农委的职责，建议由省农委牵头。"
    assert DuplicatesView(state).form()["lead_unit"] == "省农委"


def test_a_verdict_on_a_cluster_shows_on_every_row(desk: Workspace):
    """Decided once on the duplicates page, it stands at each member of the review list and of the item's page."""
    desk.record("C-1", "merge", "同一事项", by="group2", lead_unit="省农委")
    for user, item in (("group3", "M-a"), ("group2", "M-d")):
        (suspect,) = desk.detail(item, user).suspects
        assert suspect.verdict is not None
        assert suspect.verdict.verdict == "merge"
        rows = ReviewView(ReviewState(desk, user)).values()
        assert ("none", "重复已定") in rows["found"][list(rows["id"]).index(item)]


def test_every_level_has_words():
    """No label of the comparison is shown to people."""
    assert {level.label for level in LEVELS} - LEVEL_WORDS.keys() == set()
