"""What the groups of a pair say to each other: appended by whom it concerns, read by all whom it concerns."""

import pytest
from sqlalchemy.exc import DBAPIError

from workbench.records import Cluster, Comparison, Decision, Pair, Relation
from workbench.store import NotAllowed, Refused


@pytest.fixture
def shared(store, submit, unit_of):
    """One item of each of three groups, and a pair and a cluster of those of the second and third."""
    for group in (1, 2, 3):
        submit(unit_of(group), [f"M-{group}"])
    pair = Pair("P-1", "M-2", "M-3", Comparison(Relation.SAME, 1.0, "名称相同"))
    store.replace_corpus({}, [pair], [Cluster("C-1", ("M-2", "M-3"))])
    return store


@pytest.mark.parametrize("item", ["P-1", "C-1", "M-2", "M-3"])
def test_both_groups_of_a_pair_write_and_read(shared, item):
    """On the pair, the cluster and either matter; who and when stand beside."""
    one = shared.comment(item, "  建议由第二组牵头。\n", "group2")
    two = shared.comment(item, "同意。", "lead3")
    three = shared.comment(item, "请尽快定。", "legality")
    for reader in ("group2", "lead2", "group3", "legality", "leadership", "analyst", "admin"):
        assert shared.comments(reader, item) == [one, two, three]
        assert shared.comments(reader) == [one, two, three]
    assert (one.text, one.by, str(one.role), one.group) == ("建议由第二组牵头。", "group2", "reviewer", 2)
    assert three.group is None
    assert [one.number, two.number, three.number] == [1, 2, 3]


@pytest.mark.parametrize("item", ["P-1", "C-1", "M-2"])
def test_other_groups_neither_write_nor_read(shared, item):
    """A group that the pair does not touch is told so, and a list of all leaves it out."""
    shared.comment(item, "建议合并。", "group2")
    with pytest.raises(NotAllowed, match=r"与.*所在的审核组无关"):
        shared.comment(item, "我们也看看。", "group1")
    with pytest.raises(NotAllowed, match="不能查看"):
        shared.comments("group1", item)
    assert shared.comments("group1") == []
    with pytest.raises(NotAllowed, match="不在 group_assignments"):
        shared.comments("stranger", item)


@pytest.mark.parametrize("user", ["leadership", "analyst", "admin"])
def test_readers_do_not_write(shared, user):
    """领导, 分析 and 管理员 read."""
    with pytest.raises(NotAllowed, match="只能查看"):
        shared.comment("P-1", "请合并。", user)
    assert shared.comments("group2", "P-1") == []


@pytest.mark.parametrize(("text", "said"), [(" \n\0", "留言是空的"), ("长" * 2001, "超过 2000 字")])
def test_a_blank_or_endless_remark_is_refused(shared, text, said):
    """The message says what to do; nothing is kept."""
    with pytest.raises(Refused, match=said):
        shared.comment("P-1", text, "group2")
    with pytest.raises(Refused, match="不在当前轮次"):
        shared.comment("M-9", "没有此事项。", "group2")
    assert shared.comments("admin") == []


def test_remarks_outlive_the_suspicion(shared):
    """When matching suspects the pair no more, those who wrote still read what was said."""
    said = shared.comment("P-1", "不属重复。", "group2")
    shared.replace_corpus({}, [], [])
    assert shared.comments("group2", "P-1") == [said]
    with pytest.raises(NotAllowed):
        shared.comments("group1", "P-1")
    with pytest.raises(Refused):
        shared.comment("P-1", "再说一句。", "group2")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE comments SET text = '同意'",
        "DELETE FROM comments",
        "UPDATE second_samples SET seed = 'x'",
        "DELETE FROM second_tasks",
        "UPDATE second_verdicts SET decision = '{}'",
    ],
)
def test_the_database_keeps_them_as_they_are(shared, engine, statement):
    """Neither remarks nor second reviews can be changed or taken away."""
    shared.comment("P-1", "不属重复。", "group2")
    shared.record(Decision("M-3", "cancel", "依据不足。"), "group3")
    shared.draw_second_reviews(3, 1, "seed", "lead3")
    shared.record_second(Decision("M-3", "delete", "依据不足。"), "lead3")
    with engine.connect() as connection, pytest.raises(DBAPIError, match="只能追加"):
        connection.exec_driver_sql(statement)
