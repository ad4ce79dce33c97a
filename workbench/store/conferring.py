"""The store's part where reviewers check and speak to each other: second, blind reviews and comments."""

from collections.abc import Callable
from copy import copy
from typing import Self

from sqlalchemy import Engine

from workbench.assignments import Assignments
from workbench.records import Comment, Decision, Sample, SecondReview, SecondTask, SecondVerdict
from workbench.store import comments, rights, second_reviews
from workbench.store.database import reading, writing
from workbench.store.refusals import StoreProblem


class Conferring:
    """A part of :class:`workbench.store.Store`."""

    assignments: Assignments
    _engine: Engine
    _clock: Callable[[], str]
    #: Whose eyes this store reads with; None: nothing is hidden.
    _viewer: str | None = None

    def seen_by(self, user: str) -> Self:
        """The same database as the user may see it: without the verdicts that they are to repeat blindly.

        Raises:
            NotAllowed: the user is not in the roster.
        """
        seen = copy(self)
        seen._viewer = rights.reviewer_named(self.assignments, user).user  # noqa: SLF001 - a copy of ourselves
        return seen

    def _require_all_seen(self) -> None:
        """Keep a file that everybody reads from being written with what one user may see."""
        if self._viewer is not None:
            raise StoreProblem("反馈工作簿须由导出进程写出，不能按个人所见写出。请执行“workbench returns”。")

    def draw_second_reviews(self, group: int, size: int, seed: str, by: str) -> tuple[Sample, list[SecondTask]]:
        """Draw ``size`` of a group's verdicts, each unit in proportion, for others of the group to review blindly.

        The same seed on the same verdicts draws the same. Verdicts that were drawn before are left out.

        Raises:
            NotAllowed: the user is neither the group's lead nor of 省政府法制办 nor an administrator.
            Refused: there is nothing to draw, or nobody else to review it.
        """
        with writing(self._engine) as connection:
            return second_reviews.sample(connection, self.assignments, group, size, seed, by, self._clock())

    def second_samples(self) -> list[Sample]:
        """All draws, oldest first."""
        with reading(self._engine) as connection:
            return second_reviews.samples(connection)

    def second_tasks(self, by: str) -> list[SecondTask]:
        """What the user is still to review a second time."""
        with reading(self._engine) as connection:
            return second_reviews.tasks(connection, by)

    def record_second(self, decision: Decision, by: str) -> SecondVerdict:
        """Record a second verdict: once, and beside the chain; from now on the user sees the first.

        Raises:
            NotAllowed: the item does not wait for the user's second review.
            Refused: the verdict lacks something that a first verdict needs as well.
        """
        with writing(self._engine) as connection:
            return second_reviews.record(connection, self.assignments, decision, by, self._clock())

    def second_reviews(self) -> list[SecondReview]:
        """The second reviews that are done, each beside the first verdict; of open ones nothing is told."""
        with reading(self._engine) as connection:
            return second_reviews.done(connection)

    def comment(self, item: str, text: str, by: str) -> Comment:
        """Append a remark on a matter, guide, pair or cluster; it can never be changed.

        Raises:
            NotAllowed: the role only reads, or the item concerns other groups.
            Refused: no such item in a current submission, or the text is blank or too long.
        """
        with writing(self._engine) as connection:
            return comments.add(connection, self.assignments, item, text, by, self._clock())

    def comments(self, by: str, item: str | None = None) -> list[Comment]:
        """The remarks on an item (None: on all that concern the user), oldest first.

        Raises:
            NotAllowed: the user is not in the roster, or the item concerns other groups.
        """
        with reading(self._engine) as connection:
            if item is None:
                return comments.readable(connection, self.assignments, by)
            return comments.of_item(connection, self.assignments, item, by)
