"""Where reviewers speak to each other and check each other on the review page: remarks, and second, blind reviews."""

from traitlets import HasTraits, Tuple

from workbench.dashboards.state.deciding import Draft, named_verdict
from workbench.records import Answer, Event, Reviewer, Role
from workbench.review import NotAllowed, Workspace

#: The roles that may say something.
_WRITING = (Role.REVIEWER, Role.LEAD, Role.LEGALITY)


class ConferringState(HasTraits):
    """``comments`` are those on the open item, ``tasks`` the items that the user is to review blindly."""

    comments = Tuple()
    tasks = Tuple()

    def __init__(self, workspace: Workspace, reviewer: Reviewer) -> None:
        """What waits for the user now."""
        super().__init__()
        self.workspace = workspace
        self.user = reviewer.user
        self.may_say = reviewer.role in _WRITING
        self.tasks = tuple(task.item for task in workspace.second_tasks(by=self.user))

    def look(self, item: str) -> None:
        """Read what was said on an item; nothing of items that are other groups' business."""
        try:
            self.comments = tuple(self.workspace.comments_on(item, by=self.user))
        except NotAllowed:
            self.comments = ()

    def say(self, item: str, text: str) -> None:
        """Say something on an item.

        Raises:
            NotAllowed: the item is other groups' business.
            Refused: the text is blank or too long.
        """
        self.workspace.comment(item, text, by=self.user)
        self.look(item)

    def record_second(self, item: str, draft: Draft, answers: tuple[Answer, ...]) -> Event | None:
        """Record what the user says of a drawn item, once; the first verdict, which may be seen from now on.

        Raises:
            StoreProblem: as for a first verdict.
        """
        self.workspace.record_second(
            item,
            draft.verdict,
            draft.opinion.strip(),
            by=self.user,
            answers=answers,
            lead_unit=draft.lead_unit or None,
            target_type=draft.target_type or None,
            target_level=draft.target_level or None,
        )
        self.tasks = tuple(each for each in self.tasks if each != item)
        return self.workspace.store.states([item]).get(item)


def compared(item: str, second: str, first: Event | None) -> str:
    """What the second reviewer is told: both verdicts, and whether they agree."""
    mine = named_verdict(item, second)
    if first is None or first.verdict is None:
        return f"已记录复审结论“{mine}”；此前的结论已撤销。"
    agree = "一致" if first.verdict == second else "不一致"
    return f"已记录复审结论“{mine}”；此前结论为“{named_verdict(item, first.verdict)}”，{agree}。"
