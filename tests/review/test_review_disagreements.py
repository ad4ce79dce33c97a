"""Where people and words disagree, and the words that people add."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench import matching
from workbench.cli import main
from workbench.matching import Named, compare
from workbench.records import Relation
from workbench.review import NotAllowed, Refused, StoreProblem, Workspace, open_workspace, word_tables

BASIS = "【行政法规】《农药管理条例》（1997年5月8日国务院令第216号）\n　　第二十四条 国家实行农药经营许可制度。"
SIZED, PLAIN = "大型农药经营许可", "农药经营许可"


@pytest.fixture
def desk(office: Workspace, catalogue: Callable[..., object], row: Callable[..., object]) -> Iterator[Workspace]:
    """Two departments, of which one lists a part of what the other lists; the package's tables are back afterwards."""
    catalogue(row(SIZED, basis=BASIS), unit="省农委")
    catalogue(row(PLAIN, basis=BASIS), unit="省工商局")
    yield office
    matching.extend_tables(None)


def _words_say(one: str = SIZED, two: str = PLAIN) -> Relation:
    return compare(Named(one, "省农委", BASIS), Named(two, "省工商局", BASIS)).relation


def test_a_verdict_that_the_words_contradict_is_listed(desk: Workspace) -> None:
    """People merged what the words call a part; an undone verdict disagrees with nothing."""
    [pair] = desk.store.pairs()
    assert (pair.comparison.relation, len(desk.disagreements())) == (Relation.PART, 0)
    desk.record(pair.pair, "merge", "一个许可", by="group3", lead_unit="省农委")
    [line] = desk.disagreements().to_dict("records")
    assert {line["name_a"], line["name_b"]} == {SIZED, PLAIN}
    assert (line["people"], line["words"], line["level"]) == ("同一事项", "包含关系", "object-within")
    assert (line["note"], line["by"], line["reasons"] != "") == ("一个许可", "group3", True)
    desk.undo(pair.pair, by="group3")
    assert len(desk.disagreements()) == 0


def test_the_later_of_two_judgements_counts(desk: Workspace) -> None:
    """A merge that became a pass: the words now disagree with the pass."""
    [pair] = desk.store.pairs()
    desk.record(pair.pair, "merge", "一个许可", by="group3", lead_unit="省农委")
    desk.record(pair.pair, "pass", "规模不同，各自办理", by="group2", revision=1)
    assert [(each.judged.relation, set(each.items)) for each in desk.apart()] == [
        (Relation.DIFFERENT, {pair.a, pair.b})
    ]


def test_a_judged_matter_that_left_the_catalogue_is_compared_by_its_name(
    desk: Workspace, catalogue: Callable[..., object], row: Callable[..., object]
) -> None:
    """Its item is None then, and the name is the one of the verdict."""
    [pair] = desk.store.pairs()
    desk.record(pair.pair, "merge", "一个许可", by="group3", lead_unit="省农委")
    catalogue(row("水产苗种生产许可", basis=BASIS), unit="省农委")
    [found] = desk.apart()
    assert (found.items.count(None), {found.judged.name_a, found.judged.name_b}) == (1, {SIZED, PLAIN})


def test_an_added_synonym_settles_a_disagreement_and_intake_matches_again(desk: Workspace) -> None:
    """The words agree at once; the pair is the same after the next intake, which nothing new has come for."""
    [pair] = desk.store.pairs()
    desk.record(pair.pair, "merge", "一个许可", by="group3", lead_unit="省农委")
    desk.undo(pair.pair, by="group3")
    desk.add_word("synonyms", "大型农药", "农药", by="lead3", note="条例不分大小")
    table = (desk.words_folder / "synonyms.csv").read_text(encoding="utf-8-sig").splitlines()
    assert table[0] == "word,standard,note,by,at"
    assert table[1].startswith("大型农药,农药,条例不分大小,lead3,20")
    assert (_words_say(), [each.comparison.relation for each in desk.store.pairs()]) == (Relation.SAME, [Relation.PART])
    desk.intake()
    assert [each.comparison.relation for each in desk.store.pairs()] == [Relation.SAME]


