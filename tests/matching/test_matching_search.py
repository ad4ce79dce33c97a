"""The search through a corpus finds what comparing all pairs finds."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.matching import Named, clusters, compare, suspects
from workbench.matching.distinct import Wordings, keys, sides
from workbench.matching.gist import Gist
from workbench.matching.rejections import possible
from workbench.matching.rows import Rows
from workbench.records import Comparison, Relation

OBJECTS = ["农药经营", "兽药经营", "取水", "取水、排污口", "林木种子生产", "种子生产", "测绘资质", "特种设备使用"]
ENDS = ["许可", "许可证变更", "许可（注销）", "备案", "登记", "审批（甲级）", "审批（电梯）", "咨询"]
PLACES = ["", "", "沈阳市", "沈阳市和平区", "2016年度"]
NAMES = st.builds("{}{}{}".format, st.sampled_from(PLACES), st.sampled_from(OBJECTS), st.sampled_from(ENDS))
MATTERS = st.builds(Named, NAMES, st.sampled_from(["甲", "乙", None]), st.sampled_from([None, "《水法》第七条"]))


@settings(deadline=None)
@given(st.lists(MATTERS, max_size=12))
def test_what_is_told_is_what_comparing_the_pair_tells(named):
    """Grouping by wordings and dropping many at a time changes no answer."""
    for a, b, found in suspects(named):
        assert a < b
        assert found == compare(named[a], named[b])
        assert found.relation is not Relation.DIFFERENT


@settings(deadline=None)
@given(st.lists(MATTERS, max_size=12))
def test_what_is_dropped_by_name_alone_is_different(named):
    """No unit, place or basis could have made these one matter."""
    wordings = Wordings.among(Rows.of([Gist.of(matter) for matter in named]))
    every = np.array([(a << 32) | b for a, b in combinations(range(len(wordings.texts)), 2)], np.int64)
    left = possible(wordings.names.tolist(), every)
    dropped = np.setdiff1d(wordings.written_out(every), wordings.written_out(every[left]))
    for a, b in zip(*(side.tolist() for side in sides(dropped)), strict=True):
        assert compare(named[a], named[b]).relation is Relation.DIFFERENT


def test_wordings_are_written_out_as_rows():
    """Each row of one wording with each row of the other; rows of one wording with each other."""
    named = [Named("取水许可"), Named("养犬登记"), Named("对取水的许可"), Named("沈阳市取水许可")]
    wordings = Wordings.among(Rows.of([Gist.of(matter) for matter in named]))
    assert wordings.texts.tolist() == ["取水许可", "养犬登记"]
    pair = wordings.written_out(keys(np.array([0]), np.array([1])))
    assert [side.tolist() for side in sides(np.sort(pair))] == [[0, 1, 1], [1, 2, 3]]
    assert [side.tolist() for side in sides(wordings.within())] == [[0, 0, 2], [2, 3, 3]]


def test_other_places_are_other_matters():
    """A district's matter is not another district's; a city's takes in its district's, and its own city says nothing."""
    named = [
        Named("沈阳市和平区养犬登记"),
        Named("沈阳市沈河区养犬登记"),
        Named("沈阳市养犬登记", "沈阳市"),
        Named("养犬登记"),
    ]
    found = [(a, b, str(pair.relation)) for a, b, pair in suspects(named)]
    assert found == [(0, 2, "part"), (0, 3, "part"), (1, 2, "part"), (1, 3, "part"), (2, 3, "same")]


def test_only_wanted_pairs_are_compared():
    """The caller's columns of rows decide, and progress counts what is left."""
    named = [Named("取水许可", str(unit)) for unit in range(6)]
    calls = []
    found = suspects(named, lambda done, total: calls.append((done, total)), wanted=lambda a, b: (a + b) % 5 == 0)
    assert [(a, b) for a, b, _ in found] == [(0, 5), (1, 4), (2, 3)]
    assert calls[-1] == (1, 1)


def test_a_large_clique_is_one_cluster():
    """Every member alike to every other, whatever the order of the pairs."""
    same = Comparison(Relation.SAME, 0.9, "x")
    found = [(a, b, same) for a, b in combinations(range(40), 2)]
    assert clusters(40, found[::-1]) == [tuple(range(40))]
    assert clusters(40, found[:-1]) == [tuple(range(39))]
