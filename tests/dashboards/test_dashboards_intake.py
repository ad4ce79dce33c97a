"""The intake page: files in pieces, looked at, confirmed, taken in."""

from pathlib import Path

import pytest

from workbench.assignments import default_text
from workbench.dashboards.state import IntakeState
from workbench.dashboards.state.intake import ONLY_READS
from workbench.dashboards.views.intake import IntakeView
from workbench.dashboards.widgets import Upload
from workbench.records import Row
from workbench.review import Sent, Workspace, open_workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission


@pytest.fixture
def fresh(tmp_path: Path) -> Workspace:
    """A workspace that nothing was sent to yet."""
    (tmp_path / "group_assignments.yml").write_text(default_text(), encoding="utf-8")
    return open_workspace(tmp_path)


def test_a_file_comes_in_pieces_and_only_in_their_order():
    """Each piece is answered; a piece at the wrong place ends the file."""
    upload, sent, whole = Upload(), [], []
    upload.send = sent.append
    upload.on_file(lambda name, content: whole.append((name, content)))
    piece = {"type": "piece", "file": "1", "name": "甲.xlsx", "size": 5}
    upload._hear({**piece, "offset": 0}, [memoryview(b"abc")])
    upload._hear({**piece, "offset": 3}, [memoryview(b"de")])
    assert whole == [("甲.xlsx", b"abcde")]
    upload._hear({**piece, "offset": 3}, [memoryview(b"de")])
    assert [each["type"] for each in sent] == ["taken", "taken", "refused"]


def test_a_file_past_the_limit_or_stopped_is_forgotten():
    """Nothing is kept of it."""
    upload = Upload(most_mb=1)
    upload.send = lambda _content: None
    piece = {"type": "piece", "file": "1", "name": "甲.xlsx", "size": 9, "offset": 0}
    upload._hear(piece, [memoryview(b"abc")])
    upload._hear({"type": "stop", "file": "1"}, [])
    assert upload._coming == {}
    upload._hear({**piece, "file": "2"}, [memoryview(bytes((1 << 20) + 1))])
    assert upload._coming == {}


def submission(folder: Path, unit: str, *, title: str | None = None, name: str = "取水许可") -> bytes:
    """The bytes of a catalogue with one row."""
    row = Row(
        item_name=name,
        item_type="行政许可",
        legal_basis="《中华人民共和国水法》第四十八条",
        levels_and_departments=f"省级：{unit}",
        seq="1",
    )
    path = folder / "写.xlsx"
    caption = f"填报单位：{unit}    填报日期：2017年7月10日" if unit else ""
    write_submission(path, SubmissionSheet(title or f"{unit}政务服务事项目录", caption, "省目录", [MainItem(row)]))
    return path.read_bytes()


def test_a_file_is_looked_at_before_anything_is_stored(fresh: Workspace, tmp_path: Path):
    """It waits, with unit, kind and rows; nothing is in the store, and the same bytes wait once."""
    state = IntakeState(fresh, "group1")
    content = submission(tmp_path, "省水利厅")
    state.arrive("省水利厅-省目录.xlsx", content)
    state.arrive("副本.xlsx", content)
    (waiting,) = state.files
    examined = waiting.arrival.examined
    assert (examined.unit.name, examined.kind, len(examined.matters)) == ("省水利厅", "省目录", 1)
    assert (waiting.arrival.ready, state.received()) == (True, [])
    state.drop(waiting.number)
    assert state.files == ()


def test_what_was_confirmed_is_stored_kept_beside_the_others_and_known_from_then_on(fresh: Workspace, tmp_path: Path):
    """The page shows it as taken in; the same file again is not taken."""
    state = IntakeState(fresh, "group1")
    content = submission(tmp_path, "省水利厅")
    state.arrive("省水利厅-省目录.xlsx", content)
    state.hand_in()
    assert [(line.status, line.unit, line.round, line.rows) for line in state.taken] == [("新收", "省水利厅", 1, 1)]
    assert (state.files, state.message.text, state.message.tone) == ((), "已收入 1 个文件。", "ok")
    assert (fresh.path / "data" / "submissions" / "省水利厅" / "省水利厅-省目录.xlsx").read_bytes() == content
    assert [each.file for each in state.received()] == ["省水利厅-省目录.xlsx"]
    state.arrive("省水利厅-省目录.xlsx", content)
    assert (state.ready, "已收过" in IntakeView(state).waiting.html) == ([], True)


