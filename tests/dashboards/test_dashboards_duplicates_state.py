"""Suspected duplicates, decided once."""

from workbench.dashboards.state import Draft, DuplicatesState, Filters
from workbench.review import Workspace


def test_a_cluster_stands_for_the_pairs_inside_it(desk: Workspace):
    """One row: the cluster, with both members and the pair that joins them."""
    state = DuplicatesState(desk, "group2")
    (twins,) = state.twins()
    assert (twins.id, [m.item for m in twins.members], [p.pair for p in twins.pairs]) == (
        "C-1",
        ["M-a", "M-d"],
        ["P-1"],
    )
    assert state.queue.chip_counts() == {"across_groups": 1, "across_units": 1, "open": 1}


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
