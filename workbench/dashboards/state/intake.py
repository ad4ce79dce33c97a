"""The intake page's state: files that wait to be confirmed, and what became of those that were taken in."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from traitlets import HasTraits, Instance, Tuple

from workbench.dashboards.state.message import Message
from workbench.records import Role, Submission, Unit
from workbench.review import Arrival, IntakeLine, Sent, StoreProblem, Workspace, arrived

_RECEIVING = (Role.REVIEWER, Role.LEAD, Role.ADMIN)
ONLY_READS = "您的角色只能查看，不能收件。请由审核组的组员、组长或管理员收件。"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits, by number; ``unit`` and ``kind`` are what the user said of it."""

    number: int
    arrival: Arrival
    unit: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """How far long work is; nothing is being done where ``words`` are blank."""

    words: str = ""
    done: int = 0
    of: int = 0


class IntakeState(HasTraits):
    """One user's files. ``files`` wait to be confirmed, ``taken`` are the lines of the last time."""

    files = Tuple()
    taken = Tuple()
    step = Instance(Step, args=())
    message = Instance(Message, args=())

    def __init__(self, workspace: Workspace, user: str) -> None:
        """Work as ``user``.

        Raises:
            NotAllowed: there is no such user.
        """
        super().__init__()
        self.workspace = workspace
        self.reviewer = workspace.reviewer(user)
        self._count = 0
        if not self.may_receive:
            self.message = Message(ONLY_READS, "warn")

    @property
    def may_receive(self) -> bool:
        """Whether the user takes files in at all; of which units, the store says."""
        return self.reviewer.role in _RECEIVING

    @property
    def units(self) -> list[Unit]:
        """The units that the user takes in files of."""
        roster = self.workspace.assignments
        return list(roster.units if self.reviewer.role is Role.ADMIN else roster.units_of(self.reviewer.group or 0))

    @property
    def ready(self) -> list[Waiting]:
        """The files that can be taken in as they are."""
        return [each for each in self.files if each.arrival.ready]

    def received(self) -> list[Submission]:
        """What was taken in of the units that the user sees, the newest first."""
        visible = self.workspace.visible_units(self.reviewer.user)
        found = self.workspace.store.submissions(current_only=False)
        return [each for each in reversed(found) if visible is None or each.unit in visible]

    def arrive(self, name: str, content: bytes) -> None:
        """Look at a file, or at each file of a .zip; one that is waiting already is not looked at again."""
        with self._working(f"正在读取“{name}”"):
            for sent in arrived(name, content):
                self._count += 1
                self._put(Waiting(self._count, self._look(sent)))

    def say(self, number: int, *, unit: str | None = None, kind: str | None = None) -> None:
        """Look at a file again with what the user says of its unit or kind; blank takes it back."""
        before = next((each for each in self.files if each.number == number), None)
        if before is None:
            return
        unit, kind = (before.unit if unit is None else unit or None), (before.kind if kind is None else kind or None)
        with self._working(f"正在读取“{before.arrival.sent.name}”"):
            self._put(Waiting(number, self._look(before.arrival.sent, unit, kind), unit, kind))

    def drop(self, number: int) -> None:
        """Take a file off the list; nothing of it was stored."""
        self.files = tuple(each for each in self.files if each.number != number)

    def hand_in(self) -> None:
        """Take in the files that are ready; the others go on waiting."""
        ready = self.ready
        if not ready:
            return
        with self._working("正在收入"):
            arrivals = [each.arrival for each in ready]
            self.taken = tuple(self.workspace.hand_in(arrivals, by=self.reviewer.user, report=self._report))
            done = {each.number for each in ready}
            self.files = tuple(each for each in self.files if each.number not in done)
            self.message = _told(self.taken)

    def poll(self) -> None:
        """Nothing comes from elsewhere."""

    def _look(self, sent: Sent, unit: str | None = None, kind: str | None = None) -> Arrival:
        return self.workspace.look(sent, by=self.reviewer.user, unit=unit, kind=kind)

    def _put(self, waiting: Waiting) -> None:
        """In its place, or at the end; the same bytes wait only once."""
        same = {each.arrival.examined.sha256: each.number for each in self.files}
        number = same.get(waiting.arrival.examined.sha256, waiting.number)
        if number not in {each.number for each in self.files}:
            self.files = (*self.files, waiting)
        elif number == waiting.number:
            self.files = tuple(waiting if each.number == number else each for each in self.files)

    def _report(self, words: str, done: int, of: int) -> None:
        self.step = Step(words, done, of)

    @contextmanager
    def _working(self, words: str) -> Iterator[None]:
        """Says what is done meanwhile, and afterwards what went wrong."""
        self.message, self.step = Message(), Step(words)
        try:
            yield
        except StoreProblem as error:
            self.message = Message(str(error), "bad")
        finally:
            self.step = Step()


def _told(lines: Sequence[IntakeLine]) -> Message:
    taken = [line for line in lines if line.status == "新收"]
    others = len(lines) - len(taken)
    words = f"已收入 {len(taken)} 个文件"
    return Message(
        f"{words}，{others} 个没有收入，原因见下表。" if others else f"{words}。", "warn" if others else "ok"
    )
