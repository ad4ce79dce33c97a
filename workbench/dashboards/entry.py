"""The dashboards as notebooks call them: one widget each, for the signed-in user."""

import asyncio
import logging
import os
from collections.abc import Callable
from typing import Any

import ipywidgets

from workbench.assignments import InvalidAssignments
from workbench.dashboards.state import (
    DuplicatesState,
    IntakeState,
    PreconditionsState,
    ProgressState,
    ReviewState,
    RulesState,
)
from workbench.dashboards.templates import render
from workbench.dashboards.views.duplicates import DuplicatesView
from workbench.dashboards.views.frame import Page
from workbench.dashboards.views.intake import IntakeView
from workbench.dashboards.views.preconditions import PreconditionsView
from workbench.dashboards.views.progress import ProgressView
from workbench.dashboards.views.review import ReviewView
from workbench.dashboards.views.rules import RulesView
from workbench.dashboards.widgets import Pane
from workbench.review import NotAllowed, NoWorkspace, StoreProblem, Workspace, open_workspace

#: Seconds between two looks for what others have recorded.
POLL = 2.0
_NOT_SIGNED_IN = "未登录，请从登录页进入。"
#: A loop holds its tasks weakly.
_tasks: set[asyncio.Task[None]] = set()
_log = logging.getLogger(__name__)


def review() -> ipywidgets.Widget:
    """The review dashboard (审核) of the user that the server names in ``HTTP_X_REVIEW_USER``."""
    return _for_signed_in(ReviewState, ReviewView)


def duplicates() -> ipywidgets.Widget:
    """The duplicates dashboard (重复): what touches the user's units, or everything."""
    return _for_signed_in(DuplicatesState, DuplicatesView)


def progress() -> ipywidgets.Widget:
    """The progress dashboard (进度): the whole province, or the group's units for its members."""
    return _for_signed_in(ProgressState, ProgressView)


def intake() -> ipywidgets.Widget:
    """The intake page (收件): files are dropped here, looked at, confirmed and taken in."""
    return _for_signed_in(IntakeState, IntakeView)


def rules() -> ipywidgets.Widget:
    """The rule book (规则): what each rule finds and how often it is overruled; administrators set it here."""
    return _for_signed_in(RulesState, RulesView)


def preconditions() -> ipywidgets.Widget:
    """The graph of matters (前置): mutual preconditions, and results that many matters ask for."""
    return _for_signed_in(PreconditionsState, PreconditionsView)


def _for_signed_in(new_state: Callable[[Workspace, str], Any], new_view: Callable[[Any], Any]) -> ipywidgets.Widget:
    """A view of the user's state, kept up to date; without a user or a workspace, a page that says what to do."""
    user = os.environ.get("HTTP_X_REVIEW_USER", "").strip()
    if not user:
        return _notice(_NOT_SIGNED_IN)
    try:
        state = new_state(open_workspace().seen_by(user), user)
        root: ipywidgets.Widget = new_view(state).root
    except (NoWorkspace, InvalidAssignments, NotAllowed, StoreProblem) as error:
        return _notice(str(error))
    _watch(state.poll)
    return root


def _notice(text: str) -> ipywidgets.Widget:
    return Page(("review",), Pane(html=render("empty", text=text)))


def _watch(poll: Callable[[], None]) -> None:
    """Look for news while the kernel lives; outside of a kernel there is nothing to keep up to date."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return
    task = loop.create_task(_repeat(poll), name="workbench-poll")
    _tasks.add(task)
    task.add_done_callback(_tasks.discard)


async def _repeat(poll: Callable[[], None]) -> None:
    while True:
        await asyncio.sleep(POLL)
        try:
            poll()
        except Exception:  # noqa: BLE001 - logged in full, and the next look may succeed
            _log.exception("looking for news failed; trying again")
