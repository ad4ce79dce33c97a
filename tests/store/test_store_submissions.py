"""Submissions and what was found in them come back as they went in; rounds are kept."""

from hashlib import sha256

import pytest

from workbench.records import Cluster, Comparison, NotChecked, Pair, Place, Problem, Relation, Severity, Submission
from workbench.store import StoreProblem


def test_a_submission_comes_back_whole(store, unit_of, matter, finding):
    """Bytes, matters, findings, problems and unchecked rules are read exactly as written."""
    unit, content = unit_of(3), b"PK\x03\x04 bytes \x00"
    submission = Submission(sha256(content).hexdigest(), "目录.xlsx", unit, "省目录", 1, "2017-07-20T01:00:00+00:00", 2)
    matters = [matter("M-2", unit, position=0), matter("M-1", unit, position=1)]
    found = {
        "M-1": [
            finding("NAME-LEVY", excerpt="许可", span=(2, 4), correction="取水许可", citation=0),
            finding("BASIS-LABEL", Severity.HINT, at=1, other=0),
        ]
    }
    left_out = {"M-1": [NotChecked("SCOPE-JS-CANCEL", ("江苏清单",)), NotChecked("CODE-BASIC", ())]}
    sheet, problems = [finding("FORM-SEQ")], [Problem("第 9 行无法读取。", "目录.xlsx", "目录", "A9")]
    store.add_submission(submission, content, matters, found, left_out, sheet, problems)

    assert store.submissions() == [submission]
    assert store.known(submission.sha256) == submission
    assert store.content(submission.sha256) == content
    assert store.matters() == matters
    assert store.matters([unit]) == matters
    assert store.matters([unit_of(1)]) == []
    assert store.matter("M-1") == matters[1]
    assert store.findings() == found
    assert store.not_checked() == left_out
    assert store.sheet_findings(submission.sha256) == sheet
    assert store.problems(submission.sha256) == problems


def test_unknown_and_blank_are_told_apart(store, submit, unit_of):
    """A value that is not known stays None, a blank one stays empty."""
    submit(unit_of(3), ["M-1"])
    row = store.matter("M-1").row
    assert (row.sub_item_name, row.remarks) == ("", None)


def test_what_is_not_there_is_none_or_said(store):
    """An unknown item or hash is None where that is an answer, and a sentence where it is a mistake."""
    assert store.known("0" * 64) is None
    assert store.matter("M-1") is None
    with pytest.raises(StoreProblem, match="没有内容摘要为"):
        store.content("0" * 64)


def test_a_new_round_becomes_current_and_the_old_one_is_kept(store, submit, unit_of, finding):
    """Only the newest round's matters and findings are current; the former stay readable."""
    unit = unit_of(3)
    submit(unit, ["M-1", "M-2"], {"M-1": [finding("NAME-LEVY")], "M-2": [finding("NAME-ONE")]})
    second = submit(unit, ["M-1"], {"M-1": [finding("BASIS-LABEL")]}, round_=2)
    assert store.submissions() == [second]
    assert [s.round for s in store.submissions(current_only=False)] == [1, 2]
    assert [(m.item, m.round) for m in store.matters()] == [("M-1", 2)]
    assert len(store.matters(current_only=False)) == 3
    assert store.findings() == {"M-1": [finding("BASIS-LABEL")]}
    assert store.matter("M-1").round == 2
    assert store.matter("M-2").round == 1


def test_the_same_bytes_or_round_are_not_stored_twice(store, submit, unit_of):
    """A repeated workbook or round is refused, and nothing of it is written."""
    unit = unit_of(3)
    submit(unit, ["M-1"])
    with pytest.raises(StoreProblem, match="此前已收过"):
        submit(unit, ["M-1"])
    with pytest.raises(StoreProblem, match="第 1 轮已有"):
        submit(unit, ["M-1", "M-2"])
    assert [m.item for m in store.matters(current_only=False)] == ["M-1"]


def test_corpus_findings_pairs_and_clusters_are_replaced_together(store, submit, unit_of, finding):
    """What matching finds stands beside the row's findings, and a new match puts the former away."""
    submit(unit_of(3), ["M-1", "M-2"], {"M-1": [finding("NAME-LEVY")]})
    pair = Pair("P-1", "M-1", "M-2", Comparison(Relation.SAME, 0.94, "名称相同", ("对象相同", "行为相同")))
    cluster = Cluster("C-1", ("M-1", "M-2"), unit_of(3))
    store.replace_corpus({"M-1": [finding("DUP-REGION", other=1)]}, [pair], [cluster])
    assert [f.rule for f in store.findings()["M-1"]] == ["NAME-LEVY", "DUP-REGION"]
    assert (store.pairs(), store.pairs("M-2"), store.pairs("M-3")) == ([pair], [pair], [])
    assert store.clusters() == [cluster]
    store.replace_corpus({}, [], [])
    assert [f.rule for f in store.findings()["M-1"]] == ["NAME-LEVY"]
    assert (store.pairs(), store.clusters()) == ([], [])


def test_a_long_list_of_items_is_sifted_like_a_short_one(store, submit, unit_of, finding):
    """Asking for more items than a database takes in a list gives the same answer."""
    items = [f"M-{number}" for number in range(1200)]
    found = {item: [finding("NAME-LEVY")] for item in items}
    submit(unit_of(3), items, found, not_checked={item: [NotChecked("CODE-BASIC", ("编码",))] for item in items})
    for wanted in (items[:3], items[:900]):
        assert list(store.findings(wanted)) == wanted
        assert set(store.not_checked(wanted)) == set(wanted)


def test_places_survive(store, submit, unit_of):
    """Every value keeps the cell that it came from."""
    unit = unit_of(3)
    submit(unit, ["M-1", "M-2"])
    matter = store.matter("M-2")
    assert matter.place == Place(f"{unit}.xlsx", "目录", "A5")
    assert matter.cells == {"item_name": "B5"}
