"""The exact join against the slow, obvious twin."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from workbench.matching import similar_pairs
from workbench.matching.join import Cut, Tuning
from workbench.matching.join.memory import free_memory, usual_most

ALPHABETS = st.sampled_from(["a", "ab", "许可证", "甲乙丙丁戊己庚辛", "的对许可证核发农药兽药渔药", "𠀀𠀁a许\0"])
NAMES = ALPHABETS.flatmap(lambda alphabet: st.lists(st.text(alphabet=alphabet, max_size=14), max_size=40))
THRESHOLDS = st.one_of(st.sampled_from([50, 60, 66.66666666666667, 70, 80, 85, 90, 100]), st.floats(50, 100))

TUNINGS = st.builds(
    Tuning,
    few=st.just(0),
    many=st.sampled_from([0, 1000]),
    depth=st.integers(1, 5),
    leaf=st.integers(1, 3),
    small=st.sampled_from([1, 4, 100]),
    crowd=st.sampled_from([2, 5, 50]),
    batch=st.sampled_from([1, 10, 1000]),
    workers=st.integers(1, 2),
)


def brute_force(names, threshold):
    """Every pair, one by one."""
    return [
        (i, j, score)
        for i, one in enumerate(names)
        for j in range(i + 1, len(names))
        if (score := fuzz.ratio(one, names[j])) >= threshold
    ]


def as_list(table):
    """The table as a list of triples."""
    return list(zip(table.a.tolist(), table.b.tolist(), table.score.tolist(), strict=True))


@given(NAMES, THRESHOLDS)
def test_the_join_finds_exactly_the_pairs_of_brute_force(names, threshold):
    """Whatever the names and the threshold, no pair is missing and none extra, in order, with its score."""
    assert as_list(similar_pairs(names, threshold)) == brute_force(names, threshold)


@given(NAMES, THRESHOLDS, TUNINGS)
@settings(deadline=None)
def test_the_join_finds_them_however_the_work_is_divided(names, threshold, tuning):
    """Signatures of any depth, crowds of any size and batches of any weight find the same pairs."""
    assert as_list(similar_pairs(names, threshold, tuning)) == brute_force(names, threshold)


@given(st.lists(st.text("甲乙丙", min_size=1015, max_size=1040), max_size=4), THRESHOLDS)
@settings(max_examples=10, deadline=None)
def test_names_too_long_for_signatures_are_joined(names, threshold):
    """Names around the longest that signatures take are compared with shorter and longer ones."""
    names = [*names, *(name[:900] for name in names), "甲"]
    assert as_list(similar_pairs(names, threshold, Tuning(few=0, many=0))) == brute_force(names, threshold)


@pytest.mark.parametrize("threshold", [70, 85])
def test_a_crowd_in_one_frame_is_joined_once(threshold):
    """Hundreds of names in one frame among others give each pair once."""
    frame = [f"关于{chr(0x4E00 + at)}{chr(0x5E00 + at * 7 % 500)}经营许可证核发" for at in range(300)]
    other = [f"{chr(0x6E00 + at)}{chr(0x7E00 + at)}登记备案事项" for at in range(60)]
    names = [*frame, *other, *frame[:20]]
    tuning = Tuning(few=0, many=0, crowd=50, small=100)
    assert as_list(similar_pairs(names, threshold, tuning)) == brute_force(names, threshold)


def test_identical_names_are_pairs():
    """Rows with one name are pairs with score 100, empty names too."""
    assert as_list(similar_pairs(["取水许可", "", "取水许可", ""], 85)) == [(0, 2, 100.0), (1, 3, 100.0)]


def test_names_past_255_characters_are_joined():
    """Lengths are not cut to a byte."""
    long = "农药经营许可证核发" * 40
    assert as_list(similar_pairs([long, long + "子项", "农药"], 99)) == brute_force([long, long + "子项", "农药"], 99)


def test_no_names_give_no_pairs():
    """An empty list and a single name are fine."""
    assert len(similar_pairs([], 85)) == len(similar_pairs(["取水许可"], 85)) == 0


def test_columns_have_fixed_types():
    """Row numbers are int32, scores float64."""
    table = similar_pairs(["取水许可", "取水许可证"], 85)
    assert (table.a.dtype, table.b.dtype, table.score.dtype) == (np.int32, np.int32, np.float64)


@pytest.mark.parametrize("threshold", [49.9, 100.1, float("nan")])
def test_a_threshold_out_of_range_is_refused(threshold):
    """The message says the range."""
    with pytest.raises(ValueError, match="50到100"):
        similar_pairs(["甲"], threshold)


@given(NAMES, THRESHOLDS, TUNINGS, st.integers(0, 30))
@settings(deadline=None)
def test_a_join_with_a_limit_is_whole_or_says_what_is_missing(names, threshold, tuning, most):
    """Up to the limit nothing changes; past it, that many true pairs are given with a count that is no overstatement."""
    every = brute_force(names, threshold)
    table = similar_pairs(names, threshold, tuning, most=most)
    if len(every) <= most:
        assert (as_list(table), table.cut) == (every, None)
        return
    assert table.cut is not None
    assert len(set(as_list(table)) & set(every)) == len(table) == most
    assert most < table.cut.at_least <= len(every)


def test_a_cut_join_tells_how_many_pairs_there_are_and_which_threshold_fits():
    """With few rows the sample is all of them, so the estimate is exact."""
    names = ["甲乙丙丁戊己庚辛壬癸", "甲乙丙丁戊己庚辛壬子", "甲乙丙丁戊己庚辛丑子", "甲乙丙丁戊己庚辛壬癸"]
    assert len(brute_force(names, 80)) == 6
    assert similar_pairs(names, 80, most=3).cut == Cut(most=3, at_least=6, about=6, threshold=91)


def test_identical_names_past_the_limit_are_counted_before_they_are_written_out():
    """A hundred thousand rows of one name are five thousand million pairs: no threshold helps."""
    table = similar_pairs(["取水许可"] * 100_000, 85, most=1000)
    assert (len(table), table.cut) == (1000, Cut(1000, 4_999_950_000, 4_999_950_000, None))


def test_a_negative_limit_is_refused():
    """The message says so."""
    with pytest.raises(ValueError, match="负数"):
        similar_pairs(["甲"], 85, most=-1)


def test_the_usual_limit_follows_the_memory():
    """An eighth of the free memory, and a million pairs on the smallest machine."""
    assert usual_most() >= 1_000_000
    assert usual_most() <= max(1_000_000, free_memory())
