"""Where the open item's file is in the review chain, and what the user may do with it."""

from dataclasses import dataclass

from workbench.records import ChainState, Matter, Reviewer, Role, Step
from workbench.review import Workspace

_MEMBERS = (Role.REVIEWER, Role.LEAD)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The chain of an item's file: ``steps`` are those that the user may take, ``receivers`` to whom it may be handed.

    ``closed`` says why no verdict can be recorded now, ``note`` what is remarked on 省政府法制办's own catalogue; both
    are empty where there is nothing to say.
    """

    state: ChainState
    steps: tuple[Step, ...]
    receivers: tuple[Reviewer, ...]
    closed: str
    note: str


def whereabouts(workspace: Workspace, matter: Matter, user: str, *, decides: bool) -> Whereabouts:
    """Of the file that the matter (or the guide shown as one) stands in."""
    now = workspace.chain_state(matter.unit, matter.kind)
    unit = workspace.assignments.unit(matter.unit)
    group = unit.group if unit else None
    return Whereabouts(
        state=now,
        steps=tuple(workspace.possible_steps(matter.unit, matter.kind, by=user)),
        receivers=tuple(
            each
            for each in workspace.assignments.reviewers
            if each.role in _MEMBERS and each.group == group and each.user not in {now.holder, user}
        ),
        closed=workspace.closed_for(matter.item, by=user) if decides else "",
        note=workspace.conflict_note(matter.item, by=user),
    )
