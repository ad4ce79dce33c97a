"""The review dashboard's state: the user's items, and the findings that a verdict answers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from traitlets import Instance, Int, Tuple

from workbench import checks
from workbench.dashboards.state.bulk import BulkState, Scope
from workbench.dashboards.state.chain import Whereabouts, whereabouts
from workbench.dashboards.state.conferring import ConferringState, compared
from workbench.dashboards.state.deciding import DecidingState, Draft
from workbench.dashboards.state.kept import Kept
from workbench.dashboards.state.message import Message
from workbench.dashboards.state.queue import QueueState
from workbench.records import STAGE_NAMES, STEPS, Answer, Event, Severity, Stage
from workbench.review import Detail, StoreProblem, Workspace

#: Key of a chip -> its word.
CHIPS = {"violations": "违规", "doubts": "存疑", "hints": "提示", "suspects": "疑似重复", "open": "未审"}
#: Chips that are only there where they have something: in a later round, what has to be looked at anew and what was
#: returned and is still there; what was drawn for a second, blind review.
AGAIN = {"again": "有改动", "uncorrected": "退回未改", "second": "待复审"}


class ReviewState(DecidingState):
    """One user's review of items; ``detail`` is a :class:`~workbench.review.Detail`.

    ``selected`` are the rows that are chosen together, none where only the open one is. ``chain`` is where the open
    item's file is, ``steps_taken`` counts the steps that were taken here.
    """

    selected = Tuple()
    chain = Instance(Whereabouts, allow_none=True)
    steps_taken = Int(0)

    def __init__(self, workspace: Workspace, user: str) -> None:
        """Load the queue of ``user``; raises as :class:`DecidingState`."""
        super().__init__(workspace, user)
        frame = workspace.queue(user)
        self.conferring = ConferringState(workspace, self.reviewer)
        frame["second"] = frame["item"].isin(self.conferring.tasks).astype(int)
        again = {key: chip for key, chip in AGAIN.items() if frame[key].any()}
        self.queue = QueueState(frame, CHIPS | again, self._texts)
        self.kept = Kept(workspace, self.reviewer)
        self.bulk = BulkState(workspace, self.reviewer)

    def load(self) -> Detail:
        """The open item's detail, with :attr:`chain`."""
        user = self.reviewer.user
        loaded = self.workspace.detail(self.current, user)
        self.conferring.look(self.current)
        self.chain = whereabouts(self.workspace, loaded.matter, user, decides=loaded.may_decide)
        return loaded

    @property
    def is_second(self) -> bool:
        """Whether the open item waits for the user's second, blind review."""
        return self.current in self.conferring.tasks

    def record(self, item: str, draft: Draft) -> None:
        """Record the draft on the open item; on one that was drawn, as the second verdict."""
        if not self.is_second or self.detail is None or item != self.current:
            super().record(item, draft)
            return
        blocker = self.blocker(draft)
        if blocker:
            self.message = Message(blocker, "bad")
            return
        with self._telling():
            first = self.conferring.record_second(item, draft, self.answers(draft))
            self.queue.count("second", [int(each in self.conferring.tasks) for each in self.queue.place])
            self.queue.decide(item, first.verdict if first else None)
            self._load()
            self.changed = ()
            self.changed = (item,)
            self.message = Message(compared(item, draft.verdict, first), "ok")

    def say(self, text: str) -> str:
        """Say something on the open item; what went wrong, blank where nothing did."""
        try:
            self.conferring.say(self.current, text)
        except StoreProblem as problem:
            return str(problem)
        self.message = Message("留言已保存，有关各审核组都能看到。", "ok")
        return ""

    def poll(self) -> None:
        """Take note of verdicts, and of what was said on the open item."""
        super().poll()
        if self.detail is not None:
            with self._telling():
                self.conferring.look(self.current)

    def take_step(self, step: str, reason: str = "", receiver: str = "") -> str:
        """Move the open item's file on; what went wrong, blank where nothing did."""
        if self.chain is None:
            return ""
        now = self.chain.state
        try:
            move = self.workspace.take_step(
                now.unit,
                now.kind,
                step,
                by=self.reviewer.user,
                reason=reason,
                receiver=receiver or None,
                revision=now.revision,
            )
        except StoreProblem as problem:
            return str(problem)
        stage = STAGE_NAMES[Stage(move.stage)]
        moved = self.queue.move(now.unit, now.kind, stage)
        self._load()
        self.steps_taken += 1
        self.changed = ()
        self.changed = moved
        self.message = Message(f"已办理“{step_name(step)}”：{now.unit}的{now.kind}现在{stage}阶段。", "ok")
        return ""

    def name(self) -> str:
        """The open item's name."""
        return self.detail.matter.row.full_name if self.detail else ""

    def named(self, item: str) -> tuple[str, str]:
        """Name and unit of an item of the queue."""
        line = self.queue.frame.iloc[self.queue.place[item]]
        main, sub = line["item_name"] or "", line["sub_item_name"] or ""
        return (f"{main}（{sub}）" if sub else main), line["unit"]

    def answers(self, draft: Draft) -> tuple[Answer, ...]:
        """A pass overrules each 违规 that has a reason; any other verdict upholds what was found."""
        if draft.verdict != "pass":
            return tuple(self.detail.suggestion.answers)
        given = {rule: draft.reasons.get(rule, "").strip() for rule in violated(self.detail)}
        return tuple(Answer(rule, upheld=False, reason=reason) for rule, reason in given.items() if reason)

    def blocker(self, draft: Draft) -> str:
        """A pass must answer every 违规 (the store holds this, too; here it is said shortly)."""
        missing = len(violated(self.detail)) - len(self.answers(draft))
        if draft.verdict != "pass" or missing <= 0:
            return ""
        return f"还有 {missing} 条违规没有写明不采纳的理由，不能通过。请逐条填写理由，或改选“退回修改”。"

    def rule_counts(self) -> list[tuple[str, str, int]]:
        """Code, name and number of items of each rule that found something, the most frequent first."""
        counts = Counter(code for codes in self.queue.frame["rules"] for code in codes.split())
        named = ((code, checks.by_code(code), count) for code, count in counts.most_common())
        return [(code, rule.name if rule else code, count) for code, rule, count in named]

    def keep_filter(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep what the filter bar is set to under a name."""
        with self._telling():
            self.kept.keep_filter(name, value)
            self.message = Message(f"已保存筛选“{' '.join(name.split())}”。", "ok")

    def drop_filter(self, name: str) -> None:
        """Forget a saved filter."""
        with self._telling():
            self.kept.drop_filter(name)
            self.message = Message(f"已删除筛选“{name}”。", "ok")

    def keep_columns(self, columns: Sequence[Mapping[str, Any]]) -> None:
        """Keep the list's columns."""
        with self._telling():
            self.kept.keep_columns(columns)

    def begin_bulk(self, draft: Draft) -> None:
        """Prepare one verdict on what is selected, else on what the filters left."""
        items, undecided = self.queue.shown(), self.queue.shown(undecided=True)
        chosen = Scope("selected", f"所选 {len(self.selected)} 项", self.selected)
        shown = Scope("shown", f"当前列表 {len(items):,} 项", items)
        left = Scope("open", f"当前列表中未审的 {len(undecided):,} 项", undecided)
        self.bulk.begin([*([chosen] if self.selected else []), left, shown], draft)

    def record_bulk(self) -> bool:
        """Record the bulk that was prepared; whether it was."""
        events: list[Event] = []
        with self._telling():
            events = self.bulk.record()
        if not events:
            return False
        self._own.append(events[0])
        self.clash, self.draft = None, None
        self._take(events)
        self._load()
        self.message = Message(f"已批量记录 {len(events)} 项结论，按 U 可整批撤销。", "ok")
        return True

    def returned_at(self) -> tuple[str, datetime] | None:
        """The open item's returns workbook by name, and when it was written last; None where there is none yet."""
        if self.detail is None:
            return None
        name = Path(self.detail.matter.place.file).with_suffix(".xlsx").name
        written = [path for folder in self.workspace.returns_folder.glob("*") if (path := folder / name).is_file()]
        if not written:
            return None
        return written[0].stem, datetime.fromtimestamp(written[0].stat().st_mtime).astimezone()

    def _texts(self) -> list[str]:
        """What the text search looks in: names, unit, basis, rules that found something, and the standing opinion."""
        matters = self.workspace.matters(group=self.reviewer.group)
        columns = (matters[name].fillna("") for name in ("item_name", "sub_item_name", "unit", "legal_basis"))
        lines = dict(zip(matters["item"], map("\n".join, zip(*columns, strict=True)), strict=True))
        events = self.workspace.verdicts().drop_duplicates("item", keep="last")
        opinions = dict(zip(events["item"], events["opinion"].fillna(""), strict=True))
        rules = self.queue.frame["rules"].map(_rules_named)
        return [
            f"{lines.get(item, '')}\n{named}\n{opinions.get(item, '')}"
            for item, named in zip(self.queue.place, rules, strict=True)
        ]


def step_name(code: str) -> str:
    """The name of a step of the chain."""
    return next((step.name for step in STEPS if step.code == code), code)


def _rules_named(codes: str) -> str:
    """Codes of rules with their names."""
    rules = (checks.by_code(code) for code in codes.split())
    return codes + " ".join(rule.name for rule in rules if rule)


def violated(detail: Detail) -> list[str]:
    """Codes of the rules that found a 违规, each once."""
    return list(dict.fromkeys(f.rule for f in detail.findings if f.severity is Severity.VIOLATION))
