"""The word tables, those of a workspace among them, and the patterns made of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.matching import Named, compare, extend_tables, tidy_name
from workbench.matching.lexicon import COLUMNS, lexicon, table
from workbench.matching.patterns import any_of


@pytest.fixture(autouse=True)
def packaged():
    """The package's tables again after each test."""
    yield
    extend_tables(None)


def test_a_workspace_adds_words(tmp_path):
    """Its synonyms and contrasts are read besides the package's, and only as long as they are in use."""
    (tmp_path / "synonyms.csv").write_text("word,standard\n甲证,乙证\n", encoding="utf-8-sig")
    (tmp_path / "contrasts.csv").write_text("word,group\n红茶,茶\n绿茶,茶\n", encoding="utf-8")
    plain = compare(Named("红茶经营许可"), Named("绿茶经营许可")).level
    assert extend_tables(tmp_path) == ("synonyms", "contrasts")
    assert (tidy_name("甲证办理"), tidy_name("雷电防护")) == ("乙证办理", "防雷")
    assert compare(Named("红茶经营许可"), Named("绿茶经营许可")).level == "object-contrasts"
    assert extend_tables(None) == ()
    assert tidy_name("甲证办理") == "甲证办理"
    assert compare(Named("红茶经营许可"), Named("绿茶经营许可")).level == plain != "object-contrasts"


def test_a_table_without_its_columns_is_refused(tmp_path):
    """The message names file and column, and the package's tables stay in use."""
    (tmp_path / "synonyms.csv").write_text("词,标准\n甲,乙\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"词表synonyms\.csv缺少列：word、standard"):
        extend_tables(tmp_path)
    assert tidy_name("雷电防护") == "防雷"


def test_a_standard_wording_is_not_taken_apart():
    """养犬 stands in 养犬登记 whatever words it holds, and a synonym of a synonym reaches the last."""
    assert tidy_name("生活垃圾处置") == "生活垃圾处置"
    assert tidy_name(tidy_name("对外劳务合作")) == "对外劳务合作"


def test_tidying_twice_changes_nothing_more():
    """Every standard wording is its own standard."""
    standards = {row["standard"] for row in table("synonyms")}
    assert {word for word in standards if lexicon().synonyms.replaced(word) != word} == set()


@pytest.mark.parametrize("name", sorted(set(COLUMNS) - {"contrasts", "act_relations", "fields"}))
def test_a_word_stands_once_in_its_table(name):
    """A second row would silently win."""
    words = [row[COLUMNS[name][0]] for row in table(name)]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_wider_words_lead_somewhere():
    """No word is its own kind by way of others."""
    assert [row["word"] for row in table("wider") if lexicon().takes_in(row["word"], row["wide"])] == []


@given(st.sets(st.text("甲乙丙", min_size=1, max_size=4), min_size=1), st.text("甲乙丙丁", max_size=12))
def test_a_tree_finds_what_a_list_finds(words, text):
    """The longest word that fits, as when all words were tried, longest first."""
    listed = re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))
    assert any_of(words).findall(text) == listed.findall(text)


def test_a_pattern_of_no_words_matches_nothing():
    """An empty table is no table that matches everywhere."""
    assert any_of([]).findall("甲乙") == []
