"""Who may decide what, held by the store itself."""

import pytest

from workbench.records import Cluster, Comparison, Decision, Pair, Relation, Stage
from workbench.store import NotAllowed

OPINION = "重复事项，请合并。"


@pytest.fixture
def items(store, submit, unit_of):
    """One item of each group, and a pair and a cluster of those of the second and third."""
    for group in (1, 2, 3):
        submit(unit_of(group), [f"M-{group}"])
    pair = Pair("P-1", "M-2", "M-3", Comparison(Relation.SAME, 1.0, "名称相同"))
    store.replace_corpus({}, [pair], [Cluster("C-1", ("M-2", "M-3"))])


@pytest.mark.usefixtures("items")
@pytest.mark.parametrize("user", ["group3", "lead3"])
def test_reviewers_and_leads_decide_their_own_groups_items(store, user):
    """Members of a group decide its units' items, in review and in recheck."""
    assert store.record(Decision("M-3", "cancel", OPINION), user).by == user
    assert store.record(Decision("M-3", "pass", stage=Stage.RECHECK), user).stage == "recheck"


@pytest.mark.usefixtures("items")
@pytest.mark.parametrize("user", ["group1", "lead1"])
def test_other_groups_items_are_refused_with_the_owner_named(store, user):
    """The refusal says which group decides."""
    with pytest.raises(NotAllowed, match="由第三组审核"):
        store.record(Decision("M-3", "cancel", OPINION), user)
    assert store.last_event() == 0


@pytest.mark.usefixtures("items")
@pytest.mark.parametrize("user", ["leadership", "analyst", "admin"])
def test_readers_never_decide(store, user):
    """领导, 分析 and 管理员 read only, whatever the stage."""
    for stage in Stage:
        with pytest.raises(NotAllowed, match="只能查看"):
            store.record(Decision("M-3", "cancel", OPINION, stage=stage), user)


@pytest.mark.usefixtures("items")
def test_legality_decides_in_its_stage_only_and_nobody_else_there(store):
    """合法性审查 is the legality office's stage, for all groups' items."""
    store.record(Decision("M-3", "pass"), "group3")
    with pytest.raises(NotAllowed, match="不能用于审核阶段"):
        store.record(Decision("M-3", "cancel", OPINION), "legality")
    with pytest.raises(NotAllowed, match="不能用于合法性审查阶段"):
        store.record(Decision("M-3", "cancel", OPINION, stage=Stage.LEGALITY_REVIEW), "group3")
    assert store.record(Decision("M-3", "pass", stage=Stage.LEGALITY_REVIEW), "legality").by == "legality"


@pytest.mark.usefixtures("items")
@pytest.mark.parametrize("item", ["P-1", "C-1"])
def test_a_pair_or_cluster_is_decided_by_either_group_and_by_no_other(store, unit_of, item):
    """A duplicate across groups belongs to both; both units' workbooks become due."""
    decision = Decision(item, "merge", OPINION, lead_unit=unit_of(2))
    with pytest.raises(NotAllowed):
        store.record(decision, "group1")
    first = store.record(decision, "group2")
    second = store.record(decision, "group3", 1)
    assert store.history(item) == [first, second]
    due = {submission.unit for submission in store.submissions() if submission.sha256 in store.dirty()}
    assert due == {unit_of(2), unit_of(3)}


@pytest.mark.usefixtures("items")
def test_only_the_group_that_decided_takes_it_back(store, unit_of):
    """Of the two groups of a pair, the one that did not decide cannot undo."""
    store.record(Decision("P-1", "merge", OPINION, lead_unit=unit_of(2)), "group2")
    with pytest.raises(NotAllowed, match="只能由其所在的审核组撤销"):
        store.undo("P-1", "group3")
    assert store.undo("P-1", "lead2").verdict is None


@pytest.mark.usefixtures("items")
def test_a_stranger_is_refused(store):
    """A user who is not in the roster neither decides nor gets an account."""
    with pytest.raises(NotAllowed, match=r"不在 group_assignments\.yml 中"):
        store.record(Decision("M-3", "cancel", OPINION), "stranger")
    with pytest.raises(NotAllowed):
        store.set_password("stranger", "long enough")
