"""The review chain: stages in their order, each step by whom it belongs to, and returned rounds locked."""

from dataclasses import replace

import pytest

from workbench import assignments as assigning
from workbench.records import STEPS, Decision, Guide, GuideEntry, Place, Reviewer, Role, Stage, Submission
from workbench.store import Conflict, NotAllowed, Refused, Store, database

KIND = "省目录"
OPINION = "依据不足。"


@pytest.fixture
def unit(unit_of):
    """A unit of the third group."""
    return unit_of(3)


@pytest.fixture
def reviewed(store, submit, unit):
    """A catalogue of two rows, both decided by the group."""
    submit(unit, ["M-1", "M-2"])
    store.record_all([Decision("M-1", "cancel", OPINION), Decision("M-2", "pass")], "group3")


@pytest.fixture
def returned(store, reviewed, unit):
    """The same, through 合法性审查 and returned to the unit."""
    del reviewed
    store.take_step(unit, KIND, "to_legality", "lead3")
    store.take_step(unit, KIND, "return", "legality")


@pytest.fixture
def guides(store, unit):
    """Stores a file with the guides of these ids."""

    def add(*items, round_=1):
        place = Place(f"指南{round_}{items}.xlsx", "取水许可", "A1")
        entries = [
            GuideEntry(each, unit, "办事指南", round_, "辽宁省", Guide({"事项名称": each}), place) for each in items
        ]
        digest = f"{abs(hash((round_, items))):064}"
        sent = Submission(digest, place.file, unit, "办事指南", round_, "2017-09-30T01:00:00+00:00", len(items))
        store.add_submission(sent, b"PK", [], {}, {}, [], [], guides_read=entries)

    return add


def test_a_catalogue_goes_from_the_group_to_legality_and_back_to_the_unit(store, submit, unit):
    """Every step is a numbered, chained move; the state tells stage, lock and what is undecided."""
    submit(unit, ["M-1", "M-2"])
    store.record(Decision("M-1", "cancel", OPINION), "group3")
    at = store.chain_state(unit, KIND)
    assert (at.stage, at.locked, at.items, at.undecided, at.revision) == (Stage.GROUP_REVIEW, False, 2, 1, 0)
    with pytest.raises(Refused, match="还有 1 项没有结论"):
        store.take_step(unit, KIND, "to_legality", "lead3")
    store.record(Decision("M-2", "pass"), "group3")
    moves = [
        store.take_step(unit, KIND, "to_legality", "lead3", revision=0),
        store.take_step(unit, KIND, "send_back", "legality", reason="第2项依据须补全"),
        store.take_step(unit, KIND, "to_legality", "lead3"),
        store.take_step(unit, KIND, "return", "admin"),
        store.take_step(unit, KIND, "revise", "group3", revision=4),
    ]
    assert [move.stage for move in moves] == [
        "legality_review", "group_review", "legality_review", "returned", "revision",
    ]  # fmt: skip
    assert [move.event for move in moves] == [1, 2, 3, 4, 5]
    assert store.moves() == moves
    at = store.chain_state(unit, KIND)
    assert (at.stage, at.locked, at.moves) == (Stage.REVISION, True, tuple(moves))
    assert store.chain_states() == [at]
    assert store.verify() == []


@pytest.mark.usefixtures("reviewed")
@pytest.mark.parametrize(
    ("user", "step", "said"),
    [
        ("group3", "to_legality", "由组长办理"),
        ("lead1", "to_legality", "不属于第一组组长所在的审核组"),
        ("legality", "to_legality", "不能“送合法性审查”"),
        ("analyst", "to_legality", "角色是分析"),
        ("leadership", "to_legality", "角色是领导"),
    ],
)
def test_a_step_of_others_is_refused(store, unit, user, step, said):
    """Role and group are held, and the refusal says whose step it is."""
    with pytest.raises(NotAllowed, match=said):
        store.take_step(unit, KIND, step, user)
    assert store.moves() == []


@pytest.mark.usefixtures("reviewed")
def test_a_step_from_elsewhere_is_refused_with_what_leads_on(store, unit, unit_of):
    """The refusal names the stage and the steps that can be taken; what nobody sent has no chain."""
    with pytest.raises(Refused, match=r"现在审核阶段，不能“反馈”.*现在可以办理：送合法性审查、移交"):
        store.take_step(unit, KIND, "return", "legality")
    with pytest.raises(Refused, match="没有“publish”这一步"):
        store.take_step(unit, KIND, "publish", "lead3")
    with pytest.raises(Refused, match="没有报送省目录"):
        store.take_step(unit_of(1), KIND, "to_legality", "lead1")
    assert [step.code for step in store.possible_steps(unit, KIND, "lead3")] == ["to_legality", "hand_over"]
    assert [step.code for step in store.possible_steps(unit, KIND, "lead1")] == []


