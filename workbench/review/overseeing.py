"""What leadership asks a workspace: the course against the deadlines, what is new, and which faults are where."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from workbench.records import GUIDES, STEPS, VERDICTS, ChainState, GuideEntry, Matter, Stage, Submission
from workbench.review.burndown import BurnDown, burn_down
from workbench.review.calendar import day_of, today
from workbench.review.deadlines import Deadline, of_stage
from workbench.store import Store

_STEP_NAMES = {each.code: each.name for each in STEPS}


@dataclass(frozen=True, slots=True)
class Course:
    """The burn-down of one kind of catalogue (or of guides; ``kind`` "" for all), and the day it is to be over."""

    kind: str
    items: int
    burn_down: BurnDown
    deadline: Deadline | None


@dataclass(frozen=True, slots=True)
class News:
    """What came since a day began: verdicts by name and by unit, files, and steps of the chain (unit, kind, step)."""

    since: date
    verdicts: tuple[tuple[str, int], ...]
    units: tuple[tuple[str, int], ...]
    files: tuple[Submission, ...]
    steps: tuple[tuple[str, str, str], ...]


class Overseeing(ABC):
    """A part of :class:`workbench.review.Workspace`."""

    @property
    @abstractmethod
    def store(self) -> Store:
        """The workspace's store."""

    _matters: Callable[..., list[Matter]]
    _guides: Callable[..., list[GuideEntry]]
    _units: Callable[..., list[str] | None]
    verdicts: Callable[..., pd.DataFrame]

    def last_change(self) -> tuple[int, int, int]:
        """What grows when a verdict is recorded, a step is taken, or a file comes in."""
        store = self.store
        return store.last_event(), len(store.moves()), len(store.submissions(current_only=False))

    def courses(self, group: int | None = None) -> list[Course]:
        """The course of everything first, then of each kind that there is."""
        items = {each.item: (each.unit, each.kind) for each in self._sent(group)}
        first = _first_arrivals(self.store.submissions(current_only=False))
        arrived = {item: first.get(place) or first[place[0], ""] for item, place in items.items()}
        frame = self.verdicts(group)
        events = list(zip(frame["item"], frame["at"], frame["verdict"].notna(), strict=True))
        kinds = Counter(kind for _, kind in items.values())
        return [
            _course(kind, {item: at for item, at in arrived.items() if kind in {"", items[item][1]}}, events)
            for kind in ("", *sorted(kinds, key=lambda name: (name == GUIDES, name)))
        ]

    def news(self, since: date, group: int | None = None) -> News:
        """What came since the beginning of ``since``."""
        units = self._units(group, None)
        of = {each.item: each.unit for each in self._sent(group)}
        frame = self.verdicts(group)
        recent = frame[(frame["at"].map(day_of) >= since) & frame["item"].isin(of)].drop_duplicates("item", keep="last")
        standing = recent[recent["verdict"].notna()]
        files = [s for s in self.store.submissions(current_only=False) if units is None or s.unit in units]
        states = [s for s in self.store.chain_states() if units is None or s.unit in units]
        return News(
            since,
            tuple(Counter(standing["verdict"].map(VERDICTS)).most_common()),
            tuple(Counter(standing["item"].map(of)).most_common()),
            tuple(s for s in reversed(files) if day_of(s.received_at) >= since),
            tuple(_steps(states, since)),
        )

    def _sent(self, group: int | None) -> list[Matter | GuideEntry]:
        rows: list[Matter | GuideEntry] = [*self._matters(group, None)]
        return [*rows, *self._guides(group, None)]


def _first_arrivals(submissions: Sequence[Submission]) -> Mapping[tuple[str, str], str]:
    """Unit and kind -> when the first file of it came; unit and "" -> when its first file of any kind came."""
    first: dict[tuple[str, str], str] = {}
    for each in sorted(submissions, key=lambda s: s.received_at):
        for kind in (each.kind, ""):
            first.setdefault((each.unit, kind), each.received_at)
    return first


def _course(kind: str, arrived: Mapping[str, str], events: Sequence[tuple[str, str, bool]]) -> Course:
    due = of_stage(kind, Stage.GROUP_REVIEW, today()) if kind else None
    return Course(kind, len(arrived), burn_down(arrived, events, today()), due)


def _steps(states: Sequence[ChainState], since: date) -> list[tuple[str, str, str]]:
    """Unit, kind and step, newest first."""
    taken = [(move.event, state, move.step) for state in states for move in state.moves if day_of(move.at) >= since]
    taken.sort(key=lambda each: -each[0])
    return [(state.unit, state.kind, _STEP_NAMES.get(step, step)) for _, state, step in taken]
