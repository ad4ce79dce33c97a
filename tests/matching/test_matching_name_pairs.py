"""Crowds of names in one frame, as the search for duplicates meets them."""

import logging

from workbench.matching import Named, similar_pairs, suspects
from workbench.matching.engine import LOCAL
from workbench.matching.name_pairs import CROWD, similar_names

FIRST, SECOND = ([chr(start + at) for at in range(60)] for start in (0x5E00, 0x6E00))


def frame(count):
    """Names that differ in two characters, and what they are about."""
    objects = [f"{FIRST[at % 60]}{SECOND[at // 60]}" for at in range(count)]
    return [f"关于{each}产品经营许可证核发事项的办理" for each in objects], objects


class Small:
    """The local engine with room for few pairs."""

    map = LOCAL.map

    def pairs(self, names, threshold, *, most=None):
        """Joins with a limit."""
        assert most is None
        return similar_pairs(names, threshold, most=1000)


def test_two_of_a_crowd_are_compared_only_where_their_objects_are_alike():
    """A name has hundreds alike; those that share half of the object are left."""
    names, objects = frame(600)
    every, kept = similar_pairs(names, 70), similar_names(names, objects, 70, 50, LOCAL)
    assert len(every) == 600 * 599 // 2
    alike = {
        (a, b)
        for a in range(600)
        for b in range(a + 1, 600)
        if objects[a][0] == objects[b][0] or objects[a][1] == objects[b][1]
    }
    assert set(zip(kept.a.tolist(), kept.b.tolist(), strict=True)) == alike


def test_names_outside_of_crowds_are_compared_whatever_their_objects():
    """Up to the size of a crowd nothing is left out."""
    names, objects = frame(CROWD)
    assert len(similar_names(names, objects, 70, 100, LOCAL)) == CROWD * (CROWD - 1) // 2


def test_pairs_that_do_not_fit_raise_the_threshold_and_a_warning_says_so(caplog):
    """The pairs at the higher threshold are all there."""
    names, objects = frame(100)
    with caplog.at_level(logging.WARNING):
        kept = similar_names(names, objects, 70, 60, Small())
    assert "改为只比较达到" in caplog.text
    assert kept.cut is None
    raised = int(caplog.text.split("改为只比较达到 ")[1].split()[0])
    assert len(kept) == len(similar_pairs(names, raised)) < 1000


def test_a_search_among_a_crowd_ends_with_the_true_duplicates():
    """Two departments have one matter, among hundreds of the same frame."""
    names, _ = frame(500)
    named = [Named(name, "农业农村厅") for name in names] + [Named(names[7], "市场监管局")]
    assert [(a, b) for a, b, found in suspects(named) if found.relation == "same"] == [(7, 500)]
