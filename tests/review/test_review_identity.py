"""Stable ids of items, pairs and clusters."""

from workbench.records import Row
from workbench.review.identity import cluster_id, item_ids, pair_id


def test_an_item_keeps_its_id_when_only_blanks_and_brackets_change():
    """A re-sent row that differs in width of brackets and blanks is the same item."""
    before = item_ids("省水利厅", "省目录", [Row(item_name="取水许可（地下水）", sub_item_name="")])
    after = item_ids("省水利厅", "省目录", [Row(item_name=" 取水许可(地下水) ", sub_item_name="")])
    assert before == after


def test_rows_of_one_name_are_told_apart_by_order():
    """Two rows of one name get two ids, and a third row does not change them."""
    row, other = Row(item_name="取水许可", sub_item_name=""), Row(item_name="河道采砂许可", sub_item_name="")
    first, second = item_ids("省水利厅", "省目录", [row, row])
    assert first != second
    assert item_ids("省水利厅", "省目录", [other, row, row])[1:] == [first, second]


def test_ids_differ_by_unit_and_catalogue():
    """The same name in another unit or catalogue is another item."""
    row = [Row(item_name="取水许可", sub_item_name="")]
    ids = {
        item_ids(*where, row)[0] for where in (("省水利厅", "省目录"), ("沈阳市", "省目录"), ("省水利厅", "部门目录"))
    }
    assert len(ids) == 3


def test_pairs_and_clusters_do_not_depend_on_order():
    """The id of a pair or cluster is that of its members, however they are listed."""
    assert pair_id("M-1", "M-2") == pair_id("M-2", "M-1")
    assert cluster_id(["M-1", "M-2", "M-3"]) == cluster_id(["M-3", "M-1", "M-2"])