def test_an_added_contrast_tells_matters_apart(desk: Workspace) -> None:
    """Both words come into one group, each a row of its own."""
    assert _words_say("卫生农药经营许可") is Relation.PART
    desk.add_word("contrasts", "卫生农药", "农药", by="admin", note="卫生农药另有规定")
    assert _words_say("卫生农药经营许可") is Relation.DIFFERENT
    lines = (desk.words_folder / "contrasts.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[:2] for line in lines] == [["word", "group"], ["卫生农药", "农药/卫生农药"], ["农药", "农药/卫生农药"]]  # fmt: skip


def test_a_workspace_is_opened_with_its_own_words(desk: Workspace) -> None:
    """Another process that opens it reads names with them; one that opens a workspace without does not."""
    desk.add_word("synonyms", "大型农药", "农药", by="lead3", note="条例不分大小")
    matching.extend_tables(None)
    assert _words_say() is Relation.PART
    open_workspace(desk.path)
    assert _words_say() is Relation.SAME


def test_the_command_compares_with_the_words_of_its_workspace(desk: Workspace) -> None:
    """Without a workspace it compares with the package's."""
    desk.add_word("synonyms", "大型农药", "农药", by="lead3", note="条例不分大小")
    matching.extend_tables(None)
    line = json.dumps({"id": 1, "name_a": SIZED, "name_b": PLAIN})
    for options, relation in ((["--format", "jsonl"], "part"), (["--workspace", str(desk.path)], "same")):
        answer = CliRunner().invoke(main, ["compare", "-", *options], input=line)
        assert json.loads(answer.stdout)["relation"] == relation


def test_words_go_below_a_table_made_by_hand(desk: Workspace) -> None:
    """Its columns keep their order, and a last line without an end is not glued to the next."""
    desk.words_folder.mkdir(parents=True)
    table = desk.words_folder / "synonyms.csv"
    table.write_text("note,standard,word\n手工,渔港,渔业港口", encoding="utf-8")
    desk.add_word("synonyms", "大型农药", "农药", by="lead3", note="=条例不分大小")
    assert table.read_text(encoding="utf-8").splitlines()[1:] == ["手工,渔港,渔业港口", "条例不分大小,农药,大型农药"]


@pytest.mark.parametrize("user", ["group3", "leadership", "analyst"])
def test_only_leads_and_administrators_add_words(desk: Workspace, user: str) -> None:
    """Nothing is written for anybody else."""
    with pytest.raises(NotAllowed, match="只有组长和管理员"):
        desk.add_word("synonyms", "大型农药", "农药", by=user, note="条例不分大小")
    assert not desk.words_folder.exists()


@pytest.mark.parametrize(
    ("table", "word", "other", "note", "says"),
    [
        ("synonyms", "农药", "农药", "同", "两个不同的词语"),
        ("synonyms", "药", "农药", "同", "每个 2 至 20 个字"),
        ("synonyms", "（ ）", "农药", "同", "两个不同的词语"),
        ("synonyms", "大型农药", "农药", " ", "请写明增补的理由"),
        ("acts", "大型农药", "农药", "同", "没有名为“acts”的词表"),
    ],
)
def test_words_that_lack_something_are_refused(desk: Workspace, table: str, word: str, other: str, note: str, says: str) -> None:  # fmt: skip
    """The sentence says what to fill in."""
    with pytest.raises(Refused, match=says):
        desk.add_word(table, word, other, by="admin", note=note)


def test_words_that_are_there_are_refused(desk: Workspace) -> None:
    """The same two words again."""
    desk.add_word("contrasts", "卫生农药", "农药", by="admin", note="另有规定")
    with pytest.raises(Refused, match=r"已在对立词表中"):
        desk.add_word("contrasts", "农药", "卫生农药", by="admin", note="另有规定")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("词,标准\n甲乙,丙丁\n".encode("gbk"), "不是 UTF-8 编码"),
        ("词,标准\n甲乙,丙丁\n".encode(), "缺少列：word、standard"),
    ],
)
def test_a_table_that_cannot_be_read_stops_intake_and_not_the_pages(desk: Workspace, content: bytes, says: str) -> None:
    """Opening goes on with the package's tables; intake names the fault."""
    desk.words_folder.mkdir(parents=True)
    (desk.words_folder / "synonyms.csv").write_bytes(content)
    assert open_workspace(desk.path).path == desk.path
    assert _words_say() is Relation.PART
    with pytest.raises(StoreProblem, match=says):
        desk.intake()


def test_the_stamp_is_blank_without_tables(tmp_path: Path) -> None:
    """So workspaces that add no words keep their checks."""
    assert word_tables.stamp(tmp_path / "比对词表") == ""
