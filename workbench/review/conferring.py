"""Where reviewers check and speak to each other: second, blind reviews, their agreement, and comments."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import Self

import pandas as pd

from workbench import workbooks
from workbench.records import Answer, Comment, Decision, Sample, SecondTask, SecondVerdict
from workbench.review import agreement, frames
from workbench.store import Store


class Conferring(ABC):
    """A part of :class:`workbench.review.Workspace`."""

    viewer: str | None

    @property
    @abstractmethod
    def store(self) -> Store:
        """The workspace's store."""

    @property
    @abstractmethod
    def returns_folder(self) -> Path:
        """Where the returns workbooks are written."""

    def seen_by(self, user: str) -> Self:
        """The same workspace as the user may see it: see :meth:`workbench.store.Store.seen_by`.

        Raises:
            NotAllowed: there is no such user.
        """
        seen = copy(self)
        seen.viewer = user
        seen.__dict__["store"] = self.store.seen_by(user)
        return seen

    def unknown_events(self) -> list[tuple[Path, int]]:
        """Returns workbooks that show an event past the store's last: the end of the log was lost since.

        A deleted write-ahead log or an old backup leaves a chain that is whole; what was sent out tells on it.
        """
        last = self.store.last_event()
        found = [(path, _stamp(path)) for path in sorted(self.returns_folder.rglob("*.xlsx"))]
        return [(path, event) for path, event in found if event > last]

    def draw_second_reviews(self, group: int, size: int, *, by: str, seed: str) -> tuple[Sample, list[SecondTask]]:
        """Draw verdicts of a group for a second, blind review; raises as :meth:`Store.draw_second_reviews`."""
        return self.store.draw_second_reviews(group, size, seed, by)

    def second_tasks(self, *, by: str) -> list[SecondTask]:
        """What the user is still to review a second time, without the first verdicts."""
        return self.store.second_tasks(by)

    def record_second(
        self,
        item: str,
        verdict: str,
        opinion: str = "",
        *,
        by: str,
        answers: Sequence[Answer] = (),
        lead_unit: str | None = None,
        target_type: str | None = None,
        target_level: str | None = None,
    ) -> SecondVerdict:
        """Record a second verdict, beside the chain; raises as :meth:`Store.record_second`."""
        asked = Decision(item, verdict, opinion, tuple(answers), lead_unit)
        asked = replace(asked, target_type=target_type, target_level=target_level)
        return self.store.record_second(asked, by)

    def agreement(self, group: int | None = None) -> pd.DataFrame:
        """Cohen's kappa of first and second reviews by group: columns of :mod:`workbench.review.agreement`."""
        drawn: Counter[int] = Counter()
        for sample in self.store.second_samples():
            drawn[sample.group] += sample.size
        frame = agreement.agreement_frame(self.store.second_reviews(), drawn)
        return _of_group(frame, group)

    def second_reviews(self, group: int | None = None) -> pd.DataFrame:
        """The second reviews that are done beside the first: columns of :mod:`workbench.review.agreement`."""
        return _of_group(agreement.second_reviews_frame(self.store.second_reviews()), group)

    def comment(self, item: str, text: str, *, by: str) -> Comment:
        """Say something on a matter, guide, pair or cluster; raises as :meth:`Store.comment`."""
        return self.store.comment(item, text, by)

    def comments_on(self, item: str, *, by: str) -> list[Comment]:
        """What was said on an item, oldest first; raises as :meth:`Store.comments`."""
        return self.store.comments(by, item)

    def comments(self, *, by: str) -> pd.DataFrame:
        """All that was said and concerns the user: columns :data:`workbench.review.frames.COMMENT_COLUMNS`."""
        return frames.comments_frame(self.store.comments(by))


def _stamp(path: Path) -> int:
    """The last event that a returns workbook shows; 0 for any other file."""
    try:
        return workbooks.read_returns(path).event
    except workbooks.UnreadableWorkbook:
        return 0


def _of_group(frame: pd.DataFrame, group: int | None) -> pd.DataFrame:
    return frame if group is None else frame[frame["group"] == group].reset_index(drop=True)