def test_a_second_file_of_the_same_name_does_not_replace_the_first(fresh: Workspace, tmp_path: Path):
    """The next round lies beside the first one."""
    state = IntakeState(fresh, "group1")
    for name in ("取水许可", "取水许可核发"):
        state.arrive("目录.xlsx", submission(tmp_path, "省水利厅", name=name))
        state.hand_in()
    folder = fresh.path / "data" / "submissions" / "省水利厅"
    assert sorted(path.name for path in folder.iterdir()) == ["目录.xlsx", "目录（2）.xlsx"]
    assert [each.round for each in state.received()] == [2, 1]


def test_an_unknown_unit_is_asked_for_and_the_answer_stands(fresh: Workspace, tmp_path: Path):
    """The file waits until a person has said whose it is; saying nothing takes the answer back."""
    state = IntakeState(fresh, "group1")
    state.arrive("目录.xlsx", submission(tmp_path, "", title="政务服务事项目录"))
    (waiting,) = state.files
    assert (waiting.arrival.examined.unit, waiting.arrival.ready) == (None, False)
    assert "请在左边选择单位和种类" in IntakeView(state).waiting.html
    state.say(waiting.number, unit="省水利厅")
    assert "请在左边选择种类" in IntakeView(state).waiting.html
    state.say(waiting.number, kind="部门目录")
    assert state.files[0].arrival.ready
    state.say(waiting.number, unit="")
    assert not state.files[0].arrival.ready
    state.say(waiting.number, unit="省水利厅")
    state.hand_in()
    assert [(line.unit, line.kind) for line in state.taken] == [("省水利厅", "部门目录")]


def test_another_groups_file_is_refused_at_the_store(fresh: Workspace, tmp_path: Path):
    """The page says so at once; what is handed in all the same is not stored."""
    state = IntakeState(fresh, "group3")
    state.arrive("省水利厅-省目录.xlsx", submission(tmp_path, "省水利厅"))
    (waiting,) = state.files
    assert (waiting.arrival.ready, "不属于" in waiting.arrival.refused) == (False, True)
    lines = fresh.hand_in([waiting.arrival], by="group3")
    assert [line.status for line in lines] == ["无权收件"]
    assert (fresh.store.submissions(), (fresh.path / "data" / "submissions").exists()) == ([], False)


def test_who_only_reads_takes_nothing_in(fresh: Workspace, tmp_path: Path):
    """The page offers nothing to drop a file on, and the store refuses."""
    state = IntakeState(fresh, "leadership")
    view = IntakeView(state)
    assert (view.upload.enabled, state.message.text) == (False, ONLY_READS)
    arrival = fresh.look(Sent("目录.xlsx", submission(tmp_path, "省水利厅")), by="leadership")
    assert [line.status for line in fresh.hand_in([arrival], by="leadership")] == ["无权收件"]


def test_a_file_that_cannot_be_read_says_why_and_stops_no_other(fresh: Workspace, tmp_path: Path):
    """It waits as unreadable; the other one is taken in."""
    state = IntakeState(fresh, "admin")
    view = IntakeView(state)
    view._work(state.arrive, "坏.xlsx", b"PK\x03\x04 broken")
    view._work(state.arrive, "省水利厅-省目录.xlsx", submission(tmp_path, "省水利厅"))
    view._work(state.hand_in)
    view.wait()
    assert [each.arrival.sent.name for each in state.files] == ["坏.xlsx"]
    assert "无法读取" in view.waiting.html
    assert "省水利厅-省目录.xlsx" in view.taken.html


def test_names_and_texts_of_files_never_become_markup(fresh: Workspace, tmp_path: Path):
    """A file may be called what it likes."""
    state = IntakeState(fresh, "admin")
    state.arrive("<img src=x onerror=alert(1)>.xlsx", submission(tmp_path, "<b>某局</b>"))
    html = IntakeView(state).waiting.html
    assert ("<img" in html, "<b>某局" in html, "&lt;img" in html) == (False, False, True)
