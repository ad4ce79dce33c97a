"""Secret matters (涉密) are hidden from other groups and from analysts, in frames, lists, pairs and letters to units."""

import pytest

import workbench
from workbench.records import secret_matter_mark
from workbench.review import NotAllowed

NAME = "军工产品储存库风险评估认定"
OWNER, OTHER = "省水利厅", "省财政厅"  # of the first and the second group
EVERYBODY = ("group1", "group2", "legality", "leadership", "admin", "analyst", None)
SEEING = {"group1", "legality", "leadership", "admin"}


@pytest.fixture
def secret(office, catalogue, row):
    """A secret matter of one group that another group's unit lists openly; its id."""
    catalogue(row(NAME, remarks="涉密，不公开"), row("取水许可", 2), unit=OWNER)
    catalogue(row(NAME), row("会计师事务所设立审批", 2), unit=OTHER)
    frame = workbench.open(office.path, by="admin").matters(unit=OWNER).set_index("item_name")
    return frame.loc[NAME, "item"]


def as_seen(office, user):
    """The workspace as the user sees it."""
    return workbench.open(office.path, by=user)


@pytest.mark.parametrize(
    ("remarks", "said"),
    [
        ("涉密", True), ("保密事项，不对外公布", True), ("不涉密", False), ("保密局另行通知", False),
        ("部分依据涉密", False), ("已隐去涉密依据", False), ("", False),
    ],
)  # fmt: skip
def test_remarks_mark_a_matter_or_only_its_basis(remarks, said):
    """A denial, a body's name and a part of the basis mark nothing."""
    assert (secret_matter_mark(remarks) is not None) == said


@pytest.mark.parametrize("user", EVERYBODY)
def test_frames_have_it_for_its_group_and_the_province_only(office, secret, user):
    """Rows, citations, findings and verdicts on it are left out for all others; other rows are there for all."""
    office.record(secret, "return_for_revision", f"{NAME}：请补充。", by="group1")
    seen = as_seen(office, user)
    frames = [seen.matters(), seen.citations(), seen.verdicts()]
    assert [secret in set(frame["item"]) for frame in frames] == [user in SEEING] * 3
    assert len(seen.matters()) == (4 if user in SEEING else 3)
    assert user in SEEING or secret not in set(seen.findings()["item"])
    assert len(seen.matters(round=1)) == len(seen.matters())


@pytest.mark.parametrize("user", EVERYBODY)
def test_a_pair_with_it_shows_no_text_to_others(office, secret, user):
    """The pair, its relation and the open side are there; name and reasons of the secret side are not."""
    (pair,) = [line for line in as_seen(office, user).pairs().to_dict("records") if secret in {line["a"], line["b"]}]
    side = "a" if pair["a"] == secret else "b"
    assert pair[f"unit_{side}"] == OWNER
    assert pair[f"name_{side}"] == (NAME if user in SEEING else "涉密事项")
    assert (NAME in pair["reasons"] or "不显示" not in pair["reasons"]) == (user in SEEING)


def test_lists_and_pages_of_items_keep_to_it(office, secret):
    """An analyst's list lacks it, another group cannot open it, and beside a pair sees only that it is there."""
    assert secret in set(office.queue("group1")["item"])
    assert secret not in set(office.queue("analyst")["item"])
    with pytest.raises(NotAllowed, match="涉密事项，不能查看"):
        office.detail(secret, "group2")
    with pytest.raises(NotAllowed, match="涉密事项，不能查看"):
        office.detail(secret, "analyst")
    assert office.detail(secret, "group1").matter.row.item_name == NAME
    mine = as_seen(office, "group2").matters(unit=OTHER).set_index("item_name").loc[NAME, "item"]
    (suspect,) = office.detail(mine, "group2").suspects
    assert (suspect.other.row.item_name, suspect.other.row.legal_basis, suspect.other.place.cell) == (
        "涉密事项", None, "",
    )  # fmt: skip
    assert suspect.other.unit == OWNER
    assert all(
        NAME not in finding.message for finding in office.store.findings([mine])[mine] if OWNER in finding.message
    )


def test_the_other_units_returns_workbook_does_not_name_it(office, secret):
    """重复事项 says that there is one, by unit; its own unit reads the name."""
    from workbench.review.returns_telling import Teller  # noqa: PLC0415 - of this test alone

    teller = Teller(office.store, office.assignments)
    mine = as_seen(office, "group2").matters(unit=OTHER).set_index("item_name").loc[NAME, "item"]
    assert teller.duplicates(mine).startswith(f"{OWNER}涉密事项（")
    assert teller.duplicates(secret).startswith(f"{OTHER}“{NAME}”（")


def test_a_verdict_that_keeps_it_from_the_public_hides_it_and_its_undo_shows_it(office, secret):
    """保留（不公开） counts like the mark, for as long as it stands."""
    item = as_seen(office, None).matters(unit=OWNER)["item"].iloc[0]
    office.record(item, "keep_confidential", "设定依据为密件。", by="group1")
    assert office.store.secret_items() == {secret: OWNER, item: OWNER}
    assert len(as_seen(office, "analyst").matters(unit=OWNER)) == 0
    office.undo(item, by="group1")
    assert office.store.hidden_from("analyst") == {secret}


def test_the_guide_of_a_secret_matter_is_secret_with_it(office, secret, guides, guide):
    """It is in no frame of others; a matter that loses its mark in a later round is open again."""
    guides(guide(NAME, 设定依据=f"《{NAME}办法》"))
    assert len(as_seen(office, "group1").guides()) == 1
    (item,) = as_seen(office, "group1").guides()["item"]
    assert set(office.store.secret_items()) == {secret, item}
    assert [len(frame) for frame in (as_seen(office, "group2").guides(), as_seen(office, None).materials())] == [0, 0]


def test_a_matter_that_loses_its_mark_in_a_later_round_is_open_again(office, secret, catalogue, row):
    """The newest round counts; until then what became of it is told to those who see it."""
    catalogue(row(NAME, remarks="涉密"), row("取水许可", 2, basis="《水法》"), unit=OWNER)
    assert [secret in set(as_seen(office, user).changes()["item"]) for user in ("group1", "analyst")] == [True, False]
    assert secret not in set(as_seen(office, "analyst").follow_up()["item"])
    catalogue(row(NAME), row("取水许可", 2), unit=OWNER)
    assert office.store.secret_items() == {}
    assert secret in set(as_seen(office, "analyst").matters()["item"])


@pytest.mark.parametrize("user", [user for user in EVERYBODY if user])
def test_its_history_is_for_its_group_and_the_province_only(office, secret, user):
    """Neither an item's history nor the news since a number tells another group or an analyst what was said of it."""
    office.record(secret, "return_for_revision", f"{NAME}：请补充。", by="group1")
    seen = as_seen(office, user)
    expected = [secret] if user in SEEING else []
    assert [event.item for event in seen.history(secret)] == expected
    assert [event.item for event in seen.events_since(0)] == expected
