"""Rows of a new round find themselves in the round before: re-ordered, corrected, renamed, new and gone."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.records import Matter, Place, Row, RowChange, RowState
from workbench.records.rounds import Link
from workbench.review.identity import item_ids
from workbench.review.linking import continued

UNIT, KIND = "省水利厅", "省目录"
WATER, SAND, SEAL = "《取水许可和水资源费征收管理条例》", "《河道采砂管理条例》", "《水文条例》"


def row(name: str, basis: str, seq: str = "1", sub: str = "") -> Row:
    """A catalogue row."""
    return Row(seq=seq, item_name=name, sub_item_name=sub, legal_basis=basis)


def sent(rows: Sequence[Row]) -> list[Matter]:
    """The rows as a first round."""
    ids = item_ids(UNIT, KIND, rows)
    return [
        Matter(item, UNIT, KIND, 1, "辽宁省", each, Place("目录.xlsx", "目录", "A1"))
        for item, each in zip(ids, rows, strict=True)
    ]


def again(rows: Sequence[Row], last: Sequence[Matter]) -> tuple[list[str], dict[str, RowChange]]:
    """Ids of the next round's rows, and what became of each item."""
    ids, changes = continued(UNIT, KIND, rows, last, {matter.item: matter.row for matter in last})
    assert len({change.item for change in changes}) == len(changes)
    return ids, {change.item: change for change in changes}


def test_reordered_rows_are_the_same():
    """Another order and other numbers change nothing."""
    last = sent([row("取水许可", WATER, "1"), row("河道采砂许可", SAND, "2")])
    ids, changes = again([row("河道采砂许可", SAND, "1"), row("取水许可", WATER, "2")], last)
    assert ids == [last[1].item, last[0].item]
    assert [(changes[item].state, changes[item].link) for item in ids] == [(RowState.SAME, Link.IDENTITY)] * 2


def test_a_corrected_basis_is_a_change_of_the_same_row():
    """The fields that changed are named."""
    last = sent([row("取水许可", WATER)])
    ids, changes = again([row("取水许可", WATER + "第二条")], last)
    assert changes == {last[0].item: RowChange(last[0].item, RowState.CHANGED, ("legal_basis",), Link.NAME)}
    assert ids == [last[0].item]


@pytest.mark.parametrize(
    ("before", "after", "link"),
    [
        (row("取水许可", WATER, "1"), row("取水许可证核发", WATER + "第二条", "1"), Link.PLACE),
        (row("取水许可", WATER, "1"), row("取水许可证核发", WATER + "第二条", "9"), Link.LIKENESS),
        (row("河道采沙许可", SAND, "1"), row("河道采砂许可", SAND, "1"), Link.PLACE),
        (row("河道采沙许可", SAND, "1"), row("河道采砂许可", SAND, "7"), Link.LIKENESS),
    ],
)
def test_a_renamed_row_keeps_its_id(before, after, link):
    """A reworded or corrected name is the same matter, at its place or elsewhere."""
    other = row("水文资料使用审查", SEAL, "2")
    last = sent([before, other])
    ids, changes = again([other, after], last)
    assert ids == [last[1].item, last[0].item]
    assert (changes[last[0].item].state, changes[last[0].item].link) == (RowState.CHANGED, link)
    assert "item_name" in changes[last[0].item].fields


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (row("兽药经营许可", WATER), row("农药经营许可", WATER)),
        (row("公司设立登记", WATER), row("公司变更登记", WATER)),
        (row("取水许可", WATER, sub="地下水"), row("取水许可", WATER, sub="地表水")),
    ],
)
def test_a_contrast_is_another_matter(before, after):
    """What differs in object, action or scope is gone and new, even with one number and one basis."""
    last = sent([before])
    ids, changes = again([after], last)
    assert ids[0] != last[0].item
    assert {item: change.state for item, change in changes.items()} == {
        ids[0]: RowState.NEW,
        last[0].item: RowState.GONE,
    }


def test_a_new_row_never_takes_the_id_of_a_renamed_one():
    """A name that a renamed row left free is a new matter with an id of its own."""
    last = sent([row("取水许可", WATER, "1")])
    renamed = row("取水许可证核发", WATER, "1")
    (kept,), _ = again([renamed], last)
    second = [Matter(kept, UNIT, KIND, 2, "辽宁省", renamed, last[0].place)]
    ids, changes = again([renamed, row("取水许可", SAND, "2")], second)
    assert ids[0] == kept
    assert ids[1] != kept
    assert changes[ids[1]].state is RowState.NEW


def test_a_row_that_was_left_out_for_a_round_has_its_id_back():
    """Gone in the second round and there again in the third, it goes on with its history."""
    first = sent([row("取水许可", WATER, "1"), row("河道采砂许可", SAND, "2")])
    ever = {matter.item: matter.row for matter in first}
    ids, _ = continued(UNIT, KIND, [row("河道采砂许可", SAND), row("取水许可", WATER)], [first[1]], ever)
    assert ids == [first[1].item, first[0].item]


def test_one_of_two_equal_candidates_is_not_guessed():
    """Where two rows are as like as each other, both are new and a person decides."""
    last = sent([row("农药经营许可", WATER, "1")])
    audited, issued = row("农药经营许可审批", SAND, "5"), row("农药经营许可核发", SAND, "6")
    assert again([audited], last)[0] == again([issued], last)[0] == [last[0].item]
    ids, changes = again([audited, issued], last)
    assert last[0].item not in ids
    assert changes[last[0].item].state is RowState.GONE


NAMES = st.lists(
    st.tuples(
        st.sampled_from(["取水许可", "取水许可证核发", "河道采砂许可", "水文资料使用审查", ""]),
        st.sampled_from([WATER, SAND, ""]),
        st.sampled_from(["", "1", "2"]),
    ),
    max_size=8,
)


@given(NAMES, NAMES)
def test_links_are_one_to_one_and_everything_is_accounted_for(before, after):
    """Whatever was sent: ids are unique, every former row is kept or gone, every row is told of once."""
    last = sent([row(name, basis, seq) for name, basis, seq in before])
    rows = [row(name, basis, seq) for name, basis, seq in after]
    ids, changes = again(rows, last)
    assert len(set(ids)) == len(rows)
    assert set(changes) == set(ids) | {matter.item for matter in last}
    assert {item for item in ids if changes[item].state is RowState.GONE} == set()
    assert {m.item for m in last} - set(ids) == {i for i, change in changes.items() if change.state is RowState.GONE}


@given(NAMES)
def test_the_same_rows_in_any_order_are_the_same_items(before):
    """Sent again unchanged, every row is the same; its states say so."""
    rows = [row(name, basis, seq) for name, basis, seq in before]
    ids, changes = again(list(reversed(rows)), sent(rows))
    assert sorted(ids) == sorted(item_ids(UNIT, KIND, rows))
    assert {change.state for change in changes.values()} <= {RowState.SAME}
