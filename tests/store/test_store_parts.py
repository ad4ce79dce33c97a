"""An element of a guide and a material are decided by themselves."""

from dataclasses import replace

import pytest

from workbench.records import Answer, Decision, Guide, GuideEntry, Material, Place, Submission, parts_of
from workbench.store import Refused

FORM = Guide(
    {"事项名称": "取水许可", "法定办结时限": "20", "申请材料": ""},
    (Material({"材料名称": "申请书"}), Material({"材料名称": "身份证"}), Material({"材料名称": "身份证"})),
)
LIMIT = "G-1#法定办结时限"


@pytest.fixture
def send(store, unit_of):
    """Stores the form as the guide G-1 of the third group's first unit, with findings."""

    def add(guide=FORM, found=None, round_=1):
        unit = unit_of(3)
        place = Place(f"指南{round_}.xlsx", "取水许可", "A1")
        entry = GuideEntry("G-1", unit, "办事指南", round_, "辽宁省", guide, place)
        day = "2017-09-30T01:00:00+00:00"
        submission = Submission(f"{round_:064}", place.file, unit, "办事指南", round_, day, 1)
        store.add_submission(submission, b"PK" * round_, [], found or {}, {}, [], [], guides_read=[entry])
        return submission

    return add


def ids(guide=FORM):
    """The ids of the materials."""
    return [part.item for part in parts_of("G-1", guide) if part.material is not None]


def test_parts_keep_their_own_history_apart_from_the_guides(store, send):
    """Record, undo, redo and history of an element touch neither the guide nor another element."""
    submission = send()
    first = store.record(Decision(LIMIT, "return_for_revision", "请写明工作日。"), "group3")
    assert store.undo(LIMIT, "group3", 1).verdict is None
    assert store.redo(LIMIT, "group3", 2).verdict == "return_for_revision"
    assert [event.revision for event in store.history(LIMIT)] == [0, 1, 2]
    assert store.history(LIMIT)[0] == first
    assert store.history("G-1") == []
    assert set(store.states()) == {LIMIT}
    assert (store.dirty(), store.verify()) == ([submission.sha256], [])


def test_a_material_keeps_its_verdict_where_others_come_before_it(store, send):
    """It goes by its name, equal names by their order; the place counted from 0 names it, too."""
    send()
    named = store.record(Decision("G-1#申请材料[1]", "cancel_material", "可共享获取。"), "group3")
    assert named.item == ids()[1]
    assert len(set(ids())) == 3
    later = replace(FORM, materials=(Material({"材料名称": "承诺书"}), *FORM.materials))
    submission = send(later, round_=2)
    assert ids(later)[1:] == ids()
    assert store.undo(ids()[1], "group3").verdict is None
    assert store.dirty() == [submission.sha256]


def test_a_file_that_comes_again_waits_for_its_parts_verdicts(store, send):
    """What was decided on a part before is still to be shown in the new round's workbook."""
    send()
    store.record(Decision(LIMIT, "return_for_revision", "请写明工作日。"), "group3")
    submission = send(round_=2)
    assert store.dirty() == [submission.sha256]


def test_a_part_passes_by_its_own_findings_and_the_guide_by_those_left(store, send, finding):
    """An answer at the element counts for the whole guide; a finding elsewhere does not hold the element up."""
    here, there = finding("TIME-UNIT"), finding("MAT-CATCHALL", material=0)
    send(found={"G-1": [replace(here, field="法定办结时限"), replace(there, field="申请材料.材料名称")]})
    with pytest.raises(Refused, match="TIME-UNIT"):
        store.record(Decision(LIMIT, "pass"), "group3")
    store.record(Decision(LIMIT, "pass", answers=(Answer("TIME-UNIT", upheld=False, reason="已注明"),)), "group3")
    with pytest.raises(Refused, match=r"还有 1 条违规.*MAT-CATCHALL"):
        store.record(Decision("G-1", "pass"), "group3")
    with pytest.raises(Refused, match="MAT-CATCHALL"):
        store.record(Decision(ids()[0], "pass"), "group3")
    assert store.record(Decision("G-1#申请材料", "pass"), "group3").verdict == "pass"
    assert store.record(Decision(ids()[1], "pass"), "group3").verdict == "pass"


def test_what_is_said_of_whole_matters_is_refused_for_a_part(store, send):
    """The refusal names what can be chosen, and a part that is not there is said."""
    send()
    with pytest.raises(Refused, match=r"“合并”不能用于法定办结时限。可用的结论：通过、退回修改"):
        store.record(Decision(LIMIT, "merge", "与他项合并。", lead_unit="省水利厅"), "group3")
    with pytest.raises(Refused, match="取消（材料）”不能用于法定办结时限"):
        store.record(Decision(LIMIT, "cancel_material", "可共享。"), "group3")
    with pytest.raises(Refused, match="没有“发证时限”"):
        store.record(Decision("G-1#发证时限", "pass"), "group3")
    with pytest.raises(Refused, match="不在当前轮次"):
        store.record(Decision("G-2#法定办结时限", "pass"), "group3")


def test_parts_of_many_kinds_are_one_bulk(store, send):
    """A guide, an element and materials are recorded, and taken back, as one group of events."""
    send()
    items = ["G-1", LIMIT, *ids()]
    events = store.record_all([Decision(each, "return_for_revision", "请补正。") for each in items], "group3")
    assert [event.item for event in events] == items
    assert {event.batch for event in events} == {events[0].event}
    store.undo_all(events[0].event, "group3")
    assert store.states() == {}
