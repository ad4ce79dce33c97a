"""What somebody tries who wants a verdict in, out or unseen: as a user, and with a Python prompt."""

import pytest

from workbench.records import Answer, Decision, Severity, Stage
from workbench.store import Refused, database
from workbench.store.guards import APPEND_ONLY

OPINION = "依据不足。"


@pytest.fixture
def item(submit, unit_of, finding):
    """A matter with a violation."""
    submit(unit_of(3), ["M-1"], {"M-1": [finding("NAME-LEVY", Severity.VIOLATION)]})
    return "M-1"


def test_a_stage_given_as_its_code_is_held_to_the_same_order(store, item):
    """合法性审查 before the group's review is refused, however the stage was written; no other word is a stage."""
    for stage in (Stage.LEGALITY_REVIEW, "legality_review"):
        with pytest.raises(Refused, match="不能进行合法性审查"):
            store.record(Decision(item, "cancel", OPINION, stage=stage), "legality")
    with pytest.raises(Refused, match="没有“final”这个阶段"):
        store.record(Decision(item, "cancel", OPINION, stage="final"), "group3")
    assert store.record(Decision(item, "cancel", OPINION, stage="group_review"), "group3").stage == "group_review"


@pytest.mark.parametrize("nothing", ["", " \n\t", "\u200b\u200b", "\ufeff", "\u2060\u00ad", "\0"])
def test_words_that_nobody_can_see_are_no_opinion_and_no_reason(store, item, nothing):
    """Zero-width characters do not stand for an opinion, for a reason to overrule, or for a remark."""
    with pytest.raises(Refused, match="须写明审核意见"):
        store.record(Decision(item, "cancel", nothing), "group3")
    with pytest.raises(Refused, match="须写明理由"):
        store.record(Decision(item, "pass", answers=(Answer("NAME-LEVY", upheld=False, reason=nothing),)), "group3")
    with pytest.raises(Refused, match="留言是空的"):
        store.comment(item, nothing, "group3")
    assert store.last_event() == 0


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_a_guard_that_is_taken_away_or_hollowed_out_is_missed(store, engine, backend, table):
    """Each table that is only added to has its guards, and one that is dropped, off or empty is named."""
    assert store.missing_guards() == []
    statements = {
        "sqlite": (
            f"DROP TRIGGER {table}_no_update",
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT 1; END",
        ),
        "postgresql": (f"ALTER TABLE {table} DISABLE TRIGGER {table}_no_change",),
    }[backend]
    with database.writing(engine) as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    ending = "no_update" if backend == "sqlite" else "no_change"
    assert store.missing_guards() == [f"表 {table} 的防改保护 {table}_{ending} 被移除或停用，其间的改动没有被拦截"]
