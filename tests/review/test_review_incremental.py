"""A corpus that changes is matched at the cost of what is new, with what a search from scratch finds."""

import random
from collections.abc import Callable, Iterator

import pytest

from workbench import checks, matching
from workbench.records import Row
from workbench.review import Workspace, open_workspace
from workbench.review.corpus import CorpusResult, examine_corpus
from workbench.review.intake import match_corpus

THINGS = ["农药经营", "兽药经营", "取水", "林木种子生产", "种子生产", "测绘资质", "养犬", "烟草专卖零售", "月嫂培训"]
ENDS = ["许可", "许可证核发", "审批", "备案", "登记", "许可（变更）", "许可（注销）"]
UNITS = ["省水利厅", "省农委", "沈阳市", "大连市"]


@pytest.fixture(autouse=True)
def usual_words() -> Iterator[None]:
    """Words that a test adds go with it."""
    yield
    matching.extend_tables(None)


def stored(workspace: Workspace) -> tuple[object, ...]:
    """What matching left in the store."""
    store = workspace.store
    return store.pairs(), store.clusters(), {item: sorted(map(repr, some)) for item, some in store.findings().items()}


def anew(workspace: Workspace) -> CorpusResult:
    """What a search from scratch finds."""
    store = workspace.store
    return examine_corpus(store.matters(), workspace.context, guides=store.guides(), judged=store.judgements())


def rows_of(row: Callable[..., Row], chance: random.Random) -> list[Row]:
    """The rows of a catalogue, some of them as in any other."""
    names = {chance.choice(THINGS) + chance.choice(ENDS) for _ in range(12)}
    return [row(name, at, f"《{name[:2]}法》第{chance.randrange(1, 3)}条") for at, name in enumerate(sorted(names), 1)]


def test_rounds_leave_what_a_search_from_scratch_finds(
    office: Workspace, catalogue: Callable[..., object], row: Callable[..., Row]
) -> None:
    """One workspace remembers over five submissions, in this process and by its file; another forgets each time."""
    chance = random.Random(7)
    for unit in [*UNITS, UNITS[0]]:
        catalogue(*rows_of(row, chance), unit=unit)
        left = stored(office)
        assert left[0] or unit == UNITS[0]
        assert {pair.pair: pair for pair in left[0]} == {pair.pair: pair for pair in anew(office).pairs}
        match_corpus(office.store, office.context, lambda _step, _done, _of: None)
        assert stored(office) == left
    again = open_workspace(office.path)
    compared: list[int] = []
    match_corpus(again.store, again.context, lambda _step, done, _of: compared.append(done), again._memory)
    assert stored(again) == left
    assert not any(compared)
    again.store.close()


def test_a_changed_table_of_words_matches_again_and_checks_nothing(
    office: Workspace, catalogue: Callable[..., object], row: Callable[..., Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next intake, which nothing new has come for, finds the pair; no rule on single rows runs for it."""
    catalogue(row("月嫂培训许可"), row("取水许可", 2), unit="省水利厅")
    catalogue(row("产妇护理员培训许可"), row("养犬登记", 2), unit="省农委")
    assert office.store.pairs() == []
    office.words_folder.mkdir(parents=True)
    (office.words_folder / "synonyms.csv").write_text("word,standard\n月嫂,产妇护理员\n", encoding="utf-8")
    ran: list[checks.Item] = []
    run = checks.run
    monkeypatch.setattr(checks, "run", lambda item, *rest, **more: (ran.append(item), run(item, *rest, **more))[1])
    office.intake([])
    assert [pair.comparison.level for pair in office.store.pairs()] == ["identical-name"]
    assert ran
    assert not any(item.row for item in ran)
    ran.clear()
    office.intake([])
    assert not ran
