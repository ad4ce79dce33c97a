"""The search of a corpus that changes against the search from scratch."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.citations import Statute, use_statutes
from workbench.matching import Judgement, Memory, Named, Remembered, extend_tables, memory_file, suspects
from workbench.records import Rank, Relation

OBJECTS = ["农药经营", "兽药经营", "取水", "取水、排污口", "林木种子生产", "种子生产", "测绘资质", "特种设备使用"]
ENDS = ["许可", "许可证变更", "许可（注销）", "备案", "登记", "审批（甲级）", "审批（电梯）", "（变更）许可", "咨询"]
PLACES = ["", "", "沈阳市", "沈阳市和平区", "2016年度"]
BASES = [None, "《水法》第七条", "《水法》第七条、第八条；《种子法》第一条"]
MATTERS = st.builds(
    Named,
    st.builds("{}{}{}".format, st.sampled_from(PLACES), st.sampled_from(OBJECTS), st.sampled_from(ENDS)),
    st.sampled_from(["甲", "乙", None]),
    st.sampled_from(BASES),
    st.sampled_from([None, "省级"]),
    main=st.sampled_from([None, "主项"]),
)
KINDS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


def odd(a, b):
    """A caller's wish that looks at rows."""
    return (a + b) % 3 != 0


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(MATTERS, max_size=14), min_size=2, max_size=4), st.sampled_from([None, odd]))
def test_any_corpora_one_after_the_other_are_searched_as_from_scratch(corpora, wanted):
    """Whatever stays, goes, comes twice, comes again or changes places."""
    memory = Memory()
    for named in corpora:
        assert suspects(named, wanted=wanted, memory=memory) == suspects(named, wanted=wanted)


def corpus(size, chance):
    """Matters of families, some of them crowded, with a unit, an article and a main item each."""
    return [matter(chance) for _ in range(size)]


def matter(chance):
    """One matter."""
    kind = "".join(chance.choices(KINDS, k=chance.choice([1, 2, 3])))
    name = f"{chance.choice(PLACES)}{kind}{chance.choice(OBJECTS)}{chance.choice(ENDS)}"
    basis = f"《{chance.choice(KINDS)}法》第{chance.randrange(1, 9)}条"
    return Named(name, chance.choice("甲乙丙"), basis, None, "辽宁省", chance.choice([None, f"主项{kind[0]}"]))


@pytest.mark.parametrize("seed", [1, 2])
def test_a_large_corpus_that_changes_is_searched_as_from_scratch(seed):
    """Crowds, families and the corpus' weights are those of all matters, not of those that changed."""
    chance = random.Random(seed)
    named = corpus(1250, chance)
    memory = Memory()
    for _ in range(3):
        assert suspects(named, memory=memory) == suspects(named)
        rows = sorted(chance.sample(range(len(named)), 40))
        for row in rows[:20]:
            named[row] = matter(chance)
        moved = [named.pop(row) for row in reversed(rows[20:])]
        named += moved[:10] + corpus(chance.choice([0, 15, 300]), chance)


def test_what_is_no_more_there_is_forgotten(monkeypatch):
    """Texts and overlaps that no matter has are let go, and nothing else changes."""
    monkeypatch.setattr("workbench.matching.rows._ROOM", 0)
    monkeypatch.setattr("workbench.matching.memory._ROOM", 0)
    chance = random.Random(3)
    memory = Memory()
    named = corpus(60, chance)
    for _ in range(30):
        named = [*named[20:], *corpus(20, chance)]
        assert suspects(named, memory=memory) == suspects(named)
        assert len(memory.matters.rows.words.names.things) <= 4 * 60 + 20
        assert len(memory.overlaps.ends) <= 4 * len(memory.told.pairs)


def test_matters_are_known_by_what_they_say():
    """The same objects, equal ones, and a list that is changed in place after the search."""
    named = [Named(f"{thing}{end}", unit) for thing in OBJECTS for end in ENDS[:4] for unit in "甲乙"]
    memory = Memory()
    first = suspects(named, memory=memory)
    named[0], named[1] = named[1], Named("养犬登记", "甲")
    assert suspects(named, memory=memory) == suspects(named) != first
    assert suspects([replace(each) for each in named], memory=memory) == suspects(named)


