"""Any sequence of verdicts, undos, redos, bulks, workbooks brought in and rounds leaves what a plain model says."""

import shutil
import tempfile
from io import BytesIO
from itertools import count
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from workbench import assignments, workbooks
from workbench.records import VERDICTS, Decision, Row
from workbench.review import Conflict, Refused, open_workspace
from workbench.store import BulkRefused
from workbench.workbooks import MainItem, SubmissionSheet, write_submission

UNIT = "省水利厅"
NAMES = ("取水许可", "医师执业注册", "烟花爆竹经营许可", "民办学校设立审批")
NAME = st.sampled_from(NAMES)
VERDICT = st.sampled_from(["cancel", "delete", "adjust"])
USER = st.sampled_from(["group1", "lead1"])
LISTED = st.sets(NAME, min_size=1)


class Item:
    """What a plain model knows of an item: its events as (number, verdict, opinion), those that stand, those taken."""

    def __init__(self) -> None:
        """Nothing was decided."""
        self.events: list[int] = []
        self.made: list[tuple[int, str, str]] = []
        self.taken: list[tuple[int, tuple[int, str, str]]] = []

    @property
    def standing(self) -> tuple[str, str] | None:
        """Verdict and opinion that hold now."""
        return self.made[-1][1:] if self.made else None

    def record(self, number: int, verdict: str, opinion: str) -> None:
        """A new verdict stands, and ends what could come back."""
        self.events.append(number)
        self.made.append((number, verdict, opinion))
        self.taken.clear()

    def undo(self, number: int) -> None:
        """The verdict that stands is taken."""
        self.events.append(number)
        self.taken.append((number, self.made.pop()))

    def redo(self, number: int) -> None:
        """The verdict taken last comes back."""
        self.events.append(number)
        self.made.append(self.taken.pop()[1])