@pytest.mark.usefixtures("reviewed")
def test_a_step_that_somebody_else_took_meanwhile_is_told(store, unit):
    """The revision is that of the moves; a different one is a conflict and writes nothing."""
    store.take_step(unit, KIND, "to_legality", "lead3", revision=0)
    with pytest.raises(Conflict, match=r"已有流转.*lead3"):
        store.take_step(unit, KIND, "send_back", "legality", reason="须补全", revision=0)
    assert len(store.moves()) == 1


@pytest.mark.usefixtures("reviewed")
def test_while_the_catalogue_lies_with_legality_the_group_records_nothing(store, unit):
    """目录 goes one after the other: sent back, it is the group's again, and no longer legality's."""
    store.take_step(unit, KIND, "to_legality", "lead3")
    with pytest.raises(Refused, match="请省政府法制办退回审核组"):
        store.record(Decision("M-1", "delete", OPINION), "group3")
    store.record(Decision("M-1", "delete", OPINION, stage=Stage.LEGALITY_REVIEW), "legality")
    with pytest.raises(Refused, match="须写明理由"):
        store.take_step(unit, KIND, "send_back", "legality", reason=" ")
    store.take_step(unit, KIND, "send_back", "legality", reason="须补全")
    with pytest.raises(Refused, match="组长送审后再审查"):
        store.record(Decision("M-1", "cancel", OPINION, stage=Stage.LEGALITY_REVIEW), "legality")
    assert store.record(Decision("M-2", "cancel", OPINION), "group3").revision == 1


@pytest.mark.usefixtures("returned")
def test_a_returned_round_is_locked_until_it_is_opened_again_with_a_reason(store, unit):
    """No verdict, undo, redo or bulk goes in; a lead opens it, and what stood still stands."""
    before = store.events_since(0)
    for write in (
        lambda: store.record(Decision("M-1", "pass"), "group3"),
        lambda: store.undo("M-1", "group3"),
        lambda: store.record_all([Decision("M-1", "pass")], "group3"),
        lambda: store.record(Decision("M-1", "pass", stage=Stage.LEGALITY_REVIEW), "legality"),
    ):
        with pytest.raises(Refused, match="结论已锁定"):
            write()
    assert store.events_since(0) == before
    with pytest.raises(NotAllowed, match="由组长、管理员办理"):
        store.take_step(unit, KIND, "reopen", "group3", reason="误判")
    with pytest.raises(Refused, match="须写明理由"):
        store.take_step(unit, KIND, "reopen", "lead3")
    assert store.take_step(unit, KIND, "reopen", "lead3", reason="第1项误判").reason == "第1项误判"
    assert store.undo("M-1", "group3").verdict is None


@pytest.mark.usefixtures("returned")
def test_the_next_file_after_a_return_is_rechecked(store, submit, unit):
    """A new round is open again, in 复核, and can be returned from there."""
    submit(unit, ["M-1", "M-2"], round_=2)
    at = store.chain_state(unit, KIND)
    assert (at.stage, at.locked, at.round) == (Stage.RECHECK, False, 2)
    assert store.stage_for("M-1", "group3") is Stage.RECHECK
    assert store.stage_for("M-1", "legality") is Stage.LEGALITY_REVIEW
    store.record(Decision("M-1", "pass", stage=Stage.RECHECK), "group3")
    assert store.take_step(unit, KIND, "return", "lead3").round == 2
    assert store.chain_state(unit, KIND).locked


@pytest.mark.usefixtures("reviewed")
def test_a_file_that_comes_before_a_return_is_reviewed_by_the_group(store, submit, unit):
    """What lay with legality is the group's again when the unit sends another file."""
    store.take_step(unit, KIND, "to_legality", "lead3")
    submit(unit, ["M-1", "M-2"], round_=2)
    assert store.chain_state(unit, KIND).stage is Stage.GROUP_REVIEW
    assert store.record(Decision("M-1", "pass"), "group3").revision == 1


