"""The join of a list that changes against the join from scratch."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.matching import similar_pairs
from workbench.matching.engine import LOCAL
from workbench.matching.incremental import JoinIndex, RememberingEngine

NAMES = st.lists(st.text(alphabet="的对许可证核发农药兽𠀀a\0", max_size=9), max_size=60)


class Counting:
    """The local engine, with the number of names that it was asked to join."""

    def __init__(self):
        """Nothing asked yet."""
        self.asked = []
        self.map = LOCAL.map

    def pairs(self, names, threshold, *, most=None):
        """Notes the number and joins."""
        self.asked.append(len(names))
        return LOCAL.pairs(names, threshold, most=most)


def columns(table):
    """The table as lists."""
    return table.a.tolist(), table.b.tolist(), table.score.tolist(), table.cut


@given(st.lists(NAMES, min_size=1, max_size=4), st.sampled_from([50, 66.6, 70, 85, 100]))
@settings(deadline=None)
def test_any_lists_one_after_the_other_are_joined_as_from_scratch(lists, threshold):
    """Whatever stays, goes, comes again or changes places."""
    engine = RememberingEngine()
    for names in lists:
        assert columns(engine.pairs(names, threshold)) == columns(similar_pairs(names, threshold))


@given(NAMES, NAMES, st.randoms(), st.sampled_from([50, 70, 85]))
@settings(deadline=None)
def test_few_changes_among_many_names_are_joined_as_from_scratch(names, others, chance, threshold):
    """With names enough, only the new ones are compared; the result is the same."""
    base = [f"{name}{chr(0x5E00 + at % 50)}登记{at}" for at, name in enumerate(names * 3)]
    later = base + others[: len(base) // 12]
    chance.shuffle(later)
    later = later[: max(1, len(later) - 3)]
    engine = RememberingEngine()
    engine.pairs(base, threshold)
    assert columns(engine.pairs(later, threshold)) == columns(similar_pairs(later, threshold))


def test_only_new_names_are_joined():
    """A few new names among many known ones do not have all of them joined again."""
    chance = random.Random(3)
    names = ["".join(chance.choices("取水许可证核发农药经营备案登记", k=8)) for _ in range(300)]
    counting = Counting()
    engine = RememberingEngine(counting)
    engine.pairs(names, 70)
    later = [*names[10:], *(name[:-1] + "办" for name in names[:20])]
    assert columns(engine.pairs(later, 70)) == columns(similar_pairs(later, 70))
    assert counting.asked == [len(set(names))]


def test_an_index_survives_being_stored():
    """Names of any characters, and their pairs."""
    names = ["取水许可", "取水许可证", "", "\0a\n", "𠀀𠀁", "\ud800"]
    index = JoinIndex.of(names, 85)
    again = JoinIndex.from_bytes(index.to_bytes())
    assert (again.names, again.threshold, columns(again.pairs)) == (index.names, 85, columns(index.pairs))
    engine = RememberingEngine(indexes=[again])
    assert columns(engine.pairs([*names, *names, "取水许可证书"], 85)) == columns(
        similar_pairs([*names, *names, "取水许可证书"], 85)
    )


def test_a_cut_is_told_and_nothing_half_known_is_kept():
    """Where pairs are too many, the next list is joined from scratch."""
    names = [f"取水许可证{at}" for at in range(30)]
    engine = RememberingEngine()
    assert engine.pairs(names, 50, most=10).cut is not None
    assert engine.indexes == ()
    assert columns(engine.pairs(names, 50)) == columns(similar_pairs(names, 50))


def test_pairs_of_identical_names_are_cut_though_the_distinct_ones_are_known():
    """The limit holds for pairs of rows."""
    engine = RememberingEngine()
    assert engine.pairs(["取水许可"] * 2, 85).cut is None
    assert engine.pairs(["取水许可"] * 20, 85, most=5).cut.at_least == 190


@pytest.mark.parametrize("threshold", [49, 101])
def test_a_threshold_out_of_range_is_refused_here_too(threshold):
    """As by the join itself."""
    with pytest.raises(ValueError, match="50到100"):
        RememberingEngine().pairs(["甲"], threshold)