class Chain(RuleBasedStateMachine):
    """Two reviewers of a group at one unit's catalogue, at their desks and away from them."""

    workbooks_taken_along = Bundle("workbooks_taken_along")

    def __init__(self) -> None:
        """An office without submissions."""
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        (self.folder / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
        self.office = open_workspace(self.folder)
        self.items = {name: Item() for name in NAMES}
        self.ids: dict[str, str] = {}
        self.listed: tuple[str, ...] = ()
        self.last, self.rounds, self.opinions = 0, count(1), count(1)

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.office.store.close()
        shutil.rmtree(self.folder)

    @initialize(names=LISTED)
    def first_round(self, names: set[str]) -> None:
        """The unit sends its catalogue."""
        self.send(names)

    @rule(names=LISTED)
    def next_round(self, names: set[str]) -> None:
        """The unit sends it again: rows come, go, come back, stand in another order, with other bases."""
        self.send(names)

    def send(self, names: set[str]) -> None:
        """Rows keep their ids, and with them their verdicts."""
        number = next(self.rounds)
        self.listed = tuple(sorted(names, reverse=number % 2 == 0))
        rows = [
            MainItem(Row(seq=str(at), item_name=name, item_type="行政许可", legal_basis=f"《{name}办法》第{number}条"))
            for at, name in enumerate(self.listed, 1)
        ]
        path = self.folder / f"{UNIT}-第{number}稿.xlsx"
        write_submission(path, SubmissionSheet(f"{UNIT}省政务服务事项目录", f"填报单位：{UNIT}", "省目录", rows))
        (line,) = self.office.intake([path])
        assert line.status in {"新收", "新一轮"}, line
        now = {matter.row.item_name: matter.item for matter in self.office.store.matters()}
        assert set(now) == names
        assert {name: self.ids.get(name, item) for name, item in now.items()} == now
        self.ids |= now

    @rule(name=NAME, verdict=VERDICT, user=USER)
    def record(self, name: str, verdict: str, user: str) -> None:
        """A verdict on what the reviewer sees; refused where the row is gone."""
        item, opinion = self.items[name], f"意见{next(self.opinions)}。"
        if name not in self.listed:
            with pytest.raises(Refused, match="不在当前轮次"):
                self.office.record(self.ids.get(name, "M-0"), verdict, opinion, by=user)
            return
        self.office.record(self.ids[name], verdict, opinion, by=user, revision=len(item.events))
        item.record(self.next_event(), verdict, opinion)

    @precondition(lambda self: any(self.items[name].events for name in self.listed))
    @rule(data=st.data(), verdict=VERDICT, user=USER)
    def record_on_what_is_past(self, data: st.DataObject, verdict: str, user: str) -> None:
        """A verdict on an older revision is a conflict with the other's events, and is not written."""
        name = data.draw(st.sampled_from([name for name in self.listed if self.items[name].events]))
        seen = data.draw(st.integers(0, len(self.items[name].events) - 1))
        with pytest.raises(Conflict) as conflict:
            self.office.record(self.ids[name], verdict, "迟了。", by=user, revision=seen)
        assert [event.event for event in conflict.value.history] == self.items[name].events

    @rule(name=NAME, user=USER, redo=st.booleans())
    def take_back(self, name: str, user: str, redo: bool) -> None:
        """Undo or redo by either of the group; refused where there is nothing to."""
        item = self.items[name]
        step = self.office.redo if redo else self.office.undo
        if name in self.listed and (item.taken if redo else item.made):
            step(self.ids[name], by=user)
            (item.redo if redo else item.undo)(self.next_event())
        else:
            with pytest.raises(Refused):
                step(self.ids.get(name, "M-0"), by=user)

    @precondition(lambda self: any(self.items[name].made for name in self.listed))
    @rule(data=st.data(), user=USER, back=st.booleans())
    def take_back_what_stands(self, data: st.DataObject, user: str, back: bool) -> None:
        """An undo of what there is, and perhaps its redo."""
        name = data.draw(st.sampled_from([name for name in self.listed if self.items[name].made]))
        self.take_back(name, user, redo=False)
        if back:
            self.take_back(name, user, redo=True)

    @rule(names=LISTED, verdict=VERDICT, user=USER)
    def record_all(self, names: set[str], verdict: str, user: str) -> None:
        """A bulk: all of it, or none where one row is gone."""
        opinion = f"意见{next(self.opinions)}。"
        asked = [Decision(self.ids.get(name, f"M-{name}"), verdict, opinion) for name in sorted(names)]
        if names <= set(self.listed):
            batch = self.office.store.record_all(asked, user)[0].batch
            assert batch == self.last + 1
            for name in sorted(names):
                self.items[name].record(self.next_event(), verdict, opinion)
        else:
            with pytest.raises(BulkRefused):
                self.office.store.record_all(asked, user)

    @rule(target=workbooks_taken_along)
    def take_a_workbook_along(self) -> tuple[bytes, int, dict[str, tuple[str, str] | None]]:
        """The exporter writes what is behind; the workbook tells the state, and a reviewer takes a copy."""
        self.office.export_changes()
        assert self.office.store.dirty() == []
        newest = self.office.store.submissions()[0].file
        paths = [path for path in self.office.returns_folder.rglob("*.xlsx") if path.name == newest]
        path = paths[0] if paths else self.office.returns(unit=UNIT)[0]
        reading = workbooks.read_returns(path)
        shown = {row.name: (row.verdict, row.opinion) for row in reading.rows if row.verdict}
        state = {name: self.items[name].standing for name in self.listed}
        assert shown == {name: (VERDICTS[each[0]], each[1]) for name, each in state.items() if each}
        return path.read_bytes(), reading.event, state

    @rule(taken=consumes(workbooks_taken_along), typed=st.dictionaries(NAME, VERDICT, min_size=1), user=USER)
    def bring_it_back(
        self, taken: tuple[bytes, int, dict[str, tuple[str, str] | None]], typed: dict[str, str], user: str
    ) -> None:
        """What was typed comes in where nobody decided since, is a conflict where somebody did, lost nowhere."""
        content, stamp, state = taken
        opinion = f"意见{next(self.opinions)}。"
        typed = {name: verdict for name, verdict in typed.items() if name in state}
        path = self.folder / "带回.xlsx"
        path.write_bytes(_with(content, {name: (VERDICTS[verdict], opinion) for name, verdict in typed.items()}))
        lines = {line.name: line.status for line in self.office.receive(path, by=user)}
        for name in state:
            if name not in typed:
                assert lines.get(name) != "已记录"
            elif any(event > stamp for event in self.items[name].events):
                assert lines[name] == "冲突"
            elif name not in self.listed:
                assert lines[name] == "未记录"
            else:
                assert lines[name] == "已记录"
                self.items[name].record(self.next_event(), typed[name], opinion)

    def next_event(self) -> int:
        """The number that the log gave to what was just recorded."""
        self.last += 1
        return self.last

    @invariant()
    def the_store_is_what_the_model_says(self) -> None:
        """The same verdicts stand, every history has the same events, and the chain is whole."""
        store = self.office.store
        standing = {self.ids[name]: item.standing for name, item in self.items.items() if item.standing}
        assert {item: (event.verdict, event.opinion) for item, event in store.states().items()} == standing
        for name, item in self.ids.items():
            assert [event.event for event in store.history(item)] == self.items[name].events
        assert (store.last_event(), store.verify()) == (self.last, [])


def _with(content: bytes, typed: dict[str, tuple[str, str]]) -> bytes:
    """The returns workbook with verdicts and opinions typed at the rows of these names."""
    book = openpyxl.load_workbook(BytesIO(content))
    for page in book:
        heading = next((cell for row in page.iter_rows() for cell in row if cell.value == "审核结论"), None)
        if heading is None or page.title == "审核意见汇总":
            continue
        for row in page.iter_rows(min_row=heading.row + 1, max_col=heading.column - 1):
            found = next((cell for cell in row if cell.value in typed), None)
            if found is not None:
                for at, text in enumerate(typed[found.value]):
                    page.cell(found.row, heading.column + at).value = text
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_the_whole_chain_is_what_the_model_says():
    """The office takes the steps that the model takes, refuses the others whole, and its workbooks tell the same."""
    few = settings(max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Chain, settings=few)