def test_of_guides_group_and_legality_look_side_by_side(store, guides, unit):
    """指南 needs both, in either order, before it is returned; a later file of other guides is not locked."""
    guides("G-1", "G-2")
    store.record(Decision("G-1", "pass", stage=Stage.LEGALITY_REVIEW), "legality")
    store.record_all([Decision(each, "pass") for each in ("G-1", "G-2")], "group3")
    with pytest.raises(Refused, match="还有 1 项没有经过合法性审查"):
        store.take_step(unit, "办事指南", "return", "lead3")
    store.record(Decision("G-2", "pass", stage=Stage.LEGALITY_REVIEW), "legality")
    store.take_step(unit, "办事指南", "return", "lead3")
    guides("G-3")
    with pytest.raises(Refused, match="结论已锁定"):
        store.record(Decision("G-1#常见问题", "return_for_revision", OPINION), "group3")
    assert store.record(Decision("G-3#常见问题", "return_for_revision", OPINION), "group3").revision == 0


def test_a_pair_is_open_while_one_of_its_sides_is(store, submit, unit, unit_of, returned):
    """The other group still decides a duplicate of a returned row."""
    from workbench.records import Comparison, Pair, Relation  # noqa: PLC0415 - of this test alone

    del returned
    submit(unit_of(2), ["M-9"])
    store.replace_corpus({}, [Pair("P-1", "M-1", "M-9", Comparison(Relation.SAME, 1.0, "名称相同"))], [])
    assert store.record(Decision("P-1", "merge", OPINION, lead_unit=unit_of(2)), "group2").revision == 0
    assert store.chain_state(unit, KIND).locked


@pytest.fixture
def staffed(roster: assigning.Assignments, url):
    """A store whose third group has a second reviewer."""
    more = (*roster.reviewers, Reviewer("wang", "王某", Role.REVIEWER, 3))
    opened = Store.open(url, replace(roster, reviewers=more))
    yield opened
    opened.close()


@pytest.mark.usefixtures("reviewed")
def test_a_catalogue_is_handed_over_with_what_was_begun(staffed, unit):
    """Drafts go along where the receiver has none; only the holder or a lead hands on, and only within the group."""
    staffed.save_draft(Decision("M-1", "delete", "在拟"), "group3")
    with pytest.raises(Refused, match="“group2”不是"):
        staffed.take_step(unit, KIND, "hand_over", "group3", reason="休假", receiver="group2")
    staffed.take_step(unit, KIND, "hand_over", "group3", reason="休假", receiver="wang")
    assert (staffed.drafts("group3"), list(staffed.drafts("wang"))) == ({}, ["M-1"])
    at = staffed.chain_state(unit, KIND)
    assert (at.holder, at.stage) == ("wang", Stage.GROUP_REVIEW)
    with pytest.raises(NotAllowed, match="由“wang”经办"):
        staffed.take_step(unit, KIND, "hand_over", "group3", reason="要回", receiver="lead3")
    with pytest.raises(Refused, match="无须移交"):
        staffed.take_step(unit, KIND, "hand_over", "lead3", reason="要回", receiver="wang")
    assert staffed.take_step(unit, KIND, "hand_over", "lead3", reason="销假", receiver="group3").receiver == "group3"


def test_legality_on_its_own_catalogue_is_noted(store, submit, unit, reviewed):
    """省政府法制办 may review what it sent in; the move and the item carry the note, others' do not."""
    del reviewed
    submit("省政府法制办", ["M-7"])
    store.record(Decision("M-7", "pass"), "group4")
    store.take_step("省政府法制办", KIND, "to_legality", "lead4")
    assert "指定回避安排" in store.take_step("省政府法制办", KIND, "return", "legality").note
    assert "指定回避安排" in store.conflict_note("M-7", "legality")
    assert store.conflict_note("M-7", "lead4") == ""
    store.take_step(unit, KIND, "to_legality", "lead3")
    assert store.take_step(unit, KIND, "return", "legality").note == ""


def test_the_log_of_steps_cannot_be_changed_unseen(store, returned, engine, backend):
    """Triggers refuse changes; whoever removes them is found out."""
    del returned
    with pytest.raises(Exception, match="只能追加"), engine.connect() as connection:
        connection.exec_driver_sql("UPDATE moves SET by = 'group1'")
    trigger = "moves_no_update" if backend == "sqlite" else "moves_no_change ON moves"
    with database.writing(engine) as connection:
        connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        connection.exec_driver_sql("UPDATE moves SET by = 'group1' WHERE event = 1")
    (said,) = store.verify()
    assert said.startswith("第 1 号流转记录（事项")


def test_every_stage_has_a_way_on():
    """No stage of the chain is an end: each has a step, and each step a clause."""
    assert {stage for step in STEPS for stage in step.of} == set(Stage)
    assert all(step.clause for step in STEPS)
