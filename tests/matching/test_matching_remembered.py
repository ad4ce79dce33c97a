"""What people said of pairs outweighs the comparison, in any later round."""

import pytest

from workbench.matching import Judgement, Named, Remembered, compare, disagreements, suspects
from workbench.records import Relation

ONE, TWO = Named("农药经营许可证核发", "省农委"), Named("兽药经营许可", "省畜牧局")


def judged(relation, a=ONE, b=TWO, **more):
    """A judgement on two matters."""
    return Judgement(a.name, a.org, b.name, b.org, relation, **more)


def test_a_judgement_holds_for_the_same_contents_in_either_order():
    """Brackets and frame words may change between rounds; another unit's matter is another matter."""
    remembered = Remembered.of([judged(Relation.SAME, note="实为一事。", by="group2")])
    again = Named("对农药经营许可证的核发（县级）", "省农委")
    found = compare(TWO, again, remembered)
    assert (found.relation, found.score, found.level) == (Relation.SAME, 1.0, "judged-same")
    assert found.reasons == ("审核人员group2认定为同一事项：实为一事。",)
    assert compare(TWO, Named(ONE.name, "省工商局"), remembered).level == "object-contrasts"


def test_a_part_says_which_is_part_of_which():
    """The first name of the judgement is the part, whatever the order of the comparison."""
    remembered = Remembered.of([judged(Relation.PART)])
    assert compare(TWO, ONE, remembered).reasons == ("审核人员认定为“农药经营许可证核发”是“兽药经营许可”的一部分。",)


def test_the_later_judgement_counts():
    """A changed mind replaces what was said before."""
    remembered = Remembered.of([judged(Relation.SAME), judged(Relation.DIFFERENT, TWO, ONE)])
    assert len(remembered) == 1
    assert compare(ONE, TWO, remembered).level == "judged-different"


def test_nobody_judges_a_pair_unsure():
    """Only decisions are remembered."""
    with pytest.raises(ValueError, match="应为同一事项"):
        Remembered.of([judged(Relation.UNSURE)])


def test_suspects_follow_the_judgements():
    """A pair called the same is told however unlike the names are; one called different is not told again."""
    named = [ONE, TWO, Named("农药经营许可", "省工商局")]
    remembered = Remembered.of([judged(Relation.SAME), judged(Relation.DIFFERENT, named[2], ONE)])
    assert [(a, b, pair.level) for a, b, pair in suspects(named)] == [(0, 2, "same-object-same-action")]
    assert [(a, b, pair.level) for a, b, pair in suspects(named, remembered=remembered)] == [(0, 1, "judged-same")]


def test_a_matter_listed_twice_by_one_unit_is_judged_with_itself():
    """Both sides have one content: the two rows are the pair."""
    remembered = Remembered.of([judged(Relation.DIFFERENT, ONE, ONE)])
    assert list(remembered.pairs_among([ONE, TWO, ONE])) == [(0, 2), (0, 2)]
    assert suspects([ONE, TWO, ONE], remembered=remembered) == []


def test_disagreements_stand_in_order_of_sureness():
    """Pairs seen alike and unsure comparisons are left out."""
    grades = Named("甲级测绘资质审批", "甲"), Named("乙级测绘资质审批", "乙")
    alike = Named("取水许可", "甲"), Named("取水许可证核发", "乙")
    judgements = [
        (judged(Relation.SAME, *grades), compare(*grades)),
        (judged(Relation.SAME), compare(ONE, TWO)),
        (judged(Relation.SAME, *alike), compare(*alike)),
    ]
    levels = [each.comparison.level for each in disagreements(judgements)]
    assert levels == ["object-contrasts", "grade-differs"]
