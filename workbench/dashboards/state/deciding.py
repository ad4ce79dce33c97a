"""What the review and the duplicates dashboards share: open, draft, record, undo, and hear of others."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from traitlets import Any as Anything
from traitlets import HasTraits, Instance, Int, Tuple, Unicode

from workbench.dashboards.state.message import Message
from workbench.dashboards.state.queue import QueueState
from workbench.records import ROLE_NAMES, VERDICTS, Answer, Event
from workbench.review import Conflict, StoreProblem, Workspace

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Draft:
    """What the reviewer is about to record; ``reasons``: rule code -> why a 违规 is overruled.

    ``target_type`` is what 规范类型 makes of the matter, ``target_level`` where 下放 sends it; where they are blank, the
    opinion has to name them.
    """

    verdict: str
    opinion: str = ""
    lead_unit: str | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    target_type: str | None = None
    target_level: str | None = None


class DecidingState(HasTraits):
    """One user's work through a queue. ``current`` is the id of what is open, ``changed`` the rows changed last.

    ``looks`` counts the times that news were looked for. ``detail`` has ``history`` and ``revision``. ``advance``
    counts up when the list should go on to the next open row. ``clash`` holds the event that somebody else
    recorded while this user was drafting: recording again then stands on top of it.
    """

    current = Unicode("")
    detail = Anything(None, allow_none=True)
    draft = Instance(Draft, allow_none=True)
    clash = Instance(Event, allow_none=True)
    message = Instance(Message, args=())
    changed = Tuple()
    looks = Int(0)
    advance = Int(0)
    queue = Instance(QueueState)

    def __init__(self, workspace: Workspace, user: str) -> None:
        """Work as ``user``.

        Raises:
            NotAllowed: there is no such user.
        """
        super().__init__()
        self.workspace = workspace
        self.reviewer = workspace.reviewer(user)
        self._seen = workspace.last_event()
        self._own: list[Event] = []

    def load(self) -> Any:
        """Everything about :attr:`current`; what cannot be shown raises :class:`StoreProblem`."""
        raise NotImplementedError

    def name(self) -> str:
        """What is open, by name."""
        raise NotImplementedError

    def answers(self, draft: Draft) -> tuple[Answer, ...]:
        """What the draft says to each finding."""
        del draft
        return ()

    def blocker(self, draft: Draft) -> str:
        """What is still missing in the draft, with the next step; blank where nothing is."""
        del draft
        return ""

    def open(self, item: str) -> None:
        """Show one row; what was said of the row before is no longer shown, unless it tells of success."""
        if item == self.current and self.detail is not None:
            return
        if self.message.tone != "ok":
            self.message = Message()
        self.current, self.clash, self.draft = item, None, None
        self._load()

    def record(self, item: str, draft: Draft) -> None:
        """Record the draft on ``item``, which must be the open one."""
        if self.detail is None or item != self.current:
            return
        blocker = self.blocker(draft)
        if blocker:
            self.message = Message(blocker, "bad")
            return
        try:
            with self._telling():
                self._recorded(self._store(item, draft))
        except Conflict:
            self._clash(draft)

    def undo(self) -> None:
        """Take back the last verdict that this user recorded here, and show what it was on."""
        if not self._own:
            self.message = Message("没有可撤销的操作：打开本页后还没有记录过结论。", "warn")
            return
        last = self._own[-1]
        try:
            with self._telling():
                if last.batch is None:
                    taken = [self.workspace.undo(last.item, by=self.reviewer.user, revision=last.revision + 1)]
                else:
                    taken = self.workspace.undo_all(last.batch, by=self.reviewer.user)
                self._undone(last, taken)
        except Conflict as error:
            self.message = Message(f"无法撤销：{error}", "bad")

    def poll(self) -> None:
        """Take note of what was recorded since the last look, here or elsewhere."""
        events = self.workspace.events_since(self._seen)
        self._seen = max([self._seen, *(event.event for event in events)])
        self._take(events)
        self.looks += 1
        others = [event for event in events if event.by != self.reviewer.user and event.item == self.current]
        if others and self.detail is not None:
            text = f"{self._who(others[-1])}刚刚对本条记录了“{word(others[-1])}”，请核对后再决定。"
            self.message = Message(text, "warn")

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell the user of what went wrong; details of what nobody foresaw go to the log. Conflicts pass through."""
        try:
            yield
        except Conflict:
            raise
        except StoreProblem as error:
            self.message = Message(str(error), "bad")
        except Exception:  # noqa: BLE001 - the last place to tell the user, logged in full
            _log.exception("an action of %s failed", self.reviewer.user)
            self.message = Message("操作没有完成，原因已写入日志。请重试；仍不行请重新加载本页并告知管理员。", "bad")

    def _load(self) -> None:
        loaded = None
        with self._telling():
            loaded = self.load()
        self.detail = loaded

    def _store(self, item: str, draft: Draft) -> Event:
        return self.workspace.record(
            item,
            draft.verdict,
            draft.opinion.strip(),
            by=self.reviewer.user,
            revision=self.detail.revision,
            answers=self.answers(draft),
            lead_unit=draft.lead_unit or None,
            target_type=draft.target_type or None,
            target_level=draft.target_level or None,
        )

    def _recorded(self, event: Event) -> None:
        self._own.append(event)
        self.clash, self.draft = None, None
        self._take([event])
        done = f"已记录“{word(event)}”：{self.name()}"
        if self.queue.any_open():
            self.message = Message(done, "ok")
            self.advance += 1
        else:
            self._load()
            self.message = Message(f"{done}。当前列表已全部审完，可放宽筛选条件。", "ok")

    def _undone(self, last: Event, taken: Sequence[Event]) -> None:
        self._own.pop()
        self._take(taken)
        self.current, self.clash, self.draft = last.item, None, None
        self._load()
        done = f"“{word(last)}”：{self.name()}" if last.batch is None else f"整批 {len(taken)} 项结论。"
        self.message = Message(f"已撤销{done}", "ok")

    def _clash(self, draft: Draft) -> None:
        """Somebody else was first: keep the draft, show both versions, and let the user decide on top of theirs."""
        self._load()
        if self.detail is None or not self.detail.history:
            return
        self.draft = draft
        self.clash = self.detail.history[-1]
        self._take([self.clash])
        text = "他人已先记录，两份结论列在上方。再次记录即以您的为准；保留对方的结论请转到下一条。"
        self.message = Message(text, "bad")

    def _take(self, events: Sequence[Event]) -> None:
        """Bring the rows up to date with events; the newest of an item stands."""
        known = [event.item for event in events if self.queue.decide(event.item, event.verdict)]
        self.changed = ()
        self.changed = tuple(dict.fromkeys(known))

    def _who(self, event: Event) -> str:
        found = self.workspace.assignments.reviewer(event.by)
        return f"{found.name}（{ROLE_NAMES[found.role]}）" if found else event.by


def word(event: Event) -> str:
    """The verdict of an event in words."""
    return named_verdict(event.item, event.verdict) if event.verdict else "撤销结论"


def named_verdict(item: str, verdict: str) -> str:
    """A verdict's name; a pass of suspected duplicates says that they are none."""
    if verdict == "pass" and item.startswith(("P-", "C-")):
        return "不属重复"
    return VERDICTS.get(verdict, verdict)
