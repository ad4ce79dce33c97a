"""What a workspace does to decide: one verdict, taken back and put back, on parts of guides, many with a preview."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from workbench.records import Answer, Decision, Event, Finding, Part, Severity, Stage, parts_of, whole
from workbench.review.suggestion import Suggestion, suggest
from workbench.store import Store, StoreProblem


@dataclass(frozen=True, slots=True)
class Preview:
    """What a bulk would do: ``ready`` can be recorded now, ``problems`` say by item why the others cannot.

    ``revisions`` are how many events each item has: pass them on, and what changes meanwhile is not overwritten.
    """

    ready: tuple[Decision, ...]
    problems: Mapping[str, StoreProblem]
    revisions: Mapping[str, int]


class Deciding(ABC):
    """A part of :class:`workbench.review.Workspace`."""

    viewer: str | None

    @property
    @abstractmethod
    def store(self) -> Store:
        """The workspace's store."""

    @abstractmethod
    def queue(self, by: str) -> pd.DataFrame:
        """The items that a user may see."""

    def record(
        self,
        item: str,
        verdict: str,
        opinion: str = "",
        *,
        by: str,
        revision: int | None = None,
        answers: Sequence[Answer] = (),
        lead_unit: str | None = None,
        stage: Stage | None = None,
        target_type: str | None = None,
        target_level: str | None = None,
    ) -> Event:
        """Record one verdict; when this returns, it is safe.

        规范类型 takes ``target_type``, 下放 ``target_level``; where it is not given, the opinion has to name it.
        ``stage`` defaults to the one that the user's role works in: 合法性审查 for 省政府法制办, else 审核, or 复核 of
        what was returned. ``item`` may be an element or a material of a guide: see :meth:`parts`.

        Raises:
            Conflict: ``revision`` is not the number of the item's events any more.
            NotAllowed: the user's role or group may not decide this item.
            Refused: the verdict lacks something, or 通过 leaves a 违规 unanswered.
        """
        stage = stage or self.store.stage_for(item, by)
        decision = Decision(item, verdict, opinion, tuple(answers), lead_unit, stage, target_type, target_level)
        return self.store.record(decision, by, revision)

    def undo(self, item: str, *, by: str, revision: int | None = None) -> Event:
        """Take back the item's last verdict by a compensating event; raises as :meth:`record`."""
        return self.store.undo(item, by, revision)

    def history(self, item: str) -> list[Event]:
        """The item's events, oldest first; none of a secret item that the viewer may not see."""
        return self._seen(self.store.history(item))

    def events_since(self, event: int) -> list[Event]:
        """Events after the given number, oldest first, without those on secret items that the viewer may not see."""
        return self._seen(self.store.events_since(event))

    def _seen(self, events: list[Event]) -> list[Event]:
        """What a viewer who is known by name may see; two items' verdict is seen by the groups of both."""
        hidden = self.store.hidden_from(self.viewer) if self.viewer and events else ()
        return [event for event in events if whole(event.item) not in hidden]

    def last_event(self) -> int:
        """The number of the newest event; 0 where there is none."""
        return self.store.last_event()

    def redo(self, item: str, *, by: str, revision: int | None = None) -> Event:
        """Put back what the item's last undo took; raises as :meth:`workbench.review.Workspace.record`."""
        return self.store.redo(item, by, revision)

    def parts(self, guide: str) -> tuple[Part, ...]:
        """The elements and materials of a guide that can be decided by themselves, by their own ids.

        Raises:
            StoreProblem: there is no such guide.
        """
        rounds = self.store.guide_rounds(guide)
        if not rounds:
            raise StoreProblem(f"没有编号为“{guide}”的办事指南，请核对编号。")
        return parts_of(guide, rounds[0].guide)

    def filtered(
        self,
        by: str,
        *,
        unit: str | None = None,
        kind: str | None = None,
        rule: str | None = None,
        severity: Severity | None = None,
        undecided: bool = True,
        parts: bool = False,
    ) -> list[str]:
        """The ids of what a user may see and all filters leave, in the order of the queue.

        With ``parts`` the elements and materials of guides at which the findings of ``rule`` and ``severity`` stand,
        in place of the guides themselves.
        """
        frame = self.queue(by)
        for column, wanted in (("unit", unit), ("kind", kind)):
            frame = frame if wanted is None else frame[frame[column] == wanted]
        items = list(frame["item"])
        found = self.store.findings(items)
        told = {item: [each for each in found.get(item, ()) if _fits(each, rule, severity)] for item in items}
        if rule is not None or severity is not None or parts:
            items = [item for item in items if told[item]]
        if parts:
            items = [part.item for item in items if item.startswith("G-") for part in self._at(item, told[item])]
        decided: Collection[str] = self.store.states(items) if undecided else ()
        return [item for item in items if item not in decided]

    def _at(self, guide: str, found: Sequence[Finding]) -> list[Part]:
        """The parts of a guide that findings are about."""
        places = {(each.field if each.material is None else None, each.material) for each in found}
        return [
            part
            for part in self.parts(guide)
            if (part.element if part.material is None else None, part.material) in places
        ]

    def preview(self, items: Sequence[str], decision: Decision, *, by: str) -> Preview:
        """What recording the decision on all the items would do now; ``decision.item`` does not count."""
        return self.preview_each([replace(decision, item=item) for item in items], by=by)

    def preview_each(self, asked: Sequence[Decision], *, by: str) -> Preview:
        """What recording the decisions, one an item, would do now.

        Raises:
            Refused: an item is named twice.
        """
        revisions = {each.item: len(self.store.history(each.item)) for each in asked}
        problems = self.store.bulk_problems(asked, by, revisions)
        return Preview(tuple(each for each in asked if each.item not in problems), problems, revisions)

    def by_suggestion(self, items: Sequence[str], decision: Decision, *, by: str) -> list[Decision]:
        """The decision on each of the items, in the stage in which the user decides it.

        Where its verdict or its opinion is blank, what the item's own findings suggest stands in its place. What was
        found is upheld, unless the item passes.
        """
        found = self.store.findings(items)
        return [
            replace(_filled(decision, suggest(found.get(item, ()))), item=item, stage=self.store.stage_for(item, by))
            for item in items
        ]

    def record_all(
        self, asked: Sequence[Decision], *, by: str, revisions: Mapping[str, int] | None = None
    ) -> list[Event]:
        """Record many decisions as one group of events, all or none.

        Raises:
            BulkRefused: some cannot be recorded; the exception says why, by item.
            Refused: there is none, or an item is named twice.
        """
        return self.store.record_all(asked, by, revisions)

    def undo_all(self, batch: int, *, by: str) -> list[Event]:
        """Take a whole bulk back, all or none; ``batch`` is its first event's number."""
        return self.store.undo_all(batch, by)

    def keep_preference(self, name: str, value: object, *, by: str) -> None:
        """Keep what a user set up for themselves; raises as :meth:`workbench.store.Store.keep_preference`."""
        self.store.keep_preference(name, value, by)

    def preference(self, name: str, *, by: str) -> Any:
        """What the user set up under this name; None where nothing was."""
        return self.store.preference(name, by)

    def redo_all(self, batch: int, *, by: str) -> list[Event]:
        """Put back what the undos of a bulk took; ``batch`` is that of the undos."""
        return self.store.redo_all(batch, by)


def _filled(decision: Decision, suggested: Suggestion) -> Decision:
    verdict = decision.verdict or suggested.verdict
    if verdict == "pass":
        return replace(decision, verdict=verdict)
    named = decision.opinion.strip()
    return replace(decision, verdict=verdict, opinion=named or suggested.opinion, answers=suggested.answers)


def _fits(finding: Finding, rule: str | None, severity: Severity | None) -> bool:
    return rule in {None, finding.rule} and severity in {None, finding.severity}
