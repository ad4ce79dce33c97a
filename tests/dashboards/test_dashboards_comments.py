"""What the groups of a pair say to each other on the page 重复."""

from workbench.dashboards.state import DuplicatesState
from workbench.dashboards.views.duplicates import DuplicatesView
from workbench.review import Workspace


def test_one_group_speaks_and_the_other_reads(desk: Workspace):
    """Kept at once, shown with who and when, and as text whatever it holds."""
    mine, theirs = DuplicatesView(DuplicatesState(desk, "group2")), DuplicatesView(DuplicatesState(desk, "group3"))
    assert "还没有留言" in theirs.detail.html
    mine.remark.text.value = "<b>建议</b>由我组定"
    mine.remark.button.click()
    assert mine.remark.text.value == ""
    assert mine.state.message.tone == "ok"
    theirs.state.poll()
    for view in (mine, theirs):
        assert "&lt;b&gt;建议&lt;/b&gt;由我组定" in view.detail.html
        assert "<b>建议" not in view.detail.html
        assert "第二组" in view.detail.html
    (said,) = desk.comments_on("C-1", by="group3")
    assert (said.by, said.text) == ("group2", "<b>建议</b>由我组定")


def test_who_only_reads_gets_no_form_and_a_blank_remark_is_refused(desk: Workspace):
    """Leadership sees what was said; an empty remark is told and stays in the field."""
    reader = DuplicatesView(DuplicatesState(desk, "leadership"))
    assert reader.remark.root.layout.display == "none"
    mine = DuplicatesView(DuplicatesState(desk, "group2"))
    assert mine.remark.root.layout.display is None
    mine.remark.text.value = "  "
    mine.remark.button.click()
    assert (mine.remark.text.value, mine.state.message.tone) == ("  ", "bad")
    assert "留言是空的" in mine.state.message.text
    assert desk.comments_on("C-1", by="group2") == []
