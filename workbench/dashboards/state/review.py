"""The review dashboard's state: which item is open, what is drafted, what was recorded, what to tell the user."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from traitlets import Any, HasTraits, Instance, Int, Tuple, Unicode

from workbench.dashboards.state.message import Message
from workbench.dashboards.state.queue import QueueState
from workbench.records import ROLE_NAMES, VERDICTS, Answer, Event, Severity
from workbench.review import Conflict, Detail, NotAllowed, Refused, StoreProblem, Workspace


@dataclass(frozen=True, slots=True)
class Draft:
    """What the reviewer is about to record; ``reasons``: rule code -> why a 违规 is overruled."""

    verdict: str
    opinion: str = ""
    lead_unit: str | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


class ReviewState(HasTraits):  # type: ignore[misc] - traitlets ships no types
    """One user's review. ``current`` is the open item's id; ``changed`` the items whose rows changed last.

    ``advance`` counts up when the list should go on to the next open item. ``clash`` holds the event that
    somebody else recorded while this user was drafting; recording again then stands on top of it.
    """

    current = Unicode("")
    detail = Instance(Detail, allow_none=True)
    draft = Instance(Draft, allow_none=True)
    clash = Instance(Event, allow_none=True)
    message = Instance(Message, args=())
    changed = Tuple()
    advance = Int(0)
    queue = Any()

    def __init__(self, workspace: Workspace, user: str) -> None:
        """Load the queue of ``user``.

        Raises:
            NotAllowed: there is no such user.
        """
        super().__init__()
        self.workspace = workspace
        self.reviewer = workspace.reviewer(user)
        self._seen = workspace.last_event()
        self._own: list[Event] = []
        self.queue = QueueState(workspace.queue(user), self._texts)

    def open(self, item: str) -> None:
        """Show one item."""
        if item == self.current and self.detail is not None:
            return
        self.current, self.clash, self.draft = item, None, None
        self._load()

    def record(self, item: str, draft: Draft) -> None:
        """Record the draft on ``item``, which must be the open one."""
        if self.detail is None or item != self.current:
            return
        try:
            event = self.workspace.record(
                item,
                draft.verdict,
                draft.opinion.strip(),
                by=self.reviewer.user,
                revision=self.detail.revision,
                answers=self._answers(draft),
                lead_unit=draft.lead_unit or None,
            )
        except Conflict:
            self._clash(draft)
        except (NotAllowed, Refused, StoreProblem) as error:
            self.message = Message(str(error), "bad")
        else:
            self._recorded(event)

    def undo(self) -> None:
        """Take back the last verdict that this user recorded here, and show its item."""
        if not self._own:
            self.message = Message("没有可撤销的操作：打开本页后还没有记录过结论。", "warn")
            return
        last = self._own[-1]
        try:
            event = self.workspace.undo(last.item, by=self.reviewer.user, revision=last.revision + 1)
        except (Conflict, NotAllowed, Refused, StoreProblem) as error:
            self.message = Message(f"无法撤销：{error}", "bad")
            return
        self._own.pop()
        self._take([event])
        self.current, self.clash, self.draft = last.item, None, None
        self._load()
        self.message = Message(f"已撤销对{self._name()}的结论“{VERDICTS.get(last.verdict or '', '')}”。", "ok")

    def poll(self) -> None:
        """Take note of what others have recorded since the last look."""
        events = self.workspace.events_since(self._seen)
        self._seen = max([self._seen, *(event.event for event in events)])
        others = [event for event in events if event.by != self.reviewer.user]
        self._take(events)
        mine = [event for event in others if event.item == self.current]
        if mine and self.detail is not None:
            self.message = Message(f"{self._who(mine[-1])}刚刚对本事项记录了“{word(mine[-1])}”，请核对后再决定。", "warn")

    def _texts(self) -> list[str]:
        """What the text search looks in: names, unit, basis and the standing opinion of each row of the queue."""
        matters = self.workspace.matters().set_index("item")
        columns = ["item_name", "sub_item_name", "unit", "legal_basis"]
        lines = matters[columns].fillna("").agg("\n".join, axis=1)
        opinions = self.workspace.verdicts().drop_duplicates("item", keep="last").set_index("item")["opinion"]
        return [f"{lines.get(item, '')}\n{opinions.get(item, '') or ''}" for item in self.queue.place]

    def _load(self) -> None:
        try:
            self.detail = self.workspace.detail(self.current, self.reviewer.user)
        except (NotAllowed, StoreProblem) as error:
            self.detail = None
            self.message = Message(str(error), "bad")

    def _answers(self, draft: Draft) -> tuple[Answer, ...]:
        """A pass overrules each 违规 that has a reason; any other verdict upholds what was found."""
        if self.detail is None or draft.verdict != "pass":
            return self.detail.suggestion.answers if self.detail else ()
        given = {rule: reason.strip() for rule, reason in draft.reasons.items()}
        return tuple(
            Answer(rule, upheld=False, reason=given[rule])
            for rule in violated(self.detail)
            if given.get(rule)
        )

    def _recorded(self, event: Event) -> None:
        self._own.append(event)
        self.clash, self.draft = None, None
        name = self._name()
        self._take([event])
        self.message = Message(f"已记录：{name}“{word(event)}”。", "ok")
        self.advance += 1

    def _clash(self, draft: Draft) -> None:
        """Somebody else was first: keep the draft, show both versions, and let the user decide on top of theirs."""
        self._load()
        if self.detail is None:
            return
        self.draft = draft
        self.clash = self.detail.history[-1] if self.detail.history else None
        self._take(list(self.detail.history[-1:]))
        self.message = Message("他人已先记录，两份结论都列在上方。再次记录即以您的为准；否则请转到下一条。", "bad")

    def _take(self, events: list[Event]) -> None:
        """Bring the rows up to date with events; the newest of an item stands."""
        known = [event.item for event in events if self.queue.decide(event.item, event.verdict)]
        self.changed = ()
        self.changed = tuple(dict.fromkeys(known))

    def _name(self) -> str:
        return f"“{self.detail.matter.row.full_name}”" if self.detail else ""

    def _who(self, event: Event) -> str:
        found = self.workspace.assignments.reviewer(event.by)
        return f"{found.name}（{ROLE_NAMES[found.role]}）" if found else event.by


def word(event: Event) -> str:
    """The verdict of an event in words."""
    return VERDICTS.get(event.verdict, event.verdict) if event.verdict else "撤销结论"


def violated(detail: Detail) -> list[str]:
    """Codes of the rules that found a 违规, each once."""
    return list(dict.fromkeys(f.rule for f in detail.findings if f.severity is Severity.VIOLATION))
