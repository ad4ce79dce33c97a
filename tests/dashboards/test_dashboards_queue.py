"""The table of items and its filters."""

from workbench.dashboards.state import Filters, ReviewState
from workbench.review import Workspace


def shown(state: ReviewState) -> list[str]:
    """Ids of the rows that the filters left."""
    return [item for item, visible in zip(state.queue.frame["item"], state.queue.visible, strict=True) if visible]


def test_a_reviewer_sees_the_items_of_the_own_group_only(desk: Workspace):
    """Group 3 has 省教育厅 and 省农委, in the order of the roster, not 省工商局."""
    assert shown(ReviewState(desk, "group3")) == ["M-e", "M-a", "M-b", "M-c"]


def test_leadership_sees_all_items(desk: Workspace):
    """Roles of the whole province see every unit."""
    assert len(ReviewState(desk, "leadership").queue) == 5


def test_chips_of_findings_widen_and_the_open_chip_narrows(desk: Workspace):
    """违规 or 提示, and of these the undecided ones."""
    state = ReviewState(desk, "group3")
    desk.record("M-b", "pass", "", by="group3")
    state.poll()
    state.queue.filters = Filters(chips=("violations", "hints"))
    assert shown(state) == ["M-a", "M-b"]
    state.queue.filters = Filters(chips=("violations", "hints", "open"))
    assert shown(state) == ["M-a"]


def test_chips_count_within_unit_and_text_and_not_within_each_other(desk: Workspace):
    """A count says what a click on the chip would show."""
    state = ReviewState(desk, "group3")
    state.queue.filters = Filters(units=("省农委",), chips=("violations",))
    assert state.queue.chip_counts() == {"violations": 1, "doubts": 1, "hints": 1, "suspects": 1, "open": 3}
    assert state.queue.progress() == (0, 3)


def test_text_search_looks_into_basis_and_opinion(desk: Workspace):
    """Words of the basis, of a rule's name and of a recorded opinion are found; all words must be there."""
    desk.record("M-e", "return_for_revision", "请补充办学层次", by="group3")
    state = ReviewState(desk, "group3")
    state.queue.filters = Filters(text="216号 限制")
    assert shown(state) == ["M-a"]
    state.queue.filters = Filters(text="使用省略号")
    assert shown(state) == ["M-a"]
    state.queue.filters = Filters(text="办学层次")
    assert shown(state) == ["M-e"]


def test_a_row_stays_in_sight_when_it_is_decided(desk: Workspace):
    """The list does not move under the reader's eyes: filters hold for the moment when they were set."""
    state = ReviewState(desk, "group3")
    state.queue.filters = Filters(chips=("open",))
    desk.record("M-b", "pass", "", by="lead3")
    state.poll()
    assert shown(state) == ["M-e", "M-a", "M-b", "M-c"]
    assert state.queue.chip_counts()["open"] == 3