@settings(deadline=None, max_examples=30)
@given(st.lists(MATTERS, max_size=14, unique=True), st.lists(MATTERS, max_size=5), st.randoms())
def test_a_memory_that_was_stored_is_as_good(named, others, chance):
    """What is read back knows all pairs, and finds what a search from scratch finds."""
    memory = Memory()
    suspects(named, memory=memory)
    again = memory_file.from_bytes(memory_file.to_bytes(memory))
    calls = []
    assert suspects(named, lambda done, _total: calls.append(done), memory=again) == suspects(named)
    assert not any(calls)
    later = [*named, *others]
    chance.shuffle(later)
    assert suspects(later, memory=memory_file.from_bytes(memory_file.to_bytes(again))) == suspects(later)


def test_a_stored_memory_is_not_believed_where_it_may_be_wrong(tmp_path):
    """Damaged bytes, other tables of words and other statutes give an empty memory."""
    memory = Memory()
    suspects([Named("取水许可", "甲"), Named("取水许可", "乙")], memory=memory)
    content = memory_file.to_bytes(memory)
    assert len(memory_file.from_bytes(content).matters.marks) == 2
    for damaged in (b"", content[:-1], content[:50], content[:200] + b"x" + content[201:]):
        assert not len(memory_file.from_bytes(damaged).matters.marks)
    (tmp_path / "synonyms.csv").write_text("word,standard\n月嫂,产妇护理员\n", encoding="utf-8")
    try:
        extend_tables(tmp_path)
        assert not len(memory_file.from_bytes(content).matters.marks)
        extend_tables(None)
        assert len(memory_file.from_bytes(content).matters.marks) == 2
        use_statutes((Statute("辽宁省温泉办法", Rank.RULE),))
        assert not len(memory_file.from_bytes(content).matters.marks)
    finally:
        extend_tables(None)
        use_statutes(())


def test_only_new_matters_are_compared():
    """Progress counts the pairs that had to be compared: none where nothing changed."""
    named = [Named(f"{thing}{end}", unit) for thing in OBJECTS for end in ENDS[:4] for unit in "甲乙"]
    memory, compared = Memory(), []
    for rows in (named, named[::-1], [*named, Named("农药经营许可", "丙")]):
        calls = [0]
        found = suspects(rows, lambda done, _total, calls=calls: calls.append(done), memory=memory)
        compared.append(max(calls))
        assert found == suspects(rows)
    assert compared[0] > 50
    assert compared[1] == 0
    assert 0 < compared[2] < 20


def test_people_are_heard_whatever_is_remembered():
    """A judgement comes and goes without the corpus changing."""
    named = [Named("取水许可", "甲"), Named("取水许可证核发", "乙"), Named("养犬登记", "丙")]
    memory = Memory()
    apart = Remembered.of([Judgement("取水许可", "甲", "取水许可证核发", "乙", Relation.DIFFERENT)])
    for remembered in (Remembered({}), apart, Remembered({})):
        assert suspects(named, remembered=remembered, memory=memory) == suspects(named, remembered=remembered)


def test_other_tables_of_words_are_other_names(tmp_path):
    """What was read with the former tables is forgotten."""
    named = [Named("月嫂培训", "甲"), Named("产妇护理员培训", "乙"), Named("取水许可", "甲"), Named("取水许可", "乙")]
    memory = Memory()
    before = suspects(named, memory=memory)
    (tmp_path / "synonyms.csv").write_text("word,standard\n月嫂,产妇护理员\n", encoding="utf-8")
    try:
        extend_tables(tmp_path)
        after = suspects(named, memory=memory)
        assert after == suspects(named) != before
    finally:
        extend_tables(None)
    assert suspects(named, memory=memory) == before


def test_other_statutes_are_other_bases():
    """What was read before a statute was known is forgotten: its short name heads a basis now."""
    basis = "一、《水法》第一条。 温泉办法第七条"
    named = [Named("温泉经营许可", "甲", "《温泉办法》第七条"), Named("温泉的经营许可", "乙", basis)]
    memory = Memory()
    before = suspects(named, memory=memory)
    try:
        use_statutes((Statute("辽宁省温泉办法", Rank.RULE, "辽宁省人民政府", aliases=("温泉办法",)),))
        assert suspects(named, memory=memory) == suspects(named)
        assert memory.statutes[0].title == "辽宁省温泉办法"
    finally:
        use_statutes(())
    assert suspects(named, memory=memory) == before
