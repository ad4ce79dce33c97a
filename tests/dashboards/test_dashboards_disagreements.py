"""What people and the words see differently, and words added from there, without a browser."""

from collections.abc import Iterator

import pytest

from workbench import matching
from workbench.dashboards.state import Draft, DuplicatesState, Filters, Message
from workbench.dashboards.views.duplicates import DuplicatesView
from workbench.records import Comparison, Pair, Relation
from workbench.review import Workspace


@pytest.fixture
def pair(desk: Workspace) -> Iterator[str]:
    """A pair whose names the words call one matter; the tables are the package's afterwards."""
    desk.store.replace_corpus({}, [Pair("P-1", "M-a", "M-d", Comparison(Relation.PART, 0.5, "scope-within"))], [])
    yield "P-1"
    matching.extend_tables(None)


def opened(desk: Workspace, user: str, pair: str) -> DuplicatesState:
    """A user's state with the pair open."""
    state = DuplicatesState(desk, user)
    state.open(pair)
    return state


def test_a_verdict_against_the_words_is_found_at_once(desk: Workspace, pair: str):
    """The chip counts it when it is recorded, here and at a colleague's; the undo takes it back."""
    mine, theirs = opened(desk, "group3", pair), opened(desk, "group2", pair)
    mine.record(pair, Draft("merge", "一个许可", "省农委"))
    theirs.poll()
    assert [state.queue.chip_counts()["apart"] for state in (mine, theirs)] == [1, 1]
    mine.queue.filters = Filters(chips=("apart",))
    assert mine.queue.visible.tolist() == [True]
    mine.undo()
    assert mine.queue.chip_counts()["apart"] == 0


def test_the_page_shows_both_sides(desk: Workspace, pair: str):
    """Who said what and why, and what the words say by which level."""
    desk.record(pair, "merge", "一个许可", by="group3", lead_unit="省农委")
    html = DuplicatesView(opened(desk, "lead3", pair)).page()
    assert "一个许可" in html
    assert "按文字比对" in html
    assert html.count('<span class="wb-tag wb-bad">同一事项') == 1


def test_a_lead_adds_two_words_from_there(desk: Workspace, pair: str):
    """The form starts with what differs; when it is sent, the words are in the table and the page says what is left."""
    desk.record(pair, "merge", "一个许可", by="group3", lead_unit="省农委")
    view = DuplicatesView(opened(desk, "lead3", pair))
    words = view.words
    assert (words.root.layout.display, words.table.value) == (None, "synonyms")
    assert {words.word.value, words.other.value} == {"许可证核发（限制使用农药）", "许可"}
    words.button.click()
    assert view.state.message == Message("请写明增补的理由，供其他审核组核对。", "bad")
    words.word.value, words.other.value, words.note.value = "许可证核发限制使用农药", "许可", "仅此一种"
    words.button.click()
    assert (desk.words_folder / "synonyms.csv").read_text("utf-8-sig").splitlines()[1].startswith("许可证核发限制")
    assert view.state.message.tone == "ok"
    assert view.state.message.text.startswith("已加入同义词表：“许可证核发限制使用农药”和“许可”")


@pytest.mark.parametrize("user", ["group3", "leadership"])
def test_who_may_not_add_words_has_no_form(desk: Workspace, pair: str, user: str):
    """They still see the disagreement; a message of the form all the same is refused in words."""
    desk.record(pair, "merge", "一个许可", by="group3", lead_unit="省农委")
    state = opened(desk, user, pair)
    view = DuplicatesView(state)
    assert view.words.root.layout.display == "none"
    assert "与人意见不一" in view.page()
    state.add_word("synonyms", "许可证", "许可", "同")
    assert (state.message.tone, desk.words_folder.exists()) == ("bad", False)


def test_without_a_disagreement_there_is_no_form(desk: Workspace, pair: str):
    """Not even for a lead."""
    assert DuplicatesView(opened(desk, "lead3", pair)).words.root.layout.display == "none"
